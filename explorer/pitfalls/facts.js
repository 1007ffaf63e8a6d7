import { Cycles } from "../cycles.js";
import { noisyRange } from "../noise.js";
import { makeSchedule } from "../schedules/index.js";
import { firstScheduled, prefixOf } from "../warmup.js";

/**
 * What the rules look at.
 *
 * @typedef {object} Facts
 * @property {import("../types").Run} run one in which timm does not fail
 * @property {any} settings
 * @property {number[]} lr base LRs
 * @property {number} last last t that is trained with
 * @property {boolean} isPlateau
 * @property {boolean} hasCycles
 * @property {number} offset t at which the schedule begins: after the warm-up where it is a prefix
 * @property {{from: number, to: number}} noisy t with noise
 */

/**
 * A pitfall: what its sentence mentions where the settings meet it.
 *
 * @typedef {(facts: Facts) => Record<string, string | number> | null | false} Rule
 */

/**
 * @param {import("../types").Run} run
 * @returns {Facts}
 */
export function factsOf(run) {
  const settings = /** @type {any} */ (run.settings);
  const isPlateau = settings.schedule === "plateau";
  return {
    run,
    settings,
    lr: settings.lr,
    last: run.horizon - 1,
    isPlateau,
    hasCycles: "cycle_limit" in settings,
    offset: prefixOf(settings),
    noisy: noisyRange(settings, isPlateau ? firstScheduled(settings) : 1, run.horizon),
  };
}

/**
 * The LR of a param group by the schedule alone, without factor and noise.
 *
 * @param {Facts} facts
 * @param {number} group
 * @param {number} t within the run, after the warm-up and at least 1
 */
export function scheduledLr({ settings, offset }, group, t) {
  const schedule = makeSchedule(settings);
  schedule.move(t - offset);
  return schedule.lr(settings.lr[group]);
}

/**
 * The number of the cycle at t, and the first t after it.
 *
 * @param {Facts} facts
 * @param {number} t within the run, after the warm-up and at least 1
 */
export function cycleAt({ settings, offset }, t) {
  const cycles = new Cycles(settings);
  cycles.move(t - offset);
  return { index: cycles.index, end: wholeFrom(t - cycles.elapsed + cycles.length) };
}

/**
 * The time at which a cycle begins; it need not be an integer.
 *
 * @param {Facts} facts
 * @param {number} index
 */
export function startOfCycle({ settings: { t_initial, cycle_mul }, offset }, index) {
  const lengths = cycle_mul === 1 ? index : (1 - cycle_mul ** index) / (1 - cycle_mul);
  return offset + t_initial * lengths;
}

/**
 * The first t at which the LR is lr_min for good, which may be after the run; null where the
 * schedule has no such end.
 *
 * @param {Facts} facts
 */
export function firstAtLrMin(facts) {
  const { settings, hasCycles, offset, last } = facts;
  if (settings.schedule === "wsd") return offset + settings.t_initial;
  if (!hasCycles) return null;
  const { cycle_limit, warmup_t } = settings;
  const t = wholeFrom(startOfCycle(facts, Math.max(0, cycle_limit)));
  // Rounding can make timm find the end one t late.
  const isInRun = t >= Math.max(1, warmup_t) && t <= last + 1;
  return isInRun && cycleAt(facts, t).index < cycle_limit ? t + 1 : t;
}

/**
 * The first integer from a time on, rounding errors aside.
 *
 * @param {number} t
 */
function wholeFrom(t) {
  return Math.ceil(t * (1 - 1e-12));
}
