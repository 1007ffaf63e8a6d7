import { fromAddress, MOST_PINS, toAddress } from "./address.js";
import { pythonCode } from "./code.js";
import { html } from "./dom.js";
import { Interface } from "./interface.js";
import { settingsOf, withSchedule } from "./parameters.js";
import { colorSchemeOf, languageOf } from "./page.js";
import { Place } from "./place.js";
import { Runs } from "./runs.js";
import { completeSettings, completeView, withValue } from "./state.js";
import css from "./style.css";
import { text } from "./texts.js";

/**
 * @typedef {import("./types").Language} Language
 * @typedef {import("./types").Run} Run
 * @typedef {import("./types").Settings} Settings
 * @typedef {import("./types").View} View
 */

/** How long after a change the words follow the curve, in ms. */
const PAUSE = 150;

// Engines without a DOM load the bundle for its functions.
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

/**
 * `<lr-explorer>`: the learning rate of a timm scheduler, with a control for every parameter.
 *
 * Attributes: `settings` and `view` (JSON, may be partial), `lang`, `address="off"` to leave the
 * page's address alone. Event `change`: the reader changed settings or view.
 */
export class LRExplorer extends Base {
  static observedAttributes = ["settings", "view", "lang"];

  /** @type {Settings} */
  #settings = settingsOf("cosine");
  #view = completeView(null);
  #initial = { settings: this.#settings, view: this.#view };
  /** @type {number | null} */
  #epoch = null;
  /** @type {Settings | null} */
  #goal = null;
  /** @type {import("./badge.js").TimmAnswer | null} */
  #timm = null;
  /** @type {string[]} */
  #rejected = [];
  #runs = new Runs();
  /** @type {Interface | null} */
  #interface = null;
  #place = new Place(this, (query, isArrival) => this.#open(query, isArrival));
  /** Pins that did not come with the page or a link. */
  #pinnedByReader = new WeakSet();
  #isChanged = false;
  #isDescribed = false;
  #frame = 0;
  #timer = 0;

  get settings() {
    return this.#settings;
  }

  set settings(given) {
    this.#settings = completeSettings(given);
    if (!this.#interface) this.#initial = { ...this.#initial, settings: this.#settings };
    this.#request();
  }

  get view() {
    return this.#view;
  }

  set view(given) {
    this.#view = completeView(given);
    if (!this.#interface) this.#initial = { ...this.#initial, view: this.#view };
    this.#request();
  }

  get #allRuns() {
    return this.#runs.of(this.#settings, this.#view, this.#goal);
  }

  /** The run at the current settings. */
  get run() {
    return this.#allRuns.run;
  }

  /**
   * The run to match, which is drawn below the others; null where there is none.
   *
   * @returns {Run | null}
   */
  get goal() {
    return this.#allRuns.goal;
  }

  /** @param {Settings | null} given its settings, which are shown nowhere */
  set goal(given) {
    this.#goal = given && completeSettings(given);
    this.#request();
  }

  get timm() {
    return this.#timm;
  }

  set timm(answer) {
    this.#timm = answer;
    this.#describeSoon();
  }

  get #writesAddress() {
    return this.getAttribute("address") !== "off";
  }

  connectedCallback() {
    if (!this.shadowRoot) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      this.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
    }
    this.#build();
    if (this.#writesAddress) this.#place.connect();
  }

  disconnectedCallback() {
    this.#place.disconnect();
    this.#interface?.destroy();
    this.#interface = null;
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    this.#frame = 0;
  }

  /**
   * @param {string} name
   * @param {string | null} _
   * @param {string | null} value
   */
  attributeChangedCallback(name, _, value) {
    if (name === "settings" || name === "view") {
      try {
        this[name] = JSON.parse(value ?? "null");
        this.#initial = { ...this.#initial, [name]: this[name] };
      } catch (error) {
        console.error(`<lr-explorer ${name}='${value}'>: ${/** @type {Error} */ (error).message}`);
      }
    } else if (this.#interface) {
      this.#build();
    }
  }

