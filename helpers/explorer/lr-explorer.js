"use strict";var LRExplorer=(()=>{var de=Object.defineProperty;var Vr=Object.getOwnPropertyDescriptor;var Gr=Object.getOwnPropertyNames;var Jr=Object.prototype.hasOwnProperty;var Zr=(e,t)=>{for(var n in t)de(e,n,{get:t[n],enumerable:!0})},Yr=(e,t,n,r)=>{if(t&&typeof t=="object"||typeof t=="function")for(let o of Gr(t))!Jr.call(e,o)&&o!==n&&de(e,o,{get:()=>t[o],enumerable:!(r=Vr(t,o))||r.enumerable});return e};var Qr=e=>Yr(de({},"__esModule",{value:!0}),e);var Fi={};Zr(Fi,{LRExplorer:()=>wt,Place:()=>lt,computeRun:()=>ct,firstMisfit:()=>G,formulaAt:()=>Yt,fromAddress:()=>St,languageOf:()=>ae,parametersOf:()=>v,pitfallsOf:()=>te,pythonCode:()=>Lt,settingsOf:()=>L,summaryOf:()=>re,text:()=>_,timmKwargs:()=>jt,toAddress:()=>mt,widget:()=>Hr,withSchedule:()=>Z});var vt={tabs:{shape:{ja:"形",en:"Shape"},stable:{ja:"安定",en:"Stable"},decay:{ja:"減衰",en:"Decay"},metric:{ja:"指標",en:"Metric"},stalls:{ja:"停滞",en:"Stalls"},cycles:{ja:"周期",en:"Cycles"},warmup:{ja:"ウォームアップ",en:"Warm-up"},noise:{ja:"ノイズ",en:"Noise"},run:{ja:"学習",en:"Run"}},groups:{run:{lr:{kind:"numbers",default:[.1],slider:{min:1e-5,max:10,scale:"log"},label:{ja:"基準の学習率",en:"base LR"},help:{ja:"optimizer に渡す学習率です。param group が複数あるときは、カンマで区切ります。",en:"The learning rate given to the optimizer; one for each param group, separated by commas."}},lr_scale:{kind:"numbers",default:[1],slider:{min:.01,max:1,scale:"log"},label:{ja:"param group の倍率",en:"factor of the param group"},help:{ja:"param group の lr_scale です。スケジュールの値に最後に掛けます。基準の学習率と同じ個数にします。",en:"The lr_scale of each param group, by which the scheduled value is multiplied at the end; as many as base LRs."}},num_epochs:{kind:"integer",default:100,slider:{min:1,max:300,step:1},label:{ja:"エポック数",en:"epochs"},help:{ja:"学習の長さです。",en:"How long training lasts."}},updates_per_epoch:{kind:"integer",default:10,slider:{min:1,max:1e3,scale:"log",step:1},label:{ja:"1 エポックの更新数",en:"updates per epoch"},help:{ja:"1 エポックに optimizer.step() を呼ぶ回数です。t を更新で数えるときだけ、曲線に効きます。",en:"How often optimizer.step() is called in an epoch; the curve depends on it only where t counts updates."}},t_in_epochs:{kind:"boolean",default:!0,label:{ja:"t をエポックで数える",en:"t counts epochs"},help:{ja:"オフにすると t は更新を数え、長さもすべて更新数になります。",en:"When off, t counts updates, and so do all lengths."}}},cycles:{cycle_limit:{kind:"integer",default:1,slider:{min:0,max:10,step:1},label:{ja:"周期の数",en:"number of cycles"},help:{ja:"この数の周期が終わると、学習率は lr_min のままになります。",en:"After this many cycles the learning rate stays at lr_min."}},cycle_mul:{kind:"number",default:1,slider:{min:1,max:3,step:.05},label:{ja:"周期の長さの倍率",en:"growth of the cycles"},help:{ja:"周期の長さに、周期ごとにこの値を掛けます。",en:"Each cycle is this many times as long as the one before."}},cycle_decay:{kind:"number",default:1,slider:{min:.1,max:1.2,step:.01},label:{ja:"山の高さの倍率",en:"decay of the peaks"},help:{ja:"山の高さに、周期ごとにこの値を掛けます。",en:"The peak of each cycle is this many times the one before."}}},warmup:{warmup_t:{kind:"integer",default:0,slider:{min:0,max:"horizon",step:1},label:{ja:"ウォームアップの長さ",en:"length of the warm-up"},help:{ja:"学習率をこの長さで直線的に上げます。",en:"The learning rate rises in a straight line for this long."}},warmup_lr_init:{kind:"number",default:0,slider:{min:1e-6,max:1,scale:"log0"},label:{ja:"ウォームアップの最初の値",en:"start of the warm-up"},help:{ja:"ウォームアップはこの学習率から始まります。",en:"The warm-up begins at this learning rate."}},warmup_prefix:{kind:"boolean",default:!1,label:{ja:"スケジュールの前に置く",en:"before the schedule"},help:{ja:"オンなら、スケジュールはウォームアップのあとに t = 0 から始まります。オフなら、進んでいたスケジュールの途中へつながります。",en:"When on, the schedule starts at t = 0 after the warm-up; when off, the warm-up covers the beginning of the schedule."}}},noise:{noise_range_t:{kind:"range",default:null,label:{ja:"ノイズの範囲",en:"range of the noise"},help:{ja:"「40, 80」なら 40 ≤ t < 80、「40」なら 40 から最後までです。空ならノイズはありません。",en:"“40, 80” means 40 ≤ t < 80, “40” from 40 on; empty means no noise."}},noise_pct:{kind:"number",default:.67,slider:{min:.01,max:2,step:.01},label:{ja:"ノイズの上限",en:"limit of the noise"},help:{ja:"学習率に対する割合です。正規分布のノイズは、絶対値がこれより小さくなるまで引き直されます。",en:"A share of the learning rate; normal noise is drawn again until it is smaller than this."}},noise_std:{kind:"number",default:1,slider:{min:.01,max:2,step:.01},label:{ja:"ノイズの標準偏差",en:"standard deviation"},help:{ja:"引き直す前の、正規分布の標準偏差です。",en:"Standard deviation of the normal noise before drawing again."}},noise_seed:{kind:"integer",default:42,slider:{min:0,max:200,step:1},label:{ja:"ノイズのシード",en:"seed of the noise"},help:{ja:"時刻 t のノイズは、シード noise_seed + t で引きます。",en:"The noise at time t is drawn with the seed noise_seed + t."}}},metric:{metric_from:{kind:"number",default:.1,slider:{min:0,max:3,step:.05},label:{ja:"指標の最初の値",en:"first value"},help:{ja:"最初のエポックの指標です。",en:"The metric of the first epoch."}},metric_to:{kind:"number",default:.8,slider:{min:0,max:3,step:.05},label:{ja:"指標の行き先",en:"limit"},help:{ja:"指標はこの値へ指数関数的に近づきます。",en:"The metric approaches this value exponentially."}},metric_timescale:{kind:"number",default:15,slider:{min:1,max:100,step:1},label:{ja:"近づく速さ（時定数）",en:"timescale"},help:{ja:"残りの差が 1/e になるまでのエポック数です。",en:"Epochs in which the remaining difference shrinks to 1/e."}},metric_stalls:{kind:"numbers",default:[30,70],tab:"stalls",label:{ja:"停滞が始まるエポック",en:"stalls begin at"},help:{ja:"これらのエポックから、指標がしばらく動かなくなります。",en:"From these epochs on the metric stands still for a while."}},metric_stall_length:{kind:"integer",default:15,slider:{min:0,max:60,step:1},tab:"stalls",label:{ja:"停滞の長さ",en:"length of a stall"},help:{ja:"停滞が続くエポック数です。",en:"How many epochs a stall lasts."}},metric_noise:{kind:"number",default:0,slider:{min:0,max:.2,step:.005},label:{ja:"指標のノイズ",en:"noise"},help:{ja:"指標に加える正規分布のノイズの標準偏差です。",en:"Standard deviation of the normal noise added to the metric."}},metric_seed:{kind:"integer",default:0,slider:{min:0,max:200,step:1},label:{ja:"指標のシード",en:"seed"},help:{ja:"エポック e のノイズは、シード metric_seed + e で引きます。",en:"The noise of epoch e is drawn with the seed metric_seed + e."}}}},schedules:{step:{class:"StepLRScheduler",groups:["warmup","noise","run"],shape:{decay_t:{kind:"number",start:30,slider:{min:1,max:"horizon",step:1},label:{ja:"段の幅",en:"width of a step"},help:{ja:"この長さごとに学習率を下げます。",en:"The learning rate falls every time this length has passed."}},decay_rate:{kind:"number",default:1,start:.5,slider:{min:.05,max:1,step:.05},label:{ja:"下げる倍率",en:"factor of a step"},help:{ja:"1 段ごとに掛ける値です。",en:"The learning rate is multiplied by this at each step."}}},defaults:{warmup_prefix:!0}},multistep:{class:"MultiStepLRScheduler",groups:["warmup","noise","run"],shape:{decay_t:{kind:"numbers",start:[30,60,90],label:{ja:"マイルストーン",en:"milestones"},help:{ja:"昇順にカンマで区切ります。timm はマイルストーンの一つ前の t で下げます。",en:"In ascending order, separated by commas; timm lowers the learning rate one t before each."}},decay_rate:{kind:"number",default:1,start:.5,slider:{min:.05,max:1,step:.05},label:{ja:"下げる倍率",en:"factor of a step"},help:{ja:"マイルストーンごとに掛ける値です。",en:"The learning rate is multiplied by this at each milestone."}}},defaults:{warmup_prefix:!0}},cosine:{class:"CosineLRScheduler",groups:["cycles","warmup","noise","run"],shape:{t_initial:{kind:"integer",start:100,slider:{min:1,max:"horizon",step:1},label:{ja:"最初の周期の長さ",en:"length of the first cycle"},help:{ja:"この長さで lr_min まで下がります。",en:"The learning rate falls to lr_min in this time."}},lr_min:{kind:"number",default:0,slider:{min:1e-6,max:1,scale:"log0"},label:{ja:"最小の学習率",en:"lowest LR"},help:{ja:"周期の終わりの学習率です。",en:"The learning rate at the end of a cycle."}},k_decay:{kind:"number",default:1,slider:{min:.2,max:5,step:.1},label:{ja:"進み具合の指数",en:"power of the progress"},help:{ja:"1 より大きいと、高い学習率が長く続きます。",en:"Above 1 the learning rate stays high for longer."}}}},tanh:{class:"TanhLRScheduler",groups:["cycles","warmup","noise","run"],shape:{t_initial:{kind:"integer",start:100,slider:{min:1,max:"horizon",step:1},label:{ja:"最初の周期の長さ",en:"length of the first cycle"},help:{ja:"この長さで lb から ub まで進みます。",en:"The way from lb to ub takes this long."}},lb:{kind:"number",default:-7,slider:{min:-10,max:2,step:.1},label:{ja:"tanh の始まり",en:"start on the tanh"},help:{ja:"小さいほど、高い学習率が長く続きます。",en:"The lower, the longer the learning rate stays high."}},ub:{kind:"number",default:3,slider:{min:-2,max:10,step:.1},label:{ja:"tanh の終わり",en:"end on the tanh"},help:{ja:"大きいほど、最後の学習率が lr_min に近づきます。",en:"The higher, the closer the learning rate comes to lr_min."}},lr_min:{kind:"number",default:0,slider:{min:1e-6,max:1,scale:"log0"},label:{ja:"最小の学習率",en:"lowest LR"},help:{ja:"学習率はここへ近づきますが、届くのは最後の周期のあとです。",en:"The learning rate approaches this, and reaches it after the last cycle."}}}},poly:{class:"PolyLRScheduler",groups:["cycles","warmup","noise","run"],shape:{t_initial:{kind:"integer",start:100,slider:{min:1,max:"horizon",step:1},label:{ja:"最初の周期の長さ",en:"length of the first cycle"},help:{ja:"この長さで lr_min まで下がります。",en:"The learning rate falls to lr_min in this time."}},power:{kind:"number",default:.5,slider:{min:.1,max:5,step:.1},label:{ja:"指数",en:"power"},help:{ja:"1 なら直線です。1 より大きいと早く、小さいと遅く下がります。",en:"1 is a straight line; above 1 the fall comes early, below 1 late."}},lr_min:{kind:"number",default:0,slider:{min:1e-6,max:1,scale:"log0"},label:{ja:"最小の学習率",en:"lowest LR"},help:{ja:"周期の終わりの学習率です。",en:"The learning rate at the end of a cycle."}},k_decay:{kind:"number",default:1,slider:{min:.2,max:5,step:.1},label:{ja:"進み具合の指数",en:"power of the progress"},help:{ja:"1 より大きいと、高い学習率が長く続きます。",en:"Above 1 the learning rate stays high for longer."}}}},wsd:{class:"WSDLRScheduler",groups:["warmup","noise","run"],shape:{t_initial:{kind:"integer",start:100,slider:{min:1,max:"horizon",step:1},label:{ja:"安定期と減衰期の長さ",en:"length without warm-up"},help:{ja:"安定期と減衰期の長さの和です。ウォームアップは含みません。",en:"Length of the stable and decay phases together, without the warm-up."}},decay_t:{kind:"integer",start:20,slider:{min:1,max:"horizon",step:1},label:{ja:"減衰期の長さ",en:"length of the decay"},help:{ja:"t_initial のうち、最後のこの長さで下げます。",en:"The learning rate falls over the last part, this long, of t_initial."}},lr_min:{kind:"number",default:0,slider:{min:1e-6,max:1,scale:"log0"},label:{ja:"最小の学習率",en:"lowest LR"},help:{ja:"減衰期の終わりの学習率です。",en:"The learning rate at the end of the decay."}},stable_fn:{kind:"choice",default:"constant",options:["constant","rsqrt","power"],tab:"stable",label:{ja:"安定期の形",en:"stable phase"},help:{ja:"constant は一定、rsqrt は平方根の逆数、power はそれを stable_power 乗に広げたものです。",en:"constant, the reciprocal square root (rsqrt), or its generalization with stable_power (power)."}},stable_timescale:{kind:"number",default:null,slider:{min:1,max:"horizon",step:1},tab:"stable",label:{ja:"安定期の時間尺度",en:"timescale of the stable phase"},help:{ja:"rsqrt と power の時間尺度です。空なら warmup_t を使います。",en:"Timescale of rsqrt and power; empty means warmup_t."}},stable_power:{kind:"number",default:.5,slider:{min:.1,max:2,step:.1},tab:"stable",label:{ja:"安定期の指数",en:"power of the stable phase"},help:{ja:"stable_fn が power のときの指数です。",en:"The exponent where stable_fn is power."}},decay_fn:{kind:"choice",default:"1-sqrt",options:["linear","1-sqrt","cosine","power","exp"],tab:"decay",label:{ja:"減衰期の形",en:"decay phase"},help:{ja:"減衰期の下がり方です。",en:"How the learning rate falls in the decay phase."}},decay_power:{kind:"number",default:.5,slider:{min:.1,max:3,step:.1},tab:"decay",label:{ja:"減衰期の指数",en:"power of the decay"},help:{ja:"decay_fn が power のときの指数です。",en:"The exponent where decay_fn is power."}},decay_ratio:{kind:"number",default:.1,slider:{min:.01,max:.99,step:.01},tab:"decay",label:{ja:"exp が下がる先の割合",en:"end of the exponential"},help:{ja:"decay_fn が exp のとき、0 に合わせる前に下がる先の割合です。",en:"Where decay_fn is exp, the share to which it falls before it is shifted to reach lr_min."}}},without:["warmup_prefix"]},plateau:{class:"PlateauLRScheduler",groups:["metric","warmup","noise","run"],shape:{decay_rate:{kind:"number",default:.1,slider:{min:.05,max:.95,step:.05},label:{ja:"下げる倍率",en:"factor of a decay"},help:{ja:"下げるたびに掛ける値です。",en:"The learning rate is multiplied by this at each decay."}},patience_t:{kind:"integer",default:10,slider:{min:0,max:50,step:1},label:{ja:"待つエポック数",en:"patience"},help:{ja:"改善のないエポックがこの数を超えると下げます。",en:"The learning rate falls when more epochs than this bring no improvement."}},threshold:{kind:"number",default:1e-4,slider:{min:1e-6,max:.2,scale:"log0"},label:{ja:"改善とみなす割合",en:"least improvement"},help:{ja:"最良の値に対してこの割合を超えて良くなったときだけ、改善とみなします。",en:"Only a change by more than this share of the best value counts as an improvement."}},cooldown_t:{kind:"integer",default:0,slider:{min:0,max:50,step:1},label:{ja:"下げたあとの休み",en:"cooldown"},help:{ja:"下げたあと、このエポック数のあいだは数えません。",en:"For this many epochs after a decay nothing is counted."}},lr_min:{kind:"number",default:0,slider:{min:1e-6,max:1,scale:"log0"},label:{ja:"最小の学習率",en:"lowest LR"},help:{ja:"これより下げません。",en:"The learning rate never falls below this."}},mode:{kind:"choice",default:"max",options:["max","min"],label:{ja:"良い方向",en:"better is"},help:{ja:"指標が大きいほど良いなら max、小さいほど良いなら min です。",en:"max if a higher metric is better, min if a lower one is."}},noise_type:{kind:"choice",default:"normal",options:["normal","uniform"],tab:"noise",label:{ja:"ノイズの種類",en:"kind of noise"},help:{ja:"正規分布か一様分布です。選べるのは Plateau だけです。",en:"Normal or uniform; only Plateau lets one choose."}}},without:["warmup_prefix","t_in_epochs"]}}};var ge=vt.schedules,_e=vt.groups,Ye=new Set([...Object.keys(_e.run),...Object.keys(_e.metric)]);Ye.delete("t_in_epochs");var ye=1e6,to=8,N=Object.keys(ge),we=vt.tabs,eo=new Map(N.map(e=>[e,no(ge[e])]));function no(e){let t=new Map;for(let[n,r]of Object.entries(e.shape))t.set(n,{tab:"shape",...r});for(let n of e.groups)for(let[r,o]of Object.entries(_e[n])){if(e.without?.includes(r))continue;let s=e.defaults&&r in e.defaults?{default:e.defaults?.[r]}:{};t.set(r,{tab:n,...o,...s})}return t}function v(e){return eo.get(e)}function W(e){return ge[e].class}function be(e){return e.start===void 0?e.default:e.start}function L(e,t={}){let n={schedule:e};for(let[r,o]of v(e)){let i=o.default===void 0?be(o):o.default;n[r]=r in t?t[r]:i}return n}function Z(e,t){let n={};for(let[r,o]of v(t)){let i=ro(o,r in e?e[r]:be(o));n[r]=Y(o,i)?i:be(o)}return L(t,n)}function ro(e,t){return e.kind==="numbers"?Array.isArray(t)?t:[Number(t)]:Array.isArray(t)&&e.kind!=="range"?t[0]:t}function kt(e){return e.t_in_epochs===!1?e.num_epochs*e.updates_per_epoch:e.num_epochs}function jt(e){let t=[...v(e.schedule).keys()];return Object.fromEntries(t.filter(n=>!Ye.has(n)).map(n=>[n,e[n]]))}function Y(e,t){let n=r=>typeof r=="number"&&Number.isFinite(r);if(e.default===null&&t===null)return!0;switch(e.kind){case"integer":return Number.isSafeInteger(t);case"number":return n(t);case"boolean":return typeof t=="boolean";case"choice":return e.options?.includes(t)??!1;case"numbers":return Array.isArray(t)&&t.every(n);case"range":return n(t)||Array.isArray(t)&&t.length===2&&t.every(n)}}function G(e){for(let[n,r]of v(e.schedule))if(!Y(r,e[n]))return{name:n,value:e[n]};for(let n of["num_epochs","updates_per_epoch"])if(!(Number(e[n])>=1))return{name:n,value:e[n]};if(e.num_epochs*e.updates_per_epoch>ye)return{name:"num_epochs",value:e.num_epochs};let t=e.lr.length;return t<1||t>to?{name:"lr",value:e.lr}:e.lr_scale.length!==t?{name:"lr_scale",value:e.lr_scale}:null}var ut=8,oo=2e4,io=20,Qe=60,so=/^-?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i,xe={plot:"used",log:!1,overlay:null,pins:[]};function mt(e,t=xe){let{schedule:n}=e,r=L(n,{lr_scale:rn(e.lr)}),o=[["schedule",n]];for(let i of v(n).keys()){let s=e[i];String(s)!==String(r[i])&&o.push([i,s])}t.plot!==xe.plot&&o.push(["plot",t.plot]),t.log&&o.push(["log",!0]),t.overlay&&o.push(["overlay",t.overlay]);for(let i of t.pins.slice(0,ut))o.push(["pin",mt(i)]);return o.map(([i,s])=>`${i}=${uo(s)}`).join("&")}function St(e){let t={...xe,pins:[]},n=[];if(e.length>oo)return{settings:null,view:t,rejected:[Xe(e)]};let r=a=>{n.length<io&&n.push(Xe(a))},{settings:o,others:i}=tn(e,r),s=new Set;for(let[a,l]of i)(a==="pin"||!s.has(a))&&ao(t,a,l,r)||r(`${a}=${l}`),s.add(a);return{settings:o,view:t,rejected:n}}function ao(e,t,n,r){if(t==="plot"&&(n==="used"||n==="after_epoch"))e.plot=n;else if(t==="log"&&en(n))e.log=n==="true";else if(t==="overlay"&&nn(n))e.overlay=n;else if(t==="pin"&&e.pins.length<ut){let{settings:o,others:i}=tn(n,r);if(!o)return!1;for(let s of i)r(s.join("="));e.pins.push(o)}else return!1;return!0}function tn(e,t){let n=co(e,t),r=n.find(([h])=>h==="schedule");if(!r||!nn(r[1]))return{settings:null,others:n};let o=r[1],i=v(o),s=new Map,a=n.filter(h=>{if(h===r)return!1;let[u,p]=h;return!i.has(u)||s.has(u)?!0:(s.set(u,p),!1)}),l={};for(let[h,u]of s){let p=i.get(h),b=ho(p,u);Y(p,b)?l[h]=b:t(`${h}=${u}`)}return{settings:lo(o,l,h=>t(`${h}=${s.get(h)}`)),others:a}}function lo(e,t,n){for(;;){let r=t.lr,o=L(e,r?{lr_scale:rn(r),...t}:t),i=G(o);if(!i)return o;let s=i.name in t?i.name:"updates_per_epoch";n(s),delete t[s]}}function co(e,t){let n=[];for(let r of e.replace(/^\?/,"").split("&")){if(!r)continue;let[o,...i]=r.split("=");try{n.push([decodeURIComponent(o),decodeURIComponent(i.join("="))])}catch{t(r)}}return n}function ho(e,t){if(t==="")return e.kind==="numbers"?[]:null;switch(e.kind){case"boolean":return en(t)?t==="true":void 0;case"choice":return t;case"numbers":return t.split(",").map(Mt);case"range":return t.includes(",")?t.split(",").map(Mt):Mt(t);default:return Mt(t)}}function Mt(e){return so.test(e)?Number(e):NaN}function en(e){return e==="true"||e==="false"}function nn(e){return N.includes(e)}function rn(e){return e.map(()=>1)}function uo(e){return encodeURIComponent(String(e??"")).replaceAll("%2C",",")}function Xe(e){return e.length>Qe?`${e.slice(0,Qe-1)}…`:e}var Et=new Map,on=-1,sn=new Float32Array(0),T=new Int32Array(4*405),ln=new Int32Array(32);function At(e,t){let n=e>>>0>>>7;return n!==on&&(on=n,sn=Et.get(n)??mo(n)),sn[(e>>>0)%128*4+t]}function mo(e){let t=new Float32Array(512);for(let n=0;n<128;n+=4){po(e*128+n);for(let r=0;r<32;r+=4)un(ln,r,t,n*4+r/2)}return Et.size>=16384&&Et.clear(),Et.set(e,t),t}function po(e){let t=e|0,n=e+1|0,r=e+2|0,o=e+3|0;T[0]=t,T[1]=n,T[2]=r,T[3]=o;for(let i=1,s=4;i<405;i+=1,s+=4)t=pt(t,i),n=pt(n,i),r=pt(r,i),o=pt(o,i),T[s]=t,T[s+1]=n,T[s+2]=r,T[s+3]=o;for(let i=0;i<4;i+=1)for(let s=0;s<8;s+=1){let a=i+s*4,l=T[a+397*4];ln[i*8+s]=hn(cn(T[a],T[a+4],l))}}function pt(e,t){return Math.imul(1812433253,e^e>>>30)+t|0}function cn(e,t,n){let r=e&2147483648|t&2147483647;return n^r>>>1^(t&1?2567483615:0)}function hn(e){return e^=e>>>11,e^=e<<7&2636928640,e^=e<<15&4022730752,e^e>>>18}function un(e,t,n,r){let o=2*Math.PI*an(e[t],e[t+1]),i=Math.sqrt(-2*Math.log1p(-an(e[t+2],e[t+3])));n[r]=i*Math.cos(o),n[r+1]=i*Math.sin(o)}function an(e,t){return((e&2097151)*2**32+(t>>>0))*2**-53}var Ot=class{#t=new Int32Array(624);#e=0;#n=new Int32Array(4);#r=new Float32Array(2);#o=!1;manualSeed(t){this.#e=0,this.#o=!1;let n=t|0;this.#t[0]=n;for(let r=1;r<624;r+=1)n=pt(n,r),this.#t[r]=n}#i(){let t=this.#t,n=this.#e%624;return this.#e+=1,t[n]=cn(t[n],t[(n+1)%624],t[(n+397)%624]),hn(t[n])}normal(){if(this.#o=!this.#o,!this.#o)return this.#r[1];for(let t=0;t<4;t+=1)this.#n[t]=this.#i();return un(this.#n,0,this.#r,0),this.#r[0]}uniform(){return(this.#i()&16777215)*2**-24}};function Nt(e,t){let{metric_from:n,metric_to:r,metric_timescale:o,metric_noise:i}=e,s=Float64Array.from(e.metric_stalls).sort(),a=e.metric_seed>>>0,l=new Float64Array(t),c=0,h=-1/0,u=0;for(let p=0;p<t;p+=1){let b=(n-r)*Math.exp(-u/o),d=r+b;for(i>0&&(d+=i*At(a+p,0)),l[p]=Math.floor(d*1e4+.5)/1e4;c<s.length&&s[c]<=p;c+=1)h=s[c]+e.metric_stall_length-1;p>h&&(u+=1)}return l}var ve=88;function Lt(e){let t=W(e.schedule);return["import torch",`from timm.scheduler import ${t}`,"",...fo(e),...go(`scheduler = ${t}(`,["optimizer",..._o(e)],")"),"",...bo(e)].join(`
`)+`
`}function fo({lr:e,lr_scale:t}){if(e.length===1&&t[0]===1)return["model = torch.nn.Linear(1, 1)  # your model",`optimizer = torch.optim.SGD(model.parameters(), lr=${Tt(e[0])})`];let n=e.map((r,o)=>{let i=t[o]===1?"":`, "lr_scale": ${Tt(t[o])}`;return`    {"params": model[${o}].parameters(), "lr": ${Tt(r)}${i}},`});return[`model = torch.nn.ModuleList(torch.nn.Linear(1, 1) for _ in range(${e.length}))  # your model`,"param_groups = [",...n,"]","optimizer = torch.optim.SGD(param_groups)"]}function _o(e){let t=v(e.schedule);return Object.entries(jt(e)).filter(([n,r])=>!wo(r,t.get(n)?.default)).map(([n,r])=>{let{kind:o,default:i}=t.get(n);return o==="range"&&Array.isArray(r)?`${n}=(${r.join(", ")})`:`${n}=${o==="number"&&typeof i=="number"?Tt(Number(r)):ke(r)}`})}function bo(e){return e.schedule==="plateau"?["metrics = [  # in place of your own, one for each epoch",...mn(Array.from(Nt(e,e.num_epochs),ke)),"]","","for epoch, metric in enumerate(metrics):","    ...  # train and evaluate for one epoch","    scheduler.step(epoch + 1, metric)"]:e.t_in_epochs?[`for epoch in range(${e.num_epochs}):`,"    ...  # train for one epoch","    scheduler.step(epoch + 1)"]:["num_updates = 0",`for epoch in range(${e.num_epochs}):`,`    for _ in range(${e.updates_per_epoch}):`,"        ...  # forward, backward, optimizer.step()","        num_updates += 1","        scheduler.step_update(num_updates)"]}function go(e,t,n){let r=e+t.join(", ")+n;return r.length<=ve?[r]:[e,...t.flatMap(o=>yo(o)),n]}function yo(e){let t=`    ${e},`;if(t.length<=ve)return[t];let[n,r]=e.slice(0,-1).split("[");return[`    ${n}[`,...mn(r.split(", "),"        "),"    ],"]}function mn(e,t="    "){let n=[],r=t;for(let o of e){let i=`${r}${r===t?"":" "}${o},`;i.length>ve&&r!==t?(n.push(r),r=`${t}${o},`):r=i}return e.length?[...n,r]:[]}function ke(e){return e===null?"None":Array.isArray(e)?`[${e.map(ke).join(", ")}]`:typeof e=="boolean"?e?"True":"False":typeof e=="string"?JSON.stringify(e):Number.isFinite(e)?String(e):`float("${e}")`}function Tt(e){return e!==0&&Math.abs(e)<.001?e.toExponential():Number.isInteger(e)&&Math.abs(e)<1e21?`${e}.0`:String(e)}function wo(e,t){return JSON.stringify(e)===JSON.stringify(t)}var xo="http://www.w3.org/2000/svg",pn={narrow:.62,wide:1};function m(e,t={},...n){let r=document.createElement(e);return g(r,t),r.append(...n),r}function y(e,t={},...n){let r=document.createElementNS(xo,e);return g(r,t),r.append(...n),r}function g(e,t){for(let[n,r]of Object.entries(t)){let o=r===!1||r===null||r===void 0,i=r===!0?"":String(r);o?e.removeAttribute(n):e.getAttribute(n)!==i&&e.setAttribute(n,i)}}function q(e,t,n){for(;e.childElementCount>t;)e.lastElementChild?.remove();for(;e.childElementCount<t;)e.append(n());return[...e.children]}function Q(e){let t=e.scrollHeight>e.clientHeight||e.scrollWidth>e.clientWidth;g(e,{tabindex:t?0:null})}function $t(e){return[...e].reduce((t,n)=>t+(n>"⹿"?pn.wide:pn.narrow),0)}function dn(e,t){if(!t)return{state:"none",text:""};if(!vo(t.settings,e.settings))return{state:"waiting",text:"… timm"};if(fn(t.error)!==fn(e.problem?.timm))return{state:"different",text:`✗ timm: ${t.error||"—"}`};let n=t.lrs?ko(e.lrs,t.lrs):0;return n<=1e-12?{state:"same",text:"✓ timm"}:{state:"different",text:`✗ timm: ${n.toExponential(1)}`}}function fn(e){return e?e.split(":")[0]:null}function vo(e,t){return Object.keys(t).every(r=>JSON.stringify(e[r])===JSON.stringify(t[r]))}function ko(e,t){if(e.length!==t.length)return 1/0;let n=0;return e.forEach((r,o)=>{r.length!==t[o].length&&(n=1/0);let i=1e-15*t[o].reduce((s,a)=>Math.max(s,Math.abs(a)||0),0);for(let s=0;s<r.length;s++){let[a,l]=[r[s],t[o][s]];if(a===l||Number.isNaN(a)&&Number.isNaN(l))continue;let h=Math.max(0,Math.abs(a-l)-i)/Math.max(Math.abs(a),Math.abs(l));n=Math.max(n,Number.isNaN(h)?1/0:h)}}),n}function _n(e,t){let n=10**Math.floor(Math.log10(e/t));return([1,2,5].find(o=>o*n*t>=e*(1-1e-9))??10)*n}function jo(e,t){if(e===0)return"0";let n=Math.floor(Math.log10(t)+1e-9);if(n<-4||Math.abs(e)>=1e6){let r=Math.max(0,Math.floor(Math.log10(Math.abs(e))+1e-9)-n);return je(e.toExponential(Math.min(r,6)))}return e.toFixed(Math.max(0,-n))}function je(e){return e.replace("e+","e").replace(/\.0+e/,"e")}function ft(e,t,n){let r=t-e||Math.abs(t)||1,o=_n(r,n),i=Math.floor(e/o+1e-9),s=Math.max(Math.ceil(t/o-1e-9),i+1),a=Array.from({length:s-i+1},(c,h)=>Number(((i+h)*o).toPrecision(12))),l=a.map(c=>jo(c,o));return{low:a[0],high:a[a.length-1],log:!1,ticks:a,labels:l}}function Me(e,t,n){let r=Math.ceil(Math.log10(t)-1e-9),o=Math.max(Math.floor(Math.log10(e)+1e-9),r-8),i=Math.min(o,r-1),s=Math.ceil((r-i)/n),a=[];for(let c=r;c>=i;c-=s)a.unshift(+`1e${c}`);let l=a.map(c=>c<.001||c>=1e6?je(c.toExponential()):String(c));return{low:+`1e${i}`,high:+`1e${r}`,log:!0,ticks:a,labels:l}}function Se(e,t){let n=Math.max(1,_n(e,t));return Array.from({length:Math.floor(e/n)+1},(r,o)=>o*n)}function Ct(e){if(Number.isNaN(e))return"—";let t=Number(e.toPrecision(4));return t!==0&&Math.abs(t)<1e-4?je(t.toExponential()):String(t)}var Rt=class{root=y("svg",{class:"axes","aria-hidden":"true"});#t=y("path",{class:"grid"});#e=y("path",{class:"axis"});#n=y("g",{class:"y"});#r=y("g",{class:"y"});#o=y("g",{class:"x"});#i=y("g",{class:"x"});#a=y("g",{class:"names"});constructor(){this.root.append(this.#t,this.#e,this.#n,this.#r),this.root.append(this.#o,this.#i,this.#a)}draw({frame:t,width:n,edge:r,em:o,epochs:i,perEpoch:s,strip:a}){let{left:l,bottom:c,height:h}=t,u=(a??t).bottom,p=l+n,b=bn(t),d=a?bn(a):[],x=Mo(i,s,n/(5*o)),xt=k=>Math.round(l+k*t.perEpoch)+.5,Ur=[...b,...d].map(({y:k})=>`M${l} ${k}H${p}`),Br=x.map(k=>`M${xt(k)} ${c-h}V${u}`);this.#t.setAttribute("d",Ur.concat(Br).join("")),this.#e.setAttribute("d",`M${l} ${u+.5}H${p}`);let qe={x:l-.6*o,dy:"0.32em"};dt(this.#n,b.map(({y:k,label:ht})=>({...qe,y:k,label:ht}))),dt(this.#r,d.map(({y:k,label:ht})=>({...qe,y:k,label:ht})));let Ve=u+1.5*o,me=u+2.8*o,pe=s!==1,Ge=(k,ht,qr)=>{let Ze=String(qr);return{x:Math.min(xt(k),r-$t(Ze)*o/2),y:ht,label:Ze}};dt(this.#o,x.map(k=>Ge(k,Ve,Math.round(k*s))));let Kr=pe?x.filter(Number.isInteger):[];dt(this.#i,Kr.map(k=>Ge(k,me,k)));let Je={x:l-.8*o,anchor:"end"},fe=[{x:l-.6*o,y:c-h-1.1*o,label:"lr",anchor:"end"},pe?{...Je,y:me,label:"epoch"}:{x:l+n/2,y:me,label:"epoch",anchor:"middle"}];if(pe&&fe.push({...Je,y:Ve,label:"update"}),a){let k=a.bottom-a.height-.7*o;fe.push({x:l,y:k,label:"metric",anchor:"start"})}dt(this.#a,fe)}};function bn({scale:e,bottom:t,height:n}){return e.ticks.map((r,o)=>{let{low:i,high:s,log:a}=e,l=a?Math.log(r/i)/Math.log(s/i):(r-i)/(s-i);return{y:Math.round(t-l*n)+.5,label:e.labels[o]}})}function Mo(e,t,n){return e>=4||t===1?Se(e,n):Se(e*t,n).map(r=>r/t)}function dt(e,t){let n=q(e,t.length,()=>y("text"));t.forEach(({x:r,y:o,label:i,dy:s,anchor:a},l)=>{g(n[l],{x:r,y:o,dy:s,"text-anchor":a}),n[l].textContent!==i&&(n[l].textContent=i)})}function Ee({bottom:e,height:t,scale:n},r){let{low:o,high:i,log:s}=n;return s?r<=o?e:e-Math.log(r/o)/Math.log(i/o)*t:e-(r-o)/(i-o)*t}function Oe(e,t){let{values:n,first:r,stride:o,count:i,perEpoch:s}=e,a=t.perEpoch/s,l="",c=!1,h=u=>{let p=n[r+u*o];if(Number.isNaN(p)){c=!1;return}let b=Math.round((t.left+u*a)*100)/100,d=Math.round(Ee(t,p)*100)/100;l+=c?`L${b} ${d}`:`M${b} ${d}h0`,c=!0};if(a>=.5)for(let u=0;u<i;u++)h(u);else for(let u of So(e,a))h(u);return l}function So({values:e,first:t,stride:n,count:r},o){let i=[],s=0;for(let a=1;s<r;a++){let l=Math.min(Math.ceil(a/o),r);for(;s<l;){let c=s,[h,u]=[c,c],p=e[t+c*n],b=p;for(;s<l;s++){let d=e[t+s*n];if(d!==d)break;d<p?[p,h]=[d,s]:d>b&&([b,u]=[d,s])}if(s>c){let[d,x]=h<u?[h,u]:[u,h];i.push(c),d>c&&i.push(d),x>d&&i.push(x),s-1>x&&i.push(s-1)}for(s<l&&i.push(s++);s<l&&Number.isNaN(e[t+s*n]);)s++}}return i}var gn=new WeakMap,yn=new WeakMap;function It(e,t,n){let r=e.lrs[t],o=gn.get(r)??{};return gn.set(r,o),o[n]??=Eo(e,r,n)}function Eo({horizon:e,settings:{num_epochs:t}},n,r){let o=e/t;return r==="used"?{values:n,first:0,stride:1,count:e,perEpoch:o}:{values:n,first:o,stride:o,count:t,perEpoch:1}}function Ae(e,t){return e.first+Pt(e,t)*e.stride}function Pt(e,t){return Math.min(Math.max(Math.round(t*e.perEpoch),0),e.count-1)}function X(e,t){return Math.round(t*e.perEpoch)>=e.count?NaN:e.values[Ae(e,t)]}function Ne(e){let t=yn.get(e);if(t)return t;let{values:n,first:r,stride:o,count:i}=e,[s,a,l]=[1/0,-1/0,1/0];for(let h=0,u=r;h<i;h++,u+=o){let p=n[u];p<s&&(s=p),p>a&&(a=p),p<l&&p>0&&(l=p)}let c={min:s,max:a,positive:l};return yn.set(e,c),c}var V={left:4.2,right:1.2,top:2.2,bottom:3.4},Te={height:4,gap:2.6},zt=class{root=y("svg",{class:"chart",role:"img"});axes=new Rt;#t=y("path",{class:"marks"});#e=y("g",{class:"mark-labels"});#n=y("g",{class:"curves"});#r=y("path",{class:"metric"});#o=y("path",{class:"cursor"});#i=y("g",{class:"dots"});#a={width:0,height:0,em:12};#l="";#s="";#u=ft(0,1,1);#m=new WeakMap;#c=null;#h=null;constructor(){this.root.append(this.#t,this.#e,this.#r,this.#n),this.root.append(this.#o,this.#i)}resize(t,n,r){this.#a={width:t,height:n,em:r};let o={width:t,height:n,viewBox:`0 0 ${t} ${n}`};for(let i of[this.axes.root,this.root])g(i,o);this.#l=""}get margins(){let{em:t}=this.#a;return{left:V.left*t,right:V.right*t}}epochAt(t){return this.#c?(t-this.#c.left)/this.#c.perEpoch:0}draw(t){let{width:n,height:r,em:o}=this.#a;if(!n)return;let i=Math.max(n-(V.left+V.right)*o,1),s=r-V.bottom*o,a=t.metric?(Te.height+Te.gap)*o:0,l=Math.max(s-a-V.top*o,1),c=this.#p(t,l/(2.4*o)),h={left:V.left*o,perEpoch:i/t.epochs},u={...h,bottom:s-a,height:l,scale:c},p=t.metric&&{...h,bottom:s,height:Te.height*o,scale:Oo(t.metric)};this.#h=t,this.#c=u;let{epochs:b,perEpoch:d}=t,x=[Le(u),p&&Le(p),b,d].join("|");if(x!==this.#l){this.#l=x;let xt=this.#a.width;this.axes.draw({frame:u,width:i,edge:xt,em:o,epochs:b,perEpoch:d,strip:p})}this.#d(t.lines,u),this.#f(t.marks,u,s),g(this.#r,{d:p&&Oe(wn(t.metric),p)})}point(t){if(!this.#c||!this.#h)return;let n=this.#c,r=Math.round((n.left+t*n.perEpoch)*100)/100,o=this.#a.height-V.bottom*this.#a.em;g(this.#o,{d:`M${r} ${n.bottom-n.height}V${o}`});let{lines:i}=this.#h,s=q(this.#i,i.length,()=>y("circle",{r:4}));i.forEach(({series:a,look:l},c)=>{let h=X(a,t);Number.isNaN(h)?g(s[c],{class:"hidden"}):g(s[c],{class:l,cx:r,cy:Ee(n,h)})})}#p({lines:t,log:n},r){let o=t.map(({series:c})=>Ne(c)),i=Math.min(0,...o.map(c=>c.min)),s=Math.max(...o.map(c=>c.max)),a=Math.min(...o.map(c=>c.positive)),l=[i,s,a,r,n].join();return l===this.#s?this.#u:(this.#s=l,n?this.#u=a<1/0?Me(a,s,r):Me(.1,1,1):this.#u=s>-1/0?ft(i,s,r):ft(0,1,r),this.#u)}#d(t,n){let r=q(this.#n,t.length,()=>y("path")),o=Le(n);t.forEach(({series:i,look:s},a)=>{let l=r[t.length-1-a],c=this.#m.get(l);(c?.series!==i||c.key!==o)&&l.setAttribute("d",Oe(i,n)),g(l,{class:`curve ${s}`}),this.#m.set(l,{series:i,key:o})})}#f(t,n,r){let{em:o,width:i}=this.#a,s=n.bottom-n.height,a=t.map(({epoch:u})=>Math.round(n.left+u*n.perEpoch)+.5);g(this.#t,{d:a.map(u=>`M${u} ${s-.4*o}V${r}`).join("")});let l=n.left,c=t.flatMap(({label:u},p)=>{let b=$t(u)*o,d=Math.min(a[p],i-b);return d<l||u===t[p-1]?.label?[]:(l=d+b+o,[{x:d,label:u}])}),h=q(this.#e,c.length,()=>y("text"));c.forEach(({x:u,label:p},b)=>{g(h[b],{x:u,y:s-.8*o}),h[b].textContent!==p&&(h[b].textContent=p)})}};function Le({left:e,perEpoch:t,bottom:n,height:r,scale:{low:o,high:i,log:s}}){return[e,t,n,r,o,i,s].join()}function Oo(e){let{min:t,max:n}=Ne(wn(e));return ft(t,n,1)}function wn(e){let t=e??new Float64Array(0);return{values:t,first:0,stride:1,count:t.length,perEpoch:1}}var xn={schedule:{ja:"スケジューラ",en:"Scheduler"},overlay:{ja:"比べるスケジューラ",en:"Compare with"},overlay_none:{ja:"＋ 比べる…",en:"+ compare with…"},pin:{ja:"固定",en:"Pin"},pin_title:{ja:"この曲線を固定して残す",en:"Pin this curve, to compare with it"},pinned:{ja:"曲線を固定しました。",en:"Pinned the curve."},reset:{ja:"戻す",en:"Reset"},reset_title:{ja:"最初の設定に戻す",en:"Reset to the first settings"},code:{ja:"コード",en:"Code"},code_title:{ja:"Python のコードをコピー",en:"Copy the Python code"},link:{ja:"リンク",en:"Link"},link_title:{ja:"この設定を開くリンクをコピー",en:"Copy a link to these settings"},copied:{ja:"コピーしました。",en:"Copied."},copy_by_hand:{ja:"ブラウザがコピーを許しません。選択してある文字をコピーしてください。",en:"The browser does not allow copying; copy the selected text yourself."},close:{ja:"閉じる",en:"Close"},most_pins:{ja:"固定できる曲線は {most} 本までです。",en:"At most {most} curves can be pinned."},unpin:{ja:"固定を外す: {label}",en:"Unpin {label}"},plot:{ja:"描く値",en:"Values drawn"},plot_used:{ja:"使う値",en:"used"},plot_used_title:{ja:"各エポック（更新）が使う学習率",en:"The learning rate that each epoch or update trains with"},plot_after_epoch:{ja:"エポック後",en:"after epoch"},plot_after_epoch_title:{ja:"各エポックの後に残る学習率。元の記事の図と同じです",en:"The learning rate left after each epoch, as the article plots it"},log:{ja:"対数",en:"log"},log_title:{ja:"対数目盛",en:"log scale"},chart:{ja:"{name} の学習率",en:"Learning rate of {name}"},cursor:{ja:"値を読む位置",en:"Position to read values at"},formula:{ja:"この位置の式",en:"Formula at this position"},parameters:{ja:"引数",en:"Parameters"},goal:{ja:"目標",en:"goal"},at_epoch:{ja:"エポック {epoch}",en:"epoch {epoch}"},at_update:{ja:"更新 {update}（エポック {epoch}）",en:"update {update} (epoch {epoch})"},at_after_epoch:{ja:"エポック {epoch} の後",en:"after epoch {epoch}"},table:{ja:"データの表",en:"Data table"},table_epoch:{ja:"エポック",en:"epoch"},table_after_epoch:{ja:"このエポックの後",en:"after epoch"},entry_integer:{ja:"整数を入れてください。",en:"Enter a whole number."},entry_number:{ja:"数を入れてください。",en:"Enter a number."},entry_numbers:{ja:"数をカンマで区切ってください。",en:"Separate numbers by commas."},entry_range:{ja:"数を一つか二つ入れてください。",en:"Enter one or two numbers."},misfit_least:{ja:"1 以上にしてください。",en:"Must be at least 1."},misfit_most:{ja:"更新は計 1,000,000 回までです。",en:"At most 1,000,000 updates."},misfit_groups:{ja:"1 個から 8 個までです。",en:"Enter 1 to 8 values."},rejected:{ja:"リンクのこの部分は読めなかったので、既定値にしました: {parts}",en:"These parts of the link could not be read and have their defaults: {parts}"},mark_restart:{ja:"再スタート",en:"restart"},mark_warmup_end:{ja:"ウォームアップ終了",en:"warm-up ends"},mark_decay_start:{ja:"減衰開始",en:"decay starts"},mark_cycles_end:{ja:"周期の終わり",en:"cycles end"},mark_milestone:{ja:"マイルストーン",en:"milestone"},mark_decay:{ja:"下がる",en:"decay"},problem_lr:{ja:"学習率に負の値（{lr}）があると optimizer が受け付けないので、0 以上にしてください。",en:"The optimizer refuses a negative learning rate ({lr}); make it 0 or more."},problem_t_initial:{ja:"t_initial が {t_initial} では timm が受け付けないので、1 以上にしてください。",en:"timm accepts no t_initial of {t_initial}; make it 1 or more."},problem_lr_min:{ja:"負の lr_min（{lr_min}）は timm が受け付けないので、0 以上にしてください。",en:"timm accepts no negative lr_min ({lr_min}); make it 0 or more."},problem_lb:{ja:"lb（{lb}）が ub（{ub}）より小さくないと timm が受け付けないので、lb を下げるか ub を上げてください。",en:"timm requires lb ({lb}) to be below ub ({ub}); lower lb or raise ub."},problem_cycle_limit:{ja:"負の cycle_limit（{cycle_limit}）は TanhLRScheduler が受け付けないので、0 以上にしてください。",en:"TanhLRScheduler accepts no negative cycle_limit ({cycle_limit}); make it 0 or more."},problem_warmup_t:{ja:"負の warmup_t（{warmup_t}）は TanhLRScheduler が受け付けないので、0 以上にしてください。",en:"TanhLRScheduler accepts no negative warmup_t ({warmup_t}); make it 0 or more."},problem_warmup_lr_init:{ja:"負の warmup_lr_init（{warmup_lr_init}）は TanhLRScheduler が受け付けないので、0 以上にしてください。",en:"TanhLRScheduler accepts no negative warmup_lr_init ({warmup_lr_init}); make it 0 or more."},problem_decay_t:{ja:"decay_t が {decay_t} では timm が受け付けないので、1 から t_initial（{t_initial}）までにしてください。",en:"timm accepts no decay_t of {decay_t}; keep it between 1 and t_initial ({t_initial})."},problem_decay_ratio:{ja:"decay_ratio が {decay_ratio} では timm が受け付けないので、0 より大きく 1 より小さくしてください。",en:"timm accepts no decay_ratio of {decay_ratio}; keep it above 0 and below 1."},problem_decay_power:{ja:"decay_power が {decay_power} では timm が受け付けないので、0 より大きくしてください。",en:"timm accepts no decay_power of {decay_power}; make it more than 0."},problem_stable_power:{ja:"stable_power が {stable_power} では timm が受け付けないので、0 より大きくしてください。",en:"timm accepts no stable_power of {stable_power}; make it more than 0."},problem_stable_timescale:{ja:"stable_fn が {stable_fn} のとき、timm は正の時間尺度がないと受け付けないので、stable_timescale を 0 より大きくしてください。",en:"With stable_fn {stable_fn} timm requires a positive timescale; set stable_timescale to more than 0."},problem_decay_rate:{ja:"decay_rate が {decay_rate} では PyTorch の ReduceLROnPlateau が受け付けないので、1 より小さくしてください。",en:"PyTorch's ReduceLROnPlateau accepts no factor of {decay_rate}; make decay_rate less than 1."},problem_floor_division:{ja:"decay_t が 0 だと timm は t = {t} で 0 による割り算になって止まるので、0 より大きくしてください。",en:"With decay_t 0 timm divides by zero and stops at t = {t}; make it more than 0."},problem_cycles_end:{ja:"cycle_mul が {cycle_mul} だと周期が縮んで t = {t} までに尽き、timm はそこで止まるので、1 以上にしてください。",en:"With cycle_mul {cycle_mul} the cycles shrink and are all over by t = {t}, where timm stops; make it 1 or more."},problem_cycle_mul:{ja:"cycle_mul が {cycle_mul} だと timm は対数を計算できず t = {t} で止まるので、1 以上にしてください。",en:"With cycle_mul {cycle_mul} timm cannot take its logarithm and stops at t = {t}; make it 1 or more."},problem_infinite_cycle:{ja:"cycle_mul が {cycle_mul} と大きすぎて timm は t = {t} で周期の番号を計算できずに止まるので、小さくしてください。",en:"With cycle_mul {cycle_mul} timm cannot compute the number of the cycle and stops at t = {t}; make it smaller."},problem_overflow:{ja:"累乗が浮動小数点数の上限を超えて timm は t = {t} で止まるので、倍率や指数の絶対値を小さくしてください。",en:"A power exceeds the largest float and timm stops at t = {t}; make the factor or the exponent smaller."},problem_zero_to_negative_power:{ja:"0 の負の累乗になって timm は t = {t} で止まるので、指数を正にしてください。",en:"0 to a negative power stops timm at t = {t}; make the exponent positive."},problem_division:{ja:"周期の長さの k_decay 乗が 0 になって timm は t = {t} で止まるので、k_decay を 1 に近づけてください。",en:"The length of the cycle to the power of k_decay is 0, which stops timm at t = {t}; bring k_decay nearer to 1."},problem_cosine_of_infinity:{ja:"コサインの引数が無限大になって timm は t = {t} で止まるので、k_decay を 1 に近づけてください。",en:"The argument of the cosine is infinite, which stops timm at t = {t}; bring k_decay nearer to 1."},problem_complex_cosine:{ja:"丸め誤差で周期に入ってからの時間が負になり、その {k_decay} 乗が複素数になって timm は t = {t} で止まるので、k_decay を整数にするか cycle_mul を変えてください。",en:"By a rounding error the time in the cycle is negative at t = {t}, and timm stops as its power of {k_decay} is complex; make k_decay a whole number or change cycle_mul."},problem_complex_lr:{ja:"丸め誤差で負の数の累乗になり、t = {t} の学習率が複素数になるので、power と k_decay を整数にするか cycle_mul を変えてください。",en:"By a rounding error a negative number is raised to a power, and the learning rate at t = {t} is complex; make power and k_decay whole numbers or change cycle_mul."},problem_noise_hangs:{ja:"乱数が noise_pct（{noise_pct}）を下回ることがほぼなく、timm は t = {t} で引き直しを続けて戻らないので、noise_pct を noise_std（{noise_std}）に近づけてください。",en:"Hardly any noise is smaller than noise_pct ({noise_pct}), so timm draws again without end at t = {t}; bring noise_pct nearer to noise_std ({noise_std})."},problem_noise_slow:{ja:"noise_pct（{noise_pct}）が小さく timm は乱数を約 {draws} 回引くので、noise_pct を noise_std（{noise_std}）に近づけるか、noise_range_t を狭めてください。",en:"As noise_pct ({noise_pct}) is small, timm draws about {draws} times; bring it nearer to noise_std ({noise_std}) or shorten noise_range_t."},pitfall_cycle_limit_zero:{ja:"cycle_limit = {cycle_limit} は、周期を無制限にせず、なくします。t = {t} から学習率は {lr_min} です。",en:"cycle_limit = {cycle_limit} means no cycle at all, not endless ones: from t = {t} on the learning rate is {lr_min}."},pitfall_cycles_never_come:{ja:"t_initial は周期一つの長さです。最初の周期が学習の終わりまで続くので、cycle_limit = {cycle_limit} でも周期は増えません。",en:"t_initial is the length of one cycle: the first lasts to the end of the run, so cycle_limit = {cycle_limit} brings no more."},pitfall_cycles_only_one:{ja:"cycle_mul と cycle_decay は 2 番目の周期から効きます。cycle_limit は 1 なので、何も変わりません。",en:"cycle_mul and cycle_decay act from the second cycle on; with cycle_limit = 1 they change nothing."},pitfall_decay_rate_one:{ja:"decay_rate = 1 なので、decay_t が来ても学習率は変わりません。",en:"With decay_rate = 1 the learning rate does not change, whatever decay_t is."},pitfall_ends_before_decay:{ja:"学習は t = {t}、学習率 {lr} で終わります。減衰が終わるのは t = {end} です。",en:"The run ends at t = {t} with a learning rate of {lr}; the decay is over at t = {end} only."},pitfall_ends_within_cycle:{ja:"学習は t = {t}、学習率 {lr} で、周期の途中で終わります。この周期は t = {end} まで続きます。",en:"The run ends at t = {t} with a learning rate of {lr}, within a cycle that lasts until t = {end}."},pitfall_first_epoch_zero:{ja:"warmup_lr_init が 0 なので、最初のエポックは学習率 0 で進み、何も学びません。",en:"warmup_lr_init is 0, so the first epoch trains with a learning rate of 0 and learns nothing."},pitfall_joint_drop:{ja:"warmup_prefix がオフなので、スケジュールはウォームアップの間も進みます。t = {t} で学習率は {before} から {after} へ落ちます。",en:"Without warmup_prefix the schedule runs on during the warm-up: at t = {t} the learning rate drops from {before} to {after}."},pitfall_lost_restart:{ja:"t = {t} の再スタートは、丸め誤差で消えます。timm はこの t を前の周期の終わりとみなします。",en:"The restart at t = {t} is lost to rounding: timm takes this t for the end of the cycle before."},pitfall_lr_min_above_lr:{ja:"lr_min = {lr_min} が基準の学習率 {lr} より大きいので、学習率は下がらずに上がります。",en:"lr_min = {lr_min} is above the base learning rate {lr}, so the learning rate rises instead of falling."},pitfall_lr_min_not_used:{ja:"学習の最後の t = {t} の学習率は {lr} です。lr_min になるのは、学習が終わったあとの t = {end} です。",en:"The last t of the run, {t}, trains with {lr}; lr_min would come at t = {end}."},pitfall_milestone_early:{ja:"マイルストーン {milestone} は、PyTorch より一つ早く、t = {t} で効きます。",en:"Milestone {milestone} takes effect at t = {t}, one earlier than in PyTorch."},pitfall_milestones_unsorted:{ja:"timm は decay_t が昇順に並んでいるものとして探します。この並びでは、下げるところがずれたり抜けたりします。",en:"timm takes for granted that decay_t is in ascending order; in this order some drops come at other times or not at all."},pitfall_negative_lr:{ja:"noise_pct が 1 を超えると、学習率が負になることがあります。t = {t} では {lr} です。",en:"With noise_pct above 1 the learning rate can be negative: at t = {t} it is {lr}."},pitfall_negative_metric:{ja:"負の指標では threshold が逆に働きます。指標が変わらなくても、改善したとみなされます。",en:"With a negative metric threshold works backwards: a metric that stands still counts as an improvement."},pitfall_noise_below_lr_min:{ja:"ノイズは最後に掛かります。t = {t} の学習率は {lr} で、lr_min = {lr_min} より小さくなります。",en:"Noise comes last: at t = {t} it takes the learning rate to {lr}, below lr_min = {lr_min}."},pitfall_noise_never:{ja:"noise_range_t に入る t が学習の中にないので、ノイズはありません。",en:"No t of the run is in noise_range_t, so there is no noise."},pitfall_noise_same_seed:{ja:"noise_seed を変えないかぎり、ノイズはどの学習でも同じです。既定は 42 です。",en:"The noise is the same in every run until you change noise_seed, which is 42 by default."},pitfall_noise_shared:{ja:"{groups} 個の param group は、どれも同じ割合のノイズを受けます。",en:"All {groups} param groups get the same noise, as a share of their learning rates."},pitfall_patience_past_run:{ja:"学習率が下がるのは、早くても t = {earliest} です。学習の最後の t は {t} なので、一度も下がりません。",en:"The learning rate can fall at t = {earliest} at the earliest, but the last t of the run is {t}."},pitfall_peak_below_lr_min:{ja:"周期 {cycle} の山 {peak} は lr_min = {lr_min} より低いので、学習率はこの周期の中で上がります。",en:"The peak of cycle {cycle}, {peak}, is below lr_min = {lr_min}, so the learning rate rises within this cycle."},pitfall_plateau_mode:{ja:'指標は {from} から {to} へ進みます。mode = "{mode}" では悪化とみなされ、学習率が下がり続けます。',en:'The metric goes from {from} to {to}, which mode = "{mode}" takes for getting worse: the learning rate falls again and again.'},pitfall_scale_below_lr_min:{ja:"lr_scale は最後に掛かります。lr_scale = {lr_scale} の param group は {lr} まで、lr_min = {lr_min} より下がります。",en:"lr_scale comes last: the param group with lr_scale = {lr_scale} ends at {lr}, below lr_min = {lr_min}."},pitfall_stays_at_lr_min:{ja:"t = {t} から学習の終わりまで、学習率は lr_min = {lr_min} のままです。",en:"From t = {t} to the end of the run the learning rate stays at lr_min = {lr_min}."},pitfall_tanh_end:{ja:"ub = {ub} では、周期の終わりに学習率は {lr} までしか下がりません。lr_min になるのは最後の周期のあとです。",en:"With ub = {ub} a cycle comes down only to {lr}; lr_min follows after the last cycle."},pitfall_tanh_start:{ja:"lb = {lb} では、曲線は基準の学習率 {lr} ではなく {start} から始まります。",en:"With lb = {lb} the curve starts at {start}, not at the base learning rate {lr}."},pitfall_updates_as_epochs:{ja:"t は更新を数えます。{name} = {value} は、{num_epochs} エポックのうちの {epochs} エポック分です。",en:"t counts updates, so {name} = {value} means {epochs} of the {num_epochs} epochs."},pitfall_warmup_above_lr:{ja:"ウォームアップは {warmup_lr_init} から始まり、基準の学習率 {lr} へ下がります。",en:"The warm-up starts at {warmup_lr_init}, above the base learning rate {lr}, and comes down."},pitfall_warmup_past_cycles:{ja:"warmup_prefix がオフなので、周期はウォームアップの間に終わります。t = {t} から学習率は {lr_min} です。",en:"Without warmup_prefix the cycles are over before the warm-up is: from t = {t} on the learning rate is {lr_min}."},pitfall_warmup_past_run:{ja:"warmup_t = {warmup_t} に対し、学習の最後の t は {t} です。学習はウォームアップだけで終わります。",en:"The last t of the run is {t} and warmup_t is {warmup_t}: the whole run is warm-up."},summary_after_epochs:{ja:"エポック 0〜{last} の後",en:"after each of epochs 0 to {last}"},summary_also:{ja:"ほかに、{others}もあります。",en:"Also shown: {others}."},summary_also_groups:{ja:"残りの param group（全部で {count} 個）",en:"the other param groups, {count} in all"},summary_also_pins:{ja:"固定した曲線（{count} 本）",en:"pinned curves ({count})"},summary_constant:{ja:"{name}、{range}：学習率は {first} のまま変わりません。",en:"{name}, {range}: the learning rate is {first} throughout."},summary_curve:{ja:"{name}、{range}：学習率は {first} で始まり、{last} で終わります。最大は {highest}（{unit} {t_highest}）、最小は {lowest}（{unit} {t_lowest}）です。",en:"{name}, {range}: the learning rate starts at {first} and ends at {last}; it is highest at {highest} ({unit} {t_highest}) and lowest at {lowest} ({unit} {t_lowest})."},summary_cycles_end:{ja:"最後の周期が終わるのは t = {ts}",en:"the last cycle ends at t = {ts}"},summary_decay:{ja:"学習率が変わるのは t = {ts}",en:"the learning rate changes at t = {ts}"},summary_decay_start:{ja:"減衰が始まるのは t = {ts}",en:"the decay begins at t = {ts}"},summary_epoch:{ja:"エポック",en:"epoch"},summary_events:{ja:"{events} です。",en:"On the way: {events}."},summary_range:{ja:"{unit} 0〜{last}",en:"{unit}s 0 to {last}"},summary_restart:{ja:"再スタートは t = {ts}",en:"restarts at t = {ts}"},summary_separator:{ja:"、",en:"; "},summary_update:{ja:"更新",en:"update"},summary_warmup_end:{ja:"ウォームアップが終わるのは t = {ts}",en:"the warm-up ends at t = {ts}"}};var vn=["ja","en"];function _(e,t,n={}){return xn[e][t].replace(/\{(\w+)\}/g,(o,i)=>String(n[i]))}var No=/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i,To=[...Array.from({length:10},(e,t)=>10+t),...Array.from({length:15},(e,t)=>20+2*t),...Array.from({length:10},(e,t)=>50+5*t)];function $e(e){return e===null?"":Array.isArray(e)?e.join(", "):String(e)}function kn(e,t){let n=t.normalize("NFKC").replaceAll("、",",").replaceAll("−","-").replace(/^\s*[[(]|[\])]\s*$/g,"").trim();if(n==="")return e.kind==="numbers"?[]:e.default===null?null:void 0;let r=n.replace(/,\s*$/,"").split(/\s*,\s*/);if(!r.every(i=>No.test(i)))return;let o=r.map(Number);return e.kind==="numbers"?o:o.length===1?o[0]:e.kind==="range"?o:void 0}function jn({min:e,max:t,step:n,scale:r}){if(!r||t==="horizon")return null;let o=r==="log0"?[0]:[],i=s=>s>=e&&s<=t&&(!n||Number.isInteger(s/n));for(let s=Math.floor(Math.log10(e));s<=Math.log10(t);s++)o.push(...To.map(a=>+`${a}e${s-1}`).filter(i));return o}function Mn(e,t){let n=e.findIndex(o=>o>=t);return n<0?e.length-1:n>0&&t-e[n-1]<e[n]-t?n-1:n}var Ft=class{#t;#e;#n;#r;#o;#i=null;#a=null;#l;#s=m("span",{class:"error"});constructor(t,n,r,o){this.#t=t,this.#e=n,this.#n=r,this.#r=o,this.#s.id=`error-${t}`,this.#l=this.#u(),g(this.#l,{id:t,name:t,"aria-describedby":`help-${t} error-${t}`});let i=m("label",{for:t,id:`label-${t}`},m("code",{},t)," ",m("span",{class:"label"},n.label[r])),s=m("span",{id:`help-${t}`,hidden:!0},n.help[r]),a=m("div",{class:"heading"},i,this.#s);this.root=m("div",{class:`control ${n.kind}`},a),n.slider&&this.root.append(this.#m(n.slider)),this.root.append(this.#l,s)}get first(){return this.#a??this.#l}show(t,n){if(this.#a&&this.#e.slider?.max==="horizon"&&g(this.#a,{max:n}),JSON.stringify(t)===JSON.stringify(this.#o)){this.#d||this.#b(t);return}this.#o=t,this.#f(null),this.#_(t),this.#b(t)}#u(){let{kind:t,options:n}=this.#e;if(t==="choice"){let s=(n??[]).map(l=>m("option",{value:l},l)),a=m("select",{},...s);return a.addEventListener("change",()=>this.#h(a.value)),a}if(t==="boolean"){let s=m("input",{type:"checkbox"});return s.addEventListener("change",()=>this.#h(s.checked)),s}let{slider:r}=this.#e,i=m("input",{type:"text",inputmode:(t==="integer"||t==="number")&&r&&r.min>=0?"decimal":null,autocomplete:"off",spellcheck:"false",placeholder:this.#e.default===null?"None":null});return i.addEventListener("input",()=>{let s=this.#c();s!==void 0&&!this.#r(this.#t,s)&&this.#p(s)}),i.addEventListener("change",()=>{let s=this.#c();s===void 0?this.#f(_(`entry_${t}`,this.#n)):this.#h(s)&&this.#_(s)}),i.addEventListener("keydown",s=>{s.key!=="Escape"||this.#o===void 0||(this.#f(null),this.#_(this.#o))}),i}#m(t){let n=jn(t),r=m("input",{type:"range",name:this.#t,min:n?0:t.min,max:n?n.length-1:t.max,step:n?1:t.step,"aria-labelledby":`label-${this.#t}`,"aria-describedby":`help-${this.#t} error-${this.#t}`});return r.addEventListener("input",()=>{let o=n?n[Number(r.value)]:Number(r.value),i=this.#e.kind==="numbers"?[o]:o;this.#h(i)&&this.#_(i)}),this.#i=n,this.#a=r,r}#c(){let t=kn(this.#e,this.#l.value);return Y(this.#e,t)?t:void 0}#h(t){let n=this.#r(this.#t,t);return n?this.#f(n):this.#p(t),!n}#p(t){this.#o=t,this.#d&&this.#f(null),this.#b(t)}get#d(){return this.#s.textContent!==""}#f(t){this.#s.textContent=t??"",this.root.classList.toggle("bad",!!t),g(this.#l,{"aria-invalid":t?"true":null})}#_(t){this.#l.type==="checkbox"?this.#l.checked=!!t:this.#l.value=$e(t)}#b(t){let n=this.#a;if(!n)return;let r=Array.isArray(t)&&t.length!==1;n.hidden!==r&&(n.hidden=r);let o=Number(Array.isArray(t)?t[0]:t),i=String(this.#i?Mn(this.#i,o):o);n.value!==i&&(n.value=i),this.#i&&n.setAttribute("aria-valuetext",$e(t))}};var Wt=class{#t;#e;#n=new Map;#r=null;#o=m("div",{class:"tabs",role:"tablist"});#i=m("div",{class:"panels"});#a=m("p",{class:"help","aria-hidden":"true"});constructor(t,n){this.#t=t,this.#e=n,g(this.#o,{"aria-label":_("parameters",t)}),this.root=m("div",{class:"controls"},this.#o,this.#i,this.#a),this.#o.addEventListener("keydown",r=>this.#h(r))}show(t){t.schedule!==this.#r&&this.#l(t.schedule);let n=kt(t);for(let[r,o]of this.#n)o.show(t[r],n)}#l(t){let n=v(t),r=new Set([...n.values()].map(({tab:s})=>s)),o=Object.keys(we).filter(s=>r.has(s)),i=this.#o.querySelector("[aria-selected=true]")?.id.slice(4);this.#r=t,this.#n=new Map,this.#o.replaceChildren(...o.map(s=>this.#s(s))),this.#i.replaceChildren(...o.map(s=>this.#u(s))),this.#m(i&&o.includes(i)?i:o[0])}#s(t){let n={type:"button",role:"tab",id:`tab-${t}`,"aria-controls":`panel-${t}`},r=m("button",n,we[t][this.#t]);return r.addEventListener("click",()=>this.#m(t)),r}#u(t){let n={id:`panel-${t}`,role:"tabpanel","aria-labelledby":`tab-${t}`},r=m("div",{class:"panel",...n}),o=this.#r;for(let[i,s]of v(o)){if(s.tab!==t)continue;let a=new Ft(i,s,this.#t,this.#e),l=()=>this.#c(i);a.root.addEventListener("focusin",l),a.root.addEventListener("pointerenter",l),this.#n.set(i,a),r.append(a.root)}return r}#m(t){for(let r of this.#o.children){let o=r.id===`tab-${t}`;g(r,{"aria-selected":String(o),tabindex:o?0:-1})}for(let r of this.#i.children)g(r,{hidden:r.id!==`panel-${t}`});let[n]=[...this.#n].find(([,{root:r}])=>!r.closest("[hidden]"))??[];n&&this.#c(n)}#c(t){let r=` ${v(this.#r).get(t)?.help[this.#t]}`;this.#a.replaceChildren(m("code",{},t),r)}#h(t){let n=[...this.#o.children],r=n.findIndex(s=>s.getAttribute("aria-selected")==="true"),i=new Map([["ArrowRight",(r+1)%n.length],["ArrowLeft",(r+n.length-1)%n.length],["Home",0],["End",n.length-1]]).get(t.key);i!==void 0&&(t.preventDefault(),n[i].focus(),this.#m(n[i].id.slice(4)))}};var Dt=class{#t;#e=null;constructor(t){let n=_("copy_by_hand",t),r=m("button",{type:"button"},_("close",t));this.#t=m("textarea",{readonly:!0,spellcheck:"false","aria-label":n}),this.root=m("div",{class:"copy",role:"dialog","aria-label":n,hidden:!0},m("p",{},n),this.#t,r),r.addEventListener("click",()=>this.#n()),this.root.addEventListener("keydown",o=>{o.key==="Escape"&&this.#n()})}async copy(t,n){try{return await navigator.clipboard.writeText(t),!0}catch{return this.#e=n,this.#t.value=t,this.root.hidden=!1,this.#t.select(),this.#t.focus(),!1}}#n(){this.root.hidden=!0,this.#e?.focus()}};function D(e){if(Number.isInteger(e)&&Math.abs(e)<1e9)return String(e);let t=Number(e.toPrecision(5));return Math.abs(e)<1e-4?t.toExponential():String(t)}function f(e,t=D(e)){let n=t.startsWith("-"),r=`${n?$("−"):""}<mn>${t.replace(/^-/,"")}</mn>`;return n?{ml:r,level:0}:{ml:r,level:t.includes("e")?1:2}}function C(e){let t=Math.abs(e)>=100;return f(e,t?String(Number(e.toFixed(3))):D(Number(e.toFixed(9))))}function R(e){return{ml:`<mi>${e}</mi>`,level:2}}function O(e,t){return{ml:e.ml+$("+")+Ut(t,1),level:0}}function M(e,t){return{ml:e.ml+$("−")+Ut(t,1),level:0}}function j(...e){return{ml:e.map(t=>Ut(t,1)).join($("·")),level:1}}function I(e,t){return{ml:`<mfrac>${Ht(e)}${Ht(t)}</mfrac>`,level:2}}function tt(e,t){return{ml:`<msup><mrow>${Ut(e,2)}</mrow>${Ht(t)}</msup>`,level:2}}function Sn(e){return{ml:`<msqrt>${Ht(e)}</msqrt>`,level:2}}function H(e,...t){let n=t.map(({ml:r})=>r).join($(","));return{ml:`<mi>${e}</mi>${$("(")}${n}${$(")")}`,level:2}}function Ce(...e){return`<math displaystyle="true"><mrow>${e.map(n=>typeof n=="string"?$(n):n.ml).join("")}</mrow></math>`}function $(e){return`<mo>${e}</mo>`}function Ht({ml:e}){return`<mrow>${e}</mrow>`}function Ut(e,t){return e.level<t?`${$("(")}${e.ml}${$(")")}`:e.ml}var Re=[.6931471805599453,23190468138462996e-33],En=2**27+1,On=2**-110,Lo=1e290,$o=1e-250;function U(e,t){let n=e+t,r=n-e;return[n,e-(n-r)+(t-r)]}function An(e,t){let n=e*t,r=En*e,o=r-(r-e),i=e-o,s=En*t,a=s-(s-t),l=t-a;return[n,o*a-n+o*l+i*a+i*l]}function J(e,t){let[n,r]=U(e[0],t[0]),[o,i]=U(e[1],t[1]),[s,a]=U(n,r+o);return U(s,a+i)}function P(e,t){let[n,r]=An(e[0],t[0]);return U(n,r+(e[0]*t[1]+e[1]*t[0]))}function Co(e,t){let n=e[0]/t[0],r=J(e,P(t,[-n,0])),o=r[0]/t[0],i=J(r,P(t,[-o,0]))[0]/t[0];return J(U(n,o),[i,0])}function Nn(e,t){let n=e[0]/t,[r,o]=An(n,t);return U(n,(e[0]-r-o+e[1])/t)}function Tn(e){let t=Math.floor(Math.log2(e)),n=e/2**t;n>Math.SQRT2&&(t+=1,n/=2);let r=Co(U(n,-1),U(n,1)),o=P(r,r),i=r;for(let s=3;Math.abs(r[0])>On*Math.abs(i[0]);s+=2)r=P(r,o),i=J(i,Nn(r,s));return J(P(Re,[t,0]),[2*i[0],2*i[1]])}function Ro(e){let t=Math.round(e[0]/Re[0]),n=J(e,P(Re,[-t,0])),r=[1,0],o=r;for(let i=1;Math.abs(r[0])>On;i+=1)r=Nn(P(r,n),i),o=J(o,r);return o[0]*2**t}function Io(e,t){let n=[1,0],r=[e,0];for(let o=t;;r=P(r,r))if(o%2===1&&(n=P(n,r)),o=Math.floor(o/2),o===0)return n[0]}function Ie(e){return Tn(e)[0]}function z(e,t){let n=Math.pow(e,t);return n>$o&&n<Lo?Number.isInteger(t)&&t>=0?Io(e,t):Ro(P(Tn(e),[t,0])):n}var w=class extends Error{constructor(t,n,r={},o=!0){super(n),this.id=t,this.values=r,this.stops=o}at(t,n=t){let r=n===null?this.values:{...this.values,t:n};return{id:this.id,values:r,timm:this.message,t}}};var Po=1e-14,A=class{index=0;length=0;elapsed=0;last=-1;#t=0;#e=0;#n=NaN;constructor({t_initial:t,cycle_mul:n}){this.t_initial=t,this.cycle_mul=n,this.logOfMul=Math.log(n)}move(t){let n=t>=this.#t&&t<=this.last;return n||(this.cycle_mul===1?this.#r(t):this.#o(t)),this.elapsed=t-this.#e,!n}#r(t){let n=(t%this.t_initial+this.t_initial)%this.t_initial;this.index=(t-n)/this.t_initial,this.length=this.t_initial,this.#e=t-n,this.#t=this.#e,this.last=this.#e+this.t_initial-1}#o(t){let{t_initial:n,cycle_mul:r}=this;this.index=this.#a(this.#i(t));let o=z(r,this.index);this.length=o*n,this.#e=(1-o)/(1-r)*n,this.#t=t;let i=Math.ceil(this.#e+this.length)-2,s=this.#i(i),l=i>t&&s>0&&s<1/0&&this.#a(s)===this.index;this.last=l?i:t}#i(t){return 1-t/this.t_initial*(1-this.cycle_mul)}#a(t){let{cycle_mul:n}=this;if(!(t>0&&n>0)){let o=n>0?"problem_cycles_end":"problem_cycle_mul";throw new w(o,"ValueError: math domain error",{cycle_mul:n})}let r=Math.log(t)/this.logOfMul;if(Math.abs(r)===1/0){let o="OverflowError: cannot convert float infinity to integer";throw new w("problem_infinite_cycle",o,{cycle_mul:n})}return Math.abs(r-Math.round(r))<=Po*Math.abs(r)&&(Number.isNaN(this.#n)&&(this.#n=Ie(n)),r=Ie(t)/this.#n),Math.floor(r)+0}};function $n(e,t){if(t===0)throw new w("problem_floor_division","ZeroDivisionError: float floor division by zero");let n=e%t,r=(e-n)/t-(n!==0&&t<0!=n<0?1:0),o=Math.floor(r);return r-o>.5?o+1:o}function et(e,t){if(t===0)throw new w("problem_division","ZeroDivisionError: float division by zero");return e/t}function S(e,t){let n=Math.pow(e,t);if(n>0&&n<1/0)return n;if(e===0&&t<0)throw new w("problem_zero_to_negative_power","ZeroDivisionError: 0.0 cannot be raised to a negative power");if(Math.abs(e)===1&&Math.abs(t)===1/0)return 1;if(nt(e,t)){if(Math.pow(-e,t)===1/0)throw Ln("complex exponentiation")}else if(Math.abs(n)===1/0&&Number.isFinite(e)&&Number.isFinite(t))throw Ln("(34, 'Numerical result out of range')");return n}function nt(e,t){return e<0&&Number.isFinite(e)&&Number.isFinite(t)&&!Number.isInteger(t)}function Ln(e){return new w("problem_overflow",`OverflowError: ${e}`)}function Cn(e){if(Math.abs(e)===1/0)throw new w("problem_cosine_of_infinity","ValueError: math domain error");return Math.cos(e)}function Pe(e){let[t,n]=e.toExponential().split("e"),r=Math.abs(Number(n));return Number(n)<-4||Number(n)>=16?`${t}e${n[0]}${String(r).padStart(2,"0")}`:Number.isInteger(e)?`${e}.0`:String(e)}var Bt=class{gamma=1;lengthPower=1;factor=2;constructor(t){this.cycles=new A(t),this.lr_min=t.lr_min,this.cycle_decay=t.cycle_decay,this.cycle_limit=t.cycle_limit,this.k_decay=t.k_decay}move(t){let{cycles:n,k_decay:r}=this,o=n.move(t);if(o&&(this.gamma=S(this.cycle_decay,n.index)),n.index>=this.cycle_limit)return;let i=S(n.elapsed,r);if(o&&(this.lengthPower=S(n.length,r)),nt(n.elapsed,r)){let s="TypeError: must be real number, not complex";throw new w("problem_complex_cosine",s,{k_decay:r})}i>this.lengthPower&&(i=z(n.elapsed,r),this.lengthPower=z(n.length,r)),this.factor=1+Cn(et(Math.PI*i,this.lengthPower))}lr(t){return this.cycles.index>=this.cycle_limit?this.lr_min:this.lr_min+.5*(t*this.gamma-this.lr_min)*this.factor}};var rt=class{count=0;factor=1;constructor({decay_t:t,decay_rate:n}){this.decay_t=t,this.decay_rate=n}move(t){let n=zo(this.decay_t,t+1);n!==this.count&&(this.factor=S(this.decay_rate,n)),this.count=n}lr(t){return t*this.factor}};function zo(e,t){let n=0,r=e.length;for(;n<r;){let o=Math.floor((n+r)/2);t<e[o]?r=o:n=o+1}return n}var Fo=.001,Kt=class{gamma=1;lengthPower=1;factor=1;constructor(t){this.cycles=new A(t),this.power=t.power,this.lr_min=t.lr_min,this.cycle_decay=t.cycle_decay,this.cycle_limit=t.cycle_limit,this.k_decay=t.k_decay}move(t){let{cycles:n,k_decay:r}=this,o=n.move(t);if(o&&(this.gamma=S(this.cycle_decay,n.index)),n.index>=this.cycle_limit)return;let i=S(n.elapsed,r);o&&(this.lengthPower=S(n.length,r));let s=1-et(i,this.lengthPower);if(Math.abs(s)<Fo&&r!==1&&(s=1-z(n.elapsed,r)/z(n.length,r)),this.factor=S(s,this.power),nt(n.elapsed,r)||nt(s,this.power))throw new w("problem_complex_lr","",{},!1)}lr(t){return this.cycles.index>=this.cycle_limit?this.lr_min:this.lr_min+(t*this.gamma-this.lr_min)*this.factor}};var qt=class{count=0;factor=1;constructor({decay_t:t,decay_rate:n}){this.decay_t=t,this.decay_rate=n}move(t){let n=$n(t,this.decay_t);n!==this.count&&(this.factor=S(this.decay_rate,n)),this.count=n}lr(t){return t*this.factor}};var Vt=class{gamma=1;factor=2;constructor(t){this.cycles=new A(t),this.lb=t.lb,this.ub=t.ub,this.lr_min=t.lr_min,this.cycle_decay=t.cycle_decay,this.cycle_limit=t.cycle_limit}move(t){let{cycles:n}=this,r=n.move(t);if(n.index>=this.cycle_limit)return;r&&(this.gamma=S(this.cycle_decay,n.index));let o=et(n.elapsed,n.length);this.factor=1-Math.tanh(this.lb*(1-o)+this.ub*o)}lr(t){return this.cycles.index>=this.cycle_limit?this.lr_min:this.lr_min+.5*(t*this.gamma-this.lr_min)*this.factor}};var Wo=.001,Gt=class{stable=1;isDecaying=!1;decay=1;constructor(t){this.decay_t=t.decay_t,this.decay_start=t.t_initial-t.decay_t,this.lr_min=t.lr_min,this.isConstant=t.stable_fn==="constant",this.timescale=t.stable_timescale??t.warmup_t,this.exponent=t.stable_fn==="rsqrt"?-.5:-t.stable_power,this.decayOf=Do(t)}move(t){this.stable=this.isConstant?1:Math.pow(1+t/this.timescale,this.exponent);let n=t-this.decay_start;this.isDecaying=n>0,this.isDecaying&&(this.decay=this.decayOf(Math.min(n/this.decay_t,1)))}lr(t){let n=Math.max(t*this.stable,this.lr_min);return this.isDecaying?this.lr_min+(n-this.lr_min)*this.decay:n}};function Do({decay_fn:e,decay_power:t,decay_ratio:n}){switch(e){case"linear":return r=>1-r;case"1-sqrt":return r=>1-Math.sqrt(r);case"cosine":return r=>.5*(1+Math.cos(Math.PI*r));case"power":return r=>1-Math.pow(r,t);default:return r=>{let o=Math.pow(n,r);return((o-n<Wo*n?z(n,r):o)-n)/(1-n)}}}var Ho={step:qt,multistep:rt,cosine:Bt,tanh:Vt,poly:Kt,wsd:Gt};function B(e){return new Ho[e.schedule](e)}function E({schedule:e,warmup_t:t}){return Math.max(1,Number(t)+(e==="plateau"?1:0))}function K({schedule:e,warmup_t:t,warmup_prefix:n}){return e==="wsd"||n?Number(t):0}function ze({settings:e,horizon:t,lrs:n},r){let o=Number(e.warmup_t),i=Number(e.warmup_lr_init),s=Math.min(E(e),t+1);n.forEach((a,l)=>{a[0]=o?i:e.lr[l];let c=(r[l]-i)/o;for(let h=1;h<s;h+=1)a[h]=i+h*c})}var Jt=200;function Fe(e,t){let n=Number(e.warmup_t);return(n>0&&n<t?[_t(n,"warmup_end")]:[]).concat(Uo(e,t))}function _t(e,t){return{t:e,kind:t}}function Uo(e,t){switch(e.schedule){case"step":case"multistep":return Bo(e,t);case"cosine":case"tanh":case"poly":return Ko(e,t);case"wsd":{let{warmup_t:n,t_initial:r,decay_t:o}=e,i=Number(n)+(Number(r)-Number(o));return i>0&&i<t?[_t(i,"decay_start")]:[]}case"plateau":return[]}}function Bo(e,t){let n=B(e),r=K(e),o=[],i=0;for(let s=E(e);s<t&&o.length<Jt;s+=1)n.move(s-r),n.count!==i&&o.push(_t(s,"milestone")),i=n.count;return o}function Ko(e,t){let n=new A(e),r=K(e),o=E(e),i=[],s=0;for(let a=o;a<t&&i.length<Jt;a=n.last+r+1){if(a===o&&a>r&&(n.move(a-r-1),s=n.index),n.move(a-r),n.index>=Number(e.cycle_limit))return[...i,_t(a,"cycles_end")];n.index!==s&&i.push(_t(a,"restart")),s=n.index}return i}var qo=1e-8,bt=class{badEpochs=0;cooldownLeft=0;constructor({mode:t,threshold:n,patience_t:r,cooldown_t:o}){this.isMax=t==="max",this.best=this.isMax?-1/0:1/0,this.bar=this.isMax?n+1:1-n,this.patience=r,this.cooldown=o}falls(t){let n=this.best*this.bar;return(this.isMax?t>n:t<n)?(this.best=t,this.badEpochs=0):this.badEpochs+=1,this.cooldownLeft>0&&(this.cooldownLeft-=1,this.badEpochs=0),this.badEpochs<=this.patience?!1:(this.cooldownLeft=this.cooldown,this.badEpochs=0,!0)}};function Zt(e,{decay_rate:t,lr_min:n}){let r=Math.max(e*t,n);return e-r>qo?r:e}function Rn(e,t){let n=e.settings,r=e.metric,o=new bt(n);for(let i=t;i<=e.horizon;i+=1){let s=o.falls(r[i-1]),a=!1;for(let l of e.lrs)l[i]=s?Zt(l[i-1],n):l[i-1],a||=l[i]!==l[i-1];a&&e.marks.length<Jt&&e.marks.push({t:i,kind:"decay"})}}function In(e,t,n){let r=e.settings,o=e.metric,i=new bt(r),s=E(r),a=e.lrs[t][s-1];for(let b=s;b<n;b+=1)i.falls(o[b-1])&&(a=Zt(a,r));if(!i.falls(o[n-1]))return{term:f(a),reasons:Vo(i)};let{decay_rate:l,lr_min:c}=r,h=[",",R("num_bad_epochs"),"&gt;",...Pn(i)],u=Math.max(a*l,c);if(Zt(a,r)===a){let b=M(f(a),f(u));return{term:f(a),reasons:[...h,",",b,"≤",f(1e-8)]}}let p=j(f(a),f(l));return{term:u===c?H("max",p,f(c)):p,reasons:h}}function Vo(e){let t=[",",R("best"),"=",f(e.best),","];return e.cooldownLeft>0?[...t,R("cooldown_counter"),"=",f(e.cooldownLeft)]:[...t,R("num_bad_epochs"),"=",f(e.badEpochs),"≤",...Pn(e)]}function Pn({patience:e}){return[R("patience_t"),"=",f(e)]}var F=f(1),De=f(2),zn=R("π");function Fn(e,t,n){if(n===0)return f(e);let r=n===1?f(t):tt(f(t),f(n));return j(f(e),r)}function Wn(e,{cycles:t,gamma:n},r){let o=f(e.lr_min);if(t.index>=e.cycle_limit)return o;let i=M(f(r*n),o),s=I(We(C(t.elapsed),e.k_decay??1),We(C(t.length),e.k_decay??1));switch(e.schedule){case"cosine":{let a=O(F,H("cos",j(zn,s)));return O(o,j(I(i,De),a))}case"tanh":{let[a,l]=[f(e.lb),f(e.ub)],c=O(j(a,M(F,s)),j(l,s)),h=M(F,H("tanh",c));return O(o,j(I(i,De),h))}default:return O(o,j(i,We(M(F,s),e.power)))}}function Dn(e,t,n){let{lr_min:r,decay_t:o}=e,i=n-(e.t_initial-o);if(i>=o)return f(r);let s=Go(e,t,n);if(i<=0)return s;let a=I(C(i),C(o)),l=f(r);return O(l,j(M(s,l),Jo(e,a)))}function Go(e,t,n){let{lr_min:r,stable_fn:o,warmup_t:i}=e;if(o==="constant")return f(Math.max(t,r));let s=e.stable_timescale??i,a=o==="rsqrt"?.5:e.stable_power,l=O(F,I(C(n),f(s))),c=j(f(t),tt(l,f(-a)));return t*Math.pow(1+n/s,-a)<r?H("max",c,f(r)):c}function Jo({decay_fn:e,decay_power:t,decay_ratio:n},r){switch(e){case"linear":return M(F,r);case"1-sqrt":return M(F,Sn(r));case"cosine":return I(O(F,H("cos",j(zn,r))),De);case"power":return M(F,tt(r,f(t)));default:{let o=f(n);return I(M(tt(o,r),o),M(F,o))}}}function We(e,t){return t===1?e:tt(e,f(t))}var Yo=1e-4,Qo=3e7,Xo=4e6,He=new Map,Ue=0;function ot({noise_range_t:e},t,n){if(e===null)return{from:n,to:n};let[r,o]=Array.isArray(e)?e:[e,1/0],i=Math.min(n,Math.ceil(o));return{from:Math.min(Math.max(t,Math.ceil(r)),i),to:i}}function Hn({noise_pct:e,noise_std:t,noise_type:n},r){if(n==="uniform")return null;let o=ti(e/Math.abs(t)),i={noise_pct:e,noise_std:t};if(!(o>=Yo))return new w("problem_noise_hangs","",i);let s=Math.round(r/o);return s>Qo?new w("problem_noise_slow","",{...i,draws:s}):null}function ti(e){if(!(e>0))return 0;if(e>6)return 1;let t=e*Math.sqrt(2/Math.PI),n=t;for(let r=1;Math.abs(t)>Number.EPSILON;r+=1)t*=-e*e/(2*r),n+=t/(2*r+1);return n}function gt({noise_pct:e,noise_std:t,noise_seed:n,noise_type:r}){let o=n>>>0,i=new Ot;return r==="uniform"?s=>(i.manualSeed(o+s),2*(i.uniform()-.5)*e):s=>{for(let a=0;a<4;a+=1){let l=At(o+s,a)*t;if(Math.abs(l)<e)return l}for(i.manualSeed(o+s);;){let a=i.normal()*t;if(Math.abs(a)<e)return a}}}function Un(e,t,n){let{noise_pct:r,noise_std:o,noise_seed:i,noise_type:s}=e,a=[r,o,i,s,t,n].join(),l=He.get(a);if(!l){let c=gt(e);l=new Float64Array(n-t);for(let h=t;h<n;h+=1)l[h-t]=c(h);Ue+=l.length,Ue>Xo&&(He.clear(),Ue=l.length),He.set(a,l)}return l}function Yt(e,t,n){let{settings:r,problem:o}=e,i=H("lr",C(n)),s=e.lrs[t][n];if(Number.isNaN(s))return o?.id==="problem_complex_lr"?Ce(i,"∉",R("ℝ")):"";let a=r.schedule==="plateau"&&n>=E(r),{term:l,reasons:c}=a?In(e,t,n):{term:ei(ri(r,t,n),r.lr_scale[t]),reasons:[]},h=ni(l,e,n),u=f(s),p=h.ml===u.ml?[]:["=",h];return Ce(i,...p,"=",u,...c)}function ei(e,t){return t===1?e:j(e,f(t))}function ni(e,{settings:t,horizon:n},r){let o=t,i=t.schedule==="plateau"?E(t):1,{from:s,to:a}=ot(o,i,n+1);if(r<s||r>=a)return e;let l=gt(o)(r),c=f(Math.abs(l));return j(e,l<0?M(f(1),c):O(f(1),c))}function ri(e,t,n){let{warmup_t:r,warmup_lr_init:o}=e,i=e.lr[t];if(n===0)return f(r?o:i);if(n<E(e))return oi(e,i,n);let s=B(e),a=n-K(e);switch(s.move(a),e.schedule){case"step":case"multistep":return Fn(i,e.decay_rate,s.count);case"wsd":return Dn(e,i,a);default:return Wn(e,s,i)}}function oi(e,t,n){let{warmup_t:r,warmup_lr_init:o}=e,i=t;if(e.schedule==="tanh"&&!e.warmup_prefix){let a=B(e);a.move(r),i=a.lr(t)}let s=M(f(i),f(o));return O(f(o),I(j(C(n),s),C(r)))}var ii=[2,3,1,0],si=e=>`hue-${e%4} dash-${Math.floor(e/4)} bold`,ai=e=>`hue-${ii[e%4]} dash-${2+e%2}`,li="goal",ci="last hue-0 bold";function Qt({run:e,overlay:t,pins:n,last:r,goal:o},i){let s=(l,c,h,u=null)=>({run:l,group:c,series:It(l,c,i),look:h,pin:u}),a=e.lrs.map((l,c)=>s(e,c,si(c)));return t&&a.push(s(t,0,"hue-1 dash-1")),n.forEach((l,c)=>a.push(s(l,0,ai(c),c))),r&&r!==e&&a.push(s(r,0,ci)),o&&a.push(s(o,0,li)),a}function Kn(e){let t=new Set(e.map(({run:n})=>n.settings.schedule));return e.map(({run:{settings:n},group:r})=>{let o=e.filter(({run:h})=>h.settings.schedule===n.schedule),s=[...v(n.schedule)].flatMap(([h,u])=>{let p=Bn(n,h,r),b=o.every(x=>Bn(x.run.settings,h,x.group)===p),d=p===qn(u.default);return b?[]:[{text:`${h}=${p}`,isDefault:d}]}),a=s.filter(({isDefault:h})=>!h),l=(a.length?a:s).map(({text:h})=>h);return o.some(({run:h,group:u})=>h.settings===n&&u!==r)&&!l.some(h=>h.startsWith("lr"))&&l.unshift(`param_groups[${r}]`),t.size>1&&l.unshift(n.schedule),l.join(", ")||"lr"})}function Bn(e,t,n){let r=e[t];return qn((t==="lr"||t==="lr_scale")&&Array.isArray(r)?r[n]:r)}function qn(e){return e==null?"None":typeof e=="boolean"?e?"True":"False":Array.isArray(e)?`[${e.join(", ")}]`:String(e)}function Vn(e){let t=e.settings,n=t.schedule==="plateau";return{run:e,settings:t,lr:t.lr,last:e.horizon-1,isPlateau:n,hasCycles:"cycle_limit"in t,offset:K(t),noisy:ot(t,n?E(t):1,e.horizon)}}function it({settings:e,offset:t},n,r){let o=B(e);return o.move(r-t),o.lr(e.lr[n])}function st({settings:e,offset:t},n){let r=new A(e);return r.move(n-t),{index:r.index,end:Gn(n-r.elapsed+r.length)}}function at({settings:{t_initial:e,cycle_mul:t},offset:n},r){let o=t===1?r:(1-t**r)/(1-t);return n+e*o}function Xt(e){let{settings:t,hasCycles:n,offset:r,last:o}=e;if(t.schedule==="wsd")return r+t.t_initial;if(!n)return null;let{cycle_limit:i,warmup_t:s}=t,a=Gn(at(e,Math.max(0,i)));return a>=Math.max(1,s)&&a<=o+1&&st(e,a).index<i?a+1:a}function Gn(e){return Math.ceil(e*(1-1e-12))}function Jn({settings:e,hasCycles:t,last:n}){let{cycle_limit:r,lr_min:o}=e,i=Math.max(1,e.warmup_t);return t&&r<=0&&i<=n&&{cycle_limit:r,t:i,lr_min:o}}function Zn(e){let{settings:t,hasCycles:n,lr:r,last:o}=e,{lr_min:i,cycle_decay:s,cycle_limit:a,warmup_t:l}=t;if(!n||!(s<1)||i===0||l>o)return null;let c=Math.min(...r)*s;for(let h=1;h<a&&at(e,h)<o;h+=1){if(c<i)return{cycle:h+1,peak:c,lr_min:i};c*=s}return null}function Yn({settings:e,hasCycles:t,offset:n,last:r}){let{cycle_limit:o,t_initial:i,warmup_t:s}=e;return!t||o<=1||s>r?null:n+i>r&&{cycle_limit:o}}function Qn(e){let{run:t,settings:n,hasCycles:r,last:o}=e;if(!r||n.warmup_t>o)return null;let{index:i,end:s}=st(e,o);return i<n.cycle_limit&&s>o+1&&{t:o,lr:t.lrs[0][o],end:s}}function Xn(e){let{settings:t,hasCycles:n,last:r}=e,{cycle_mul:o,cycle_limit:i,warmup_t:s}=t;if(!n||o===1||s>r)return null;for(let a=1;a<i;a+=1){let l=at(e,a),c=Math.round(l);if(c>r)return null;if(Math.abs(c-l)<1e-9*l&&c>=s&&st(e,c).index<a)return{t:c}}return null}function tr({settings:e}){let{cycle_limit:t,cycle_mul:n,cycle_decay:r}=e;return t===1&&(n!==1||r!==1)&&{}}function er({run:e,settings:t,noisy:n}){if(t.noise_pct<=1)return null;for(let r=n.from;r<n.to;r+=1){let o=Math.min(...e.lrs.map(i=>i[r]));if(o<0)return{t:r,lr:o}}return null}function nr({settings:e,noisy:t}){return e.noise_range_t!==null&&t.from>=t.to&&{}}function rr({run:e,settings:t,isPlateau:n,noisy:r}){let{lr_min:o,lr_scale:i}=t;if(!(o>0))return null;let s=gt(t);for(let a=r.from;a<r.to;a+=1)for(let[l,c]of e.lrs.entries()){let h=n?o:o*i[l];if(c[a]<h&&c[a]/(1+s(a))>=h*(1-1e-12))return{t:a,lr:c[a],lr_min:o}}return null}function or({lr:e,noisy:t}){return e.length>1&&t.from<t.to&&{groups:e.length}}function ir({settings:e,noisy:t}){return t.from<t.to&&e.noise_seed===42&&{}}function sr({run:e,settings:t,isPlateau:n,last:r}){let{mode:o,metric_from:i,metric_to:s}=t,a=o==="max"?s<i:s>i,l=e.marks.some(({kind:c,t:h})=>c==="decay"&&h<=r);return n&&a&&l&&{mode:o,from:i,to:s}}function ar({settings:e,isPlateau:t,last:n}){let r=e.warmup_t+e.patience_t+2;return t&&r>n&&{earliest:r,t:n}}function lr({run:e,settings:t}){if(!e.metric||t.threshold<=0)return null;let n=e.metric.subarray(Math.max(0,t.warmup_t));return(t.mode==="max"?n[0]<0:n.some(o=>o<0))&&{}}var pi=1e-4,fi=.1,cr=.01;function hr(e){let{settings:t}=e,{num_epochs:n,updates_per_epoch:r,decay_t:o,t_initial:i,cycle_limit:s}=t;if(t.t_in_epochs!==!1||r===1||s<=0)return null;let a=Xt(e),l=a===null?Math.max(...[o].flat()):i;return l>0&&(a??l)<=n?{name:a===null?"decay_t":"t_initial",value:l,epochs:l/r,num_epochs:n}:null}function ur({settings:e,isPlateau:t}){return!t&&e.decay_rate===1&&{}}function mr({settings:e,offset:t,last:n}){let{decay_t:r,decay_rate:o,warmup_t:i}=e;if(!Array.isArray(r)||fr(r)||o===1)return null;let s=r.slice().sort((c,h)=>c-h),[a,l]=[r,s].map(c=>new rt({decay_t:c,decay_rate:1}));for(let c=Math.max(1,i);c<=n;c+=1)if(a.move(c-t),l.move(c-t),a.count!==l.count)return{};return null}function pr({settings:e,offset:t,last:n}){let{decay_t:r,decay_rate:o,warmup_t:i}=e;if(!Array.isArray(r)||!fr(r)||o===1)return null;for(let s of r){let a=s-1+t,l=a>=Math.max(1,i)&&a<=n;if(Number.isInteger(s)&&l)return{milestone:s,t:a}}return null}function fr(e){return e.every((t,n)=>n===0||t>=e[n-1])}function dr({settings:{lr_min:e},isPlateau:t,lr:n}){let r=Math.min(...n);return!t&&r<e&&{lr:r,lr_min:e}}function _r({run:e,settings:t,isPlateau:n,last:r,noisy:o}){let{lr_min:i,lr_scale:s,warmup_t:a}=t,l=o.from<=r&&r<o.to;if(n||!(i>0)||l||a>r)return null;for(let[c,h]of e.lrs.entries())if(s[c]<1&&h[r]<i)return{lr_scale:s[c],lr:h[r],lr_min:i};return null}function br(e){let{settings:t,last:n}=e,r=Xt(e);return r===null||t.cycle_limit<=0||r<t.warmup_t?null:n-r>=fi*(n+1)&&{t:r,lr_min:t.lr_min}}function gr(e){let{run:t,settings:n,lr:r,last:o}=e,i=Xt(e);return i!==o+1||o<Math.max(1,n.warmup_t)?null:(it(e,0,o)-n.lr_min)/(r[0]-n.lr_min)>pi&&{t:o,lr:t.lrs[0][o],end:i}}function yr({run:e,settings:t,offset:n,last:r}){let o=n+t.t_initial;return t.schedule==="wsd"&&n<=r&&o>r+1&&{t:r,lr:e.lrs[0][r],end:o}}function wr({settings:e,lr:t,offset:n,last:r}){let{schedule:o,lb:i,lr_min:s,warmup_t:a,cycle_limit:l}=e,c=(1+Math.tanh(i))/2,h=a>0&&!n;return o!=="tanh"||h||a>=r||l<=0?null:c>cr&&{lb:i,lr:t[0],start:t[0]-(t[0]-s)*c}}function xr(e){let{schedule:t,ub:n,warmup_t:r,cycle_limit:o}=e.settings;if(t!=="tanh"||o<=0)return null;let i=at(e,1)-1,s=i<e.last&&i>=Math.max(1,r),a=(1-Math.tanh(n))/2;return s&&a>cr&&{ub:n,lr:it(e,0,i)}}function vr({settings:{warmup_t:e},last:t}){return e>t&&{warmup_t:e,t}}function kr(e){let{settings:t,hasCycles:n,offset:r,last:o}=e,{warmup_t:i,lr_min:s,cycle_limit:a}=t;return!n||r||a<=0||!(i>0&&i<=o)?null:st(e,i).index>=a&&{t:i,lr_min:s}}function jr(e){let{settings:t,lr:n,offset:r}=e,{schedule:o,warmup_t:i,warmup_lr_init:s}=t,a=Math.min(...n);return i>0&&a<s?(o==="tanh"&&!r?it(e,n.indexOf(a),i):a)<s&&{warmup_lr_init:s,lr:a}:null}function Mr(e){let{settings:t,isPlateau:n,lr:r,offset:o,last:i}=e,{schedule:s,warmup_t:a,warmup_lr_init:l}=t;if(n||s==="tanh"||o||!(a>0&&a<=i))return null;for(let[c,h]of r.entries()){let u=l+(a-1)*(h-l)/a,p=it(e,c,a);if(l<h&&p<u)return{t:a,before:u,after:p}}return null}function Sr({settings:e,lr:t}){let{warmup_t:n,warmup_lr_init:r,t_in_epochs:o}=e;return n>0&&r===0&&o!==!1&&t.some(s=>s!==0)&&{}}var bi=3,gi={pitfall_negative_lr:er,pitfall_warmup_past_run:vr,pitfall_updates_as_epochs:hr,pitfall_cycle_limit_zero:Jn,pitfall_warmup_past_cycles:kr,pitfall_plateau_mode:sr,pitfall_patience_past_run:ar,pitfall_negative_metric:lr,pitfall_decay_rate_one:ur,pitfall_milestones_unsorted:mr,pitfall_lr_min_above_lr:dr,pitfall_warmup_above_lr:jr,pitfall_peak_below_lr_min:Zn,pitfall_joint_drop:Mr,pitfall_tanh_start:wr,pitfall_noise_never:nr,pitfall_cycles_never_come:Yn,pitfall_ends_within_cycle:Qn,pitfall_ends_before_decay:yr,pitfall_lost_restart:Xn,pitfall_stays_at_lr_min:br,pitfall_tanh_end:xr,pitfall_cycles_only_one:tr,pitfall_noise_below_lr_min:rr,pitfall_scale_below_lr_min:_r,pitfall_first_epoch_zero:Sr,pitfall_milestone_early:pr,pitfall_lr_min_not_used:gr,pitfall_noise_shared:or,pitfall_noise_same_seed:ir};function te(e){if(e.problem)return[];let t=Vn(e),n=[];for(let[r,o]of Object.entries(gi)){let i=o(t);if(i&&n.push({id:r,values:yi(i)}),n.length===bi)break}return n}function yi(e){let t=Object.entries(e).map(([n,r])=>[n,typeof r=="number"?D(r):r]);return Object.fromEntries(t)}var ee=class{root=m("div",{class:"messages"});#t;constructor(t){this.#t=t}show(t,n,r){let{problem:o}=t,i=te(t).map(({id:a,values:l})=>this.#e(_(a,this.#t,l)));if(r.length&&i.unshift(this.#e(_("rejected",this.#t,{parts:r.join(" · ")}))),o){let a=m("li",{class:"problem"},_(o.id,this.#t,o.values));o.timm&&a.append(" ",m("code",{},o.timm)),i.unshift(a)}let s=i.map(({textContent:a})=>a).join(" ");return i.length?this.root.replaceChildren(m("ul",{},...i)):this.root.replaceChildren(m("p",{},n)),Q(this.root),s}#e(t){return m("li",{class:"pitfall"},t)}};var ne=class{#t;#e=m("span",{class:"when"});#n=m("ul");root;constructor(t,n){this.#t=t,this.root=m("div",{class:"readout"},this.#e,this.#n),this.#n.addEventListener("click",r=>{let o=r.target.closest("button");o&&n(Number(o.value))})}show(t,n,r,o){let i=xi(t[0],r,o,this.#t);this.#e.textContent=`${i}:`;let s=q(this.#n,t.length,wi),a=t.map(({series:l,look:c,pin:h},u)=>{let[p,b,d]=s[u].children,x=Ct(X(l,r));return p.firstElementChild?.setAttribute("class",c),b.textContent=n[u],b.setAttribute("title",n[u]),d.textContent=` = ${x}`,this.#r(s[u],h,n[u]),`${n[u]}: ${x}`});return Q(this.root),t.length===1?`${i}: lr = ${a[0].slice(4)}`:`${i}: ${a.join("; ")}`}#r(t,n,r){let o=t.querySelector("button");if(n===null){o?.remove();return}o||(o=m("button",{type:"button"},"×"),t.append(o)),o.value=String(n),o.setAttribute("aria-label",_("unpin",this.#t,{label:r}))}};function wi(){let e=y("svg",{viewBox:"0 0 24 8","aria-hidden":"true"});return e.append(y("path",{d:"M2 4H22"})),m("li",{},e,m("span",{class:"label"}),m("span",{class:"value"}))}function xi({series:{perEpoch:e,count:t}},n,r,o){let i=Math.min(Math.round(n*e),t-1),s={epoch:Math.floor(i/e),update:i};return r==="after_epoch"?_("at_after_epoch",o,s):_(e===1?"at_epoch":"at_update",o,s)}var Er=6,vi={warmup_end:"summary_warmup_end",restart:"summary_restart",decay_start:"summary_decay_start",milestone:"summary_decay",decay:"summary_decay",cycles_end:"summary_cycles_end"};function re(e,t,n){let{problem:r}=e;return[ki(e,t,n),r?_(r.id,n,r.values):ji(e,n),Mi(e,t,n)].filter(Boolean).join(n==="ja"?"":" ")}function ki({settings:e,horizon:t,lrs:n},{plot:r},o){let i=t/e.num_epochs,s=r==="after_epoch",a=s?Array.from({length:e.num_epochs},(d,x)=>n[0][(x+1)*i]):n[0].subarray(0,t),l=-1,c=-1,h=-1;for(let d=0;d<a.length;d+=1)Number.isNaN(a[d])||(a[d]<=a[l]||(l=d),a[d]>=a[c]||(c=d),h=d);if(h<0)return"";let u=_(s||e.t_in_epochs!==!1?"summary_epoch":"summary_update",o),p=s?"summary_after_epochs":"summary_range",b=a[l]===a[c];return _(b?"summary_constant":"summary_curve",o,{name:W(e.schedule),range:_(p,o,{unit:u,last:h}),unit:u,first:D(a[0]),last:D(a[h]),highest:D(a[l]),t_highest:l,lowest:D(a[c]),t_lowest:c})}function ji({settings:e,horizon:t,marks:n},r){let o=e.decay_rate!==1,i=Object.entries(vi).flatMap(([s,a])=>{let l=n.filter(h=>h.kind===s&&h.t<t).map(({t:h})=>h);if(!l.length||s==="milestone"&&!o)return[];let c=l.length>Er?", …":"";return _(a,r,{ts:l.slice(0,Er).join(", ")+c})});return Or("summary_events","events",i,r)}function Mi({settings:e},{pins:t,overlay:n},r){let o=[],i=e.lr.length;return i>1&&o.push(_("summary_also_groups",r,{count:i})),n&&o.push(W(n)),t.length&&o.push(_("summary_also_pins",r,{count:t.length})),Or("summary_also","others",o,r)}function Or(e,t,n,r){let o=n.join(_("summary_separator",r));return n.length?_(e,r,{[t]:o}):""}var Si=300,oe=class{#t;#e=m("table");root;constructor(t,n){this.#t=t;let r=m("summary",{},_("table",t)),o=_("table",t),i=m("div",{tabindex:0,role:"group","aria-label":o},this.#e);this.root=m("details",{class:"data"},r,i),this.root.addEventListener("toggle",n)}show(t,n,r){if(!this.root.open)return;let o=Math.max(...t.map(({run:c})=>c.settings.num_epochs)),i=Math.ceil(o/Si),a=[_(r==="used"?"table_epoch":"table_after_epoch",this.#t),...n].map(c=>m("th",{scope:"col"},c)),l=[];for(let c=0;c<o;c+=i){let h=t.map(({series:u})=>m("td",{},Ct(X(u,c))));l.push(m("tr",{},m("th",{scope:"row"},String(c)),...h))}this.#e.replaceChildren(m("thead",{},m("tr",{},...a)),m("tbody",{},...l))}};var Ar={pin:"M5 2h6M6 2v5l-2 3h8l-2-3V2M8 10v4",reset:"M3 8a5 5 0 1 0 1.6-3.7M3 2v3h3",code:"M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z",link:"M6.5 9.5l3-3M7 5l2-2a2.8 2.8 0 0 1 4 4l-2 2M9 11l-2 2a2.8 2.8 0 0 1-4-4l2-2",done:"M3 8.5l3.5 3.5 7-8"},Ei=1500,ie=class{#t;#e;#n;#r;buttons;badge=m("span",{class:"badge"});constructor(t,n){let r=l=>_(l,t),o=()=>N.map(l=>m("option",{value:l},W(l)));this.#t=m("select",{"aria-label":r("schedule")},...o()),this.#t.addEventListener("change",()=>{n.schedule(this.#t.value)});let i=m("option",{value:""},r("overlay_none")),s=o();for(let l of s)l.textContent=`+ ${l.textContent}`;this.#e=m("select",{"aria-label":r("overlay")},i,...s),this.#e.addEventListener("change",()=>{let l=this.#e.value||null;n.view({overlay:l})}),this.buttons={pin:this.#o("pin",r),reset:this.#o("reset",r),code:this.#o("code",r),link:this.#o("link",r)};for(let[l,c]of Object.entries(this.buttons)){let h=n[l];c.addEventListener("click",h)}this.#n=["used","after_epoch"].map(l=>{let c=m("input",{type:"radio",name:"plot",value:l});return c.addEventListener("change",()=>{n.view({plot:l})}),c}),this.#r=m("input",{type:"checkbox"}),this.#r.addEventListener("change",()=>n.view({log:this.#r.checked}));let a=this.#n.map(l=>m("label",{title:r(`plot_${l.value}_title`)},l,r(`plot_${l.value}`)));this.root=m("div",{class:"toolbar"},m("div",{class:"choices"},this.#t,this.#e),m("div",{class:"actions"},...Object.values(this.buttons))),this.views=m("div",{class:"views"},m("div",{role:"radiogroup","aria-label":r("plot")},...a),m("label",{title:r("log_title")},this.#r,r("log")),this.badge)}show(t,n){this.#t.value=t.schedule,this.#e.value=n.overlay??"";for(let r of this.#e.options)r.disabled=r.value===t.schedule;for(let r of this.#n)r.checked=r.value===n.plot;this.#r.checked=n.log}confirm(t){let n=t.querySelector("path"),r=o=>{n?.setAttribute("d",Ar[o?"done":t.name]),t.classList.toggle("done",o)};r(!0),setTimeout(()=>r(!1),Ei)}#o(t,n){let r=y("svg",{viewBox:"0 0 16 16","aria-hidden":"true"});r.append(y("path",{d:Ar[t]}));let o=n(`${t}_title`);return m("button",{type:"button",name:t,title:o,"aria-label":o},r,n(t))}};var Nr=16,Oi=700,se=class{#t;#e=new zt;#n=m("div",{class:"figure"});#r=m("input",{type:"range",class:"scrubber",min:0,step:1});#o=m("div",{class:"formula"});#i=m("p",{id:"summary",hidden:!0});#a=m("p",{class:"unseen",role:"status"});#l;#s;#u;#m;#c;#h;#p=null;#d=0;#f=1;#_="";constructor(t,n){this.#t=t,this.toolbar=new ie(t,n),this.#l=new ne(t,o=>{n.unpin(o),this.toolbar.buttons.pin.focus()}),this.#s=new ee(t),this.#u=new Wt(t,n.value),this.#m=new oe(t,n.resized),this.#c=new Dt(t),this.#n.append(this.#e.axes.root,this.#e.root,this.#c.root),g(this.#e.root,{"aria-describedby":"summary"}),g(this.#r,{"aria-label":_("cursor",t)}),g(this.#o,{role:"group","aria-label":_("formula",t)}),this.root=m("div",{class:"explorer",role:"group",tabindex:-1,lang:t},this.toolbar.root,this.toolbar.views,this.#n,this.#r,this.#l.root,this.#o,this.#s.root,this.#u.root,this.#m.root,this.#i,this.#a),this.#h=new ResizeObserver(([{contentRect:{width:o,height:i}}])=>{let s=parseFloat(getComputedStyle(this.#e.root).fontSize);this.#e.resize(o,i,s),n.resized()}),this.#h.observe(this.#n),this.#r.addEventListener("input",()=>{n.cursor(Number(this.#r.value)/this.#f)});let r=o=>{o.target===this.#n&&n.cursor(this.#e.epochAt(o.offsetX))};this.#n.addEventListener("pointermove",r),this.#n.addEventListener("pointerdown",r)}destroy(){this.#h.disconnect(),clearTimeout(this.#d)}draw({runs:t,view:n,epoch:r}){let{run:o}=t,i=Qt(t,n.plot),{perEpoch:s}=i[0].series,a=Math.max(...i.map(u=>u.run.settings.num_epochs)),l=n.plot==="used"?0:1,c=o.marks.map(({t:u,kind:p})=>({epoch:u/(o.horizon/o.settings.num_epochs)-l,label:_(`mark_${p}`,this.#t)})),{metric:h}=o;this.#e.draw({lines:i,epochs:a,perEpoch:s,log:n.log,marks:c,metric:h}),this.#f=s,this.#g(i[0].series.count,a),this.moveCursor(t,n,r)}moveCursor({run:t},n,r){let o=It(t,0,n.plot),i=Pt(o,r);Number(this.#r.value)!==i&&(this.#r.value=String(i)),this.#e.point(i/o.perEpoch)}describe({settings:t,view:n,runs:r,epoch:o,timm:i,rejected:s}){let{run:a}=r;this.toolbar.show(t,n),this.#u.show(t);let l=Qt({...r,last:null},n.plot),c=Kn(Qt({...r,last:null,goal:null},n.plot));r.goal&&c.push(_("goal",this.#t));let{series:h}=l[0],u=Pt(h,o)/h.perEpoch,p=this.#l.show(l,c,u,n.plot);g(this.#r,{"aria-valuetext":p}),this.#o.innerHTML=Yt(a,0,Ae(h,o)),Q(this.#o);let b=re(a,n,this.#t);this.#i.textContent=b;let d=_("chart",this.#t,{name:W(t.schedule)});g(this.#e.root,{"aria-label":d}),g(this.root,{"aria-label":d}),this.#b(this.#s.show(a,b,s)),this.#m.show(l,c,n.plot);let x=dn(a,i);g(this.toolbar.badge,{class:`badge ${x.state}`}),this.toolbar.badge.textContent=x.text}async copy(t,n){await this.#c.copy(t,this.toolbar.buttons[n])&&this.confirm(n,"copied")}confirm(t,n){this.toolbar.confirm(this.toolbar.buttons[t]),this.announce(_(n,this.#t))}announce(t){this.#a.textContent=t}#b(t){if(t===this.#p)return;let n=this.#p===null;this.#p=t,clearTimeout(this.#d),!n&&(this.#d=setTimeout(()=>this.announce(t),Oi))}#g(t,n){let{left:r,right:o}=this.#e.margins,i=(t-1)/this.#f/n;g(this.#r,{max:t-1});let s=`calc((100% - ${r+o}px) * ${i} + ${Nr}px)`;s!==this.#_&&(this.#_=s,Object.assign(this.#r.style,{width:s,marginLeft:`${r-Nr/2}px`}))}};function ae(e){let n=(e.closest("[lang]:not([lang=''])")?.lang||navigator.language).slice(0,2).toLowerCase();return vn.find(r=>r===n)??"en"}function Be(e){let{colorScheme:t,color:n}=getComputedStyle(e);if(t!=="normal")return"";let[r,o,i]=(n.match(/[\d.]+/g)??[]).map(Number);return .2126*r+.7152*o+.0722*i>(n.startsWith("rgb")?127:.5)?"dark":"light"}var lt=class{#t;#e;#n=0;#r=!1;constructor(t,n){this.#t=t,this.#e=n}connect(){this.#t.id||(this.#t.id=Ai()),addEventListener("hashchange",this.#o),document.addEventListener("click",this.#i),this.#r||this.#o(),this.#r=!0}disconnect(){removeEventListener("hashchange",this.#o),document.removeEventListener("click",this.#i),clearTimeout(this.#n)}link(t){return`${location.href.split("#")[0]}#${this.#t.id}?${t}`}write(t){clearTimeout(this.#n),this.#n=setTimeout(()=>{try{history.replaceState(history.state,"",this.link(t()))}catch{}},300)}show(t,n){let r=n||matchMedia("(prefers-reduced-motion: reduce)").matches;this.#t.scrollIntoView({behavior:r?"auto":"smooth",block:"start"}),t.focus({preventScroll:!0}),t.classList.add("arrived"),setTimeout(()=>t.classList.remove("arrived"),1200)}#o=t=>{let{hash:n}=t instanceof HashChangeEvent?new URL(t.newURL):location,r=`#${this.#t.id}?`;n.startsWith(r)&&this.#e(n.slice(r.length),!t)};#i=t=>{let n=t.target instanceof Element?t.target.closest("a"):null;n&&n.href===location.href&&!t.defaultPrevented&&this.#o(t)}};function Ai(){let e="explorer";for(let t=2;document.getElementById(e);t++)e=`explorer-${t}`;return e}function $r(e){let t=Math.min(...e.lr);if(t<0){let r=`ValueError: Invalid learning rate: ${Pe(t)}`;return new w("problem_lr",r,{lr:t})}let n=e;switch(e.schedule){case"cosine":case"poly":return Lr(n,Tr);case"tanh":return Lr(n,[...Tr,...Ni]);case"wsd":return Ti(n);case"plateau":return n.decay_rate<1?null:yt(n,["decay_rate"],"Factor should be < 1.0.");default:return null}}var Tr=[{names:["t_initial"],condition:"t_initial > 0",holds:({t_initial:e})=>e>0},le("lr_min")],Ni=[{names:["lb","ub"],condition:"lb < ub",holds:({lb:e,ub:t})=>e<t},le("cycle_limit"),le("warmup_t"),le("warmup_lr_init")];function le(e){return{names:[e],condition:`${e} >= 0`,holds:t=>t[e]>=0}}function Lr(e,t){let n=t.find(({holds:o})=>!o(e));if(!n)return null;let r=`AssertionError: assert ${n.condition}`;return new w(`problem_${n.names[0]}`,r,Cr(e,n.names))}function Ti(e){let{t_initial:t,decay_t:n,lr_min:r,decay_ratio:o,decay_power:i,stable_power:s}=e,{stable_fn:a,stable_timescale:l,warmup_t:c}=e,h=(u,p)=>yt(e,[u],`Invalid ${u} (${Pe(e[u])}), must be ${p}.`);if(t<=0)return yt(e,["t_initial"],`Invalid t_initial (${t}), must be > 0.`);if(n<=0||n>t){let u=`in (0, t_initial] w/ t_initial=${t}`,p=`Invalid decay_t (${n}), must be ${u}.`;return yt(e,["decay_t","t_initial"],p)}if(r<0)return h("lr_min",">= 0");if(o<=0||o>=1)return h("decay_ratio","in (0, 1)");if(i<=0)return h("decay_power","> 0");if(s<=0)return h("stable_power","> 0");if(a!=="constant"&&(l??c)<=0){let u=`stable_fn=${a} requires a positive stable_timescale, it defaults to warmup_t (${c}), set it explicitly when there is no warmup.`;return yt(e,["stable_timescale","stable_fn"],u)}return null}function yt(e,t,n){return new w(`problem_${t[0]}`,`ValueError: ${n}`,Cr(e,t))}function Cr(e,t){return Object.fromEntries(t.map(n=>[n,e[n]]))}function ct(e){let t=Math.min(Math.max(0,Math.floor(kt(e))),ye),n=e.schedule==="plateau",r={settings:e,horizon:t,lrs:e.lr.map(()=>new Float64Array(t+1).fill(NaN)),metric:n?Nt(e,t):null,marks:[],problem:null},o=$r(e);return o?r.problem=o.at(null):n?Li(r):$i(r),r}function Li(e){let{settings:t,horizon:n}=e;ze(e,t.lr);let r=E(t);Pr(e,Math.min(r,n+1)),e.marks=Fe(t,n+1),Rn(e,r);let o=Ir(e,r,n+1);e.marks=e.marks.filter(({t:i})=>i<o)}function $i(e){let{settings:t,horizon:n}=e,r=B(t),o=Number(t.warmup_t),i=t.lr;if(t.schedule==="tanh"&&o&&!t.warmup_prefix){let a=Rr(r,o);if(a){e.problem=a.at(null,o);return}i=t.lr.map(l=>r.lr(l))}ze(e,i);let s=Ir(e,1,Ci(e,r));Pr(e,n+1),e.marks=Fe(t,s)}function Ci(e,t){let{settings:n,horizon:r,lrs:o}=e,i=K(n);for(let s=E(n);s<=r;s+=1){let a=Rr(t,s-i);if(a){if((a.stops||!e.problem)&&(e.problem=a.at(s)),a.stops)return s}else for(let l=0;l<o.length;l+=1)o[l][s]=t.lr(n.lr[l])}return r+1}function Rr(e,t){try{return e.move(t),null}catch(n){if(n instanceof w)return n;throw n}}function Ir(e,t,n){let r=e.settings,{from:o,to:i}=ot(r,t,n);if(o>=i)return n;let s=Hn(r,i-o);if(s){e.problem=s.at(o);for(let l of e.lrs)l.fill(NaN,o);return o}let a=Un(r,o,i);for(let l of e.lrs)for(let c=o;c<i;c+=1)l[c]+=l[c]*a[c-o];return n}function Pr({settings:e,lrs:t},n){t.forEach((r,o)=>{let i=e.lr_scale[o];for(let s=0;s<n;s+=1)r[s]*=i})}var ce=class{#t=null;#e=null;#n=null;#r=null;#o=new WeakMap;of(t,n,r=null){let i=this.#t?.settings!==t||!this.#t?ct(t):this.#t;this.#t=i,i.problem||(this.#n=i);let s=n.overlay===t.schedule?null:n.overlay;(s!==(this.#e?.settings.schedule??null)||this.#r!==t)&&(this.#r=t,this.#e=s&&ct(Z(t,s)));let a=n.pins.map(c=>this.#i(c)),l=r&&this.#i(r);return{run:i,overlay:this.#e,pins:a,last:this.#n,goal:l}}#i(t){let n=this.#o.get(t)??ct(t);return this.#o.set(t,n),n}};function he(e){let{schedule:t,...n}=e??{};if(!N.includes(t)){let i=N.join(", ");throw new RangeError(`schedule is ${JSON.stringify(t)}; it must be one of ${i}.`)}Array.isArray(n.lr)&&!("lr_scale"in n)&&(n.lr_scale=n.lr.map(()=>1));let r=L(t,n),o=G(r);if(o){let i=JSON.stringify(o.value);throw new RangeError(`${o.name} is ${i}, which is no value that it can have.`)}return r}function Ke(e){let{plot:t,log:n,overlay:r,pins:o}=e??{};return{plot:t==="after_epoch"?t:"used",log:n===!0,overlay:N.includes(r)?r:null,pins:Array.isArray(o)?o.map(he):[]}}function zr(e,t,n){let r={...e,[t]:n},{lr:o,lr_scale:i}=r;t==="lr"&&(r.lr_scale=o.map((a,l)=>i[l]??1)),t==="lr_scale"&&(r.lr=i.map((a,l)=>o[l]??o[o.length-1]));let s=G(r);return s?Array.isArray(s.value)?{error:"misfit_groups"}:{error:Number(s.value)<1?"misfit_least":"misfit_most"}:{settings:r}}var Fr=`:host {
  display: block;
  width: 100%;
  container-type: inline-size;
  scroll-margin-top: 4rem;
}

[hidden] {
  display: none !important;
}

/* What changes in a stacking context is repainted without its surroundings. */
:host,
.explorer > *,
.control {
  isolation: isolate;
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
  scroll-margin-bottom: var(--lr-explorer-bottom, 0px);
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
  touch-action: pan-y pinch-zoom;
}

/* On a phone the controls are further down than the screen is high: the curve stays in sight. */
@media screen and (min-height: 600px) {
  @container (width < 560px) {
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

/* What is to be matched: a band, in which the curve lies once it is matched. */
.goal { --hue: color-mix(in srgb, currentColor 32%, transparent); }
:is(.curves, .readout) .goal { stroke-width: 8; }

.dots circle {
  fill: var(--hue);
}

.dots :is(.hidden, .last, .goal) {
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

/* A moving area that is opaque, as a background is, would have the whole page composed anew. */
input[type="range"]::-webkit-slider-thumb {
  width: 16px;
  height: 16px;
  margin-top: -6px;
  appearance: none;
  border: 8px solid var(--blue);
  border-radius: 50%;
  background: transparent;
}

input[type="range"]::-moz-range-thumb {
  width: 16px;
  height: 16px;
  border: 0;
  border-radius: 50%;
  background: var(--blue);
}

.scrubber {
  display: block;
  contain: strict;
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
  height: 30.8em;
  contain: strict;
}

.panel {
  display: grid;
  padding-top: 0.4em;
  grid-template-columns: minmax(0, 1fr);
  grid-auto-rows: 3.9em;
  column-gap: 2.5em;
}

.control {
  display: flex;
  flex-wrap: wrap;
  gap: 0 0.8em;
  align-content: start;
  align-items: center;
  position: relative;
}

/* Of a fixed size and no flex items, so that they are laid out alone when the slider moves. */
.control input[type="range"],
.control input[type="range"]:not([hidden]) + input {
  position: absolute;
  top: 1.5em;
  contain: strict;
}

.control input[type="range"] {
  left: 0;
  width: calc(100% - 6.4em);
}

.control input[type="range"] + input {
  right: 0;
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
@container (width >= 340px) {
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

@container (width >= 560px) {
  .toolbar {
    flex-direction: row;
  }

  .choices {
    flex: 1;
  }

  .figure {
    height: 20em;
  }

  .readout {
    height: 3.5em;
  }

  .messages {
    height: 4.6em;
  }

  .controls {
    height: 17.6em;
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

  .tabs button {
    border-bottom-color: Canvas;
  }

  .tabs button[aria-selected="true"] {
    border-bottom-color: Highlight;
  }
}

@media print {
  .toolbar,
  .views,
  .scrubber,
  .readout button,
  .controls,
  .data {
    display: none;
  }

  /* Paper has another width than the screen for which the chart was drawn. */
  .figure {
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
    margin-top: 0.5em;
    contain: none;
  }
}
`;var Ii=150,Pi=globalThis.HTMLElement??class{},wt=class extends Pi{static observedAttributes=["settings","view","lang"];#t=L("cosine");#e=Ke(null);#n={settings:this.#t,view:this.#e};#r=null;#o=null;#i=null;#a=[];#l=new ce;#s=null;#u=new lt(this,(t,n)=>this.#S(t,n));#m=new WeakSet;#c=!1;#h=!1;#p=0;#d=0;get settings(){return this.#t}set settings(t){this.#t=he(t),this.#s||(this.#n={...this.#n,settings:this.#t}),this.#y()}get view(){return this.#e}set view(t){this.#e=Ke(t),this.#s||(this.#n={...this.#n,view:this.#e}),this.#y()}get#f(){return this.#l.of(this.#t,this.#e,this.#o)}get run(){return this.#f.run}get goal(){return this.#f.goal}set goal(t){this.#o=t&&he(t),this.#y()}get timm(){return this.#i}set timm(t){this.#i=t,this.#k()}get#_(){return this.getAttribute("address")!=="off"}connectedCallback(){if(!this.shadowRoot){let t=new CSSStyleSheet;t.replaceSync(Fr),this.attachShadow({mode:"open"}).adoptedStyleSheets=[t]}this.#b(),this.#_&&this.#u.connect()}disconnectedCallback(){this.#u.disconnect(),this.#s?.destroy(),this.#s=null,cancelAnimationFrame(this.#p),clearTimeout(this.#d),this.#p=0}attributeChangedCallback(t,n,r){if(t==="settings"||t==="view")try{this[t]=JSON.parse(r??"null"),this.#n={...this.#n,[t]:this[t]}}catch(o){console.error(`<lr-explorer ${t}='${r}'>: ${o.message}`)}else this.#s&&this.#b()}#b(){this.#s?.destroy();let t=ae(this);this.#s=new se(t,{schedule:o=>this.#g({settings:Z(this.#t,o)}),value:(o,i)=>{let s=zr(this.#t,o,i);return"error"in s?_(s.error,t):(this.#g({settings:s.settings,isContinuous:!0}),null)},view:o=>this.#w(o),pin:()=>this.#M(t),unpin:o=>{this.#w({pins:this.#e.pins.filter((i,s)=>s!==o)})},reset:()=>this.#g(this.#n),code:()=>this.#s?.copy(Lt(this.#t),"code"),link:()=>this.#s?.copy(this.#u.link(this.#x()),"link"),cursor:o=>{this.#r=o,this.#y()},resized:()=>this.#v()}),this.#s.toolbar.buttons.link.hidden=!this.#_;let n=m("i",{class:"ink"}),{root:r}=this.#s;r.append(n),n.addEventListener("transitionrun",()=>r.style.colorScheme=Be(this)),this.shadowRoot?.replaceChildren(r),r.style.colorScheme=Be(this),this.#h=!1,this.#y()}#g({settings:t=this.#t,view:n=this.#e,isContinuous:r=!1}){this.#t=t,this.#e=n,this.#a=[],this.#c=!0,this.#h&&=r,this.#y()}#w(t){this.#g({view:{...this.#e,...t}})}#M(t){let{pins:n}=this.#e;n.length===ut?this.#s?.announce(_("most_pins",t,{most:ut})):n.at(-1)!==this.#t&&(this.#m.add(this.#t),this.#w({pins:[...n,this.#t]}),this.#s?.confirm("pin","pinned"))}#x(){return mt(this.#t,this.#e)}#S(t,n){let{settings:r,view:o,rejected:i}=St(t),s=c=>this.#m.has(c),a=n||o.pins.length?[]:this.#e.pins.filter(s),l=[...o.pins,...a];this.#g({settings:r??this.#t,view:{...o,pins:l}}),this.#c=!n,this.#a=i,this.#s&&this.#u.show(this.#s.root,n)}#y(){this.#s&&!this.#p&&(this.#p=requestAnimationFrame(()=>this.#v()))}#v(){cancelAnimationFrame(this.#p),this.#p=0,this.#s?.draw(this.#j()),this.#k(),this.#c&&(this.#c=!1,this.#_&&this.#u.write(()=>this.#x()),this.dispatchEvent(new CustomEvent("change",{bubbles:!0})))}#k(){clearTimeout(this.#d);let t=()=>this.#s?.describe(this.#j());this.#h?this.#d=setTimeout(t,Ii):t(),this.#h=!0}#j(){let[t,n]=[this.#t,this.#e];this.#r??=Math.round(t.num_epochs/4);let[r,o]=[this.#i,this.#a];return{settings:t,view:n,runs:this.#f,epoch:this.#r,timm:r,rejected:o}}};globalThis.customElements&&!customElements.get("lr-explorer")&&customElements.define("lr-explorer",wt);var zi=new Set(N.flatMap(e=>[...v(e).keys()]));function Wr(e){let t=e.get("schedule"),n=[...v(t).keys()];return Object.assign({schedule:t},...n.map(r=>({[r]:e.get(r)})))}function Dr(e){if(!e)return null;let t=e.lrs?.map(({buffer:n,byteOffset:r,byteLength:o})=>new Float64Array(n.slice(r,r+o)));return{...e,lrs:t??null}}function ue(e,t){return JSON.stringify(e)===JSON.stringify(t)}var Hr={render({model:e,el:t}){let n=document.createElement("lr-explorer");n.setAttribute("address","off"),n.setAttribute("data-lm-suppress-shortcuts","true"),n.lang=e.get("language"),n.settings=Wr(e),n.view=e.get("view"),n.timm=Dr(e.get("timm"));let r=!1,o=()=>{r=!1;let h=Wr(e);try{ue(h,n.settings)||(n.settings=h),ue(e.get("view"),n.view)||(n.view=e.get("view"))}catch{}},i=()=>{r||queueMicrotask(o),r=!0},s=()=>{for(let[h,u]of Object.entries(n.settings))ue(u,e.get(h))||e.set(h,u);ue(n.view,e.get("view"))||e.set("view",n.view),e.save_changes()},a=()=>n.timm=Dr(e.get("timm")),l=()=>n.lang=e.get("language"),c=["schedule","view",...zi].map(h=>`change:${h}`);for(let h of c)e.on(h,i);return e.on("change:timm",a),e.on("change:language",l),n.addEventListener("change",s),t.append(n),()=>{for(let h of c)e.off(h,i);e.off("change:timm",a),e.off("change:language",l),n.remove()}}};return Qr(Fi);})();
