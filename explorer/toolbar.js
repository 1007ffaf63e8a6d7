import { html, svg } from "./dom.js";
import { SCHEDULES, classOf } from "./parameters.js";
import { text } from "./texts.js";

/**
 * @typedef {import("./types").Language} Language
 * @typedef {import("./types").ScheduleName} ScheduleName
 * @typedef {import("./types").View} View
 */

/**
 * Icons on a grid of 16 px, drawn as lines.
 *
 * @type {Record<string, string>}
 */
const ICONS = {
  pin: "M5 2h6M6 2v5l-2 3h8l-2-3V2M8 10v4",
  reset: "M3 8a5 5 0 1 0 1.6-3.7M3 2v3h3",
  code: "M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z",
  link: "M6.5 9.5l3-3M7 5l2-2a2.8 2.8 0 0 1 4 4l-2 2M9 11l-2 2a2.8 2.8 0 0 1-4-4l2-2",
  done: "M3 8.5l3.5 3.5 7-8",
};

/** How long a button shows that its work is done, in ms. */
const CONFIRMATION = 1500;

/**
 * What the toolbar reports.
 *
 * @typedef {object} ToolbarActions
 * @property {(schedule: ScheduleName) => void} schedule
 * @property {(view: Partial<View>) => void} view
 * @property {() => void} pin
 * @property {() => void} reset
 * @property {() => void} code
 * @property {() => void} link
 */

/** The choice of schedulers, the buttons, and the switches of the view. */
export class Toolbar {
  #schedule;
  #overlay;
  #plots;
  #log;
  /** @type {Record<"pin" | "reset" | "code" | "link", HTMLButtonElement>} */
  buttons;
  badge = html("span", { class: "badge" });

  /**
   * @param {Language} language
   * @param {ToolbarActions} actions
   */
  constructor(language, actions) {
    const say = (/** @type {string} */ id) => text(id, language);
    const options = () => SCHEDULES.map((name) => html("option", { value: name }, classOf(name)));
    this.#schedule = html("select", { "aria-label": say("schedule") }, ...options());
    this.#schedule.addEventListener("change", () => {
      actions.schedule(/** @type {ScheduleName} */ (this.#schedule.value));
    });
    const none = html("option", { value: "" }, say("overlay_none"));
    const others = options();
    for (const other of others) other.textContent = `+ ${other.textContent}`;
    this.#overlay = html("select", { "aria-label": say("overlay") }, none, ...others);
    this.#overlay.addEventListener("change", () => {
      const overlay = /** @type {ScheduleName | ""} */ (this.#overlay.value) || null;
      actions.view({ overlay });
    });
    this.buttons = {
      pin: this.#makeButton("pin", say),
      reset: this.#makeButton("reset", say),
      code: this.#makeButton("code", say),
      link: this.#makeButton("link", say),
    };
    for (const [id, button] of Object.entries(this.buttons)) {
      const action = actions[/** @type {keyof Toolbar["buttons"]} */ (id)];
      button.addEventListener("click", action);
    }

    this.#plots = ["used", "after_epoch"].map((plot) => {
      const radio = html("input", { type: "radio", name: "plot", value: plot });
      radio.addEventListener("change", () => {
        actions.view({ plot: /** @type {View["plot"]} */ (plot) });
      });
      return radio;
    });
    this.#log = html("input", { type: "checkbox" });
    this.#log.addEventListener("change", () => actions.view({ log: this.#log.checked }));

    const plotLabels = this.#plots.map((radio) =>
      html("label", { title: say(`plot_${radio.value}_title`) }, radio, say(`plot_${radio.value}`)),
    );
    this.root = html(
      "div",
      { class: "toolbar" },
      html("div", { class: "choices" }, this.#schedule, this.#overlay),
      html("div", { class: "actions" }, ...Object.values(this.buttons)),
    );
    this.views = html(
      "div",
      { class: "views" },
      html("div", { role: "radiogroup", "aria-label": say("plot") }, ...plotLabels),
      html("label", { title: say("log_title") }, this.#log, say("log")),
      this.badge,
    );
  }

  /**
   * @param {import("./types").Settings} settings
   * @param {View} view
   */
  show(settings, view) {
    this.#schedule.value = settings.schedule;
    this.#overlay.value = view.overlay ?? "";
    for (const option of this.#overlay.options) option.disabled = option.value === settings.schedule;
    for (const radio of this.#plots) radio.checked = radio.value === view.plot;
    this.#log.checked = view.log;
  }

  /**
   * Show for a moment that a button has done its work.
   *
   * @param {HTMLButtonElement} button
   */
  confirm(button) {
    const icon = button.querySelector("path");
    const show = (/** @type {boolean} */ isDone) => {
      icon?.setAttribute("d", ICONS[isDone ? "done" : button.name]);
      button.classList.toggle("done", isDone);
    };
    show(true);
    setTimeout(() => show(false), CONFIRMATION);
  }

  /**
   * @param {"pin" | "reset" | "code" | "link"} id
   * @param {(id: string) => string} say
   */
  #makeButton(id, say) {
    const icon = svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" });
    icon.append(svg("path", { d: ICONS[id] }));
    const title = say(`${id}_title`);
    const attributes = { type: "button", name: id, title, "aria-label": title };
    return html("button", attributes, icon, say(id));
  }
}
