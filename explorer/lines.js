import { parametersOf } from "./parameters.js";
import { seriesOf } from "./series.js";

/**
 * @typedef {import("./types").Run} Run
 * @typedef {import("./types").Settings} Settings
 * @typedef {import("./types").Value} Value
 * @typedef {import("./types").View} View
 */

/**
 * A curve as it is drawn and listed.
 *
 * @typedef {object} RunLine
 * @property {Run} run
 * @property {number} group
 * @property {import("./series.js").Series} series
 * @property {string} look
 * @property {number | null} pin its number among the pins
 */

/** Colors of pins: first those that the other curves seldom have. */
const PIN_HUES = [2, 3, 1, 0];

/** @param {number} group */
const lookOfGroup = (group) => `hue-${group % 4} dash-${Math.floor(group / 4)} bold`;

/** @param {number} pin */
const lookOfPin = (pin) => `hue-${PIN_HUES[pin % 4]} dash-${2 + (pin % 2)}`;

/** The last good run while the settings are impossible. */
const LOOK_OF_LAST = "last hue-0 bold";

/**
 * All curves: every param group of the run, the overlay, the pins, and while the settings are
 * impossible the last good run, dimmed.
 *
 * @param {{run: Run, overlay: Run | null, pins: Run[], last: Run | null}} runs
 * @param {View["plot"]} plot
 * @returns {RunLine[]}
 */
export function linesOf({ run, overlay, pins, last }, plot) {
  /** @type {(of: Run, group: number, look: string, pin?: number | null) => RunLine} */
  const line = (of, group, look, pin = null) => {
    return { run: of, group, series: seriesOf(of, group, plot), look, pin };
  };
  const lines = run.lrs.map((_, group) => line(run, group, lookOfGroup(group)));
  if (overlay) lines.push(line(overlay, 0, "hue-1 dash-1"));
  pins.forEach((pinned, pin) => lines.push(line(pinned, 0, lookOfPin(pin), pin)));
  if (last && last !== run) lines.push(line(last, 0, LOOK_OF_LAST));
  return lines;
}

/**
 * What tells curves apart, as code: `t_initial=50`, `poly`, `lr=0.01`.
 *
 * @param {RunLine[]} lines
 * @returns {string[]} one label for each curve, "lr" where there is nothing to tell apart
 */
export function labelsOf(lines) {
  const schedules = new Set(lines.map(({ run }) => run.settings.schedule));
  return lines.map(({ run: { settings, lrs }, group }) => {
    /** @type {string[]} */
    const parts = schedules.size > 1 ? [settings.schedule] : [];
    const others = lines.filter(({ run }) => run.settings.schedule === settings.schedule);
    for (const name of parametersOf(settings.schedule).keys()) {
      const own = valueIn(settings, name, group);
      const differs = others.some((other) => valueIn(other.run.settings, name, other.group) !== own);
      if (differs) parts.push(`${name}=${own}`);
    }
    const hasTwins = others.some((other) => other.run.settings === settings && other.group !== group);
    if (hasTwins && lrs.length > 1 && !parts.some((part) => /^lr(_scale)?=/.test(part))) {
      parts.unshift(`param_groups[${group}]`);
    }
    return parts.join(", ") || "lr";
  });
}

/**
 * A value as Python writes it, the one of a param group where each has its own.
 *
 * @param {Settings} settings
 * @param {string} name
 * @param {number} group
 */
function valueIn(settings, name, group) {
  const value = settings[name];
  const isOfGroup = name === "lr" || name === "lr_scale";
  return pythonText(isOfGroup && Array.isArray(value) ? value[group] : value);
}

/**
 * @param {Value} value
 * @returns {string}
 */
function pythonText(value) {
  if (value === null || value === undefined) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  return Array.isArray(value) ? `[${value.join(", ")}]` : String(value);
}