  #build() {
    this.#interface?.destroy();
    const language = languageOf(this);
    this.#interface = new Interface(language, {
      schedule: (schedule) => this.#change({ settings: withSchedule(this.#settings, schedule) }),
      value: (name, value) => {
        const result = withValue(this.#settings, name, value);
        if ("error" in result) return text(result.error, language);
        this.#change({ settings: result.settings, isContinuous: true });
        return null;
      },
      view: (view) => this.#changeView(view),
      pin: () => this.#pin(language),
      unpin: (pin) => {
        this.#changeView({ pins: this.#view.pins.filter((_, i) => i !== pin) });
      },
      reset: () => this.#change(this.#initial),
      code: () => this.#interface?.copy(pythonCode(this.#settings), "code"),
      link: () => this.#interface?.copy(this.#place.link(this.#query()), "link"),
      cursor: (epoch) => {
        this.#epoch = epoch;
        this.#request();
      },
      resized: () => this.#paint(),
    });
    this.#interface.toolbar.buttons.link.hidden = !this.#writesAddress;
    const ink = html("i", { class: "ink" });
    const { root } = this.#interface;
    root.append(ink);
    ink.addEventListener("transitionrun", () => (root.style.colorScheme = colorSchemeOf(this)));
    this.shadowRoot?.replaceChildren(root);
    root.style.colorScheme = colorSchemeOf(this);
    this.#isDescribed = false;
    this.#request();
  }

  /**
   * The reader changes settings, view or both.
   *
   * @param {{settings?: Settings, view?: View, isContinuous?: boolean}} change isContinuous where
   *   more may follow at once, as from a slider
   */
  #change({ settings = this.#settings, view = this.#view, isContinuous = false }) {
    this.#settings = settings;
    this.#view = view;
    this.#rejected = [];
    this.#isChanged = true;
    this.#isDescribed &&= isContinuous;
    this.#request();
  }

  /** @param {Partial<View>} view */
  #changeView(view) {
    this.#change({ view: { ...this.#view, ...view } });
  }

  /** @param {Language} language */
  #pin(language) {
    const { pins } = this.#view;
    if (pins.length === MOST_PINS) {
      this.#interface?.announce(text("most_pins", language, { most: MOST_PINS }));
    } else if (pins.at(-1) !== this.#settings) {
      this.#pinnedByReader.add(this.#settings);
      this.#changeView({ pins: [...pins, this.#settings] });
      this.#interface?.confirm("pin", "pinned");
    }
  }

  #query() {
    return toAddress(this.#settings, this.#view);
  }

  /**
   * Take settings and view from an address, and keep the reader's own pins.
   *
   * @param {string} query
   * @param {boolean} isArrival
   */
  #open(query, isArrival) {
    const { settings, view, rejected } = fromAddress(query);
    const isOwn = (/** @type {Settings} */ pin) => this.#pinnedByReader.has(pin);
    const own = isArrival || view.pins.length ? [] : this.#view.pins.filter(isOwn);
    const pins = [...view.pins, ...own];
    this.#change({ settings: settings ?? this.#settings, view: { ...view, pins } });
    this.#isChanged = !isArrival;
    this.#rejected = rejected;
    if (this.#interface) this.#place.show(this.#interface.root, isArrival);
  }

  /** Paint in this frame, once for all that changes until then. */
  #request() {
    if (this.#interface && !this.#frame) {
      this.#frame = requestAnimationFrame(() => this.#paint());
    }
  }

  #paint() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#interface?.draw(this.#state());
    this.#describeSoon();
    if (!this.#isChanged) return;
    this.#isChanged = false;
    if (this.#writesAddress) this.#place.write(() => this.#query());
    this.dispatchEvent(new CustomEvent("change", { bubbles: true }));
  }

  #describeSoon() {
    clearTimeout(this.#timer);
    const describe = () => this.#interface?.describe(this.#state());
    if (this.#isDescribed) this.#timer = setTimeout(describe, PAUSE);
    else describe();
    this.#isDescribed = true;
  }

  #state() {
    const [settings, view] = [this.#settings, this.#view];
    this.#epoch ??= Math.round(settings.num_epochs / 4);
    const [timm, rejected] = [this.#timm, this.#rejected];
    return { settings, view, runs: this.#allRuns, epoch: this.#epoch, timm, rejected };
  }
}

if (globalThis.customElements && !customElements.get("lr-explorer")) {
  customElements.define("lr-explorer", LRExplorer);
}
