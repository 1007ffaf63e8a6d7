import { Control } from "./control.js";
import { html, setAttributes } from "./dom.js";
import { TABS, horizonOf, parametersOf } from "./parameters.js";
import { text } from "./texts.js";

/**
 * @typedef {import("./types").Language} Language
 * @typedef {import("./types").ScheduleName} ScheduleName
 * @typedef {import("./types").Settings} Settings
 */

/** The tabs with a control for every parameter of the schedule, and the help of the active one. */
export class Controls {
  #language;
  #take;
  /** @type {Map<string, Control>} */
  #controls = new Map();
  /** @type {ScheduleName | null} */
  #schedule = null;
  #tabs = html("div", { class: "tabs", role: "tablist" });
  #panels = html("div", { class: "panels" });
  #help = html("p", { class: "help", "aria-hidden": "true" });

  /**
   * @param {Language} language
   * @param {import("./control.js").Take} take
   */
  constructor(language, take) {
    this.#language = language;
    this.#take = take;
    setAttributes(this.#tabs, { "aria-label": text("parameters", language) });
    this.root = html("div", { class: "controls" }, this.#tabs, this.#panels, this.#help);
    this.#tabs.addEventListener("keydown", (event) => this.#moveByKey(event));
  }

  /** @param {Settings} settings */
  show(settings) {
    if (settings.schedule !== this.#schedule) this.#build(settings.schedule);
    const horizon = horizonOf(settings);
    for (const [name, control] of this.#controls) control.show(settings[name], horizon);
  }

  /** @param {ScheduleName} schedule */
  #build(schedule) {
    const parameters = parametersOf(schedule);
    const used = new Set([...parameters.values()].map(({ tab }) => tab));
    const ids = Object.keys(TABS).filter((id) => used.has(id));
    const selected = this.#tabs.querySelector("[aria-selected=true]")?.id.slice("tab-".length);
    this.#schedule = schedule;
    this.#controls = new Map();
    this.#tabs.replaceChildren(...ids.map((id) => this.#makeTab(id)));
    this.#panels.replaceChildren(...ids.map((id) => this.#makePanel(id)));
    this.#select(selected && ids.includes(selected) ? selected : ids[0]);
  }

  /** @param {string} id */
  #makeTab(id) {
    const attributes = { type: "button", role: "tab", id: `tab-${id}`, "aria-controls": `panel-${id}` };
    const tab = html("button", attributes, TABS[id][this.#language]);
    tab.addEventListener("click", () => this.#select(id));
    return tab;
  }

  /** @param {string} id */
  #makePanel(id) {
    const attributes = { id: `panel-${id}`, role: "tabpanel", "aria-labelledby": `tab-${id}` };
    const panel = html("div", { class: "panel", ...attributes });
    const schedule = /** @type {ScheduleName} */ (this.#schedule);
    for (const [name, parameter] of parametersOf(schedule)) {
      if (parameter.tab !== id) continue;
      const control = new Control(name, parameter, this.#language, this.#take);
      const explain = () => this.#explain(name);
      control.root.addEventListener("focusin", explain);
      control.root.addEventListener("pointerenter", explain);
      this.#controls.set(name, control);
      panel.append(control.root);
    }
    return panel;
  }

  /** @param {string} id */
  #select(id) {
    for (const tab of this.#tabs.children) {
      const isSelected = tab.id === `tab-${id}`;
      setAttributes(tab, { "aria-selected": String(isSelected), tabindex: isSelected ? 0 : -1 });
    }
    for (const panel of this.#panels.children) {
      setAttributes(panel, { hidden: panel.id !== `panel-${id}` });
    }
    const [first] = [...this.#controls].find(([, { root }]) => !root.closest("[hidden]")) ?? [];
    if (first) this.#explain(first);
  }

  /**
   * Show the help of a control where everybody sees it; screen readers have it at the control.
   *
   * @param {string} name
   */
  #explain(name) {
    const parameter = parametersOf(/** @type {ScheduleName} */ (this.#schedule)).get(name);
    const sentence = ` ${parameter?.help[this.#language]}`;
    this.#help.replaceChildren(html("code", {}, name), sentence);
  }

  /** @param {KeyboardEvent} event */
  #moveByKey(event) {
    const tabs = /** @type {HTMLElement[]} */ ([...this.#tabs.children]);
    const from = tabs.findIndex((tab) => tab.getAttribute("aria-selected") === "true");
    const targets = new Map([
      ["ArrowRight", (from + 1) % tabs.length],
      ["ArrowLeft", (from + tabs.length - 1) % tabs.length],
      ["Home", 0],
      ["End", tabs.length - 1],
    ]);
    const to = targets.get(event.key);
    if (to === undefined) return;
    event.preventDefault();
    tabs[to].focus();
    this.#select(tabs[to].id.slice("tab-".length));
  }
}
