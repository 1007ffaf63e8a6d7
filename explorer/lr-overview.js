/**
 * `<lr-overview>`: all schedules side by side, with one cursor, one warm-up and one noise for all.
 *
 * A script of its own for the page that has it. It is loaded after lr-explorer.js, which computes
 * the curves; style and the place it takes are in tools/extension/static/overview.css.
 */

/** @typedef {import("./types").Settings} Settings */
/** @typedef {import("./types").Language} Language */
/** @typedef {typeof import("./index.js")} Explorer */

/** @typedef {{name: string, page: string, schedule: string, given: Record<string, any>}} Panel */

const EPOCHS = 100;
const [WIDTH, HEIGHT, TOP] = [200, 100, 6];

/** @type {Panel[]} */
const PANELS = [
  { name: "Step", page: "step", schedule: "step", given: { decay_t: 30, decay_rate: 0.5 } },
  {
    name: "MultiStep",
    page: "multistep",
    schedule: "multistep",
    given: { decay_t: [20, 50, 90], decay_rate: 0.5 },
  },
  {
    name: "Plateau",
    page: "plateau",
    schedule: "plateau",
    given: {
      mode: "min",
      patience_t: 5,
      decay_rate: 0.5,
      metric_from: 1,
      metric_to: 0,
      metric_timescale: 60,
      metric_stalls: [24, 57, 90],
      metric_stall_length: 8,
      metric_noise: 0,
    },
  },
  { name: "Cosine", page: "cosine", schedule: "cosine", given: { t_initial: EPOCHS } },
  { name: "Tanh", page: "tanh", schedule: "tanh", given: { t_initial: EPOCHS } },
  { name: "Poly", page: "poly", schedule: "poly", given: { t_initial: EPOCHS, power: 2 } },
  {
    name: "WSD",
    page: "wsd",
    schedule: "wsd",
    given: { t_initial: 90, decay_t: 20, warmup_t: 10 },
  },
  {
    name: "Cosine × 3",
    page: "cycles",
    schedule: "cosine",
    given: { t_initial: 30, cycle_limit: 3, cycle_decay: 0.7, warmup_t: 10, warmup_prefix: true },
  },
];

/** @type {Record<string, Record<Language, string>>} */
const TEXTS = {
  epoch: { ja: "エポック", en: "Epoch" },
  warmup: { ja: "ウォームアップ", en: "Warm-up" },
  noise: { ja: "ノイズ", en: "Noise" },
};

/** @returns {Explorer} */
const explorer = () => /** @type {any} */ (globalThis).LRExplorer;

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {...(Node | string)} children
 */
function html(name, attributes, ...children) {
  return withParts(document.createElement(name), attributes, children);
}

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {...Node} children
 */
