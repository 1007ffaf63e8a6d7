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

/** The curve to match. */
const LOOK_OF_GOAL = "goal";

/** The last good run while the settings are impossible. */
const LOOK_OF_LAST = "last hue-0 bold";

/**
 * All curves: every param group of the run, the overlay, the pins, while the settings are
 * impossible the last good run, dimmed, and at last the goal.
 *
 * @param {{run: Run, overlay: Run | null, pins: Run[], last: Run | null, goal: Run | null}} runs
 * @param {View["plot"]} plot
 * @returns {RunLine[]}
 */
export function linesOf({ run, overlay, pins, last, goal }, plot) {
  /** @type {(of: Run, group: number, look: string, pin?: number | null) => RunLine} */
  const line = (of, group, look, pin = null) => {
    return { run: of, group, series: seriesOf(of, group, plot), look, pin };
  };
  const lines = run.lrs.map((_, group) => line(run, group, lookOfGroup(group)));
  if (overlay) lines.push(line(overlay, 0, "hue-1 dash-1"));
  pins.forEach((pinned, pin) => lines.push(line(pinned, 0, lookOfPin(pin), pin)));
  if (last && last !== run) lines.push(line(last, 0, LOOK_OF_LAST));
  if (goal) lines.push(line(goal, 0, LOOK_OF_GOAL));
  return lines;
}

/**
 * What tells curves apart, as code: `t_initial=50`, `poly`, `lr=0.01`; timm's defaults go without
 * saying.
 *
 * @param {RunLine[]} lines
 * @returns {string[]} one label for each curve, "lr" where there is nothing to tell apart
 */
export function labelsOf(lines) {
  const schedules = new Set(lines.map(({ run }) => run.settings.schedule));
  return lines.map(({ run: { settings }, group }) => {
    const ownKind = lines.filter(({ run }) => run.settings.schedule === settings.schedule);
    const parameters = [...parametersOf(settings.schedule)];
    const differing = parameters.flatMap(([name, parameter]) => {
      const value = valueIn(settings, name, group);
      const isShared = ownKind.every((line) => valueIn(line.run.settings, name, line.group) === value);
      const isDefault = value === pythonText(parameter.default);
      return isShared ? [] : [{ text: `${name}=${value}`, isDefault }];
    });
    const telling = differing.filter(({ isDefault }) => !isDefault);
    const parts = (telling.length ? telling : differing).map(({ text }) => text);
    const hasTwins = ownKind.some(({ run, group: g }) => run.settings === settings && g !== group);
    if (hasTwins && !parts.some((part) => part.startsWith("lr"))) {
      parts.unshift(`param_groups[${group}]`);
    }
    if (schedules.size > 1) parts.unshift(settings.schedule);
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
 * @param {Value | undefined} value
 * @returns {string}
 */
function pythonText(value) {
  if (value === null || value === undefined) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  return Array.isArray(value) ? `[${value.join(", ")}]` : String(value);
}
