"use strict";var LRExplorer=(()=>{var mt=Object.defineProperty;var qn=Object.getOwnPropertyDescriptor;var Vn=Object.getOwnPropertyNames;var Gn=Object.prototype.hasOwnProperty;var Jn=(t,e)=>{for(var r in e)mt(t,r,{get:e[r],enumerable:!0})},Zn=(t,e,r,n)=>{if(e&&typeof e=="object"||typeof e=="function")for(let o of Vn(e))!Gn.call(t,o)&&o!==r&&mt(t,o,{get:()=>e[o],enumerable:!(n=qn(e,o))||n.enumerable});return t};var Yn=t=>Zn(mt({},"__esModule",{value:!0}),t);var Pi={};Jn(Pi,{LRExplorer:()=>ge,computeRun:()=>ae,firstMisfit:()=>G,formulaAt:()=>Ze,fromAddress:()=>je,parametersOf:()=>v,pitfallsOf:()=>Qe,pythonCode:()=>Ne,settingsOf:()=>L,summaryOf:()=>tt,text:()=>_,timmKwargs:()=>ve,toAddress:()=>he,widget:()=>Dn,withSchedule:()=>Z});var we={tabs:{shape:{ja:"形",en:"Shape"},stable:{ja:"安定",en:"Stable"},decay:{ja:"減衰",en:"Decay"},metric:{ja:"指標",en:"Metric"},stalls:{ja:"停滞",en:"Stalls"},cycles:{ja:"周期",en:"Cycles"},warmup:{ja:"ウォームアップ",en:"Warm-up"},noise:{ja:"ノイズ",en:"Noise"},run:{ja:"学習",en:"Run"}},groups:{run:{lr:{kind:"numbers",default:[.1],slider:{min:1e-5,max:10,scale:"log"},label:{ja:"基準の学習率",en:"base LR"},help:{ja:"optimizer に渡す学習率です。param group が複数あるときは、カンマで区切ります。",en:"The learning rate given to the optimizer; one for each param group, separated by commas."}},lr_scale:{kind:"numbers",default:[1],slider:{min:.01,max:1,scale:"log"},label:{ja:"param group の倍率",en:"factor of the param group"},help:{ja:"param group の lr_scale です。スケジュールの値に最後に掛けます。基準の学習率と同じ個数にします。",en:"The lr_scale of each param group, by which the scheduled value is multiplied at the end; as many as base LRs."}},num_epochs:{kind:"integer",default:100,slider:{min:1,max:300,step:1},label:{ja:"エポック数",en:"epochs"},help:{ja:"学習の長さです。",en:"How long training lasts."}},updates_per_epoch:{kind:"integer",default:10,slider:{min:1,max:1e3,scale:"log",step:1},label:{ja:"1 エポックの更新数",en:"updates per epoch"},help:{ja:"1 エポックに optimizer.step() を呼ぶ回数です。t を更新で数えるときだけ、曲線に効きます。",en:"How often optimizer.step() is called in an epoch; the curve depends on it only where t counts updates."}},t_in_epochs:{kind:"boolean",default:!0,label:{ja:"t をエポックで数える",en:"t counts epochs"},help:{ja:"オフにすると t は更新を数え、長さもすべて更新数になります。",en:"When off, t counts updates, and so do all lengths."}}},cycles:{cycle_limit:{kind:"integer",default:1,slider:{min:0,max:10,step:1},label:{ja:"周期の数",en:"number of cycles"},help:{ja:"この数の周期が終わると、学習率は lr_min のままになります。",en:"After this many cycles the learning rate stays at lr_min."}},cycle_mul:{kind:"number",default:1,slider:{min:1,max:3,step:.05},label:{ja:"周期の長さの倍率",en:"growth of the cycles"},help:{ja:"周期の長さに、周期ごとにこの値を掛けます。",en:"Each cycle is this many times as long as the one before."}},cycle_decay:{kind:"number",default:1,slider:{min:.1,max:1.2,step:.01},label:{ja:"山の高さの倍率",en:"decay of the peaks"},help:{ja:"山の高さに、周期ごとにこの値を掛けます。",en:"The peak of each cycle is this many times the one before."}}},warmup:{warmup_t:{kind:"integer",default:0,slider:{min:0,max:"horizon",step:1},label:{ja:"ウォームアップの長さ",en:"length of the warm-up"},help:{ja:"学習率をこの長さで直線的に上げます。",en:"The learning rate rises in a straight line for this long."}},warmup_lr_init:{kind:"number",default:0,slider:{min:1e-6,max:1,scale:"log0"},label:{ja:"ウォームアップの最初の値",en:"start of the warm-up"},help:{ja:"ウォームアップはこの学習率から始まります。",en:"The warm-up begins at this learning rate."}},warmup_prefix:{kind:"boolean",default:!1,label:{ja:"スケジュールの前に置く",en:"before the schedule"},help:{ja:"オンなら、スケジュールはウォームアップのあとに t = 0 から始まります。オフなら、進んでいたスケジュールの途中へつながります。",en:"When on, the schedule starts at t = 0 after the warm-up; when off, the warm-up covers the beginning of the schedule."}}},noise:{noise_range_t:{kind:"range",default:null,label:{ja:"ノイズの範囲",en:"range of the noise"},help:{ja:"「40, 80」なら 40 ≤ t < 80、「40」なら 40 から最後までです。空ならノイズはありません。",en:"“40, 80” means 40 ≤ t < 80, “40” from 40 on; empty means no noise."}},noise_pct:{kind:"number",default:.67,slider:{min:.01,max:2,step:.01},label:{ja:"ノイズの上限",en:"limit of the noise"},help:{ja:"学習率に対する割合です。正規分布のノイズは、絶対値がこれより小さくなるまで引き直されます。",en:"A share of the learning rate; normal noise is drawn again until it is smaller than this."}},noise_std:{kind:"number",default:1,slider:{min:.01,max:2,step:.01},label:{ja:"ノイズの標準偏差",en:"standard deviation"},help:{ja:"引き直す前の、正規分布の標準偏差です。",en:"Standard deviation of the normal noise before drawing again."}},noise_seed:{kind:"integer",default:42,slider:{min:0,max:200,step:1},label:{ja:"ノイズのシード",en:"seed of the noise"},help:{ja:"時刻 t のノイズは、シード noise_seed + t で引きます。",en:"The noise at time t is drawn with the seed noise_seed + t."}}},metric:{metric_from:{kind:"number",default:.1,slider:{min:0,max:3,step:.05},label:{ja:"指標の最初の値",en:"first value"},help:{ja:"最初のエポックの指標です。",en:"The metric of the first epoch."}},metric_to:{kind:"number",default:.8,slider:{min:0,max:3,step:.05},label:{ja:"指標の行き先",en:"limit"},help:{ja:"指標はこの値へ指数関数的に近づきます。",en:"The metric approaches this value exponentially."}},metric_timescale:{kind:"number",default:15,slider:{min:1,max:100,step:1},label:{ja:"近づく速さ（時定数）",en:"timescale"},help:{ja:"残りの差が 1/e になるまでのエポック数です。",en:"Epochs in which the remaining difference shrinks to 1/e."}},metric_stalls:{kind:"numbers",default:[30,70],tab:"stalls",label:{ja:"停滞が始まるエポック",en:"stalls begin at"},help:{ja:"これらのエポックから、指標がしばらく動かなくなります。",en:"From these epochs on the metric stands still for a while."}},metric_stall_length:{kind:"integer",default:15,slider:{min:0,max:60,step:1},tab:"stalls",label:{ja:"停滞の長さ",en:"length of a stall"},help:{ja:"停滞が続くエポック数です。",en:"How many epochs a stall lasts."}},metric_noise:{kind:"number",default:0,slider:{min:0,max:.2,step:.005},label:{ja:"指標のノイズ",en:"noise"},help:{ja:"指標に加える正規分布のノイズの標準偏差です。",en:"Standard deviation of the normal noise added to the metric."}},metric_seed:{kind:"integer",default:0,slider:{min:0,max:200,step:1},label:{ja:"指標のシード",en:"seed"},help:{ja:"エポック e のノイズは、シード metric_seed + e で引きます。",en:"The noise of epoch e is drawn with the seed metric_seed + e."}}}},schedules:{step:{class:"StepLRScheduler",groups:["warmup","noise","run"],shape:{decay_t:{kind:"number",start:30,slider:{min:1,max:"horizon",step:1},label:{ja:"段の幅",en:"width of a step"},help:{ja:"この長さごとに学習率を下げます。",en:"The learning rate falls every time this length has passed."}},decay_rate:{kind:"number",default:1,start:.5,slider:{min:.05,max:1,step:.05},label:{ja:"下げる倍率",en:"factor of a step"},help:{ja:"1 段ごとに掛ける値です。",en:"The learning rate is multiplied by this at each step."}}},defaults:{warmup_prefix:!0}},multistep:{class:"MultiStepLRScheduler",groups:["warmup","noise","run"],shape:{decay_t:{kind:"numbers",start:[30,60,90],label:{ja:"マイルストーン",en:"milestones"},help:{ja:"昇順にカンマで区切ります。timm はマイルストーンの一つ前の t で下げます。",en:"In ascending order, separated by commas; timm lowers the learning rate one t before each."}},decay_rate:{kind:"number",default:1,start:.5,slider:{min:.05,max:1,step:.05},label:{ja:"下げる倍率",en:"factor of a step"},help:{ja:"マイルストーンごとに掛ける値です。",en:"The learning rate is multiplied by this at each milestone."}}},defaults:{warmup_prefix:!0}},cosine:{class:"CosineLRScheduler",groups:["cycles","warmup","noise","run"],shape:{t_initial:{kind:"integer",start:100,slider:{min:1,max:"horizon",step:1},label:{ja:"最初の周期の長さ",en:"length of the first cycle"},help:{ja:"この長さで lr_min まで下がります。",en:"The learning rate falls to lr_min in this time."}},lr_min:{kind:"number",default:0,slider:{min:1e-6,max:1,scale:"log0"},label:{ja:"最小の学習率",en:"lowest LR"},help:{ja:"周期の終わりの学習率です。",en:"The learning rate at the end of a cycle."}},k_decay:{kind:"number",default:1,slider:{min:.2,max:5,step:.1},label:{ja:"進み具合の指数",en:"power of the progress"},help:{ja:"1 より大きいと、高い学習率が長く続きます。",en:"Above 1 the learning rate stays high for longer."}}}},tanh:{class:"TanhLRScheduler",groups:["cycles","warmup","noise","run"],shape:{t_initial:{kind:"integer",start:100,slider:{min:1,max:"horizon",step:1},label:{ja:"最初の周期の長さ",en:"length of the first cycle"},help:{ja:"この長さで lb から ub まで進みます。",en:"The way from lb to ub takes this long."}},lb:{kind:"number",default:-7,slider:{min:-10,max:2,step:.1},label:{ja:"tanh の始まり",en:"start on the tanh"},help:{ja:"小さいほど、高い学習率が長く続きます。",en:"The lower, the longer the learning rate stays high."}},ub:{kind:"number",default:3,slider:{min:-2,max:10,step:.1},label:{ja:"tanh の終わり",en:"end on the tanh"},help:{ja:"大きいほど、最後の学習率が lr_min に近づきます。",en:"The higher, the closer the learning rate comes to lr_min."}},lr_min:{kind:"number",default:0,slider:{min:1e-6,max:1,scale:"log0"},label:{ja:"最小の学習率",en:"lowest LR"},help:{ja:"学習率はここへ近づきますが、届くのは最後の周期のあとです。",en:"The learning rate approaches this, and reaches it after the last cycle."}}}},poly:{class:"PolyLRScheduler",groups:["cycles","warmup","noise","run"],shape:{t_initial:{kind:"integer",start:100,slider:{min:1,max:"horizon",step:1},label:{ja:"最初の周期の長さ",en:"length of the first cycle"},help:{ja:"この長さで lr_min まで下がります。",en:"The learning rate falls to lr_min in this time."}},power:{kind:"number",default:.5,slider:{min:.1,max:5,step:.1},label:{ja:"指数",en:"power"},help:{ja:"1 なら直線です。1 より大きいと早く、小さいと遅く下がります。",en:"1 is a straight line; above 1 the fall comes early, below 1 late."}},lr_min:{kind:"number",default:0,slider:{min:1e-6,max:1,scale:"log0"},label:{ja:"最小の学習率",en:"lowest LR"},help:{ja:"周期の終わりの学習率です。",en:"The learning rate at the end of a cycle."}},k_decay:{kind:"number",default:1,slider:{min:.2,max:5,step:.1},label:{ja:"進み具合の指数",en:"power of the progress"},help:{ja:"1 より大きいと、高い学習率が長く続きます。",en:"Above 1 the learning rate stays high for longer."}}}},wsd:{class:"WSDLRScheduler",groups:["warmup","noise","run"],shape:{t_initial:{kind:"integer",start:100,slider:{min:1,max:"horizon",step:1},label:{ja:"安定期と減衰期の長さ",en:"length without warm-up"},help:{ja:"安定期と減衰期の長さの和です。ウォームアップは含みません。",en:"Length of the stable and decay phases together, without the warm-up."}},decay_t:{kind:"integer",start:20,slider:{min:1,max:"horizon",step:1},label:{ja:"減衰期の長さ",en:"length of the decay"},help:{ja:"t_initial のうち、最後のこの長さで下げます。",en:"The learning rate falls over the last part, this long, of t_initial."}},lr_min:{kind:"number",default:0,slider:{min:1e-6,max:1,scale:"log0"},label:{ja:"最小の学習率",en:"lowest LR"},help:{ja:"減衰期の終わりの学習率です。",en:"The learning rate at the end of the decay."}},stable_fn:{kind:"choice",default:"constant",options:["constant","rsqrt","power"],tab:"stable",label:{ja:"安定期の形",en:"stable phase"},help:{ja:"constant は一定、rsqrt は平方根の逆数、power はそれを stable_power 乗に広げたものです。",en:"constant, the reciprocal square root (rsqrt), or its generalization with stable_power (power)."}},stable_timescale:{kind:"number",default:null,slider:{min:1,max:"horizon",step:1},tab:"stable",label:{ja:"安定期の時間尺度",en:"timescale of the stable phase"},help:{ja:"rsqrt と power の時間尺度です。空なら warmup_t を使います。",en:"Timescale of rsqrt and power; empty means warmup_t."}},stable_power:{kind:"number",default:.5,slider:{min:.1,max:2,step:.1},tab:"stable",label:{ja:"安定期の指数",en:"power of the stable phase"},help:{ja:"stable_fn が power のときの指数です。",en:"The exponent where stable_fn is power."}},decay_fn:{kind:"choice",default:"1-sqrt",options:["linear","1-sqrt","cosine","power","exp"],tab:"decay",label:{ja:"減衰期の形",en:"decay phase"},help:{ja:"減衰期の下がり方です。",en:"How the learning rate falls in the decay phase."}},decay_power:{kind:"number",default:.5,slider:{min:.1,max:3,step:.1},tab:"decay",label:{ja:"減衰期の指数",en:"power of the decay"},help:{ja:"decay_fn が power のときの指数です。",en:"The exponent where decay_fn is power."}},decay_ratio:{kind:"number",default:.1,slider:{min:.01,max:.99,step:.01},tab:"decay",label:{ja:"exp が下がる先の割合",en:"end of the exponential"},help:{ja:"decay_fn が exp のとき、0 に合わせる前に下がる先の割合です。",en:"Where decay_fn is exp, the share to which it falls before it is shifted to reach lr_min."}}},without:["warmup_prefix"]},plateau:{class:"PlateauLRScheduler",groups:["metric","warmup","noise","run"],shape:{decay_rate:{kind:"number",default:.1,slider:{min:.05,max:.95,step:.05},label:{ja:"下げる倍率",en:"factor of a decay"},help:{ja:"下げるたびに掛ける値です。",en:"The learning rate is multiplied by this at each decay."}},patience_t:{kind:"integer",default:10,slider:{min:0,max:50,step:1},label:{ja:"待つエポック数",en:"patience"},help:{ja:"改善のないエポックがこの数を超えると下げます。",en:"The learning rate falls when more epochs than this bring no improvement."}},threshold:{kind:"number",default:1e-4,slider:{min:1e-6,max:.2,scale:"log0"},label:{ja:"改善とみなす割合",en:"least improvement"},help:{ja:"最良の値に対してこの割合を超えて良くなったときだけ、改善とみなします。",en:"Only a change by more than this share of the best value counts as an improvement."}},cooldown_t:{kind:"integer",default:0,slider:{min:0,max:50,step:1},label:{ja:"下げたあとの休み",en:"cooldown"},help:{ja:"下げたあと、このエポック数のあいだは数えません。",en:"For this many epochs after a decay nothing is counted."}},lr_min:{kind:"number",default:0,slider:{min:1e-6,max:1,scale:"log0"},label:{ja:"最小の学習率",en:"lowest LR"},help:{ja:"これより下げません。",en:"The learning rate never falls below this."}},mode:{kind:"choice",default:"max",options:["max","min"],label:{ja:"良い方向",en:"better is"},help:{ja:"指標が大きいほど良いなら max、小さいほど良いなら min です。",en:"max if a higher metric is better, min if a lower one is."}},noise_type:{kind:"choice",default:"normal",options:["normal","uniform"],tab:"noise",label:{ja:"ノイズの種類",en:"kind of noise"},help:{ja:"正規分布か一様分布です。選べるのは Plateau だけです。",en:"Normal or uniform; only Plateau lets one choose."}}},without:["warmup_prefix","t_in_epochs"]}}};var dt=we.schedules,pt=we.groups,Jt=new Set([...Object.keys(pt.run),...Object.keys(pt.metric)]);Jt.delete("t_in_epochs");var _t=1e6,Xn=8,T=Object.keys(dt),bt=we.tabs,eo=new Map(T.map(t=>[t,to(dt[t])]));function to(t){let e=new Map;for(let[r,n]of Object.entries(t.shape))e.set(r,{tab:"shape",...n});for(let r of t.groups)for(let[n,o]of Object.entries(pt[r])){if(t.without?.includes(n))continue;let s=t.defaults&&n in t.defaults?{default:t.defaults?.[n]}:{};e.set(n,{tab:r,...o,...s})}return e}function v(t){return eo.get(t)}function D(t){return dt[t].class}function ft(t){return t.start===void 0?t.default:t.start}function L(t,e={}){let r={schedule:t};for(let[n,o]of v(t)){let i=o.default===void 0?ft(o):o.default;r[n]=n in e?e[n]:i}return r}function Z(t,e){let r={};for(let[n,o]of v(e)){let i=ro(o,n in t?t[n]:ft(o));r[n]=Y(o,i)?i:ft(o)}return L(e,r)}function ro(t,e){return t.kind==="numbers"?Array.isArray(e)?e:[Number(e)]:Array.isArray(e)&&t.kind!=="range"?e[0]:e}function xe(t){return t.t_in_epochs===!1?t.num_epochs*t.updates_per_epoch:t.num_epochs}function ve(t){let e=[...v(t.schedule).keys()];return Object.fromEntries(e.filter(r=>!Jt.has(r)).map(r=>[r,t[r]]))}function Y(t,e){let r=n=>typeof n=="number"&&Number.isFinite(n);if(t.default===null&&e===null)return!0;switch(t.kind){case"integer":return Number.isSafeInteger(e);case"number":return r(e);case"boolean":return typeof e=="boolean";case"choice":return t.options?.includes(e)??!1;case"numbers":return Array.isArray(e)&&e.every(r);case"range":return r(e)||Array.isArray(e)&&e.length===2&&e.every(r)}}function G(t){for(let[r,n]of v(t.schedule))if(!Y(n,t[r]))return{name:r,value:t[r]};for(let r of["num_epochs","updates_per_epoch"])if(!(Number(t[r])>=1))return{name:r,value:t[r]};if(t.num_epochs*t.updates_per_epoch>_t)return{name:"num_epochs",value:t.num_epochs};let e=t.lr.length;return e<1||e>Xn?{name:"lr",value:t.lr}:t.lr_scale.length!==e?{name:"lr_scale",value:t.lr_scale}:null}var ce=8,no=2e4,oo=20,Zt=60,io=/^-?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i,gt={plot:"used",log:!1,overlay:null,pins:[]};function he(t,e=gt){let{schedule:r}=t,n=L(r,{lr_scale:tr(t.lr)}),o=[["schedule",r]];for(let i of v(r).keys()){let s=t[i];String(s)!==String(n[i])&&o.push([i,s])}e.plot!==gt.plot&&o.push(["plot",e.plot]),e.log&&o.push(["log",!0]),e.overlay&&o.push(["overlay",e.overlay]);for(let i of e.pins.slice(0,ce))o.push(["pin",he(i)]);return o.map(([i,s])=>`${i}=${ho(s)}`).join("&")}function je(t){let e={...gt,pins:[]},r=[];if(t.length>no)return{settings:null,view:e,rejected:[Yt(t)]};let n=a=>{r.length<oo&&r.push(Yt(a))},{settings:o,others:i}=Qt(t,n),s=new Set;for(let[a,l]of i)(a==="pin"||!s.has(a))&&so(e,a,l,n)||n(`${a}=${l}`),s.add(a);return{settings:o,view:e,rejected:r}}function so(t,e,r,n){if(e==="plot"&&(r==="used"||r==="after_epoch"))t.plot=r;else if(e==="log"&&Xt(r))t.log=r==="true";else if(e==="overlay"&&er(r))t.overlay=r;else if(e==="pin"&&t.pins.length<ce){let{settings:o,others:i}=Qt(r,n);if(!o)return!1;for(let s of i)n(s.join("="));t.pins.push(o)}else return!1;return!0}function Qt(t,e){let r=lo(t,e),n=r.find(([h])=>h==="schedule");if(!n||!er(n[1]))return{settings:null,others:r};let o=n[1],i=v(o),s=new Map,a=r.filter(h=>{if(h===n)return!1;let[u,p]=h;return!i.has(u)||s.has(u)?!0:(s.set(u,p),!1)}),l={};for(let[h,u]of s){let p=i.get(h),d=co(p,u);Y(p,d)?l[h]=d:e(`${h}=${u}`)}return{settings:ao(o,l,h=>e(`${h}=${s.get(h)}`)),others:a}}function ao(t,e,r){for(;;){let n=e.lr,o=L(t,n?{lr_scale:tr(n),...e}:e),i=G(o);if(!i)return o;let s=i.name in e?i.name:"updates_per_epoch";r(s),delete e[s]}}function lo(t,e){let r=[];for(let n of t.replace(/^\?/,"").split("&")){if(!n)continue;let[o,...i]=n.split("=");try{r.push([decodeURIComponent(o),decodeURIComponent(i.join("="))])}catch{e(n)}}return r}function co(t,e){if(e==="")return t.kind==="numbers"?[]:null;switch(t.kind){case"boolean":return Xt(e)?e==="true":void 0;case"choice":return e;case"numbers":return e.split(",").map(ke);case"range":return e.includes(",")?e.split(",").map(ke):ke(e);default:return ke(e)}}function ke(t){return io.test(t)?Number(t):NaN}function Xt(t){return t==="true"||t==="false"}function er(t){return T.includes(t)}function tr(t){return t.map(()=>1)}function ho(t){return encodeURIComponent(String(t??"")).replaceAll("%2C",",")}function Yt(t){return t.length>Zt?`${t.slice(0,Zt-1)}…`:t}var Se=new Map,rr=-1,nr=new Float32Array(0),$=new Int32Array(4*405),ir=new Int32Array(32);function Ee(t,e){let r=t>>>0>>>7;return r!==rr&&(rr=r,nr=Se.get(r)??uo(r)),nr[(t>>>0)%128*4+e]}function uo(t){let e=new Float32Array(512);for(let r=0;r<128;r+=4){mo(t*128+r);for(let n=0;n<32;n+=4)lr(ir,n,e,r*4+n/2)}return Se.size>=16384&&Se.clear(),Se.set(t,e),e}function mo(t){let e=t|0,r=t+1|0,n=t+2|0,o=t+3|0;$[0]=e,$[1]=r,$[2]=n,$[3]=o;for(let i=1,s=4;i<405;i+=1,s+=4)e=ue(e,i),r=ue(r,i),n=ue(n,i),o=ue(o,i),$[s]=e,$[s+1]=r,$[s+2]=n,$[s+3]=o;for(let i=0;i<4;i+=1)for(let s=0;s<8;s+=1){let a=i+s*4,l=$[a+397*4];ir[i*8+s]=ar(sr($[a],$[a+4],l))}}function ue(t,e){return Math.imul(1812433253,t^t>>>30)+e|0}function sr(t,e,r){let n=t&2147483648|e&2147483647;return r^n>>>1^(e&1?2567483615:0)}function ar(t){return t^=t>>>11,t^=t<<7&2636928640,t^=t<<15&4022730752,t^t>>>18}function lr(t,e,r,n){let o=2*Math.PI*or(t[e],t[e+1]),i=Math.sqrt(-2*Math.log1p(-or(t[e+2],t[e+3])));r[n]=i*Math.cos(o),r[n+1]=i*Math.sin(o)}function or(t,e){return((t&2097151)*2**32+(e>>>0))*2**-53}var Me=class{#e=new Int32Array(624);#t=0;#r=new Int32Array(4);#n=new Float32Array(2);#o=!1;manualSeed(e){this.#t=0,this.#o=!1;let r=e|0;this.#e[0]=r;for(let n=1;n<624;n+=1)r=ue(r,n),this.#e[n]=r}#a(){let e=this.#e,r=this.#t%624;return this.#t+=1,e[r]=sr(e[r],e[(r+1)%624],e[(r+397)%624]),ar(e[r])}normal(){if(this.#o=!this.#o,!this.#o)return this.#n[1];for(let e=0;e<4;e+=1)this.#r[e]=this.#a();return lr(this.#r,0,this.#n,0),this.#n[0]}uniform(){return(this.#a()&16777215)*2**-24}};function Ae(t,e){let{metric_from:r,metric_to:n,metric_timescale:o,metric_noise:i}=t,s=Float64Array.from(t.metric_stalls).sort(),a=t.metric_seed>>>0,l=new Float64Array(e),c=0,h=-1/0,u=0;for(let p=0;p<e;p+=1){let d=(r-n)*Math.exp(-u/o),b=n+d;for(i>0&&(b+=i*Ee(a+p,0)),l[p]=Math.floor(b*1e4+.5)/1e4;c<s.length&&s[c]<=p;c+=1)h=s[c]+t.metric_stall_length-1;p>h&&(u+=1)}return l}var yt=88;function Ne(t){let e=D(t.schedule);return["import torch",`from timm.scheduler import ${e}`,"",...po(t),...bo(`scheduler = ${e}(`,["optimizer",...fo(t)],")"),"",..._o(t)].join(`
`)+`
`}function po({lr:t,lr_scale:e}){if(t.length===1&&e[0]===1)return["model = torch.nn.Linear(1, 1)  # your model",`optimizer = torch.optim.SGD(model.parameters(), lr=${Oe(t[0])})`];let r=t.map((n,o)=>{let i=e[o]===1?"":`, "lr_scale": ${Oe(e[o])}`;return`    {"params": model[${o}].parameters(), "lr": ${Oe(n)}${i}},`});return[`model = torch.nn.ModuleList(torch.nn.Linear(1, 1) for _ in range(${t.length}))  # your model`,"param_groups = [",...r,"]","optimizer = torch.optim.SGD(param_groups)"]}function fo(t){let e=v(t.schedule);return Object.entries(ve(t)).filter(([r,n])=>!yo(n,e.get(r)?.default)).map(([r,n])=>{let{kind:o,default:i}=e.get(r);return o==="range"&&Array.isArray(n)?`${r}=(${n.join(", ")})`:`${r}=${o==="number"&&typeof i=="number"?Oe(Number(n)):wt(n)}`})}function _o(t){return t.schedule==="plateau"?["metrics = [  # in place of your own, one for each epoch",...cr(Array.from(Ae(t,t.num_epochs),wt)),"]","","for epoch, metric in enumerate(metrics):","    ...  # train and evaluate for one epoch","    scheduler.step(epoch + 1, metric)"]:t.t_in_epochs?[`for epoch in range(${t.num_epochs}):`,"    ...  # train for one epoch","    scheduler.step(epoch + 1)"]:["num_updates = 0",`for epoch in range(${t.num_epochs}):`,`    for _ in range(${t.updates_per_epoch}):`,"        ...  # forward, backward, optimizer.step()","        num_updates += 1","        scheduler.step_update(num_updates)"]}function bo(t,e,r){let n=t+e.join(", ")+r;return n.length<=yt?[n]:[t,...e.flatMap(o=>go(o)),r]}function go(t){let e=`    ${t},`;if(e.length<=yt)return[e];let[r,n]=t.slice(0,-1).split("[");return[`    ${r}[`,...cr(n.split(", "),"        "),"    ],"]}function cr(t,e="    "){let r=[],n=e;for(let o of t){let i=`${n}${n===e?"":" "}${o},`;i.length>yt&&n!==e?(r.push(n),n=`${e}${o},`):n=i}return t.length?[...r,n]:[]}function wt(t){return t===null?"None":Array.isArray(t)?`[${t.map(wt).join(", ")}]`:typeof t=="boolean"?t?"True":"False":typeof t=="string"?JSON.stringify(t):Number.isFinite(t)?String(t):`float("${t}")`}function Oe(t){return t!==0&&Math.abs(t)<.001?t.toExponential():Number.isInteger(t)&&Math.abs(t)<1e21?`${t}.0`:String(t)}function yo(t,e){return JSON.stringify(t)===JSON.stringify(e)}var wo="http://www.w3.org/2000/svg",hr={narrow:.62,wide:1};function m(t,e={},...r){let n=document.createElement(t);return g(n,e),n.append(...r),n}function y(t,e={},...r){let n=document.createElementNS(wo,t);return g(n,e),n.append(...r),n}function g(t,e){for(let[r,n]of Object.entries(e)){let o=n===!1||n===null||n===void 0,i=n===!0?"":String(n);o?t.removeAttribute(r):t.getAttribute(r)!==i&&t.setAttribute(r,i)}}function q(t,e,r){for(;t.childElementCount>e;)t.lastElementChild?.remove();for(;t.childElementCount<e;)t.append(r());return[...t.children]}function Q(t){let e=t.scrollHeight>t.clientHeight||t.scrollWidth>t.clientWidth;g(t,{tabindex:e?0:null})}function Te(t){return[...t].reduce((e,r)=>e+(r>"⹿"?hr.wide:hr.narrow),0)}function mr(t,e){if(!e)return{state:"none",text:""};if(!xo(e.settings,t.settings))return{state:"waiting",text:"… timm"};if(ur(e.error)!==ur(t.problem?.timm))return{state:"different",text:`✗ timm: ${e.error||"—"}`};let r=e.lrs?vo(t.lrs,e.lrs):0;return r<=1e-12?{state:"same",text:"✓ timm"}:{state:"different",text:`✗ timm: ${r.toExponential(1)}`}}function ur(t){return t?t.split(":")[0]:null}function xo(t,e){return Object.keys(e).every(n=>JSON.stringify(t[n])===JSON.stringify(e[n]))}function vo(t,e){if(t.length!==e.length)return 1/0;let r=0;return t.forEach((n,o)=>{n.length!==e[o].length&&(r=1/0);for(let i=0;i<n.length;i++){let[s,a]=[n[i],e[o][i]];if(s===a||Number.isNaN(s)&&Number.isNaN(a))continue;let l=Math.abs(s-a)/Math.max(Math.abs(s),Math.abs(a));r=Math.max(r,Number.isNaN(l)?1/0:l)}}),r}function pr(t,e){let r=10**Math.floor(Math.log10(t/e));return([1,2,5].find(o=>o*r*e>=t*(1-1e-9))??10)*r}function ko(t,e){if(t===0)return"0";let r=Math.floor(Math.log10(e)+1e-9);if(r<-4||Math.abs(t)>=1e6){let n=Math.max(0,Math.floor(Math.log10(Math.abs(t))+1e-9)-r);return xt(t.toExponential(Math.min(n,6)))}return t.toFixed(Math.max(0,-r))}function xt(t){return t.replace("e+","e").replace(/\.0+e/,"e")}function me(t,e,r){let n=e-t||Math.abs(e)||1,o=pr(n,r),i=Math.floor(t/o+1e-9),s=Math.max(Math.ceil(e/o-1e-9),i+1),a=Array.from({length:s-i+1},(c,h)=>Number(((i+h)*o).toPrecision(12))),l=a.map(c=>ko(c,o));return{low:a[0],high:a[a.length-1],log:!1,ticks:a,labels:l}}function vt(t,e,r){let n=Math.ceil(Math.log10(e)-1e-9),o=Math.max(Math.floor(Math.log10(t)+1e-9),n-8),i=Math.min(o,n-1),s=Math.ceil((n-i)/r),a=[];for(let c=n;c>=i;c-=s)a.unshift(+`1e${c}`);let l=a.map(c=>c<.001||c>=1e6?xt(c.toExponential()):String(c));return{low:+`1e${i}`,high:+`1e${n}`,log:!0,ticks:a,labels:l}}function kt(t,e){let r=Math.max(1,pr(t,e));return Array.from({length:Math.floor(t/r)+1},(n,o)=>o*r)}function $e(t){if(Number.isNaN(t))return"—";let e=Number(t.toPrecision(4));return e!==0&&Math.abs(e)<1e-4?xt(e.toExponential()):String(e)}var Le=class{root=y("svg",{class:"axes","aria-hidden":"true"});#e=y("path",{class:"grid"});#t=y("path",{class:"axis"});#r=y("g",{class:"y"});#n=y("g",{class:"y"});#o=y("g",{class:"x"});#a=y("g",{class:"x"});#s=y("g",{class:"names"});constructor(){this.root.append(this.#e,this.#t,this.#r,this.#n),this.root.append(this.#o,this.#a,this.#s)}draw({frame:e,width:r,edge:n,em:o,epochs:i,perEpoch:s,strip:a}){let{left:l,bottom:c,height:h}=e,u=(a??e).bottom,p=l+r,d=fr(e),b=a?fr(a):[],w=jo(i,s,r/(5*o)),ye=k=>Math.round(l+k*e.perEpoch)+.5,Hn=[...d,...b].map(({y:k})=>`M${l} ${k}H${p}`),Un=w.map(k=>`M${ye(k)} ${c-h}V${u}`);this.#e.setAttribute("d",Hn.concat(Un).join("")),this.#t.setAttribute("d",`M${l} ${u+.5}H${p}`);let Bt={x:l-.6*o,dy:"0.32em"};pe(this.#r,d.map(({y:k,label:le})=>({...Bt,y:k,label:le}))),pe(this.#n,b.map(({y:k,label:le})=>({...Bt,y:k,label:le})));let Kt=u+1.5*o,ct=u+2.8*o,ht=s!==1,qt=(k,le,Kn)=>{let Gt=String(Kn);return{x:Math.min(ye(k),n-Te(Gt)*o/2),y:le,label:Gt}};pe(this.#o,w.map(k=>qt(k,Kt,Math.round(k*s))));let Bn=ht?w.filter(Number.isInteger):[];pe(this.#a,Bn.map(k=>qt(k,ct,k)));let Vt={x:l-.8*o,anchor:"end"},ut=[{x:l-.6*o,y:c-h-1.1*o,label:"lr",anchor:"end"},ht?{...Vt,y:ct,label:"epoch"}:{x:l+r/2,y:ct,label:"epoch",anchor:"middle"}];if(ht&&ut.push({...Vt,y:Kt,label:"update"}),a){let k=a.bottom-a.height-.7*o;ut.push({x:l,y:k,label:"metric",anchor:"start"})}pe(this.#s,ut)}};function fr({scale:t,bottom:e,height:r}){return t.ticks.map((n,o)=>{let{low:i,high:s,log:a}=t,l=a?Math.log(n/i)/Math.log(s/i):(n-i)/(s-i);return{y:Math.round(e-l*r)+.5,label:t.labels[o]}})}function jo(t,e,r){return t>=4||e===1?kt(t,r):kt(t*e,r).map(n=>n/e)}function pe(t,e){let r=q(t,e.length,()=>y("text"));e.forEach(({x:n,y:o,label:i,dy:s,anchor:a},l)=>{g(r[l],{x:n,y:o,dy:s,"text-anchor":a}),r[l].textContent!==i&&(r[l].textContent=i)})}function jt({bottom:t,height:e,scale:r},n){let{low:o,high:i,log:s}=r;return s?n<=o?t:t-Math.log(n/o)/Math.log(i/o)*e:t-(n-o)/(i-o)*e}function St(t,e){let{values:r,first:n,stride:o,count:i,perEpoch:s}=t,a=e.perEpoch/s,l="",c=!1,h=u=>{let p=r[n+u*o];if(Number.isNaN(p)){c=!1;return}let d=Math.round((e.left+u*a)*100)/100,b=Math.round(jt(e,p)*100)/100;l+=c?`L${d} ${b}`:`M${d} ${b}h0`,c=!0};if(a>=.5)for(let u=0;u<i;u++)h(u);else for(let u of So(t,a))h(u);return l}function So({values:t,first:e,stride:r,count:n},o){let i=[],s=0;for(let a=1;s<n;a++){let l=Math.min(Math.ceil(a/o),n);for(;s<l;){let c=s,[h,u]=[c,c],p=t[e+c*r],d=p;for(;s<l;s++){let b=t[e+s*r];if(b!==b)break;b<p?[p,h]=[b,s]:b>d&&([d,u]=[b,s])}if(s>c){let[b,w]=h<u?[h,u]:[u,h];i.push(c),b>c&&i.push(b),w>b&&i.push(w),s-1>w&&i.push(s-1)}for(s<l&&i.push(s++);s<l&&Number.isNaN(t[e+s*r]);)s++}}return i}var dr=new WeakMap,_r=new WeakMap;function Ce(t,e,r){let n=t.lrs[e],o=dr.get(n)??{};return dr.set(n,o),o[r]??=Mo(t,n,r)}function Mo({horizon:t,settings:{num_epochs:e}},r,n){let o=t/e;return n==="used"?{values:r,first:0,stride:1,count:t,perEpoch:o}:{values:r,first:o,stride:o,count:e,perEpoch:1}}function Mt(t,e){return t.first+Re(t,e)*t.stride}function Re(t,e){return Math.min(Math.max(Math.round(e*t.perEpoch),0),t.count-1)}function X(t,e){return Math.round(e*t.perEpoch)>=t.count?NaN:t.values[Mt(t,e)]}function Et(t){let e=_r.get(t);if(e)return e;let{values:r,first:n,stride:o,count:i}=t,[s,a,l]=[1/0,-1/0,1/0];for(let h=0,u=n;h<i;h++,u+=o){let p=r[u];p<s&&(s=p),p>a&&(a=p),p<l&&p>0&&(l=p)}let c={min:s,max:a,positive:l};return _r.set(t,c),c}var V={left:4.2,right:1.2,top:2.2,bottom:3.4},At={height:4,gap:2.6},Ie=class{root=y("svg",{class:"chart",role:"img"});axes=new Le;#e=y("path",{class:"marks"});#t=y("g",{class:"mark-labels"});#r=y("g",{class:"curves"});#n=y("path",{class:"metric"});#o=y("path",{class:"cursor"});#a=y("g",{class:"dots"});#s={width:0,height:0,em:12};#i="";#c="";#u=me(0,1,1);#m=new WeakMap;#l=null;#h=null;constructor(){this.root.append(this.#e,this.#t,this.#n,this.#r),this.root.append(this.#o,this.#a)}resize(e,r,n){this.#s={width:e,height:r,em:n};let o={width:e,height:r,viewBox:`0 0 ${e} ${r}`};for(let i of[this.axes.root,this.root])g(i,o);this.#i=""}get margins(){let{em:e}=this.#s;return{left:V.left*e,right:V.right*e}}epochAt(e){return this.#l?(e-this.#l.left)/this.#l.perEpoch:0}draw(e){let{width:r,height:n,em:o}=this.#s;if(!r)return;let i=Math.max(r-(V.left+V.right)*o,1),s=n-V.bottom*o,a=e.metric?(At.height+At.gap)*o:0,l=Math.max(s-a-V.top*o,1),c=this.#f(e,l/(2.4*o)),h={left:V.left*o,perEpoch:i/e.epochs},u={...h,bottom:s-a,height:l,scale:c},p=e.metric&&{...h,bottom:s,height:At.height*o,scale:Eo(e.metric)};this.#h=e,this.#l=u;let d=[c.labels,p?.scale.labels,e.epochs,e.perEpoch].join("|");if(d!==this.#i){this.#i=d;let{epochs:b,perEpoch:w}=e,ye=this.#s.width;this.axes.draw({frame:u,width:i,edge:ye,em:o,epochs:b,perEpoch:w,strip:p})}this.#d(e.lines,u),this.#p(e.marks,u,s),g(this.#n,{d:p&&St(br(e.metric),p)})}point(e){if(!this.#l||!this.#h)return;let r=this.#l,n=Math.round((r.left+e*r.perEpoch)*100)/100,o=this.#s.height-V.bottom*this.#s.em;g(this.#o,{d:`M${n} ${r.bottom-r.height}V${o}`});let{lines:i}=this.#h,s=q(this.#a,i.length,()=>y("circle",{r:4}));i.forEach(({series:a,look:l},c)=>{let h=X(a,e);Number.isNaN(h)?g(s[c],{class:"hidden"}):g(s[c],{class:l,cx:n,cy:jt(r,h)})})}#f({lines:e,log:r},n){let o=e.map(({series:c})=>Et(c)),i=Math.min(0,...o.map(c=>c.min)),s=Math.max(...o.map(c=>c.max)),a=Math.min(...o.map(c=>c.positive)),l=[i,s,a,n,r].join();return l===this.#c?this.#u:(this.#c=l,r?this.#u=a<1/0?vt(a,s,n):vt(.1,1,1):this.#u=s>-1/0?me(i,s,n):me(0,1,n),this.#u)}#d(e,r){let n=q(this.#r,e.length,()=>y("path")),{left:o,perEpoch:i,bottom:s,height:a,scale:l}=r,c=[o,i,s,a,l.log,l.labels].join();e.forEach(({series:h,look:u},p)=>{let d=n[e.length-1-p],b=this.#m.get(d);(b?.series!==h||b.key!==c)&&d.setAttribute("d",St(h,r)),g(d,{class:`curve ${u}`}),this.#m.set(d,{series:h,key:c})})}#p(e,r,n){let{em:o,width:i}=this.#s,s=r.bottom-r.height,a=e.map(({epoch:u})=>Math.round(r.left+u*r.perEpoch)+.5);g(this.#e,{d:a.map(u=>`M${u} ${s-.4*o}V${n}`).join("")});let l=r.left,c=e.flatMap(({label:u},p)=>{let d=Te(u)*o,b=Math.min(a[p],i-d);return b<l||u===e[p-1]?.label?[]:(l=b+d+o,[{x:b,label:u}])}),h=q(this.#t,c.length,()=>y("text"));c.forEach(({x:u,label:p},d)=>{g(h[d],{x:u,y:s-.8*o}),h[d].textContent!==p&&(h[d].textContent=p)})}};function Eo(t){let{min:e,max:r}=Et(br(t));return me(e,r,1)}function br(t){let e=t??new Float64Array(0);return{values:e,first:0,stride:1,count:e.length,perEpoch:1}}var gr={schedule:{ja:"スケジューラ",en:"Scheduler"},overlay:{ja:"比べるスケジューラ",en:"Compare with"},overlay_none:{ja:"＋ 比べる…",en:"+ compare with…"},pin:{ja:"固定",en:"Pin"},pin_title:{ja:"この曲線を固定して残す",en:"Pin this curve, to compare with it"},reset:{ja:"戻す",en:"Reset"},reset_title:{ja:"最初の設定に戻す",en:"Reset to the first settings"},code:{ja:"コード",en:"Code"},code_title:{ja:"Python のコードをコピー",en:"Copy the Python code"},link:{ja:"リンク",en:"Link"},link_title:{ja:"この設定を開くリンクをコピー",en:"Copy a link to these settings"},copied:{ja:"コピーしました。",en:"Copied."},copy_by_hand:{ja:"ブラウザがコピーを許しません。選択してある文字をコピーしてください。",en:"The browser does not allow copying; copy the selected text yourself."},close:{ja:"閉じる",en:"Close"},most_pins:{ja:"固定できる曲線は {most} 本までです。",en:"At most {most} curves can be pinned."},unpin:{ja:"固定を外す: {label}",en:"Unpin {label}"},plot:{ja:"描く値",en:"Values drawn"},plot_used:{ja:"使う値",en:"used"},plot_used_title:{ja:"各エポック（更新）が使う学習率",en:"The learning rate that each epoch or update trains with"},plot_after_epoch:{ja:"エポック後",en:"after epoch"},plot_after_epoch_title:{ja:"各エポックの後に残る学習率。元の記事の図と同じです",en:"The learning rate left after each epoch, as the article plots it"},log:{ja:"対数",en:"log"},log_title:{ja:"対数目盛",en:"log scale"},chart:{ja:"{name} の学習率",en:"Learning rate of {name}"},cursor:{ja:"値を読む位置",en:"Position to read values at"},formula:{ja:"この位置の式",en:"Formula at this position"},parameters:{ja:"引数",en:"Parameters"},at_epoch:{ja:"エポック {epoch}",en:"epoch {epoch}"},at_update:{ja:"更新 {update}（エポック {epoch}）",en:"update {update} (epoch {epoch})"},at_after_epoch:{ja:"エポック {epoch} の後",en:"after epoch {epoch}"},table:{ja:"データの表",en:"Data table"},table_epoch:{ja:"エポック",en:"epoch"},table_after_epoch:{ja:"このエポックの後",en:"after epoch"},entry_integer:{ja:"整数を入れてください。",en:"Enter a whole number."},entry_number:{ja:"数を入れてください。",en:"Enter a number."},entry_numbers:{ja:"数をカンマで区切ってください。",en:"Separate numbers by commas."},entry_range:{ja:"数を一つか二つ入れてください。",en:"Enter one or two numbers."},misfit_least:{ja:"1 以上にしてください。",en:"Must be at least 1."},misfit_most:{ja:"更新は計 1,000,000 回までです。",en:"At most 1,000,000 updates."},misfit_groups:{ja:"1 個から 8 個までです。",en:"Enter 1 to 8 values."},rejected:{ja:"リンクのこの部分は読めなかったので、既定値にしました: {parts}",en:"These parts of the link could not be read and have their defaults: {parts}"},mark_restart:{ja:"再スタート",en:"restart"},mark_warmup_end:{ja:"ウォームアップ終了",en:"warm-up ends"},mark_decay_start:{ja:"減衰開始",en:"decay starts"},mark_cycles_end:{ja:"周期の終わり",en:"cycles end"},mark_milestone:{ja:"マイルストーン",en:"milestone"},mark_decay:{ja:"下がる",en:"decay"},problem_lr:{ja:"学習率に負の値（{lr}）があると optimizer が受け付けないので、0 以上にしてください。",en:"The optimizer refuses a negative learning rate ({lr}); make it 0 or more."},problem_t_initial:{ja:"t_initial が {t_initial} では timm が受け付けないので、1 以上にしてください。",en:"timm accepts no t_initial of {t_initial}; make it 1 or more."},problem_lr_min:{ja:"負の lr_min（{lr_min}）は timm が受け付けないので、0 以上にしてください。",en:"timm accepts no negative lr_min ({lr_min}); make it 0 or more."},problem_lb:{ja:"lb（{lb}）が ub（{ub}）より小さくないと timm が受け付けないので、lb を下げるか ub を上げてください。",en:"timm requires lb ({lb}) to be below ub ({ub}); lower lb or raise ub."},problem_cycle_limit:{ja:"負の cycle_limit（{cycle_limit}）は TanhLRScheduler が受け付けないので、0 以上にしてください。",en:"TanhLRScheduler accepts no negative cycle_limit ({cycle_limit}); make it 0 or more."},problem_warmup_t:{ja:"負の warmup_t（{warmup_t}）は TanhLRScheduler が受け付けないので、0 以上にしてください。",en:"TanhLRScheduler accepts no negative warmup_t ({warmup_t}); make it 0 or more."},problem_warmup_lr_init:{ja:"負の warmup_lr_init（{warmup_lr_init}）は TanhLRScheduler が受け付けないので、0 以上にしてください。",en:"TanhLRScheduler accepts no negative warmup_lr_init ({warmup_lr_init}); make it 0 or more."},problem_decay_t:{ja:"decay_t が {decay_t} では timm が受け付けないので、1 から t_initial（{t_initial}）までにしてください。",en:"timm accepts no decay_t of {decay_t}; keep it between 1 and t_initial ({t_initial})."},problem_decay_ratio:{ja:"decay_ratio が {decay_ratio} では timm が受け付けないので、0 より大きく 1 より小さくしてください。",en:"timm accepts no decay_ratio of {decay_ratio}; keep it above 0 and below 1."},problem_decay_power:{ja:"decay_power が {decay_power} では timm が受け付けないので、0 より大きくしてください。",en:"timm accepts no decay_power of {decay_power}; make it more than 0."},problem_stable_power:{ja:"stable_power が {stable_power} では timm が受け付けないので、0 より大きくしてください。",en:"timm accepts no stable_power of {stable_power}; make it more than 0."},problem_stable_timescale:{ja:"stable_fn が {stable_fn} のとき、timm は正の時間尺度がないと受け付けないので、stable_timescale を 0 より大きくしてください。",en:"With stable_fn {stable_fn} timm requires a positive timescale; set stable_timescale to more than 0."},problem_decay_rate:{ja:"decay_rate が {decay_rate} では PyTorch の ReduceLROnPlateau が受け付けないので、1 より小さくしてください。",en:"PyTorch's ReduceLROnPlateau accepts no factor of {decay_rate}; make decay_rate less than 1."},problem_floor_division:{ja:"decay_t が 0 だと timm は t = {t} で 0 による割り算になって止まるので、0 より大きくしてください。",en:"With decay_t 0 timm divides by zero and stops at t = {t}; make it more than 0."},problem_cycles_end:{ja:"cycle_mul が {cycle_mul} だと周期が縮んで t = {t} までに尽き、timm はそこで止まるので、1 以上にしてください。",en:"With cycle_mul {cycle_mul} the cycles shrink and are all over by t = {t}, where timm stops; make it 1 or more."},problem_cycle_mul:{ja:"cycle_mul が {cycle_mul} だと timm は対数を計算できず t = {t} で止まるので、1 以上にしてください。",en:"With cycle_mul {cycle_mul} timm cannot take its logarithm and stops at t = {t}; make it 1 or more."},problem_infinite_cycle:{ja:"cycle_mul が {cycle_mul} と大きすぎて timm は t = {t} で周期の番号を計算できずに止まるので、小さくしてください。",en:"With cycle_mul {cycle_mul} timm cannot compute the number of the cycle and stops at t = {t}; make it smaller."},problem_overflow:{ja:"累乗が浮動小数点数の上限を超えて timm は t = {t} で止まるので、倍率や指数の絶対値を小さくしてください。",en:"A power exceeds the largest float and timm stops at t = {t}; make the factor or the exponent smaller."},problem_zero_to_negative_power:{ja:"0 の負の累乗になって timm は t = {t} で止まるので、指数を正にしてください。",en:"0 to a negative power stops timm at t = {t}; make the exponent positive."},problem_division:{ja:"周期の長さの k_decay 乗が 0 になって timm は t = {t} で止まるので、k_decay を 1 に近づけてください。",en:"The length of the cycle to the power of k_decay is 0, which stops timm at t = {t}; bring k_decay nearer to 1."},problem_cosine_of_infinity:{ja:"コサインの引数が無限大になって timm は t = {t} で止まるので、k_decay を 1 に近づけてください。",en:"The argument of the cosine is infinite, which stops timm at t = {t}; bring k_decay nearer to 1."},problem_complex_cosine:{ja:"丸め誤差で周期に入ってからの時間が負になり、その {k_decay} 乗が複素数になって timm は t = {t} で止まるので、k_decay を整数にするか cycle_mul を変えてください。",en:"By a rounding error the time in the cycle is negative at t = {t}, and timm stops as its power of {k_decay} is complex; make k_decay a whole number or change cycle_mul."},problem_complex_lr:{ja:"丸め誤差で負の数の累乗になり、t = {t} の学習率が複素数になるので、power と k_decay を整数にするか cycle_mul を変えてください。",en:"By a rounding error a negative number is raised to a power, and the learning rate at t = {t} is complex; make power and k_decay whole numbers or change cycle_mul."},problem_noise_hangs:{ja:"乱数が noise_pct（{noise_pct}）を下回ることがほぼなく、timm は t = {t} で引き直しを続けて戻らないので、noise_pct を noise_std（{noise_std}）に近づけてください。",en:"Hardly any noise is smaller than noise_pct ({noise_pct}), so timm draws again without end at t = {t}; bring noise_pct nearer to noise_std ({noise_std})."},problem_noise_slow:{ja:"noise_pct（{noise_pct}）が小さく timm は乱数を約 {draws} 回引くので、noise_pct を noise_std（{noise_std}）に近づけるか、noise_range_t を狭めてください。",en:"As noise_pct ({noise_pct}) is small, timm draws about {draws} times; bring it nearer to noise_std ({noise_std}) or shorten noise_range_t."},pitfall_cycle_limit_zero:{ja:"cycle_limit = {cycle_limit} は、周期を無制限にせず、なくします。t = {t} から学習率は {lr_min} です。",en:"cycle_limit = {cycle_limit} means no cycle at all, not endless ones: from t = {t} on the learning rate is {lr_min}."},pitfall_cycles_never_come:{ja:"t_initial は周期一つの長さです。最初の周期が学習の終わりまで続くので、cycle_limit = {cycle_limit} でも周期は増えません。",en:"t_initial is the length of one cycle: the first lasts to the end of the run, so cycle_limit = {cycle_limit} brings no more."},pitfall_cycles_only_one:{ja:"cycle_mul と cycle_decay は 2 番目の周期から効きます。cycle_limit は 1 なので、何も変わりません。",en:"cycle_mul and cycle_decay act from the second cycle on; with cycle_limit = 1 they change nothing."},pitfall_decay_rate_one:{ja:"decay_rate = 1 なので、decay_t が来ても学習率は変わりません。",en:"With decay_rate = 1 the learning rate does not change, whatever decay_t is."},pitfall_ends_before_decay:{ja:"学習は t = {t}、学習率 {lr} で終わります。減衰が終わるのは t = {end} です。",en:"The run ends at t = {t} with a learning rate of {lr}; the decay is over at t = {end} only."},pitfall_ends_within_cycle:{ja:"学習は t = {t}、学習率 {lr} で、周期の途中で終わります。この周期は t = {end} まで続きます。",en:"The run ends at t = {t} with a learning rate of {lr}, within a cycle that lasts until t = {end}."},pitfall_first_epoch_zero:{ja:"warmup_lr_init が 0 なので、最初のエポックは学習率 0 で進み、何も学びません。",en:"warmup_lr_init is 0, so the first epoch trains with a learning rate of 0 and learns nothing."},pitfall_joint_drop:{ja:"warmup_prefix がオフなので、スケジュールはウォームアップの間も進みます。t = {t} で学習率は {before} から {after} へ落ちます。",en:"Without warmup_prefix the schedule runs on during the warm-up: at t = {t} the learning rate drops from {before} to {after}."},pitfall_lost_restart:{ja:"t = {t} の再スタートは、丸め誤差で消えます。timm はこの t を前の周期の終わりとみなします。",en:"The restart at t = {t} is lost to rounding: timm takes this t for the end of the cycle before."},pitfall_lr_min_above_lr:{ja:"lr_min = {lr_min} が基準の学習率 {lr} より大きいので、学習率は下がらずに上がります。",en:"lr_min = {lr_min} is above the base learning rate {lr}, so the learning rate rises instead of falling."},pitfall_lr_min_not_used:{ja:"学習の最後の t = {t} の学習率は {lr} です。lr_min になるのは、学習が終わったあとの t = {end} です。",en:"The last t of the run, {t}, trains with {lr}; lr_min would come at t = {end}."},pitfall_milestone_early:{ja:"マイルストーン {milestone} は、PyTorch より一つ早く、t = {t} で効きます。",en:"Milestone {milestone} takes effect at t = {t}, one earlier than in PyTorch."},pitfall_milestones_unsorted:{ja:"timm は decay_t が昇順に並んでいるものとして探します。この並びでは、下げるところがずれたり抜けたりします。",en:"timm takes for granted that decay_t is in ascending order; in this order some drops come at other times or not at all."},pitfall_negative_lr:{ja:"noise_pct が 1 を超えると、学習率が負になることがあります。t = {t} では {lr} です。",en:"With noise_pct above 1 the learning rate can be negative: at t = {t} it is {lr}."},pitfall_negative_metric:{ja:"負の指標では threshold が逆に働きます。指標が変わらなくても、改善したとみなされます。",en:"With a negative metric threshold works backwards: a metric that stands still counts as an improvement."},pitfall_noise_below_lr_min:{ja:"ノイズは最後に掛かります。t = {t} の学習率は {lr} で、lr_min = {lr_min} より小さくなります。",en:"Noise comes last: at t = {t} it takes the learning rate to {lr}, below lr_min = {lr_min}."},pitfall_noise_never:{ja:"noise_range_t に入る t が学習の中にないので、ノイズはありません。",en:"No t of the run is in noise_range_t, so there is no noise."},pitfall_noise_same_seed:{ja:"noise_seed を変えないかぎり、ノイズはどの学習でも同じです。既定は 42 です。",en:"The noise is the same in every run until you change noise_seed, which is 42 by default."},pitfall_noise_shared:{ja:"{groups} 個の param group は、どれも同じ割合のノイズを受けます。",en:"All {groups} param groups get the same noise, as a share of their learning rates."},pitfall_patience_past_run:{ja:"学習率が下がるのは、早くても t = {earliest} です。学習の最後の t は {t} なので、一度も下がりません。",en:"The learning rate can fall at t = {earliest} at the earliest, but the last t of the run is {t}."},pitfall_peak_below_lr_min:{ja:"周期 {cycle} の山 {peak} は lr_min = {lr_min} より低いので、学習率はこの周期の中で上がります。",en:"The peak of cycle {cycle}, {peak}, is below lr_min = {lr_min}, so the learning rate rises within this cycle."},pitfall_plateau_mode:{ja:'指標は {from} から {to} へ進みます。mode = "{mode}" では悪化とみなされ、学習率が下がり続けます。',en:'The metric goes from {from} to {to}, which mode = "{mode}" takes for getting worse: the learning rate falls again and again.'},pitfall_scale_below_lr_min:{ja:"lr_scale は最後に掛かります。lr_scale = {lr_scale} の param group は {lr} まで、lr_min = {lr_min} より下がります。",en:"lr_scale comes last: the param group with lr_scale = {lr_scale} ends at {lr}, below lr_min = {lr_min}."},pitfall_stays_at_lr_min:{ja:"t = {t} から学習の終わりまで、学習率は lr_min = {lr_min} のままです。",en:"From t = {t} to the end of the run the learning rate stays at lr_min = {lr_min}."},pitfall_tanh_end:{ja:"ub = {ub} では、周期の終わりに学習率は {lr} までしか下がりません。lr_min になるのは最後の周期のあとです。",en:"With ub = {ub} a cycle comes down only to {lr}; lr_min follows after the last cycle."},pitfall_tanh_start:{ja:"lb = {lb} では、曲線は基準の学習率 {lr} ではなく {start} から始まります。",en:"With lb = {lb} the curve starts at {start}, not at the base learning rate {lr}."},pitfall_updates_as_epochs:{ja:"t は更新を数えます。{name} = {value} は、{num_epochs} エポックのうちの {epochs} エポック分です。",en:"t counts updates, so {name} = {value} means {epochs} of the {num_epochs} epochs."},pitfall_warmup_above_lr:{ja:"ウォームアップは {warmup_lr_init} から始まり、基準の学習率 {lr} へ下がります。",en:"The warm-up starts at {warmup_lr_init}, above the base learning rate {lr}, and comes down."},pitfall_warmup_past_cycles:{ja:"warmup_prefix がオフなので、周期はウォームアップの間に終わります。t = {t} から学習率は {lr_min} です。",en:"Without warmup_prefix the cycles are over before the warm-up is: from t = {t} on the learning rate is {lr_min}."},pitfall_warmup_past_run:{ja:"warmup_t = {warmup_t} に対し、学習の最後の t は {t} です。学習はウォームアップだけで終わります。",en:"The last t of the run is {t} and warmup_t is {warmup_t}: the whole run is warm-up."},summary_after_epochs:{ja:"エポック 0〜{last} の後",en:"after each of epochs 0 to {last}"},summary_also:{ja:"ほかに、{others}もあります。",en:"Also shown: {others}."},summary_also_groups:{ja:"残りの param group（全部で {count} 個）",en:"the other param groups, {count} in all"},summary_also_pins:{ja:"固定した曲線（{count} 本）",en:"pinned curves ({count})"},summary_constant:{ja:"{name}、{range}：学習率は {first} のまま変わりません。",en:"{name}, {range}: the learning rate is {first} throughout."},summary_curve:{ja:"{name}、{range}：学習率は {first} で始まり、{last} で終わります。最大は {highest}（{unit} {t_highest}）、最小は {lowest}（{unit} {t_lowest}）です。",en:"{name}, {range}: the learning rate starts at {first} and ends at {last}; it is highest at {highest} ({unit} {t_highest}) and lowest at {lowest} ({unit} {t_lowest})."},summary_cycles_end:{ja:"最後の周期が終わるのは t = {ts}",en:"the last cycle ends at t = {ts}"},summary_decay:{ja:"学習率が変わるのは t = {ts}",en:"the learning rate changes at t = {ts}"},summary_decay_start:{ja:"減衰が始まるのは t = {ts}",en:"the decay begins at t = {ts}"},summary_epoch:{ja:"エポック",en:"epoch"},summary_events:{ja:"{events} です。",en:"On the way: {events}."},summary_range:{ja:"{unit} 0〜{last}",en:"{unit}s 0 to {last}"},summary_restart:{ja:"再スタートは t = {ts}",en:"restarts at t = {ts}"},summary_separator:{ja:"、",en:"; "},summary_update:{ja:"更新",en:"update"},summary_warmup_end:{ja:"ウォームアップが終わるのは t = {ts}",en:"the warm-up ends at t = {ts}"}};var yr=["ja","en"];function _(t,e,r={}){return gr[t][e].replace(/\{(\w+)\}/g,(o,i)=>String(r[i]))}var Oo=/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i,No=[...Array.from({length:10},(t,e)=>10+e),...Array.from({length:15},(t,e)=>20+2*e),...Array.from({length:10},(t,e)=>50+5*e)];function Ot(t){return t===null?"":Array.isArray(t)?t.join(", "):String(t)}function wr(t,e){let r=e.normalize("NFKC").replaceAll("、",",").replaceAll("−","-").replace(/^\s*[[(]|[\])]\s*$/g,"").trim();if(r==="")return t.kind==="numbers"?[]:t.default===null?null:void 0;let n=r.replace(/,\s*$/,"").split(/\s*,\s*/);if(!n.every(i=>Oo.test(i)))return;let o=n.map(Number);return t.kind==="numbers"?o:o.length===1?o[0]:t.kind==="range"?o:void 0}function xr({min:t,max:e,step:r,scale:n}){if(!n||e==="horizon")return null;let o=n==="log0"?[0]:[],i=s=>s>=t&&s<=e&&(!r||Number.isInteger(s/r));for(let s=Math.floor(Math.log10(t));s<=Math.log10(e);s++)o.push(...No.map(a=>+`${a}e${s-1}`).filter(i));return o}function vr(t,e){let r=t.findIndex(o=>o>=e);return r<0?t.length-1:r>0&&e-t[r-1]<t[r]-e?r-1:r}var Pe=class{#e;#t;#r;#n;#o;#a=null;#s=null;#i;#c=m("span",{class:"error"});constructor(e,r,n,o){this.#e=e,this.#t=r,this.#r=n,this.#n=o,this.#c.id=`error-${e}`,this.#i=this.#u(),g(this.#i,{id:e,name:e,"aria-describedby":`help-${e} error-${e}`});let i=m("label",{for:e,id:`label-${e}`},m("code",{},e)," ",m("span",{class:"label"},r.label[n])),s=m("span",{id:`help-${e}`,hidden:!0},r.help[n]),a=m("div",{class:"heading"},i,this.#c);this.root=m("div",{class:`control ${r.kind}`},a),r.slider&&this.root.append(this.#m(r.slider)),this.root.append(this.#i,s)}get first(){return this.#s??this.#i}show(e,r){if(this.#s&&this.#t.slider?.max==="horizon"&&g(this.#s,{max:r}),JSON.stringify(e)===JSON.stringify(this.#o)){this.#d||this.#b(e);return}this.#o=e,this.#p(null),this.#_(e),this.#b(e)}#u(){let{kind:e,options:r}=this.#t;if(e==="choice"){let s=(r??[]).map(l=>m("option",{value:l},l)),a=m("select",{},...s);return a.addEventListener("change",()=>this.#h(a.value)),a}if(e==="boolean"){let s=m("input",{type:"checkbox"});return s.addEventListener("change",()=>this.#h(s.checked)),s}let{slider:n}=this.#t,i=m("input",{type:"text",inputmode:(e==="integer"||e==="number")&&n&&n.min>=0?"decimal":null,autocomplete:"off",spellcheck:"false",placeholder:this.#t.default===null?"None":null});return i.addEventListener("input",()=>{let s=this.#l();s!==void 0&&!this.#n(this.#e,s)&&this.#f(s)}),i.addEventListener("change",()=>{let s=this.#l();s===void 0?this.#p(_(`entry_${e}`,this.#r)):this.#h(s)&&this.#_(s)}),i.addEventListener("keydown",s=>{s.key!=="Escape"||this.#o===void 0||(this.#p(null),this.#_(this.#o))}),i}#m(e){let r=xr(e),n=m("input",{type:"range",name:this.#e,min:r?0:e.min,max:r?r.length-1:e.max,step:r?1:e.step,"aria-labelledby":`label-${this.#e}`,"aria-describedby":`help-${this.#e} error-${this.#e}`});return n.addEventListener("input",()=>{let o=r?r[Number(n.value)]:Number(n.value),i=this.#t.kind==="numbers"?[o]:o;this.#h(i)&&this.#_(i)}),this.#a=r,this.#s=n,n}#l(){let e=wr(this.#t,this.#i.value);return Y(this.#t,e)?e:void 0}#h(e){let r=this.#n(this.#e,e);return r?this.#p(r):this.#f(e),!r}#f(e){this.#o=e,this.#d&&this.#p(null),this.#b(e)}get#d(){return this.#c.textContent!==""}#p(e){this.#c.textContent=e??"",this.root.classList.toggle("bad",!!e),g(this.#i,{"aria-invalid":e?"true":null})}#_(e){this.#i.type==="checkbox"?this.#i.checked=!!e:this.#i.value=Ot(e)}#b(e){let r=this.#s;if(!r)return;let n=Array.isArray(e)&&e.length!==1;r.hidden!==n&&(r.hidden=n);let o=Number(Array.isArray(e)?e[0]:e),i=String(this.#a?vr(this.#a,o):o);r.value!==i&&(r.value=i),this.#a&&r.setAttribute("aria-valuetext",Ot(e))}};var ze=class{#e;#t;#r=new Map;#n=null;#o=m("div",{class:"tabs",role:"tablist"});#a=m("div",{class:"panels"});#s=m("p",{class:"help","aria-hidden":"true"});constructor(e,r){this.#e=e,this.#t=r,g(this.#o,{"aria-label":_("parameters",e)}),this.root=m("div",{class:"controls"},this.#o,this.#a,this.#s),this.#o.addEventListener("keydown",n=>this.#h(n))}show(e){e.schedule!==this.#n&&this.#i(e.schedule);let r=xe(e);for(let[n,o]of this.#r)o.show(e[n],r)}#i(e){let r=v(e),n=new Set([...r.values()].map(({tab:s})=>s)),o=Object.keys(bt).filter(s=>n.has(s)),i=this.#o.querySelector("[aria-selected=true]")?.id.slice(4);this.#n=e,this.#r=new Map,this.#o.replaceChildren(...o.map(s=>this.#c(s))),this.#a.replaceChildren(...o.map(s=>this.#u(s))),this.#m(i&&o.includes(i)?i:o[0])}#c(e){let r={type:"button",role:"tab",id:`tab-${e}`,"aria-controls":`panel-${e}`},n=m("button",r,bt[e][this.#e]);return n.addEventListener("click",()=>this.#m(e)),n}#u(e){let r={id:`panel-${e}`,role:"tabpanel","aria-labelledby":`tab-${e}`},n=m("div",{class:"panel",...r}),o=this.#n;for(let[i,s]of v(o)){if(s.tab!==e)continue;let a=new Pe(i,s,this.#e,this.#t),l=()=>this.#l(i);a.root.addEventListener("focusin",l),a.root.addEventListener("pointerenter",l),this.#r.set(i,a),n.append(a.root)}return n}#m(e){for(let n of this.#o.children){let o=n.id===`tab-${e}`;g(n,{"aria-selected":String(o),tabindex:o?0:-1})}for(let n of this.#a.children)g(n,{hidden:n.id!==`panel-${e}`});let[r]=[...this.#r].find(([,{root:n}])=>!n.closest("[hidden]"))??[];r&&this.#l(r)}#l(e){let n=` ${v(this.#n).get(e)?.help[this.#e]}`;this.#s.replaceChildren(m("code",{},e),n)}#h(e){let r=[...this.#o.children],n=r.findIndex(s=>s.getAttribute("aria-selected")==="true"),i=new Map([["ArrowRight",(n+1)%r.length],["ArrowLeft",(n+r.length-1)%r.length],["Home",0],["End",r.length-1]]).get(e.key);i!==void 0&&(e.preventDefault(),r[i].focus(),this.#m(r[i].id.slice(4)))}};var Fe=class{#e;#t=null;constructor(e){let r=_("copy_by_hand",e),n=m("button",{type:"button"},_("close",e));this.#e=m("textarea",{readonly:!0,spellcheck:"false","aria-label":r}),this.root=m("div",{class:"copy",role:"dialog","aria-label":r,hidden:!0},m("p",{},r),this.#e,n),n.addEventListener("click",()=>this.#r()),this.root.addEventListener("keydown",o=>{o.key==="Escape"&&this.#r()})}async copy(e,r){try{return await navigator.clipboard.writeText(e),!0}catch{return this.#t=r,this.#e.value=e,this.root.hidden=!1,this.#e.select(),this.#e.focus(),!1}}#r(){this.root.hidden=!0,this.#t?.focus()}};function H(t){if(Number.isInteger(t)&&Math.abs(t)<1e9)return String(t);let e=Number(t.toPrecision(5));return Math.abs(t)<1e-4?e.toExponential():String(e)}function f(t,e=H(t)){let r=e.startsWith("-"),n=`${r?C("−"):""}<mn>${e.replace(/^-/,"")}</mn>`;return r?{ml:n,level:0}:{ml:n,level:e.includes("e")?1:2}}function R(t){let e=Math.abs(t)>=100;return f(t,e?String(Number(t.toFixed(3))):H(Number(t.toFixed(9))))}function I(t){return{ml:`<mi>${t}</mi>`,level:2}}function A(t,e){return{ml:t.ml+C("+")+De(e,1),level:0}}function S(t,e){return{ml:t.ml+C("−")+De(e,1),level:0}}function j(...t){return{ml:t.map(e=>De(e,1)).join(C("·")),level:1}}function P(t,e){return{ml:`<mfrac>${We(t)}${We(e)}</mfrac>`,level:2}}function ee(t,e){return{ml:`<msup><mrow>${De(t,2)}</mrow>${We(e)}</msup>`,level:2}}function kr(t){return{ml:`<msqrt>${We(t)}</msqrt>`,level:2}}function U(t,...e){let r=e.map(({ml:n})=>n).join(C(","));return{ml:`<mi>${t}</mi>${C("(")}${r}${C(")")}`,level:2}}function Nt(...t){return`<math displaystyle="true"><mrow>${t.map(r=>typeof r=="string"?C(r):r.ml).join("")}</mrow></math>`}function C(t){return`<mo>${t}</mo>`}function We({ml:t}){return`<mrow>${t}</mrow>`}function De(t,e){return t.level<e?`${C("(")}${t.ml}${C(")")}`:t.ml}var Tt=[.6931471805599453,23190468138462996e-33],jr=2**27+1,Sr=2**-110,To=1e290,$o=1e-250;function B(t,e){let r=t+e,n=r-t;return[r,t-(r-n)+(e-n)]}function Mr(t,e){let r=t*e,n=jr*t,o=n-(n-t),i=t-o,s=jr*e,a=s-(s-e),l=e-a;return[r,o*a-r+o*l+i*a+i*l]}function J(t,e){let[r,n]=B(t[0],e[0]),[o,i]=B(t[1],e[1]),[s,a]=B(r,n+o);return B(s,a+i)}function z(t,e){let[r,n]=Mr(t[0],e[0]);return B(r,n+(t[0]*e[1]+t[1]*e[0]))}function Lo(t,e){let r=t[0]/e[0],n=J(t,z(e,[-r,0])),o=n[0]/e[0],i=J(n,z(e,[-o,0]))[0]/e[0];return J(B(r,o),[i,0])}function Er(t,e){let r=t[0]/e,[n,o]=Mr(r,e);return B(r,(t[0]-n-o+t[1])/e)}function Ar(t){let e=Math.floor(Math.log2(t)),r=t/2**e;r>Math.SQRT2&&(e+=1,r/=2);let n=Lo(B(r,-1),B(r,1)),o=z(n,n),i=n;for(let s=3;Math.abs(n[0])>Sr*Math.abs(i[0]);s+=2)n=z(n,o),i=J(i,Er(n,s));return J(z(Tt,[e,0]),[2*i[0],2*i[1]])}function Co(t){let e=Math.round(t[0]/Tt[0]),r=J(t,z(Tt,[-e,0])),n=[1,0],o=n;for(let i=1;Math.abs(n[0])>Sr;i+=1)n=Er(z(n,r),i),o=J(o,n);return o[0]*2**e}function Ro(t,e){let r=[1,0],n=[t,0];for(let o=e;;n=z(n,n))if(o%2===1&&(r=z(r,n)),o=Math.floor(o/2),o===0)return r[0]}function $t(t){return Ar(t)[0]}function F(t,e){let r=Math.pow(t,e);return r>$o&&r<To?Number.isInteger(e)&&e>=0?Ro(t,e):Co(z(Ar(t),[e,0])):r}var x=class extends Error{constructor(e,r,n={},o=!0){super(r),this.id=e,this.values=n,this.stops=o}at(e,r=e){let n=r===null?this.values:{...this.values,t:r};return{id:this.id,values:n,timm:this.message,t:e}}};var Io=1e-14,O=class{index=0;length=0;elapsed=0;last=-1;#e=0;#t=0;#r=NaN;constructor({t_initial:e,cycle_mul:r}){this.t_initial=e,this.cycle_mul=r,this.logOfMul=Math.log(r)}move(e){let r=e>=this.#e&&e<=this.last;return r||(this.cycle_mul===1?this.#n(e):this.#o(e)),this.elapsed=e-this.#t,!r}#n(e){let r=(e%this.t_initial+this.t_initial)%this.t_initial;this.index=(e-r)/this.t_initial,this.length=this.t_initial,this.#t=e-r,this.#e=this.#t,this.last=this.#t+this.t_initial-1}#o(e){let{t_initial:r,cycle_mul:n}=this;this.index=this.#s(this.#a(e));let o=F(n,this.index);this.length=o*r,this.#t=(1-o)/(1-n)*r,this.#e=e;let i=Math.ceil(this.#t+this.length)-2,s=this.#a(i),l=i>e&&s>0&&s<1/0&&this.#s(s)===this.index;this.last=l?i:e}#a(e){return 1-e/this.t_initial*(1-this.cycle_mul)}#s(e){let{cycle_mul:r}=this;if(!(e>0&&r>0)){let o=r>0?"problem_cycles_end":"problem_cycle_mul";throw new x(o,"ValueError: math domain error",{cycle_mul:r})}let n=Math.log(e)/this.logOfMul;if(Math.abs(n)===1/0){let o="OverflowError: cannot convert float infinity to integer";throw new x("problem_infinite_cycle",o,{cycle_mul:r})}return Math.abs(n-Math.round(n))<=Io*Math.abs(n)&&(Number.isNaN(this.#r)&&(this.#r=$t(r)),n=$t(e)/this.#r),Math.floor(n)+0}};function Nr(t,e){if(e===0)throw new x("problem_floor_division","ZeroDivisionError: float floor division by zero");let r=t%e,n=(t-r)/e-(r!==0&&e<0!=r<0?1:0),o=Math.floor(n);return n-o>.5?o+1:o}function te(t,e){if(e===0)throw new x("problem_division","ZeroDivisionError: float division by zero");return t/e}function M(t,e){let r=Math.pow(t,e);if(r>0&&r<1/0)return r;if(t===0&&e<0)throw new x("problem_zero_to_negative_power","ZeroDivisionError: 0.0 cannot be raised to a negative power");if(Math.abs(t)===1&&Math.abs(e)===1/0)return 1;if(re(t,e)){if(Math.pow(-t,e)===1/0)throw Or("complex exponentiation")}else if(Math.abs(r)===1/0&&Number.isFinite(t)&&Number.isFinite(e))throw Or("(34, 'Numerical result out of range')");return r}function re(t,e){return t<0&&Number.isFinite(t)&&Number.isFinite(e)&&!Number.isInteger(e)}function Or(t){return new x("problem_overflow",`OverflowError: ${t}`)}function Tr(t){if(Math.abs(t)===1/0)throw new x("problem_cosine_of_infinity","ValueError: math domain error");return Math.cos(t)}function Lt(t){let[e,r]=t.toExponential().split("e"),n=Math.abs(Number(r));return Number(r)<-4||Number(r)>=16?`${e}e${r[0]}${String(n).padStart(2,"0")}`:Number.isInteger(t)?`${t}.0`:String(t)}var He=class{gamma=1;lengthPower=1;factor=2;constructor(e){this.cycles=new O(e),this.lr_min=e.lr_min,this.cycle_decay=e.cycle_decay,this.cycle_limit=e.cycle_limit,this.k_decay=e.k_decay}move(e){let{cycles:r,k_decay:n}=this,o=r.move(e);if(o&&(this.gamma=M(this.cycle_decay,r.index)),r.index>=this.cycle_limit)return;let i=M(r.elapsed,n);if(o&&(this.lengthPower=M(r.length,n)),re(r.elapsed,n)){let s="TypeError: must be real number, not complex";throw new x("problem_complex_cosine",s,{k_decay:n})}i>this.lengthPower&&(i=F(r.elapsed,n),this.lengthPower=F(r.length,n)),this.factor=1+Tr(te(Math.PI*i,this.lengthPower))}lr(e){return this.cycles.index>=this.cycle_limit?this.lr_min:this.lr_min+.5*(e*this.gamma-this.lr_min)*this.factor}};var Ue=class{count=0;factor=1;constructor({decay_t:e,decay_rate:r}){this.decay_t=e,this.decay_rate=r}move(e){let r=Po(this.decay_t,e+1);r!==this.count&&(this.factor=M(this.decay_rate,r)),this.count=r}lr(e){return e*this.factor}};function Po(t,e){let r=0,n=t.length;for(;r<n;){let o=Math.floor((r+n)/2);e<t[o]?n=o:r=o+1}return r}var zo=.001,Be=class{gamma=1;lengthPower=1;factor=1;constructor(e){this.cycles=new O(e),this.power=e.power,this.lr_min=e.lr_min,this.cycle_decay=e.cycle_decay,this.cycle_limit=e.cycle_limit,this.k_decay=e.k_decay}move(e){let{cycles:r,k_decay:n}=this,o=r.move(e);if(o&&(this.gamma=M(this.cycle_decay,r.index)),r.index>=this.cycle_limit)return;let i=M(r.elapsed,n);o&&(this.lengthPower=M(r.length,n));let s=1-te(i,this.lengthPower);if(Math.abs(s)<zo&&n!==1&&(s=1-F(r.elapsed,n)/F(r.length,n)),this.factor=M(s,this.power),re(r.elapsed,n)||re(s,this.power))throw new x("problem_complex_lr","",{},!1)}lr(e){return this.cycles.index>=this.cycle_limit?this.lr_min:this.lr_min+(e*this.gamma-this.lr_min)*this.factor}};var Ke=class{count=0;factor=1;constructor({decay_t:e,decay_rate:r}){this.decay_t=e,this.decay_rate=r}move(e){let r=Nr(e,this.decay_t);r!==this.count&&(this.factor=M(this.decay_rate,r)),this.count=r}lr(e){return e*this.factor}};var qe=class{gamma=1;factor=2;constructor(e){this.cycles=new O(e),this.lb=e.lb,this.ub=e.ub,this.lr_min=e.lr_min,this.cycle_decay=e.cycle_decay,this.cycle_limit=e.cycle_limit}move(e){let{cycles:r}=this,n=r.move(e);if(r.index>=this.cycle_limit)return;n&&(this.gamma=M(this.cycle_decay,r.index));let o=te(r.elapsed,r.length);this.factor=1-Math.tanh(this.lb*(1-o)+this.ub*o)}lr(e){return this.cycles.index>=this.cycle_limit?this.lr_min:this.lr_min+.5*(e*this.gamma-this.lr_min)*this.factor}};var Fo=.001,Ve=class{stable=1;isDecaying=!1;decay=1;constructor(e){this.decay_t=e.decay_t,this.decay_start=e.t_initial-e.decay_t,this.lr_min=e.lr_min,this.isConstant=e.stable_fn==="constant",this.timescale=e.stable_timescale??e.warmup_t,this.exponent=e.stable_fn==="rsqrt"?-.5:-e.stable_power,this.decayOf=Wo(e)}move(e){this.stable=this.isConstant?1:Math.pow(1+e/this.timescale,this.exponent);let r=e-this.decay_start;this.isDecaying=r>0,this.isDecaying&&(this.decay=this.decayOf(Math.min(r/this.decay_t,1)))}lr(e){let r=Math.max(e*this.stable,this.lr_min);return this.isDecaying?this.lr_min+(r-this.lr_min)*this.decay:r}};function Wo({decay_fn:t,decay_power:e,decay_ratio:r}){switch(t){case"linear":return n=>1-n;case"1-sqrt":return n=>1-Math.sqrt(n);case"cosine":return n=>.5*(1+Math.cos(Math.PI*n));case"power":return n=>1-Math.pow(n,e);default:return n=>{let o=Math.pow(r,n);return((o-r<Fo*r?F(r,n):o)-r)/(1-r)}}}var Do={step:Ke,multistep:Ue,cosine:He,tanh:qe,poly:Be,wsd:Ve};function N(t){return new Do[t.schedule](t)}function E({schedule:t,warmup_t:e}){return Math.max(1,Number(e)+(t==="plateau"?1:0))}function K({schedule:t,warmup_t:e,warmup_prefix:r}){return t==="wsd"||r?Number(e):0}function Ct({settings:t,horizon:e,lrs:r},n){let o=Number(t.warmup_t),i=Number(t.warmup_lr_init),s=Math.min(E(t),e+1);r.forEach((a,l)=>{a[0]=o?i:t.lr[l];let c=(n[l]-i)/o;for(let h=1;h<s;h+=1)a[h]=i+h*c})}var Ge=200;function Rt(t,e){let r=Number(t.warmup_t);return(r>0&&r<e?[fe(r,"warmup_end")]:[]).concat(Ho(t,e))}function fe(t,e){return{t,kind:e}}function Ho(t,e){switch(t.schedule){case"step":case"multistep":return Uo(t,e);case"cosine":case"tanh":case"poly":return Bo(t,e);case"wsd":{let{warmup_t:r,t_initial:n,decay_t:o}=t,i=Number(r)+(Number(n)-Number(o));return i>0&&i<e?[fe(i,"decay_start")]:[]}case"plateau":return[]}}function Uo(t,e){let r=N(t),n=K(t),o=[],i=0;for(let s=E(t);s<e&&o.length<Ge;s+=1)r.move(s-n),r.count!==i&&o.push(fe(s,"milestone")),i=r.count;return o}function Bo(t,e){let r=new O(t),n=K(t),o=E(t),i=[],s=0;for(let a=o;a<e&&i.length<Ge;a=r.last+n+1){if(a===o&&a>n&&(r.move(a-n-1),s=r.index),r.move(a-n),r.index>=Number(t.cycle_limit))return[...i,fe(a,"cycles_end")];r.index!==s&&i.push(fe(a,"restart")),s=r.index}return i}var Ko=1e-8,de=class{badEpochs=0;cooldownLeft=0;constructor({mode:e,threshold:r,patience_t:n,cooldown_t:o}){this.isMax=e==="max",this.best=this.isMax?-1/0:1/0,this.bar=this.isMax?r+1:1-r,this.patience=n,this.cooldown=o}falls(e){let r=this.best*this.bar;return(this.isMax?e>r:e<r)?(this.best=e,this.badEpochs=0):this.badEpochs+=1,this.cooldownLeft>0&&(this.cooldownLeft-=1,this.badEpochs=0),this.badEpochs<=this.patience?!1:(this.cooldownLeft=this.cooldown,this.badEpochs=0,!0)}};function Je(t,{decay_rate:e,lr_min:r}){let n=Math.max(t*e,r);return t-n>Ko?n:t}function $r(t,e){let r=t.settings,n=t.metric,o=new de(r);for(let i=e;i<=t.horizon;i+=1){let s=o.falls(n[i-1]),a=!1;for(let l of t.lrs)l[i]=s?Je(l[i-1],r):l[i-1],a||=l[i]!==l[i-1];a&&t.marks.length<Ge&&t.marks.push({t:i,kind:"decay"})}}function Lr(t,e,r){let n=t.settings,o=t.metric,i=new de(n),s=E(n),a=t.lrs[e][s-1];for(let d=s;d<r;d+=1)i.falls(o[d-1])&&(a=Je(a,n));if(!i.falls(o[r-1]))return{term:f(a),reasons:qo(i)};let{decay_rate:l,lr_min:c}=n,h=[",",I("num_bad_epochs"),"&gt;",...Cr(i)],u=Math.max(a*l,c);if(Je(a,n)===a){let d=S(f(a),f(u));return{term:f(a),reasons:[...h,",",d,"≤",f(1e-8)]}}let p=j(f(a),f(l));return{term:u===c?U("max",p,f(c)):p,reasons:h}}function qo(t){let e=[",",I("best"),"=",f(t.best),","];return t.cooldownLeft>0?[...e,I("cooldown_counter"),"=",f(t.cooldownLeft)]:[...e,I("num_bad_epochs"),"=",f(t.badEpochs),"≤",...Cr(t)]}function Cr({patience:t}){return[I("patience_t"),"=",f(t)]}var W=f(1),Pt=f(2),Rr=I("π");function Ir(t,e,r){if(r===0)return f(t);let n=r===1?f(e):ee(f(e),f(r));return j(f(t),n)}function Pr(t,{cycles:e,gamma:r},n){let o=f(t.lr_min);if(e.index>=t.cycle_limit)return o;let i=S(f(n*r),o),s=P(It(R(e.elapsed),t.k_decay??1),It(R(e.length),t.k_decay??1));switch(t.schedule){case"cosine":{let a=A(W,U("cos",j(Rr,s)));return A(o,j(P(i,Pt),a))}case"tanh":{let[a,l]=[f(t.lb),f(t.ub)],c=A(j(a,S(W,s)),j(l,s)),h=S(W,U("tanh",c));return A(o,j(P(i,Pt),h))}default:return A(o,j(i,It(S(W,s),t.power)))}}function zr(t,e,r){let{lr_min:n,decay_t:o}=t,i=r-(t.t_initial-o);if(i>=o)return f(n);let s=Vo(t,e,r);if(i<=0)return s;let a=P(R(i),R(o)),l=f(n);return A(l,j(S(s,l),Go(t,a)))}function Vo(t,e,r){let{lr_min:n,stable_fn:o,warmup_t:i}=t;if(o==="constant")return f(Math.max(e,n));let s=t.stable_timescale??i,a=o==="rsqrt"?.5:t.stable_power,l=A(W,P(R(r),f(s))),c=j(f(e),ee(l,f(-a)));return e*Math.pow(1+r/s,-a)<n?U("max",c,f(n)):c}function Go({decay_fn:t,decay_power:e,decay_ratio:r},n){switch(t){case"linear":return S(W,n);case"1-sqrt":return S(W,kr(n));case"cosine":return P(A(W,U("cos",j(Rr,n))),Pt);case"power":return S(W,ee(n,f(e)));default:{let o=f(r);return P(S(ee(o,n),o),S(W,o))}}}function It(t,e){return e===1?t:ee(t,f(e))}var Zo=1e-4,Yo=3e7,Qo=4e6,zt=new Map,Ft=0;function ne({noise_range_t:t},e,r){if(t===null)return{from:r,to:r};let[n,o]=Array.isArray(t)?t:[t,1/0],i=Math.min(r,Math.ceil(o));return{from:Math.min(Math.max(e,Math.ceil(n)),i),to:i}}function Fr({noise_pct:t,noise_std:e,noise_type:r},n){if(r==="uniform")return null;let o=Xo(t/Math.abs(e)),i={noise_pct:t,noise_std:e};if(!(o>=Zo))return new x("problem_noise_hangs","",i);let s=Math.round(n/o);return s>Yo?new x("problem_noise_slow","",{...i,draws:s}):null}function Xo(t){if(!(t>0))return 0;if(t>6)return 1;let e=t*Math.sqrt(2/Math.PI),r=e;for(let n=1;Math.abs(e)>Number.EPSILON;n+=1)e*=-t*t/(2*n),r+=e/(2*n+1);return r}function _e({noise_pct:t,noise_std:e,noise_seed:r,noise_type:n}){let o=r>>>0,i=new Me;return n==="uniform"?s=>(i.manualSeed(o+s),2*(i.uniform()-.5)*t):s=>{for(let a=0;a<4;a+=1){let l=Ee(o+s,a)*e;if(Math.abs(l)<t)return l}for(i.manualSeed(o+s);;){let a=i.normal()*e;if(Math.abs(a)<t)return a}}}function Wr(t,e,r){let{noise_pct:n,noise_std:o,noise_seed:i,noise_type:s}=t,a=[n,o,i,s,e,r].join(),l=zt.get(a);if(!l){let c=_e(t);l=new Float64Array(r-e);for(let h=e;h<r;h+=1)l[h-e]=c(h);Ft+=l.length,Ft>Qo&&(zt.clear(),Ft=l.length),zt.set(a,l)}return l}function Ze(t,e,r){let{settings:n,problem:o}=t,i=U("lr",R(r)),s=t.lrs[e][r];if(Number.isNaN(s))return o?.id==="problem_complex_lr"?Nt(i,"∉",I("ℝ")):"";let a=n.schedule==="plateau"&&r>=E(n),{term:l,reasons:c}=a?Lr(t,e,r):{term:ei(ri(n,e,r),n.lr_scale[e]),reasons:[]},h=ti(l,t,r),u=f(s),p=h.ml===u.ml?[]:["=",h];return Nt(i,...p,"=",u,...c)}function ei(t,e){return e===1?t:j(t,f(e))}function ti(t,{settings:e,horizon:r},n){let o=e,i=e.schedule==="plateau"?E(e):1,{from:s,to:a}=ne(o,i,r+1);if(n<s||n>=a)return t;let l=_e(o)(n),c=f(Math.abs(l));return j(t,l<0?S(f(1),c):A(f(1),c))}function ri(t,e,r){let{warmup_t:n,warmup_lr_init:o}=t,i=t.lr[e];if(r===0)return f(n?o:i);if(r<E(t))return ni(t,i,r);let s=N(t),a=r-K(t);switch(s.move(a),t.schedule){case"step":case"multistep":return Ir(i,t.decay_rate,s.count);case"wsd":return zr(t,i,a);default:return Pr(t,s,i)}}function ni(t,e,r){let{warmup_t:n,warmup_lr_init:o}=t,i=e;if(t.schedule==="tanh"&&!t.warmup_prefix){let a=N(t);a.move(n),i=a.lr(e)}let s=S(f(i),f(o));return A(f(o),P(j(R(r),s),R(n)))}var oi=[2,3,1,0],ii=t=>`hue-${t%4} dash-${Math.floor(t/4)} bold`,si=t=>`hue-${oi[t%4]} dash-${2+t%2}`,ai="last hue-0 bold";function Wt({run:t,overlay:e,pins:r,last:n},o){let i=(a,l,c,h=null)=>({run:a,group:l,series:Ce(a,l,o),look:c,pin:h}),s=t.lrs.map((a,l)=>i(t,l,ii(l)));return e&&s.push(i(e,0,"hue-1 dash-1")),r.forEach((a,l)=>s.push(i(a,0,si(l),l))),n&&n!==t&&s.push(i(n,0,ai)),s}function Hr(t){let e=new Set(t.map(({run:r})=>r.settings.schedule));return t.map(({run:{settings:r},group:n})=>{let o=t.filter(({run:h})=>h.settings.schedule===r.schedule),s=[...v(r.schedule)].flatMap(([h,u])=>{let p=Dr(r,h,n),d=o.every(w=>Dr(w.run.settings,h,w.group)===p),b=p===Ur(u.default);return d?[]:[{text:`${h}=${p}`,isDefault:b}]}),a=s.filter(({isDefault:h})=>!h),l=(a.length?a:s).map(({text:h})=>h);return o.some(({run:h,group:u})=>h.settings===r&&u!==n)&&!l.some(h=>h.startsWith("lr"))&&l.unshift(`param_groups[${n}]`),e.size>1&&l.unshift(r.schedule),l.join(", ")||"lr"})}function Dr(t,e,r){let n=t[e];return Ur((e==="lr"||e==="lr_scale")&&Array.isArray(n)?n[r]:n)}function Ur(t){return t==null?"None":typeof t=="boolean"?t?"True":"False":Array.isArray(t)?`[${t.join(", ")}]`:String(t)}function Br(t){let e=t.settings,r=e.schedule==="plateau";return{run:t,settings:e,lr:e.lr,last:t.horizon-1,isPlateau:r,hasCycles:"cycle_limit"in e,offset:K(e),noisy:ne(e,r?E(e):1,t.horizon)}}function oe({settings:t,offset:e},r,n){let o=N(t);return o.move(n-e),o.lr(t.lr[r])}function ie({settings:t,offset:e},r){let n=new O(t);return n.move(r-e),{index:n.index,end:Kr(r-n.elapsed+n.length)}}function se({settings:{t_initial:t,cycle_mul:e},offset:r},n){let o=e===1?n:(1-e**n)/(1-e);return r+t*o}function Ye(t){let{settings:e,hasCycles:r,offset:n}=t;if(e.schedule==="wsd")return n+e.t_initial;if(!r)return null;let{t_initial:o,cycle_mul:i,cycle_limit:s}=e,a=Kr(se(t,Math.max(0,s))),l=i<1?n+o/(1-i):1/0;return a>=l?1/0:ie(t,a).index<s?a+1:a}function Kr(t){return Math.ceil(t*(1-1e-12))}function qr({settings:t,hasCycles:e,last:r}){let{cycle_limit:n,lr_min:o}=t,i=Math.max(1,t.warmup_t);return e&&n<=0&&i<=r&&{cycle_limit:n,t:i,lr_min:o}}function Vr(t){let{settings:e,hasCycles:r,lr:n,last:o}=t,{lr_min:i,cycle_decay:s,cycle_limit:a}=e;if(!r||!(s<1)||i===0)return null;let l=Math.min(...n)*s;for(let c=1;c<a&&se(t,c)<o;c+=1){if(l<i)return{cycle:c+1,peak:l,lr_min:i};l*=s}return null}function Gr({settings:t,hasCycles:e,offset:r,last:n}){let{cycle_limit:o,t_initial:i,warmup_t:s}=t;return!e||o<=1||s>n?null:r+i>n&&{cycle_limit:o}}function Jr(t){let{run:e,settings:r,hasCycles:n,last:o}=t;if(!n||r.warmup_t>o)return null;let{index:i,end:s}=ie(t,o);return i<r.cycle_limit&&s>o+1&&{t:o,lr:e.lrs[0][o],end:s}}function Zr(t){let{settings:e,hasCycles:r,last:n}=t,{cycle_mul:o,cycle_limit:i,warmup_t:s}=e;if(!r||o===1)return null;for(let a=1;a<i;a+=1){let l=se(t,a),c=Math.round(l);if(c>n)return null;if(Math.abs(c-l)<1e-9*l&&c>=s&&ie(t,c).index<a)return{t:c}}return null}function Yr({settings:t}){let{cycle_limit:e,cycle_mul:r,cycle_decay:n}=t;return e===1&&(r!==1||n!==1)&&{}}function Qr({run:t,settings:e,noisy:r}){if(e.noise_pct<=1)return null;for(let n=r.from;n<r.to;n+=1){let o=Math.min(...t.lrs.map(i=>i[n]));if(o<0)return{t:n,lr:o}}return null}function Xr({settings:t,noisy:e}){return t.noise_range_t!==null&&e.from>=e.to&&{}}function en({run:t,settings:e,isPlateau:r,noisy:n}){let{lr_min:o,lr_scale:i}=e;if(!(o>0))return null;let s=_e(e);for(let a=n.from;a<n.to;a+=1)for(let[l,c]of t.lrs.entries()){let h=r?o:o*i[l];if(c[a]<h&&c[a]/(1+s(a))>=h*(1-1e-12))return{t:a,lr:c[a],lr_min:o}}return null}function tn({lr:t,noisy:e}){return t.length>1&&e.from<e.to&&{groups:t.length}}function rn({settings:t,noisy:e}){return e.from<e.to&&t.noise_seed===42&&{}}function nn({run:t,settings:e,isPlateau:r,last:n}){let{mode:o,metric_from:i,metric_to:s}=e,a=o==="max"?s<i:s>i,l=t.marks.some(({kind:c,t:h})=>c==="decay"&&h<=n);return r&&a&&l&&{mode:o,from:i,to:s}}function on({settings:t,isPlateau:e,last:r}){let n=t.warmup_t+t.patience_t+2;return e&&n>r&&{earliest:n,t:r}}function sn({run:t,settings:e}){if(!t.metric||e.threshold<=0)return null;let r=t.metric.subarray(Math.max(0,e.warmup_t));return(e.mode==="max"?r[0]<0:r.some(o=>o<0))&&{}}var ui=1e-4,mi=.1,an=.01;function ln(t){let{settings:e}=t,{num_epochs:r,updates_per_epoch:n,decay_t:o,t_initial:i,cycle_limit:s}=e;if(e.t_in_epochs!==!1||n===1||s<=0)return null;let a=Ye(t),l=a===null?Math.max(...[o].flat()):i;return l>0&&(a??l)<=r?{name:a===null?"decay_t":"t_initial",value:l,epochs:l/n,num_epochs:r}:null}function cn({settings:t,isPlateau:e}){return!e&&t.decay_rate===1&&{}}function hn({settings:t,offset:e,last:r}){let{decay_t:n,decay_rate:o,warmup_t:i}=t;if(!Array.isArray(n)||mn(n)||o===1)return null;let s=N(t),a=N({...t,decay_t:Float64Array.from(n).sort()});for(let l=Math.max(1,i);l<=r;l+=1)if(s.move(l-e),a.move(l-e),s.lr(1)!==a.lr(1))return{};return null}function un({settings:t,offset:e,last:r}){let{decay_t:n,decay_rate:o,warmup_t:i}=t;if(!Array.isArray(n)||!mn(n)||o===1)return null;for(let s of n){let a=s-1+e,l=a>=Math.max(1,i)&&a<=r;if(Number.isInteger(s)&&l)return{milestone:s,t:a}}return null}function mn(t){return t.every((e,r)=>r===0||e>=t[r-1])}function pn({settings:{lr_min:t},isPlateau:e,lr:r}){let n=Math.min(...r);return!e&&n<t&&{lr:n,lr_min:t}}function fn({run:t,settings:e,isPlateau:r,last:n,noisy:o}){let{lr_min:i,lr_scale:s,warmup_t:a}=e,l=o.from<=n&&n<o.to;if(r||!(i>0)||l||a>n)return null;for(let[c,h]of t.lrs.entries())if(s[c]<1&&h[n]<i)return{lr_scale:s[c],lr:h[n],lr_min:i};return null}function dn(t){let{settings:e,last:r}=t,n=Ye(t);return n===null||e.cycle_limit<=0||n<e.warmup_t?null:r-n>=mi*(r+1)&&{t:n,lr_min:e.lr_min}}function _n(t){let{run:e,settings:r,lr:n,last:o}=t,i=Ye(t);return i!==o+1||r.warmup_t>o?null:(oe(t,0,o)-r.lr_min)/(n[0]-r.lr_min)>ui&&{t:o,lr:e.lrs[0][o],end:i}}function bn({run:t,settings:e,offset:r,last:n}){let o=r+e.t_initial;return e.schedule==="wsd"&&r<=n&&o>n+1&&{t:n,lr:t.lrs[0][n],end:o}}function gn({settings:t,lr:e,offset:r,last:n}){let{schedule:o,lb:i,lr_min:s,warmup_t:a,cycle_limit:l}=t,c=(1+Math.tanh(i))/2,h=a>0&&!r;return o!=="tanh"||h||a>=n||l<=0?null:c>an&&{lb:i,lr:e[0],start:e[0]-(e[0]-s)*c}}function yn(t){let{schedule:e,ub:r,warmup_t:n,cycle_limit:o}=t.settings;if(e!=="tanh"||o<=0)return null;let i=se(t,1)-1,s=i<t.last&&i>=Math.max(1,n),a=(1-Math.tanh(r))/2;return s&&a>an&&{ub:r,lr:oe(t,0,i)}}function wn({settings:{warmup_t:t},last:e}){return t>e&&{warmup_t:t,t:e}}function xn(t){let{settings:e,hasCycles:r,offset:n,last:o}=t,{warmup_t:i,lr_min:s,cycle_limit:a}=e;return!r||n||a<=0||!(i>0&&i<=o)?null:ie(t,i).index>=a&&{t:i,lr_min:s}}function vn(t){let{settings:e,lr:r,offset:n}=t,{schedule:o,warmup_t:i,warmup_lr_init:s}=e,a=Math.min(...r);return i>0&&a<s?(o==="tanh"&&!n?oe(t,r.indexOf(a),i):a)<s&&{warmup_lr_init:s,lr:a}:null}function kn(t){let{settings:e,isPlateau:r,lr:n,offset:o,last:i}=t,{schedule:s,warmup_t:a,warmup_lr_init:l}=e;if(r||s==="tanh"||o||!(a>0&&a<=i))return null;for(let[c,h]of n.entries()){let u=l+(a-1)*(h-l)/a,p=oe(t,c,a);if(l<h&&p<u)return{t:a,before:u,after:p}}return null}function jn({settings:t,lr:e}){let{warmup_t:r,warmup_lr_init:n,t_in_epochs:o}=t;return r>0&&n===0&&o!==!1&&e.some(s=>s!==0)&&{}}var di=3,_i={pitfall_negative_lr:Qr,pitfall_warmup_past_run:wn,pitfall_updates_as_epochs:ln,pitfall_cycle_limit_zero:qr,pitfall_warmup_past_cycles:xn,pitfall_plateau_mode:nn,pitfall_patience_past_run:on,pitfall_negative_metric:sn,pitfall_decay_rate_one:cn,pitfall_milestones_unsorted:hn,pitfall_lr_min_above_lr:pn,pitfall_warmup_above_lr:vn,pitfall_peak_below_lr_min:Vr,pitfall_joint_drop:kn,pitfall_tanh_start:gn,pitfall_noise_never:Xr,pitfall_cycles_never_come:Gr,pitfall_ends_within_cycle:Jr,pitfall_ends_before_decay:bn,pitfall_lost_restart:Zr,pitfall_stays_at_lr_min:dn,pitfall_tanh_end:yn,pitfall_cycles_only_one:Yr,pitfall_noise_below_lr_min:en,pitfall_scale_below_lr_min:fn,pitfall_first_epoch_zero:jn,pitfall_milestone_early:un,pitfall_lr_min_not_used:_n,pitfall_noise_shared:tn,pitfall_noise_same_seed:rn};function Qe(t){if(t.problem)return[];let e=Br(t),r=[];for(let[n,o]of Object.entries(_i)){let i=o(e);if(i&&r.push({id:n,values:bi(i)}),r.length===di)break}return r}function bi(t){let e=Object.entries(t).map(([r,n])=>[r,typeof n=="number"?H(n):n]);return Object.fromEntries(e)}var Xe=class{root=m("div",{class:"messages"});#e;constructor(e){this.#e=e}show(e,r,n){let{problem:o}=e,i=Qe(e).map(({id:a,values:l})=>this.#t(_(a,this.#e,l)));if(n.length&&i.unshift(this.#t(_("rejected",this.#e,{parts:n.join(" · ")}))),o){let a=_(o.id,this.#e,o.values);i.unshift(m("li",{class:"problem"},a," ",m("code",{},o.timm)))}let s=i.map(({textContent:a})=>a).join(" ");return i.length?this.root.replaceChildren(m("ul",{},...i)):this.root.replaceChildren(m("p",{},r)),Q(this.root),s}#t(e){return m("li",{class:"pitfall"},e)}};var et=class{#e;#t=m("span",{class:"when"});#r=m("ul");root;constructor(e,r){this.#e=e,this.root=m("div",{class:"readout"},this.#t,this.#r),this.#r.addEventListener("click",n=>{let o=n.target.closest("button");o&&r(Number(o.value))})}show(e,r,n,o){let i=yi(e[0],n,o,this.#e);this.#t.textContent=`${i}:`;let s=q(this.#r,e.length,gi),a=e.map(({series:l,look:c,pin:h},u)=>{let[p,d,b]=s[u].children,w=$e(X(l,n));return p.firstElementChild?.setAttribute("class",c),d.textContent=r[u],d.setAttribute("title",r[u]),b.textContent=` = ${w}`,this.#n(s[u],h,r[u]),`${r[u]}: ${w}`});return Q(this.root),e.length===1?`${i}: lr = ${a[0].slice(4)}`:`${i}: ${a.join("; ")}`}#n(e,r,n){let o=e.querySelector("button");if(r===null){o?.remove();return}o||(o=m("button",{type:"button"},"×"),e.append(o)),o.value=String(r),o.setAttribute("aria-label",_("unpin",this.#e,{label:n}))}};function gi(){let t=y("svg",{viewBox:"0 0 24 8","aria-hidden":"true"});return t.append(y("path",{d:"M2 4H22"})),m("li",{},t,m("span",{class:"label"}),m("span",{class:"value"}))}function yi({series:{perEpoch:t,count:e}},r,n,o){let i=Math.min(Math.round(r*t),e-1),s={epoch:Math.floor(i/t),update:i};return n==="after_epoch"?_("at_after_epoch",o,s):_(t===1?"at_epoch":"at_update",o,s)}var Sn=6,wi={warmup_end:"summary_warmup_end",restart:"summary_restart",decay_start:"summary_decay_start",milestone:"summary_decay",decay:"summary_decay",cycles_end:"summary_cycles_end"};function tt(t,e,r){let{problem:n}=t;return[xi(t,e,r),n?_(n.id,r,n.values):vi(t,r),ki(t,e,r)].filter(Boolean).join(r==="ja"?"":" ")}function xi({settings:t,horizon:e,lrs:r},{plot:n},o){let i=e/t.num_epochs,s=n==="after_epoch",a=s?Array.from({length:t.num_epochs},(b,w)=>r[0][(w+1)*i]):r[0].subarray(0,e),l=-1,c=-1,h=-1;if(a.forEach((b,w)=>{Number.isNaN(b)||(b<=a[l]||(l=w),b>=a[c]||(c=w),h=w)}),h<0)return"";let u=_(s||t.t_in_epochs!==!1?"summary_epoch":"summary_update",o),p=s?"summary_after_epochs":"summary_range",d=a[l]===a[c];return _(d?"summary_constant":"summary_curve",o,{name:D(t.schedule),range:_(p,o,{unit:u,last:h}),unit:u,first:H(a[0]),last:H(a[h]),highest:H(a[l]),t_highest:l,lowest:H(a[c]),t_lowest:c})}function vi({settings:t,horizon:e,marks:r},n){let o=t.decay_rate!==1,i=Object.entries(wi).flatMap(([s,a])=>{let l=r.filter(h=>h.kind===s&&h.t<e).map(({t:h})=>h);if(!l.length||s==="milestone"&&!o)return[];let c=l.length>Sn?", …":"";return _(a,n,{ts:l.slice(0,Sn).join(", ")+c})});return Mn("summary_events","events",i,n)}function ki({settings:t},{pins:e,overlay:r},n){let o=[],i=t.lr.length;return i>1&&o.push(_("summary_also_groups",n,{count:i})),r&&o.push(D(r)),e.length&&o.push(_("summary_also_pins",n,{count:e.length})),Mn("summary_also","others",o,n)}function Mn(t,e,r,n){let o=r.join(_("summary_separator",n));return r.length?_(t,n,{[e]:o}):""}var ji=300,rt=class{#e;#t=m("table");root;constructor(e,r){this.#e=e;let n=m("summary",{},_("table",e)),o=_("table",e),i=m("div",{tabindex:0,role:"group","aria-label":o},this.#t);this.root=m("details",{class:"data"},n,i),this.root.addEventListener("toggle",r)}show(e,r,n){if(!this.root.open)return;let o=Math.max(...e.map(({run:c})=>c.settings.num_epochs)),i=Math.ceil(o/ji),a=[_(n==="used"?"table_epoch":"table_after_epoch",this.#e),...r].map(c=>m("th",{scope:"col"},c)),l=[];for(let c=0;c<o;c+=i){let h=e.map(({series:u})=>m("td",{},$e(X(u,c))));l.push(m("tr",{},m("th",{scope:"row"},String(c)),...h))}this.#t.replaceChildren(m("thead",{},m("tr",{},...a)),m("tbody",{},...l))}};var En={pin:"M5 2h6M6 2v5l-2 3h8l-2-3V2M8 10v4",reset:"M3 8a5 5 0 1 0 1.6-3.7M3 2v3h3",code:"M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z",link:"M6.5 9.5l3-3M7 5l2-2a2.8 2.8 0 0 1 4 4l-2 2M9 11l-2 2a2.8 2.8 0 0 1-4-4l2-2",done:"M3 8.5l3.5 3.5 7-8"},Si=1500,nt=class{#e;#t;#r;#n;buttons;badge=m("output",{class:"badge"});constructor(e,r){let n=l=>_(l,e),o=()=>T.map(l=>m("option",{value:l},D(l)));this.#e=m("select",{"aria-label":n("schedule")},...o()),this.#e.addEventListener("change",()=>{r.schedule(this.#e.value)});let i=m("option",{value:""},n("overlay_none")),s=o();for(let l of s)l.textContent=`+ ${l.textContent}`;this.#t=m("select",{"aria-label":n("overlay")},i,...s),this.#t.addEventListener("change",()=>{let l=this.#t.value||null;r.view({overlay:l})}),this.buttons={pin:this.#o("pin",n),reset:this.#o("reset",n),code:this.#o("code",n),link:this.#o("link",n)};for(let[l,c]of Object.entries(this.buttons)){let h=r[l];c.addEventListener("click",h)}this.#r=["used","after_epoch"].map(l=>{let c=m("input",{type:"radio",name:"plot",value:l});return c.addEventListener("change",()=>{r.view({plot:l})}),c}),this.#n=m("input",{type:"checkbox"}),this.#n.addEventListener("change",()=>r.view({log:this.#n.checked}));let a=this.#r.map(l=>m("label",{title:n(`plot_${l.value}_title`)},l,n(`plot_${l.value}`)));this.root=m("div",{class:"toolbar"},m("div",{class:"choices"},this.#e,this.#t),m("div",{class:"actions"},...Object.values(this.buttons))),this.views=m("div",{class:"views"},m("div",{role:"radiogroup","aria-label":n("plot")},...a),m("label",{title:n("log_title")},this.#n,n("log")),this.badge)}show(e,r){this.#e.value=e.schedule,this.#t.value=r.overlay??"";for(let n of this.#r)n.checked=n.value===r.plot;this.#n.checked=r.log}confirm(e){let r=e.querySelector("path"),n=o=>{r?.setAttribute("d",En[o?"done":e.name]),e.classList.toggle("done",o)};n(!0),setTimeout(()=>n(!1),Si)}#o(e,r){let n=y("svg",{viewBox:"0 0 16 16","aria-hidden":"true"});n.append(y("path",{d:En[e]}));let o=r(`${e}_title`);return m("button",{type:"button",name:e,title:o,"aria-label":o},n,r(e))}};var An=16,Mi=700,ot=class{#e;#t=new Ie;#r=m("div",{class:"figure"});#n=m("input",{type:"range",class:"scrubber",min:0,step:1});#o=m("div",{class:"formula"});#a=m("p",{id:"summary",hidden:!0});#s=m("p",{class:"unseen",role:"status"});#i;#c;#u;#m;#l;#h;#f=null;#d=0;#p=1;#_="";constructor(e,r){this.#e=e,this.toolbar=new nt(e,r),this.#i=new et(e,r.unpin),this.#c=new Xe(e),this.#u=new ze(e,r.value),this.#m=new rt(e,r.resized),this.#l=new Fe(e),this.#r.append(this.#t.axes.root,this.#t.root,this.#l.root),g(this.#t.root,{"aria-describedby":"summary"}),g(this.#n,{"aria-label":_("cursor",e)}),g(this.#o,{role:"group","aria-label":_("formula",e)}),this.root=m("div",{class:"explorer",role:"group",tabindex:-1,lang:e},this.toolbar.root,this.toolbar.views,this.#r,this.#n,this.#i.root,this.#o,this.#c.root,this.#u.root,this.#m.root,this.#a,this.#s),this.#h=new ResizeObserver(([{contentRect:{width:o,height:i}}])=>{let s=parseFloat(getComputedStyle(this.#t.root).fontSize);this.#t.resize(o,i,s),r.resized()}),this.#h.observe(this.#r),this.#n.addEventListener("input",()=>{r.cursor(Number(this.#n.value)/this.#p)});let n=o=>{o.target===this.#r&&r.cursor(this.#t.epochAt(o.offsetX))};this.#r.addEventListener("pointermove",n),this.#r.addEventListener("pointerdown",n)}destroy(){this.#h.disconnect(),clearTimeout(this.#d)}draw({runs:e,view:r,epoch:n}){let{run:o}=e,i=Wt(e,r.plot),{perEpoch:s}=i[0].series,a=Math.max(...i.map(u=>u.run.settings.num_epochs)),l=r.plot==="used"?0:1,c=o.marks.map(({t:u,kind:p})=>({epoch:u/(o.horizon/o.settings.num_epochs)-l,label:_(`mark_${p}`,this.#e)})),{metric:h}=o;this.#t.draw({lines:i,epochs:a,perEpoch:s,log:r.log,marks:c,metric:h}),this.#p=s,this.#y(i[0].series.count,a),this.moveCursor(e,r,n)}moveCursor({run:e},r,n){let o=Ce(e,0,r.plot),i=Re(o,n);Number(this.#n.value)!==i&&(this.#n.value=String(i)),this.#t.point(i/o.perEpoch)}describe({settings:e,view:r,runs:n,epoch:o,timm:i,rejected:s}){let{run:a}=n;this.toolbar.show(e,r),this.#u.show(e);let l=Wt({...n,last:null},r.plot),c=Hr(l),{series:h}=l[0],u=Re(h,o)/h.perEpoch,p=this.#i.show(l,c,u,r.plot);g(this.#n,{"aria-valuetext":p}),this.#o.innerHTML=Ze(a,0,Mt(h,o)),Q(this.#o);let d=tt(a,r,this.#e);this.#a.textContent=d;let b=_("chart",this.#e,{name:D(e.schedule)});g(this.#t.root,{"aria-label":b}),g(this.root,{"aria-label":b}),this.#b(this.#c.show(a,d,s)),this.#m.show(l,c,r.plot);let w=mr(a,i);g(this.toolbar.badge,{class:`badge ${w.state}`}),this.toolbar.badge.textContent=w.text}async copy(e,r){let n=this.toolbar.buttons[r];await this.#l.copy(e,n)&&(this.toolbar.confirm(n),this.announce(_("copied",this.#e)))}announce(e){this.#s.textContent=e}#b(e){if(e===this.#f)return;let r=this.#f===null;this.#f=e,clearTimeout(this.#d),!r&&(this.#d=setTimeout(()=>this.announce(e),Mi))}#y(e,r){let{left:n,right:o}=this.#t.margins,i=(e-1)/this.#p/r;g(this.#n,{max:e-1});let s=`calc((100% - ${n+o}px) * ${i} + ${An}px)`;s!==this.#_&&(this.#_=s,Object.assign(this.#n.style,{width:s,marginLeft:`${n-An/2}px`}))}};function On(t){let r=(t.closest("[lang]:not([lang=''])")?.lang||navigator.language).slice(0,2).toLowerCase();return yr.find(n=>n===r)??"en"}function Dt(t){let{colorScheme:e,color:r}=getComputedStyle(t);if(e!=="normal")return"";let[n,o,i]=(r.match(/[\d.]+/g)??[]).map(Number);return .2126*n+.7152*o+.0722*i>(r.startsWith("rgb")?127:.5)?"dark":"light"}var it=class{#e;#t;#r=0;constructor(e,r){this.#e=e,this.#t=r}connect(){this.#e.id||(this.#e.id=Ei()),addEventListener("hashchange",this.#n),document.addEventListener("click",this.#o),this.#n()}disconnect(){removeEventListener("hashchange",this.#n),document.removeEventListener("click",this.#o),clearTimeout(this.#r)}link(e){return`${location.href.split("#")[0]}#${this.#e.id}?${e}`}write(e){clearTimeout(this.#r),this.#r=setTimeout(()=>{try{history.replaceState(history.state,"",this.link(e()))}catch{}},300)}show(e,r){let n=r||matchMedia("(prefers-reduced-motion: reduce)").matches;this.#e.scrollIntoView({behavior:n?"auto":"smooth",block:"start"}),e.focus({preventScroll:!0}),e.classList.add("arrived"),setTimeout(()=>e.classList.remove("arrived"),1200)}#n=e=>{let r=`#${this.#e.id}?`;location.hash.startsWith(r)&&this.#t(location.hash.slice(r.length),!e)};#o=e=>{let r=e.target instanceof Element?e.target.closest("a"):null;r&&r.href===location.href&&!e.defaultPrevented&&this.#n(e)}};function Ei(){let t="explorer";for(let e=2;document.getElementById(t);e++)t=`explorer-${e}`;return t}function $n(t){let e=Math.min(...t.lr);if(e<0){let n=`ValueError: Invalid learning rate: ${Lt(e)}`;return new x("problem_lr",n,{lr:e})}let r=t;switch(t.schedule){case"cosine":case"poly":return Tn(r,Nn);case"tanh":return Tn(r,[...Nn,...Ai]);case"wsd":return Oi(r);case"plateau":return r.decay_rate<1?null:be(r,["decay_rate"],"Factor should be < 1.0.");default:return null}}var Nn=[{names:["t_initial"],condition:"t_initial > 0",holds:({t_initial:t})=>t>0},st("lr_min")],Ai=[{names:["lb","ub"],condition:"lb < ub",holds:({lb:t,ub:e})=>t<e},st("cycle_limit"),st("warmup_t"),st("warmup_lr_init")];function st(t){return{names:[t],condition:`${t} >= 0`,holds:e=>e[t]>=0}}function Tn(t,e){let r=e.find(({holds:o})=>!o(t));if(!r)return null;let n=`AssertionError: assert ${r.condition}`;return new x(`problem_${r.names[0]}`,n,Ln(t,r.names))}function Oi(t){let{t_initial:e,decay_t:r,lr_min:n,decay_ratio:o,decay_power:i,stable_power:s}=t,{stable_fn:a,stable_timescale:l,warmup_t:c}=t,h=(u,p)=>be(t,[u],`Invalid ${u} (${Lt(t[u])}), must be ${p}.`);if(e<=0)return be(t,["t_initial"],`Invalid t_initial (${e}), must be > 0.`);if(r<=0||r>e){let u=`in (0, t_initial] w/ t_initial=${e}`,p=`Invalid decay_t (${r}), must be ${u}.`;return be(t,["decay_t","t_initial"],p)}if(n<0)return h("lr_min",">= 0");if(o<=0||o>=1)return h("decay_ratio","in (0, 1)");if(i<=0)return h("decay_power","> 0");if(s<=0)return h("stable_power","> 0");if(a!=="constant"&&(l??c)<=0){let u=`stable_fn=${a} requires a positive stable_timescale, it defaults to warmup_t (${c}), set it explicitly when there is no warmup.`;return be(t,["stable_timescale","stable_fn"],u)}return null}function be(t,e,r){return new x(`problem_${e[0]}`,`ValueError: ${r}`,Ln(t,e))}function Ln(t,e){return Object.fromEntries(e.map(r=>[r,t[r]]))}function ae(t){let e=Math.min(Math.max(0,Math.floor(xe(t))),_t),r=t.schedule==="plateau",n={settings:t,horizon:e,lrs:t.lr.map(()=>new Float64Array(e+1).fill(NaN)),metric:r?Ae(t,e):null,marks:[],problem:null},o=$n(t);return o?n.problem=o.at(null):r?Ni(n):Ti(n),n}function Ni(t){let{settings:e,horizon:r}=t;Ct(t,e.lr);let n=E(e);In(t,Math.min(n,r+1)),t.marks=Rt(e,r+1),$r(t,n);let o=Rn(t,n,r+1);t.marks=t.marks.filter(({t:i})=>i<o)}function Ti(t){let{settings:e,horizon:r}=t,n=N(e),o=Number(e.warmup_t),i=e.lr;if(e.schedule==="tanh"&&o&&!e.warmup_prefix){let a=Cn(n,o);if(a){t.problem=a.at(null,o);return}i=e.lr.map(l=>n.lr(l))}Ct(t,i);let s=Rn(t,1,$i(t,n));In(t,r+1),t.marks=Rt(e,s)}function $i(t,e){let{settings:r,horizon:n,lrs:o}=t,i=K(r);for(let s=E(r);s<=n;s+=1){let a=Cn(e,s-i);if(a){if((a.stops||!t.problem)&&(t.problem=a.at(s)),a.stops)return s}else for(let l=0;l<o.length;l+=1)o[l][s]=e.lr(r.lr[l])}return n+1}function Cn(t,e){try{return t.move(e),null}catch(r){if(r instanceof x)return r;throw r}}function Rn(t,e,r){let n=t.settings,{from:o,to:i}=ne(n,e,r);if(o>=i)return r;let s=Fr(n,i-o);if(s){t.problem=s.at(o);for(let l of t.lrs)l.fill(NaN,o);return o}let a=Wr(n,o,i);for(let l of t.lrs)for(let c=o;c<i;c+=1)l[c]+=l[c]*a[c-o];return r}function In({settings:t,lrs:e},r){e.forEach((n,o)=>{let i=t.lr_scale[o];for(let s=0;s<r;s+=1)n[s]*=i})}var at=class{#e=null;#t=null;#r=null;#n=null;#o=new WeakMap;of(e,r){let o=this.#e?.settings!==e||!this.#e?ae(e):this.#e;this.#e=o,o.problem||(this.#r=o),(r.overlay!==(this.#t?.settings.schedule??null)||this.#n!==e)&&(this.#n=e,this.#t=r.overlay&&ae(Z(e,r.overlay)));let i=r.pins.map(s=>{let a=this.#o.get(s)??ae(s);return this.#o.set(s,a),a});return{run:o,overlay:this.#t,pins:i,last:this.#r}}};function Ht(t){let{schedule:e,...r}=t??{};if(!T.includes(e)){let i=T.join(", ");throw new RangeError(`schedule is ${JSON.stringify(e)}; it must be one of ${i}.`)}Array.isArray(r.lr)&&!("lr_scale"in r)&&(r.lr_scale=r.lr.map(()=>1));let n=L(e,r),o=G(n);if(o){let i=JSON.stringify(o.value);throw new RangeError(`${o.name} is ${i}, which is no value that it can have.`)}return n}function Ut(t){let{plot:e,log:r,overlay:n,pins:o}=t??{};return{plot:e==="after_epoch"?e:"used",log:r===!0,overlay:T.includes(n)?n:null,pins:Array.isArray(o)?o.map(Ht):[]}}function Pn(t,e,r){let n={...t,[e]:r},{lr:o,lr_scale:i}=n;e==="lr"&&(n.lr_scale=o.map((a,l)=>i[l]??1)),e==="lr_scale"&&(n.lr=i.map((a,l)=>o[l]??o[o.length-1]));let s=G(n);return s?Array.isArray(s.value)?{error:"misfit_groups"}:{error:Number(s.value)<1?"misfit_least":"misfit_most"}:{settings:n}}var zn=`:host {
  display: block;
  width: 100%;
  container-type: inline-size;
  scroll-margin-top: 4rem;
}

[hidden] {
  display: none !important;
}

.explorer {
  --blue: #0072b2;
  --vermillion: #d55e00;
  --green: #009e73;
  --purple: #b5629a;
  --soft: color-mix(in srgb, currentColor 75%, transparent);
  --line: color-mix(in srgb, currentColor 25%, transparent);
  --tint: color-mix(in srgb, currentColor 8%, transparent);
  --bad: light-dark(#b3261e, #ff9d94);
  --good: light-dark(#0b6e4f, #5fd3a8);
  --mono: ui-monospace, "SFMono-Regular", Menlo, Consolas, "Liberation Mono", monospace;

  max-width: 64em;
  border-radius: 4px;
  font-size: max(0.875em, 13px);
  line-height: 1.5;
  outline: none;
}

*,
*::before {
  box-sizing: border-box;
}

code {
  font-family: var(--mono);
  font-size: 0.93em;
}

p,
ul {
  margin: 0;
  padding: 0;
  list-style: none;
}

button,
select,
input,
textarea {
  margin: 0;
  color: inherit;
  font: inherit;
  accent-color: var(--blue);
}

:is(button, select, input, textarea, summary, [tabindex="0"]):focus-visible {
  outline: 2px solid var(--blue);
  outline-offset: -2px;
}

button,
select,
input[type="text"] {
  height: 2.2em;
  min-height: 24px;
  border: 1px solid var(--line);
  border-radius: 5px;
  background: transparent;
}

button {
  padding: 0 0.6em;
  cursor: pointer;
  white-space: nowrap;
}

:is(button, select):hover {
  background: var(--tint);
}

select {
  min-width: 0;
  padding: 0 0.3em;
  text-overflow: ellipsis;
}

option {
  background: Canvas;
  color: CanvasText;
}

input[type="text"] {
  width: 5.6em;
  padding: 0 0.4em;
  font-variant-numeric: tabular-nums;
  text-align: right;
}

input[type="checkbox"],
input[type="radio"] {
  width: 1.15em;
  height: 1.15em;
}

.unseen {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}

.ink {
  position: absolute;
  visibility: hidden;
  transition: color 1ms;
}

/* Toolbar */

.toolbar {
  display: flex;
  flex-direction: column;
  gap: 0.5em;
}

.choices {
  display: flex;
  flex-direction: column;
  gap: 0.5em;
  min-width: 0;
}

.actions {
  display: flex;
  gap: 0.35em;
}

.actions button {
  display: inline-flex;
  flex: 1 1 auto;
  gap: 0.35em;
  align-items: center;
  justify-content: center;
  padding: 0 0.3em;
}

.actions svg {
  flex: none;
  width: 1.05em;
  fill: none;
  stroke: currentColor;
  stroke-width: 1.4;
  stroke-linecap: round;
  stroke-linejoin: round;
}

.actions .done {
  border-color: currentColor;
  color: var(--good);
}

.views {
  display: flex;
  gap: 0.8em;
  align-items: center;
  height: 2.2em;
  margin-top: 0.3em;
  white-space: nowrap;
}

.views > [role="radiogroup"] {
  display: flex;
  gap: 0.8em;
}

.views label {
  display: inline-flex;
  gap: 0.35em;
  align-items: center;
  min-height: 24px;
  cursor: pointer;
}

.badge {
  overflow: hidden;
  min-width: 0;
  margin-left: auto;
  border: 1px solid currentColor;
  border-radius: 1em;
  padding: 0 0.7em;
  font-variant-numeric: tabular-nums;
  text-overflow: ellipsis;
}

.badge.none {
  visibility: hidden;
}

.badge.waiting {
  color: var(--soft);
}

.badge.same {
  color: var(--good);
}

.badge.different {
  color: var(--bad);
  font-weight: 600;
}

/* Chart */

.figure {
  position: relative;
  height: 15.5em;
  contain: strict;
  cursor: crosshair;
  touch-action: pan-y;
}

/* On a phone the controls are further down than the screen is high: the curve stays in sight. */
@media (min-height: 600px) {
  .figure {
    position: sticky;
    z-index: 1;
    top: var(--lr-explorer-top, 0px);
    background: var(--lr-explorer-ground, Canvas);
  }

  .figure ~ *,
  .figure ~ * * {
    scroll-margin-top: calc(var(--lr-explorer-top, 0px) + 16em);
  }
}

.axes,
.chart {
  position: absolute;
  z-index: 0;
  overflow: hidden;
  font-size: 0.86em;
  pointer-events: none;
}

.figure text {
  fill: var(--soft);
  font-variant-numeric: tabular-nums;
}

.figure path {
  fill: none;
}

.y text {
  text-anchor: end;
}

.x text {
  text-anchor: middle;
}

.grid {
  stroke: currentColor;
  stroke-opacity: 0.12;
}

.axis {
  stroke: var(--soft);
}

.marks {
  stroke: currentColor;
  stroke-opacity: 0.6;
  stroke-dasharray: 2 3;
}

.metric {
  stroke: currentColor;
  stroke-opacity: 0.8;
  stroke-width: 1.5;
}

.cursor {
  stroke: currentColor;
  stroke-opacity: 0.5;
}

.curves path,
.readout path {
  fill: none;
  stroke: var(--hue);
  stroke-width: 2;
  stroke-linecap: round;
  stroke-linejoin: round;
}

.hue-0 { --hue: var(--blue); }
.hue-1 { --hue: var(--vermillion); }
.hue-2 { --hue: var(--green); }
.hue-3 { --hue: var(--purple); }
:is(.curves, .readout) .dash-1 { stroke-dasharray: 7 5; }
:is(.curves, .readout) .dash-2 { stroke-dasharray: 0.1 4.5; }
:is(.curves, .readout) .dash-3 { stroke-dasharray: 7 4.5 0.1 4.5; }
:is(.curves, .readout) .bold { stroke-width: 2.75; }
.curve.last { opacity: 0.35; }

.dots circle {
  fill: var(--hue);
}

.dots .hidden,
.dots .last {
  display: none;
}

/* Sliders */

input[type="range"] {
  min-width: 0;
  height: 2.2em;
  min-height: 24px;
  appearance: none;
  background: transparent;
  cursor: pointer;
  touch-action: pan-y;
}

input[type="range"]::-webkit-slider-runnable-track {
  height: 4px;
  border-radius: 2px;
  background: var(--line);
}

input[type="range"]::-moz-range-track {
  height: 4px;
  border-radius: 2px;
  background: var(--line);
}

input[type="range"]::-webkit-slider-thumb {
  width: 16px;
  height: 16px;
  margin-top: -6px;
  appearance: none;
  border: 0;
  border-radius: 50%;
  background: var(--blue);
}

input[type="range"]::-moz-range-thumb {
  width: 16px;
  height: 16px;
  border: 0;
  border-radius: 50%;
  background: var(--blue);
}

.control input[type="range"] {
  flex: 1 1 0;
}

.scrubber {
  display: block;
  cursor: ew-resize;
}

/* What the cursor reads */

.readout {
  height: 7em;
  overflow: auto;
  contain: strict;
  font-variant-numeric: tabular-nums;
  line-height: 1.75;
}

.readout .when {
  float: left;
  margin-right: 0.8em;
  font-weight: 600;
}

.readout li {
  display: inline-flex;
  align-items: center;
  max-width: 100%;
  margin-right: 1.2em;
  white-space: nowrap;
}

.readout svg {
  flex: none;
  width: 24px;
  height: 8px;
  margin-right: 0.4em;
}

.readout .label {
  overflow: hidden;
  font-family: var(--mono);
  font-size: 0.93em;
  text-overflow: ellipsis;
}

.readout .value {
  white-space: pre;
}

.readout button {
  min-width: 24px;
  height: 24px;
  border-color: transparent;
  padding: 0;
  line-height: 1;
}

.formula {
  display: flex;
  align-items: center;
  height: 4.2em;
  overflow: auto hidden;
  contain: strict;
}

.formula > * {
  flex: none;
}

/* Messages */

.messages {
  height: 7.6em;
  overflow: auto;
  contain: strict;
  margin: 0.3em 0;
  border-left: 3px solid var(--line);
  padding-left: 0.8em;
}

.messages > p {
  color: var(--soft);
}

.messages li + li {
  margin-top: 0.4em;
}

.messages:has(.pitfall) {
  border-color: var(--vermillion);
}

.messages:has(.problem) {
  border-color: var(--bad);
}

.messages .problem {
  color: var(--bad);
}

.messages code {
  overflow-wrap: anywhere;
}

/* Tabs and controls */

.tabs {
  display: flex;
  height: 2.4em;
  overflow: auto hidden;
  border-bottom: 1px solid var(--line);
  scrollbar-width: none;
}

.tabs button {
  flex: none;
  height: 100%;
  border: 0;
  border-bottom: 3px solid transparent;
  border-radius: 0;
  padding: 0 0.25em;
  font-size: 0.93em;
}

.tabs button[aria-selected="true"] {
  border-bottom-color: var(--blue);
  font-weight: 600;
}

.controls {
  height: 29.6em;
  contain: strict;
}

.panel {
  display: grid;
  padding-top: 0.4em;
  grid-template-columns: minmax(0, 1fr);
  grid-auto-rows: 3.7em;
  column-gap: 2.5em;
}

.control {
  display: flex;
  flex-wrap: wrap;
  gap: 0 0.8em;
  align-content: start;
  align-items: center;
}

.heading {
  display: flex;
  flex: 0 0 100%;
  gap: 0.6em;
  height: 1.5em;
  overflow: hidden;
  white-space: nowrap;
}

.heading .label {
  color: var(--soft);
  font-size: 0.93em;
}

.heading code {
  font-weight: 600;
}

.error {
  color: var(--bad);
}

.bad .label {
  display: none;
}

.bad input[type="text"] {
  border-color: var(--bad);
}

.control.range input[type="text"],
.control.numbers input[type="text"] {
  flex: 0 1 auto;
  width: 100%;
  text-align: left;
}

.control.numbers input[type="range"]:not([hidden]) ~ input[type="text"] {
  width: 5.6em;
  text-align: right;
}

.control select {
  width: 100%;
  font-family: var(--mono);
}

.control input[type="checkbox"] {
  width: 24px;
  height: 24px;
}

.help {
  margin-top: 0.3em;
  color: var(--soft);
}

/* Data */

summary {
  height: 1.9em;
  cursor: pointer;
}

.data > div {
  max-height: 20em;
  overflow: auto;
}

table {
  border-collapse: collapse;
  font-variant-numeric: tabular-nums;
}

th,
td {
  border-bottom: 1px solid var(--line);
  padding: 0.15em 1em 0.15em 0;
  text-align: right;
}

thead th {
  font-weight: 600;
}

tbody th {
  font-weight: 400;
}

.copy {
  position: absolute;
  z-index: 1;
  inset: 0;
  display: flex;
  flex-direction: column;
  gap: 0.5em;
  border: 1px solid var(--line);
  border-radius: 5px;
  padding: 0.8em;
  background: Canvas;
  color: CanvasText;
  cursor: auto;
}

.copy textarea {
  flex: 1;
  min-height: 0;
  resize: none;
  font-family: var(--mono);
  white-space: pre;
}

.copy button {
  align-self: end;
}

.arrived {
  animation: arrive 1.2s ease-out;
}

@keyframes arrive {
  from {
    box-shadow: 0 0 0 4px var(--blue);
  }
}

/* From here on there is room for two columns. */
@container (min-width: 340px) {
  .choices {
    flex-direction: row;
  }

  .choices select {
    flex: 1 1 0;
  }

  .choices select:first-child {
    flex-grow: 1.25;
  }

  .tabs button {
    padding: 0 0.4em;
    font-size: 1em;
  }
}

@container (min-width: 560px) {
  .toolbar {
    flex-direction: row;
  }

  .choices {
    flex: 1;
  }

  .figure {
    position: relative;
    height: 20em;
    background: none;
  }

  .readout {
    height: 3.5em;
  }

  .messages {
    height: 4.6em;
  }

  .controls {
    height: 17em;
  }

  .panel {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }

  .tabs button {
    padding: 0 0.7em;
  }
}

@media (prefers-reduced-motion: reduce) {
  .arrived {
    box-shadow: 0 0 0 4px var(--blue);
    animation: none;
  }
}

@media (forced-colors: active) {
  input[type="range"] {
    appearance: auto;
  }

  .curves,
  .dots,
  .readout svg {
    forced-color-adjust: none;
  }

  .tabs button[aria-selected="true"] {
    border-bottom-color: Highlight;
  }
}

@media print {
  .toolbar,
  .views,
  .scrubber,
  .controls,
  .data,
  .readout button {
    display: none;
  }

  /* Paper has another width than the screen for which the chart was drawn. */
  .figure {
    position: relative;
    height: auto;
    contain: none;
  }

  .axes,
  .chart {
    max-width: 100%;
    height: auto;
  }

  .axes {
    position: static;
  }

  .chart {
    top: 0;
    left: 0;
  }

  .readout,
  .messages,
  .formula {
    height: auto;
    contain: none;
  }
}
`;var Ci=60,Ri=globalThis.HTMLElement??class{},ge=class extends Ri{static observedAttributes=["settings","view","lang"];#e=L("cosine");#t=Ut(null);#r={settings:this.#e,view:this.#t};#n=null;#o=null;#a=[];#s=new at;#i=null;#c=new it(this,(e,r)=>this.#k(e,r));#u=!1;#m=!1;#l=0;#h=0;get settings(){return this.#e}set settings(e){this.#e=Ht(e),this.#i||(this.#r={...this.#r,settings:this.#e}),this.#g()}get view(){return this.#t}set view(e){this.#t=Ut(e),this.#i||(this.#r={...this.#r,view:this.#t}),this.#g()}get run(){return this.#s.of(this.#e,this.#t).run}get timm(){return this.#o}set timm(e){this.#o=e,this.#x()}get#f(){return this.getAttribute("address")!=="off"}connectedCallback(){if(!this.shadowRoot){let e=new CSSStyleSheet;e.replaceSync(zn),this.attachShadow({mode:"open"}).adoptedStyleSheets=[e]}this.#d(),this.#f&&this.#c.connect()}disconnectedCallback(){this.#c.disconnect(),this.#i?.destroy(),this.#i=null,cancelAnimationFrame(this.#l),clearTimeout(this.#h),this.#l=0}attributeChangedCallback(e,r,n){if(e==="settings"||e==="view")try{this[e]=JSON.parse(n??"null"),this.#r={...this.#r,[e]:this[e]}}catch(o){console.error(`<lr-explorer ${e}='${n}'>: ${o.message}`)}else this.#i&&this.#d()}#d(){this.#i?.destroy();let e=On(this);this.#i=new ot(e,{schedule:o=>this.#p({settings:Z(this.#e,o)}),value:(o,i)=>{let s=Pn(this.#e,o,i);return"error"in s?_(s.error,e):(this.#p({settings:s.settings,isContinuous:!0}),null)},view:o=>this.#_(o),pin:()=>this.#b(e),unpin:o=>{this.#_({pins:this.#t.pins.filter((i,s)=>s!==o)})},reset:()=>this.#p(this.#r),code:()=>this.#i?.copy(Ne(this.#e),"code"),link:()=>this.#i?.copy(this.#c.link(this.#y()),"link"),cursor:o=>{this.#n=o,this.#g()},resized:()=>this.#w()}),this.#i.toolbar.buttons.link.hidden=!this.#f;let r=m("i",{class:"ink"}),{root:n}=this.#i;n.append(r),r.addEventListener("transitionrun",()=>n.style.colorScheme=Dt(this)),this.shadowRoot?.replaceChildren(n),n.style.colorScheme=Dt(this),this.#m=!1,this.#g()}#p({settings:e=this.#e,view:r=this.#t,isContinuous:n=!1}){this.#e=e,this.#t=r,this.#a=[],this.#u=!0,this.#m&&=n,this.#g()}#_(e){this.#p({view:{...this.#t,...e}})}#b(e){let{pins:r}=this.#t;r.length===ce?this.#i?.announce(_("most_pins",e,{most:ce})):r.at(-1)!==this.#e&&this.#_({pins:[...r,this.#e]})}#y(){return he(this.#e,this.#t)}#k(e,r){let{settings:n,view:o,rejected:i}=je(e),s=c=>!this.#r.view.pins.includes(c),a=r||o.pins.length?[]:this.#t.pins.filter(s),l=[...o.pins,...a];this.#p({settings:n??this.#e,view:{...o,pins:l}}),this.#u=!r,this.#a=i,this.#i&&this.#c.show(this.#i.root,r)}#g(){this.#i&&!this.#l&&(this.#l=requestAnimationFrame(()=>this.#w()))}#w(){cancelAnimationFrame(this.#l),this.#l=0,this.#i?.draw(this.#v()),this.#x(),this.#u&&(this.#u=!1,this.#f&&this.#c.write(()=>this.#y()),this.dispatchEvent(new CustomEvent("change",{bubbles:!0})))}#x(){clearTimeout(this.#h);let e=()=>this.#i?.describe(this.#v());this.#m?this.#h=setTimeout(e,Ci):e(),this.#m=!0}#v(){let[e,r]=[this.#e,this.#t];this.#n??=Math.round(e.num_epochs/4);let[n,o]=[this.#o,this.#a];return{settings:e,view:r,runs:this.#s.of(e,r),epoch:this.#n,timm:n,rejected:o}}};globalThis.customElements&&!customElements.get("lr-explorer")&&customElements.define("lr-explorer",ge);var Ii=new Set(T.flatMap(t=>[...v(t).keys()]));function Fn(t){let e=t.get("schedule"),r=[...v(e).keys()];return Object.assign({schedule:e},...r.map(n=>({[n]:t.get(n)})))}function Wn(t){if(!t)return null;let e=t.lrs?.map(({buffer:r,byteOffset:n,byteLength:o})=>new Float64Array(r.slice(n,n+o)));return{...t,lrs:e??null}}function lt(t,e){return JSON.stringify(t)===JSON.stringify(e)}var Dn={render({model:t,el:e}){let r=document.createElement("lr-explorer");r.setAttribute("address","off"),r.setAttribute("data-lm-suppress-shortcuts","true"),r.lang=t.get("language"),r.settings=Fn(t),r.view=t.get("view"),r.timm=Wn(t.get("timm"));let n=!1,o=()=>{n=!1;let h=Fn(t);try{lt(h,r.settings)||(r.settings=h),lt(t.get("view"),r.view)||(r.view=t.get("view"))}catch{}},i=()=>{n||queueMicrotask(o),n=!0},s=()=>{for(let[h,u]of Object.entries(r.settings))lt(u,t.get(h))||t.set(h,u);lt(r.view,t.get("view"))||t.set("view",r.view),t.save_changes()},a=()=>r.timm=Wn(t.get("timm")),l=()=>r.lang=t.get("language"),c=["schedule","view",...Ii].map(h=>`change:${h}`);for(let h of c)t.on(h,i);return t.on("change:timm",a),t.on("change:language",l),r.addEventListener("change",s),e.append(r),()=>{for(let h of c)t.off(h,i);t.off("change:timm",a),t.off("change:language",l),r.remove()}}};return Yn(Pi);})();
