import { withSchedule } from "./parameters.js";
import { computeRun } from "./run.js";

/**
 * @typedef {import("./types").Run} Run
 * @typedef {import("./types").Settings} Settings
 * @typedef {import("./types").View} View
 */

/** The runs that are shown; each is computed once. */
export class Runs {
  /** @type {Run | null} */
  #run = null;
  /** @type {Run | null} */
  #overlay = null;
  /** @type {Run | null} */
  #last = null;
  /** @type {Settings | null} */
  #overlaid = null;
  /** @type {WeakMap<Settings, Run>} */
  #known = new WeakMap();

  /**
   * @param {Settings} settings
   * @param {View} view
   * @param {Settings | null} [goal] a curve to match
   * @returns {{run: Run, overlay: Run | null, pins: Run[], last: Run | null, goal: Run | null}}
   *   last is the newest run that timm would not refuse
   */
  of(settings, view, goal = null) {
    const isNew = this.#run?.settings !== settings;
    const run = isNew || !this.#run ? computeRun(settings) : this.#run;
    this.#run = run;
    if (!run.problem) this.#last = run;
    const overlay = view.overlay === settings.schedule ? null : view.overlay;
    if (overlay !== (this.#overlay?.settings.schedule ?? null) || this.#overlaid !== settings) {
      this.#overlaid = settings;
      this.#overlay = overlay && computeRun(withSchedule(settings, overlay));
    }
    const pins = view.pins.map((pin) => this.#knownOf(pin));
    const goalRun = goal && this.#knownOf(goal);
    return { run, overlay: this.#overlay, pins, last: this.#last, goal: goalRun };
  }

  /** @param {Settings} settings of a pin or a goal */
  #knownOf(settings) {
    const known = this.#known.get(settings) ?? computeRun(settings);
    this.#known.set(settings, known);
    return known;
  }
}
