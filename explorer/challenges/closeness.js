/** @typedef {import("../types").Run} Run */

/** Largest difference of a curve that counts as the goal, as a share of the goal's peak. */
export const ENOUGH = 0.01;

/**
 * How close a curve is to the goal.
 *
 * @typedef {object} Closeness
 * @property {"compared" | "refused" | "length"} state refused where timm fails at the settings,
 *   length where the runs do not have the same number of epochs
 * @property {number} share largest difference at any epoch, as a share of the goal's peak; NaN
 *   where nothing is compared
 * @property {number} epoch where that is
 * @property {boolean} isThere
 */

/**
 * Compare what every epoch begins to train with, in all param groups.
 *
 * @param {Run} run
 * @param {Run} goal of one param group
 * @returns {Closeness}
 */
export function closenessOf(run, goal) {
  const none = { share: NaN, epoch: NaN, isThere: false };
  if (run.problem) return { state: "refused", ...none };
  const epochs = goal.settings.num_epochs;
  if (run.settings.num_epochs !== epochs) return { state: "length", ...none };
  const valueOf = (/** @type {Run} */ of, /** @type {number} */ group, /** @type {number} */ epoch) =>
    of.lrs[group][(epoch * of.horizon) / epochs];

  let [peak, largest, epoch] = [0, -1, 0];
  for (let e = 0; e < epochs; e += 1) {
    const expected = valueOf(goal, 0, e);
    peak = Math.max(peak, Math.abs(expected));
    for (let group = 0; group < run.lrs.length; group += 1) {
      const difference = Math.abs(valueOf(run, group, e) - expected);
      if (difference > largest) [largest, epoch] = [difference, e];
    }
  }
  const share = largest / peak;
  return { state: "compared", share, epoch, isThere: share <= ENOUGH };
}

/**
 * A share as percent with one digit, rounded up, so that 1 % means what it says.
 *
 * @param {number} share
 */
export function percentOf(share) {
  return `${Math.ceil(Number((share * 1000).toPrecision(9))) / 10} %`;
}