function svg(name, attributes, ...children) {
  return withParts(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

/**
 * @template {Element} E
 * @param {E} element
 * @param {Record<string, string | number>} attributes
 * @param {(Node | string)[]} children
 */
function withParts(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

class LROverview extends /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {}) {
  /** @type {{line: Element, cursor: Element, point: Element, value: Element}[]} */
  #charts = [];
  /** @type {ReturnType<Explorer["computeRun"]>[]} */
  #runs = [];
  #highest = 0;
  /** @type {Record<string, HTMLInputElement>} */
  #sliders = {};

  /**
   * The settings of all schedules.
   *
   * @param {number} warmup epochs that every warm-up takes at least, within the 100
   * @param {number} noise largest share of the learning rate
   * @returns {Settings[]}
   */
  static settings(warmup, noise) {
    return PANELS.map(({ schedule, given }) => {
      const longer = Math.max(0, warmup - (given.warmup_t ?? 0));
      /** @type {Record<string, any>} */
      const changed = { ...given, num_epochs: EPOCHS };
      if (longer) changed.warmup_t = warmup;
      if (longer) changed.warmup_prefix = true;
      if (longer && given.t_initial) {
        changed.t_initial = Math.floor(given.t_initial - longer / (given.cycle_limit ?? 1));
      }
      if (noise) Object.assign(changed, { noise_range_t: 0, noise_pct: noise });
      return explorer().settingsOf(/** @type {any} */ (schedule), changed);
    });
  }

  connectedCallback() {
    if (this.#charts.length) return;
    const language = document.documentElement.lang === "ja" ? "ja" : "en";
    const list = html("ul", { class: "overview-charts" }, ...PANELS.map((panel) => this.#chart(panel)));
    list.addEventListener("pointermove", (event) => this.#follow(event));
    const controls = html(
      "div",
      { class: "overview-controls" },
      this.#slider("epoch", language, { max: EPOCHS - 1, value: 25 }),
      this.#slider("warmup", language, { max: 30, value: 0 }),
      this.#slider("noise", language, { max: 0.6, step: 0.05, value: 0 }),
    );
    this.append(list, controls);
    this.#compute();
  }

  /** @param {Panel} panel */
  #chart({ name, page }) {
    const still = { "vector-effect": "non-scaling-stroke" };
    const base = svg("path", { class: "base", d: `M0 ${HEIGHT - 1}H${WIDTH}`, ...still });
    const [cursor, line, point] = ["cursor", "line", "point"].map((part) =>
      svg("path", { class: part, ...still }),
    );
    const value = html("span", { class: "value" });
    const picture = svg(
      "svg",
      { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" },
      ...[base, cursor, line, point],
    );
    this.#charts.push({ line, cursor, point, value });
    return html("li", {}, html("a", { href: `${page}.html` }, name, " ", value, picture));
  }

  /**
   * @param {string} id
   * @param {Language} language
   * @param {Record<string, number>} range
   */
  #slider(id, language, range) {
    const { value, ...limits } = range;
    const input = /** @type {HTMLInputElement} */ (html("input", { type: "range", min: 0, ...limits }));
    input.value = String(value);
    const shown = html("span", { class: "value" }, input.value);
    input.addEventListener("input", () => {
      shown.textContent = input.value;
      if (id === "epoch") this.#mark();
      else this.#compute();
    });
    this.#sliders[id] = input;
    return html("label", {}, html("span", {}, TEXTS[id][language], " ", shown), input);
  }

  /** @param {PointerEvent} event */
  #follow(event) {
    const picture = /** @type {Element} */ (event.target).closest("a")?.querySelector("svg");
    if (!picture || event.pointerType !== "mouse") return;
    const { left, width } = picture.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientX - left) / width));
    this.#sliders.epoch.value = String(Math.round(share * (EPOCHS - 1)));
    this.#sliders.epoch.dispatchEvent(new Event("input"));
  }

  #compute() {
    const [warmup, noise] = [Number(this.#sliders.warmup.value), Number(this.#sliders.noise.value)];
    this.#runs = LROverview.settings(warmup, noise).map(explorer().computeRun);
    this.#highest = Math.max(...this.#runs.flatMap(({ lrs }) => [...lrs[0]]));
    this.#charts.forEach(({ line }, i) => {
      const points = Array.from({ length: EPOCHS }, (_, epoch) => this.#place(i, epoch).join(" "));
      line.setAttribute("d", `M${points.join("L")}`);
    });
    this.#mark();
  }

  #mark() {
    const epoch = Number(this.#sliders.epoch.value);
    this.#charts.forEach(({ cursor, point, value }, i) => {
      const [x, y] = this.#place(i, epoch);
      cursor.setAttribute("d", `M${x} 0V${HEIGHT}`);
      point.setAttribute("d", `M${x} ${y}h0`);
      value.textContent = this.#runs[i].lrs[0][epoch].toFixed(4);
    });
  }

  /**
   * @param {number} chart
   * @param {number} epoch
   * @returns {[number, number]}
   */
  #place(chart, epoch) {
    const share = this.#runs[chart].lrs[0][epoch] / this.#highest;
    return [(epoch / (EPOCHS - 1)) * WIDTH, HEIGHT - 1 - share * (HEIGHT - 1 - TOP)];
  }
}

globalThis.customElements?.define("lr-overview", LROverview);
