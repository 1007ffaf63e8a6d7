/* Starts reveal.js and gives explorers the form of a slide; a figure that an explorer can show
   has a button that puts the explorer in its place. */
Reveal.initialize({
  width: 1280,
  height: 720,
  margin: 0,
  center: false,
  controls: false,
  display: "flex",
  hash: true,
  navigationMode: "linear",
  slideNumber: "c/t",
  transition: "none",
  plugins: [RevealNotes],
});

const SMALLEST = 22;

/**
 * Make the text smaller until it fits, as fonts differ between computers.
 *
 * @param {HTMLElement} slide
 */
function fit(slide) {
  const body = slide.querySelector(".body");
  if (!body) return;
  let size = parseFloat(getComputedStyle(body).fontSize);
  const lowest = slide.clientHeight - parseFloat(getComputedStyle(slide).paddingBottom);
  const overflows = () =>
    body.offsetTop + body.offsetHeight > lowest || body.scrollWidth > body.clientWidth;
  while (overflows() && size > SMALLEST) {
    size -= 1;
    body.style.fontSize = `${size}px`;
  }
}

Reveal.on("ready", ({ currentSlide }) => fit(currentSlide));
Reveal.on("slidechanged", ({ currentSlide }) => fit(currentSlide));

const layout = new CSSStyleSheet();
layout.replaceSync(`
  :host, .explorer { height: 100%; }
  .explorer {
    display: grid;
    grid-template: auto auto minmax(0, 1fr) auto auto / minmax(0, 1fr) 23em;
    column-gap: 2em;
    max-width: none;
  }
  .toolbar { grid-area: 1 / 1 / 2 / 3; }
  .views { grid-area: 2 / 1; }
  .figure { grid-area: 3 / 1; height: auto; }
  .scrubber { grid-area: 4 / 1; }
  .readout { grid-area: 5 / 1; }
  .controls { grid-area: 2 / 2 / 4 / 3; height: 100%; overflow: hidden auto; }
  .messages { grid-area: 4 / 2 / 6 / 3; height: 100%; overflow: hidden auto; }
  .panel { grid-template-columns: minmax(0, 1fr); grid-auto-rows: 3.6em; }
  .formula, .data { display: none; }
`);

/** @param {HTMLElement} explorer in the page */
function fitToSlide(explorer) {
  const sheets = explorer.shadowRoot.adoptedStyleSheets;
  explorer.shadowRoot.adoptedStyleSheets = [...sheets, layout];
  // reveal.js would take the arrow keys of a slider for its own.
  explorer.addEventListener("keydown", (event) => event.stopPropagation());
}

for (const button of document.querySelectorAll("button[data-explore]")) {
  button.addEventListener("click", () => {
    const { settings, view } = LRExplorer.fromAddress(button.dataset.explore);
    const explorer = document.createElement("lr-explorer");
    explorer.setAttribute("address", "off");
    explorer.settings = settings;
    explorer.view = view;
    const place = document.createElement("div");
    place.className = "explorer";
    place.append(explorer);
    button.closest("section").dataset.kind = "explorer";
    button.closest("figure").replaceWith(place);
    fitToSlide(explorer);
  });
}

document.querySelectorAll("lr-explorer").forEach(fitToSlide);
