import { SCHEDULES, firstMisfit, settingsOf } from "./parameters.js";

/**
 * @typedef {import("./types").Settings} Settings
 * @typedef {import("./types").Value} Value
 * @typedef {import("./types").View} View
 */

/**
 * Complete settings from given ones; a param group without a factor has 1.
 *
 * @param {any} given
 * @returns {Settings}
 * @throws {RangeError} a schedule or a value is not possible
 */
export function completeSettings(given) {
  const { schedule, ...rest } = given ?? {};
  if (!SCHEDULES.includes(schedule)) {
    const allowed = SCHEDULES.join(", ");
    throw new RangeError(`schedule is ${JSON.stringify(schedule)}; it must be one of ${allowed}.`);
  }
  if (Array.isArray(rest.lr) && !("lr_scale" in rest)) rest.lr_scale = rest.lr.map(() => 1);
  const settings = settingsOf(schedule, rest);
  const misfit = firstMisfit(settings);
  if (misfit) {
    const value = JSON.stringify(misfit.value);
    throw new RangeError(`${misfit.name} is ${value}, which is no value that it can have.`);
  }
  return settings;
}

/**
 * A complete view from a given one.
 *
 * @param {any} given
 * @returns {View}
 */
export function completeView(given) {
  const { plot, log, overlay, pins } = given ?? {};
  return {
    plot: plot === "after_epoch" ? plot : "used",
    log: log === true,
    overlay: SCHEDULES.includes(overlay) ? overlay : null,
    pins: Array.isArray(pins) ? pins.map(completeSettings) : [],
  };
}

/**
 * Settings with one value changed; base LRs and factors stay as many as each other.
 *
 * @param {Settings} settings
 * @param {string} name
 * @param {Value} value
 * @returns {{settings: Settings} | {error: string}} error is a key in texts.json
 */
export function withValue(settings, name, value) {
  /** @type {Settings} */
  const changed = { ...settings, [name]: value };
  const { lr, lr_scale } = changed;
  if (name === "lr") changed.lr_scale = lr.map((_, g) => lr_scale[g] ?? 1);
  if (name === "lr_scale") changed.lr = lr_scale.map((_, g) => lr[g] ?? lr[lr.length - 1]);
  const misfit = firstMisfit(changed);
  if (!misfit) return { settings: changed };
  if (Array.isArray(misfit.value)) return { error: "misfit_groups" };
  return { error: Number(misfit.value) < 1 ? "misfit_least" : "misfit_most" };
}
