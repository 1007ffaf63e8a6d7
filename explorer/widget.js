import { LRExplorer } from "./element.js";
import { SCHEDULES, parametersOf } from "./parameters.js";

/**
 * @typedef {import("./types").Settings} Settings
 * @typedef {import("./types").Value} Value
 */

/**
 * What anywidget gives of the model in Python: every parameter of every schedule is a trait, and
 * so are `schedule`, `view`, `language` and `timm`.
 *
 * @typedef {object} Model
 * @property {(name: string) => any} get
 * @property {(name: string, value: unknown) => void} set
 * @property {() => void} save_changes
 * @property {(event: string, callback: () => void) => void} on
 * @property {(event: string, callback: () => void) => void} off
 */

const PARAMETERS = new Set(SCHEDULES.flatMap((schedule) => [...parametersOf(schedule).keys()]));

/**
 * @param {Model} model
 * @returns {Settings}
 */
function settingsIn(model) {
  const schedule = model.get("schedule");
  const names = [...parametersOf(schedule).keys()];
  return Object.assign({ schedule }, ...names.map((name) => ({ [name]: model.get(name) })));
}

/**
 * timm's answer with its LRs as numbers.
 *
 * @param {{settings: Settings, lrs: DataView[] | null, error: string | null} | null} answer lrs in
 *   float64, little endian
 */
function answerFrom(answer) {
  if (!answer) return null;
  const lrs = answer.lrs?.map(({ buffer, byteOffset, byteLength }) => {
    return new Float64Array(buffer.slice(byteOffset, byteOffset + byteLength));
  });
  return { ...answer, lrs: lrs ?? null };
}

/**
 * @param {unknown} a
 * @param {unknown} b
 */
function isSame(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The view of an anywidget model. */
export const widget = {
  /**
   * @param {{model: Model, el: HTMLElement}} context
   * @returns {() => void} takes the view down
   */
  render({ model, el }) {
    const element = /** @type {LRExplorer} */ (document.createElement("lr-explorer"));
    element.setAttribute("address", "off");
    // JupyterLab would take keys for its notebook: what has the focus is hidden from it.
    element.setAttribute("data-lm-suppress-shortcuts", "true");
    element.lang = model.get("language");
    element.settings = settingsIn(model);
    element.view = model.get("view");
    element.timm = answerFrom(model.get("timm"));

    let isAwaited = false;
    const followModel = () => {
      isAwaited = false;
      const settings = settingsIn(model);
      try {
        if (!isSame(settings, element.settings)) element.settings = settings;
        if (!isSame(model.get("view"), element.view)) element.view = model.get("view");
      } catch {
        // Of traits that belong together, one has come and the other is still on its way.
      }
    };
    // Traits that change together arrive one by one.
    const followSoon = () => {
      if (!isAwaited) queueMicrotask(followModel);
      isAwaited = true;
    };
    const followReader = () => {
      for (const [name, value] of Object.entries(element.settings)) {
        if (!isSame(value, model.get(name))) model.set(name, value);
      }
      if (!isSame(element.view, model.get("view"))) model.set("view", element.view);
      model.save_changes();
    };
    const showAnswer = () => (element.timm = answerFrom(model.get("timm")));
    const changeLanguage = () => (element.lang = model.get("language"));

    const followed = ["schedule", "view", ...PARAMETERS].map((name) => `change:${name}`);
    for (const event of followed) model.on(event, followSoon);
    model.on("change:timm", showAnswer);
    model.on("change:language", changeLanguage);
    element.addEventListener("change", followReader);
    el.append(element);

    return () => {
      for (const event of followed) model.off(event, followSoon);
      model.off("change:timm", showAnswer);
      model.off("change:language", changeLanguage);
      element.remove();
    };
  },
};
