"use strict";var LRChallenges=(()=>{var j=Object.defineProperty;var N=Object.getOwnPropertyDescriptor;var H=Object.getOwnPropertyNames;var M=Object.prototype.hasOwnProperty;var $=(t,e)=>{for(var s in e)j(t,s,{get:e[s],enumerable:!0})},G=(t,e,s,i)=>{if(e&&typeof e=="object"||typeof e=="function")for(let n of H(e))!M.call(t,n)&&n!==s&&j(t,n,{get:()=>e[n],enumerable:!(i=N(e,n))||i.enumerable});return t};var R=t=>G(j({},"__esModule",{value:!0}),t);var D={};$(D,{CHALLENGES:()=>h,LRChallenges:()=>g,callOf:()=>b,closenessOf:()=>y,percentOf:()=>f});var C={group:{ja:"曲線を合わせる",en:"Match a curve"},choice:{ja:"問題",en:"Challenge"},option:{ja:"{number}. {title}（{level}）",en:"{number}. {title} ({level})"},option_solved:{ja:"✓ {number}. {title}（{level}）",en:"✓ {number}. {title} ({level})"},level_1:{ja:"やさしい",en:"easy"},level_2:{ja:"ふつう",en:"medium"},level_3:{ja:"難しい",en:"hard"},solved:{ja:"{count} / {all} 問できました",en:"{count} of {all} solved"},hint:{ja:"ヒント",en:"Hint"},answer:{ja:"答えを見る",en:"Show the answer"},answer_is:{ja:"答えの一つ:",en:"One answer:"},next:{ja:"次の問題",en:"Next challenge"},away:{ja:"目標との差の最大（エポック {epoch}）。目標の最大値に対する割合で、{enough} 以内ならできあがりです。",en:"of the goal’s peak: the largest difference, at epoch {epoch}. With {enough} or less you are there."},away_said:{ja:"目標との差は、最大で目標の最大値の {share}、エポック {epoch} です。",en:"The largest difference from the goal is {share} of its peak, at epoch {epoch}."},there:{ja:"できました。目標との差は、どのエポックでも目標の最大値の {enough} 以内です。",en:"You are there: at no epoch is the difference more than {enough} of the goal’s peak."},shown:{ja:"これが答えの曲線です。引数を動かして、何が変わるかを見てください。",en:"This is the curve of the answer. Move its arguments and see what changes."},refused:{ja:"timm がこの設定を断るので、比べられません。理由は図の下にあります。",en:"timm refuses these settings, so there is nothing to compare; the reason stands below the chart."},length:{ja:"目標は {goal} エポック、この曲線は {yours} エポックです。num_epochs を {goal} に戻してください。",en:"The goal lasts {goal} epochs and your curve {yours}; set num_epochs back to {goal}."}},S=[{id:"stairs",level:1,title:{ja:"階段",en:"Stairs"},task:{ja:"学習率が何エポックごとに下がるかを、目標の曲線から読み取ってください。動かす引数は一つです。",en:"Read off the goal every how many epochs the learning rate falls. One argument is enough."},hint:{ja:"最初に下がるエポックの番号が、そのまま `decay_t` です。",en:"The number of the epoch at which it first falls is `decay_t` itself."},start:{schedule:"step",decay_t:10,decay_rate:.5},answer:{schedule:"step",decay_t:30,decay_rate:.5}},{id:"steep-stairs",level:1,title:{ja:"急な階段",en:"Steep stairs"},task:{ja:"段の幅も高さも違います。引数を二つ動かしてください。",en:"Both the width and the height of the stairs differ. Change two arguments."},hint:{ja:"段の幅は `decay_t` です。`decay_rate` は、二段目の高さを一段目の高さで割った値です。",en:"The width of a stair is `decay_t`. The height of the second stair, divided by that of the first, is `decay_rate`."},start:{schedule:"step",decay_t:30,decay_rate:.5},answer:{schedule:"step",decay_t:25,decay_rate:.3}},{id:"milestones",level:1,title:{ja:"ばらばらの段",en:"Uneven stairs"},task:{ja:"段の幅がそろっていません。下がるエポックを、欄に並べて書いてください。",en:"The stairs are not equally wide. Write the epochs at which the learning rate falls into the field."},hint:{ja:"`decay_t` の欄に、カンマで区切った昇順の数を書きます。下がるのは三回です。",en:"`decay_t` takes numbers in ascending order, separated by commas. There are three drops."},start:{schedule:"multistep",decay_t:[50],decay_rate:.5},answer:{schedule:"multistep",decay_t:[40,70,90],decay_rate:.5}},{id:"line",level:2,title:{ja:"まっすぐ下へ",en:"Straight down"},task:{ja:"目標は直線です。コサインでは直線になりません。どのスケジューラなら、直線が描けるでしょうか。",en:"The goal is a straight line, which no cosine is. Which scheduler can draw one?"},hint:{ja:"`PolyLRScheduler` の曲線は、残り時間の割合の `power` 乗です。直線になる `power` を考えてください。",en:"The curve of `PolyLRScheduler` is the share of the time that is left, raised to `power`. Which `power` leaves it straight?"},start:{schedule:"cosine",t_initial:100},answer:{schedule:"poly",t_initial:100,power:1}},{id:"restarts",level:2,title:{ja:"低くなる再スタート",en:"Lower restarts"},task:{ja:"学習率は何度も山へ戻り、山は毎回低くなります。引数を三つ動かしてください。",en:"The learning rate returns to a peak again and again, and each peak is lower than the last. Change three arguments."},hint:{ja:"`t_initial` は周期一つの長さ、`cycle_limit` は周期の数です。`cycle_decay` は、二つ目の山の高さを一つ目の高さで割った値です。",en:"`t_initial` is the length of one cycle, `cycle_limit` the number of cycles. The second peak, divided by the first, is `cycle_decay`."},start:{schedule:"cosine",t_initial:100},answer:{schedule:"cosine",t_initial:25,cycle_limit:4,cycle_decay:.6}},{id:"s-curve",level:2,title:{ja:"真ん中で落ちる",en:"Down in the middle"},task:{ja:"目標は、学習のちょうど半ばで最も急に下がります。始まりと終わりは、ほとんど平らです。`lb` と `ub` を決めてください。",en:"The goal falls fastest exactly in the middle of the run, and is almost flat at both ends. Find `lb` and `ub`."},hint:{ja:"`tanh` が最も急なのは 0 です。`lb` と `ub` のちょうど間が 0 になるようにし、それから幅を狭めてください。",en:"`tanh` is steepest at 0. Put 0 exactly between `lb` and `ub`, then make the range narrower."},start:{schedule:"tanh",t_initial:100},answer:{schedule:"tanh",t_initial:100,lb:-4,ub:4}},{id:"warm-up",level:2,title:{ja:"助走をつける",en:"A run-up"},task:{ja:"目標は 0 ではない値から始まり、山まで上がってからコサインで下がります。途中で急に落ちるところはありません。",en:"The goal starts above 0, rises to its peak and comes down by a cosine, without a drop between the two."},hint:{ja:"`warmup_prefix` をオンにすると、コサインはウォームアップのあとで始まります。その分、`t_initial` を短くしてください。最初のエポックの値が `warmup_lr_init` です。",en:"With `warmup_prefix` the cosine begins after the warm-up; shorten `t_initial` by as much. The value of the first epoch is `warmup_lr_init`."},start:{schedule:"cosine",t_initial:100},answer:{schedule:"cosine",t_initial:80,warmup_t:20,warmup_lr_init:.02,warmup_prefix:!0}},{id:"plateau",level:2,title:{ja:"待ちきれない",en:"Less patience"},task:{ja:"指標は同じですが、目標はもっと早く、もっと小刻みに下がります。引数を二つ動かしてください。",en:"The metric is the same, but the goal falls earlier and by less each time. Change two arguments."},hint:{ja:"指標が止まるのはエポック 30 です。そこから最初に下がるまでの長さが `patience_t` を、下がる前後の比が `decay_rate` を決めます。",en:"The metric stands still from epoch 30 on. How long the goal then waits gives `patience_t`, how far it falls gives `decay_rate`."},start:{schedule:"plateau",patience_t:10,decay_rate:.1},answer:{schedule:"plateau",patience_t:4,decay_rate:.5}},{id:"wsd",level:3,title:{ja:"上げて、保って、下げる",en:"Up, along, down"},task:{ja:"目標は、ウォームアップのあと山の高さを保ち、最後にまっすぐ下がります。下がりきる先は 0 ではありません。",en:"After a warm-up the goal keeps to its peak, and at last comes down in a straight line, but not to 0."},hint:{ja:"ウォームアップの分、`t_initial` を短くします。下がり始めてから終わるまでが `decay_t` です。直線は `decay_fn` で選び、終わりの高さは `lr_min` で決めます。",en:"Shorten `t_initial` by the warm-up. The way down takes `decay_t` epochs; `decay_fn` makes it straight, `lr_min` is where it leads."},start:{schedule:"wsd",t_initial:100,decay_t:20},answer:{schedule:"wsd",t_initial:90,decay_t:40,warmup_t:10,decay_fn:"linear",lr_min:.01}},{id:"all-together",level:3,title:{ja:"全部まとめて",en:"All together"},task:{ja:"ウォームアップのあとに二つの周期が続きます。二つ目は一つ目の 2 倍の長さで、山は低くなります。学習の終わりが、周期の終わりです。",en:"Two cycles follow a warm-up. The second is twice as long as the first, and lower. The run ends with the last cycle."},hint:{ja:"`warmup_prefix` をオンにします。残りの 90 エポックを 1 対 2 に分け、短いほうを `t_initial` にしてください。長さの比は `cycle_mul`、高さの比は `cycle_decay` です。",en:"Use `warmup_prefix`. Divide the other 90 epochs by 1 to 2; the shorter part is `t_initial`. `cycle_mul` is the ratio of the lengths, `cycle_decay` that of the heights."},start:{schedule:"cosine",t_initial:100},answer:{schedule:"cosine",t_initial:30,cycle_limit:2,cycle_mul:2,cycle_decay:.8,warmup_t:10,warmup_prefix:!0}}];function r(t,e={},...s){let i=document.createElement(t);return w(i,e),i.append(...s),i}function w(t,e){for(let[s,i]of Object.entries(e)){let n=i===!1||i===null||i===void 0,a=i===!0?"":String(i);n?t.removeAttribute(s):t.getAttribute(s)!==a&&t.setAttribute(s,a)}}var h=S;function u(t,e,s={}){return C[t][e].replace(/\{(\w+)\}/g,(n,a)=>String(s[a]))}function k(t){return t.split("`").map((e,s)=>s%2?r("code",{},e):e)}function b({answer:{schedule:t,...e}}){let s=Object.entries(e).map(([i,n])=>`${i}=${W(n)}`);return`explore(${[`"${t}"`,...s].join(", ")})`}function W(t){return typeof t=="boolean"?t?"True":"False":JSON.stringify(t).replaceAll(",",", ")}function y(t,e){let s={share:NaN,epoch:NaN,isThere:!1};if(t.problem)return{state:"refused",...s};let i=e.settings.num_epochs;if(t.settings.num_epochs!==i)return{state:"length",...s};let n=(l,m,p)=>l.lrs[m][p*l.horizon/i],[a,o,c]=[0,-1,0];for(let l=0;l<i;l+=1){let m=n(e,0,l);a=Math.max(a,Math.abs(m));for(let p=0;p<t.lrs.length;p+=1){let E=Math.abs(n(t,p,l)-m);E>o&&([o,c]=[E,l])}}let d=o/a;return{state:"compared",share:d,epoch:c,isThere:d<=.01}}function f(t){return`${Math.ceil(Number((t*1e3).toPrecision(9)))/10} %`}var U=1e3,_=class{#e;#a;#t=r("select",{id:"choice"});#s=r("span",{class:"count"});#i=r("p",{class:"task",id:"task"});#n=r("p",{id:"hint",hidden:!0});#h;#r=r("p",{class:"answer",hidden:!0});#c=r("strong");#l=r("span");#o;#d=r("p",{class:"unseen",role:"status"});#u=0;#m=h[0];constructor(e,s,i){this.#e=e,this.#a=i;let n=(l,m={})=>r("button",{type:"button",...m},u(l,e));this.#h=n("hint",{"aria-controls":"hint"});let a=n("answer");this.#o=n("next");let o=r("label",{for:"choice"},u("choice",e)),c=r("div",{class:"buttons"},this.#h,a),d=r("div",{class:"row"},o,this.#t,this.#s);this.bar=r("div",{class:"bar"},this.#c,this.#l,this.#o),this.root=r("div",{class:"challenges",role:"group",tabindex:-1,lang:e},r("div",{class:"head"},d,this.#i,c,this.#n,this.#r),s,this.bar,this.#d),w(this.root,{"aria-label":u("group",e),"aria-describedby":"task"}),this.#t.append(...h.map(({id:l})=>r("option",{value:l}))),this.#t.addEventListener("change",()=>{this.#f(h[this.#t.selectedIndex])}),this.#o.addEventListener("click",()=>{this.#f(h[(h.indexOf(this.#m)+1)%h.length]),this.#t.focus()}),this.#h.addEventListener("click",()=>this.#g(this.#n.hidden!==!1)),a.addEventListener("click",()=>{this.#r.hidden=!1,i.answer()})}#f(e){this.#a.choose(e),this.#p(this.#i.textContent??"")}open(e){this.#m=e,this.#t.selectedIndex=h.indexOf(e),this.#i.replaceChildren(...k(e.task[this.#e])),this.#n.replaceChildren(...k(e.hint[this.#e]));let s=r("code",{},b(e));this.#r.replaceChildren(u("answer_is",this.#e)," ",s),this.#r.hidden=!0,this.#g(!1),clearTimeout(this.#u)}#g(e){this.#n.hidden=!e,w(this.#h,{"aria-expanded":String(e)}),e&&this.#p(this.#n.textContent??"")}mark(e){let s=h.length,i=h.filter(({id:n})=>e.has(n)).length;this.#s.textContent=i?u("solved",this.#e,{count:i,all:s}):"",h.forEach(({id:n,title:a,level:o},c)=>{let d={number:c+1,title:a[this.#e],level:u(`level_${o}`,this.#e)},l=e.has(n)?"option_solved":"option";this.#t.options[c].textContent=u(l,this.#e,d)})}show({state:e,share:s,epoch:i,isThere:n},a,{isAnswer:o,isByReader:c}){let d={epoch:i,share:f(s),enough:f(.01),...a},l=e==="compared"&&!n,p=u(n?o?"shown":"there":l?"away":e,this.#e,d);this.#c.textContent=n?"✓":l?d.share:"",this.#l.textContent=p,this.bar.classList.toggle("there",n),this.#o.hidden=!n,c&&this.#w(l?u("away_said",this.#e,d):p)}#w(e){clearTimeout(this.#u),this.#u=setTimeout(()=>this.#p(e),U)}#p(e){clearTimeout(this.#u),this.#d.textContent=e}};var O="lr-challenges",x=class{#e=new Set(I());has(e){return this.#e.has(e)}add(e){this.#e.add(e);try{localStorage.setItem(O,[...this.#e].join())}catch{}}};function I(){try{return localStorage.getItem(O)?.split(",")??[]}catch{return[]}}var A=`:host {
  display: block;
  container-type: inline-size;
  scroll-margin-top: 4rem;

  --lr-explorer-bottom: 8em;
}

[hidden] {
  display: none !important;
}

.challenges {
  --blue: #0072b2;
  --soft: color-mix(in srgb, currentColor 75%, transparent);
  --line: color-mix(in srgb, currentColor 25%, transparent);
  --tint: color-mix(in srgb, currentColor 8%, transparent);
  --good: light-dark(#0b6e4f, #5fd3a8);

  max-width: 56em;
  border-radius: 4px;
  outline: none;
}

*,
*::before {
  box-sizing: border-box;
}

.head,
.bar {
  font-size: max(0.875em, 13px);
  line-height: 1.5;
}

p {
  margin: 0;
}

code {
  overflow-wrap: anywhere;
  font-family: ui-monospace, "SFMono-Regular", Menlo, Consolas, "Liberation Mono", monospace;
  font-size: 0.93em;
}

.head {
  margin-bottom: 0.8em;
}

.row {
  display: flex;
  flex-wrap: wrap;
  gap: 0 0.8em;
  align-items: center;
  height: 4em;
}

.row label {
  font-weight: 600;
}

.row select {
  flex: 0 1 auto;
}

.count {
  color: var(--soft);
}

button,
select {
  min-width: 0;
  height: 2.2em;
  min-height: 24px;
  margin: 0;
  border: 1px solid var(--line);
  border-radius: 5px;
  padding: 0 0.6em;
  background: transparent;
  color: inherit;
  font: inherit;
  cursor: pointer;
}

select {
  padding: 0 0.3em;
  text-overflow: ellipsis;
}

option {
  background: Canvas;
  color: CanvasText;
}

:is(button, select):hover {
  background: var(--tint);
}

:is(button, select):focus-visible {
  outline: 2px solid var(--blue);
  outline-offset: -2px;
}

.task {
  min-height: 4.5em;
}

.buttons {
  display: flex;
  gap: 0.5em;
  margin-top: 0.4em;
}

#hint,
.answer {
  margin-top: 0.6em;
  border-left: 3px solid var(--line);
  padding-left: 0.8em;
}

/* How close the curve is stays in sight, wherever the reader turns a knob. */
.bar {
  display: grid;
  position: sticky;
  z-index: 2;
  bottom: 0;
  align-items: center;
  height: 7em;
  border-top: 1px solid var(--line);
  background: var(--lr-explorer-ground, Canvas);
  font-variant-numeric: tabular-nums;
  grid-template-columns: 4em minmax(0, 1fr);
  column-gap: 0.6em;
}

.bar strong {
  font-size: 1.25em;
  white-space: nowrap;
}

.bar button {
  grid-column: 2;
  justify-self: start;
  white-space: nowrap;
}

.there :is(strong, span) {
  color: var(--good);
}

.unseen {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}

.arrived {
  animation: arrive 1.2s ease-out;
}

@keyframes arrive {
  from {
    box-shadow: 0 0 0 4px var(--blue);
  }
}

@container (width >= 340px) {
  .task {
    min-height: 3em;
  }

  .bar {
    height: 6em;
  }
}

@container (width >= 560px) {
  .row {
    height: 2.6em;
  }

  .task {
    min-height: 1.5em;
  }

  .bar {
    height: 3.6em;
    grid-template-columns: 4.2em minmax(0, 1fr) auto;
  }

  .bar button {
    grid-column: 3;
  }
}

@media (prefers-reduced-motion: reduce) {
  .arrived {
    box-shadow: 0 0 0 4px var(--blue);
    animation: none;
  }
}

@media print {
  .row,
  .buttons,
  .bar {
    display: none;
  }

  .task {
    min-height: 0;
  }
}
`;var v=()=>globalThis.LRExplorer,B=globalThis.HTMLElement??class{},g=class extends B{#e=new x;#a=h[0];#t=!1;#s=null;#i=null;#n=null;connectedCallback(){this.id||="challenges",this.shadowRoot||this.#h(),this.#n?.connect()}disconnectedCallback(){this.#n?.disconnect()}#h(){let{languageOf:e,Place:s}=v(),i=new CSSStyleSheet;i.replaceSync(A);let n=this.attachShadow({mode:"open"});n.adoptedStyleSheets=[i];let a=document.createElement("lr-explorer");a.setAttribute("address","off"),a.addEventListener("change",()=>this.#c()),this.#s=a,this.#i=new _(e(this),a,{choose:o=>{this.#r(o),this.#o()},answer:()=>{this.#t=!0,a.settings=L(this.#a.answer),this.#l(!0),this.#o()}}),this.#n=new s(this,(o,c)=>this.#d(o,c)),this.#i.mark(this.#e),this.#r(h[0]),n.append(this.#i.root)}#r(e){this.#a=e,this.#t=!1,this.#i?.open(e),this.#s&&(this.#s.setAttribute("settings",JSON.stringify(e.start)),this.#s.setAttribute("view","null"),this.#s.goal=L(e.answer),this.#l(!1))}#c(){this.#l(!0)&&!this.#t&&!this.#e.has(this.#a.id)&&(this.#e.add(this.#a.id),this.#i?.mark(this.#e)),this.#o()}#l(e){let s=this.#s,[i,n]=[s.run,s.goal],a=y(i,n),o={yours:i.settings.num_epochs,goal:n.settings.num_epochs},c={isAnswer:this.#t,isByReader:e};return this.#i?.show(a,o,c),a.isThere}#o(){this.#n?.write(()=>{let{settings:e,view:s}=this.#s;return`challenge=${this.#a.id}&${v().toAddress(e,s)}`})}#d(e,s){let[[i],n]=F(e.split("&"),d=>d.startsWith("challenge=")),a=h.find(({id:d})=>i===`challenge=${d}`),{settings:o,view:c}=v().fromAddress(n.join("&"));this.#r(a??this.#a),this.#s&&o&&Object.assign(this.#s,{settings:o,view:c}),this.#l(!1),this.#i&&this.#n?.show(this.#i.root,s)}};function L({schedule:t,...e}){return v().settingsOf(t,e)}function F(t,e){return[t.filter(e),t.filter(s=>!e(s))]}globalThis.customElements&&!customElements.get("lr-challenges")&&customElements.define("lr-challenges",g);return R(D);})();
