import { plateauRule } from "./formula/plateau.js";
import { cycleTerm, stairsTerm, wsdTerm } from "./formula/schedules.js";
import { applied, difference, fraction, math, name, number, product, sum, time } from "./mathml.js";
import { makeNoise, noisyRange } from "./noise.js";
import { makeSchedule } from "./schedules/index.js";
import { firstScheduled, prefixOf } from "./warmup.js";

/**
 * @typedef {import("./mathml.js").Term} Term
 * @typedef {import("./types").Run} Run
 * @typedef {import("./types").Settings} Settings
 */

/**
 * The formula in force at t with its values filled in, ending in the LR, as MathML.
 *
 * Numbers have five significant digits. Plateau has a rule in place
 * of a formula: what decided is added, under torch's names.
 *
 * @param {Run} run
 * @param {number} group index of the param group
 * @param {number} t from 0 to the run's horizon
 * @returns {string} empty from where timm fails
 */
export function formulaAt(run, group, t) {
  const { settings, problem } = run;
  const at = applied("lr", time(t));
  const lr = run.lrs[group][t];
  if (Number.isNaN(lr)) {
    return problem?.id === "problem_complex_lr" ? math(at, "∉", name("ℝ")) : "";
  }
  const isByRule = settings.schedule === "plateau" && t >= firstScheduled(settings);
  const { term, reasons } = isByRule
    ? plateauRule(run, group, t)
    : { term: scaled(scheduledTerm(settings, group, t), settings.lr_scale[group]), reasons: [] };
  const shown = withNoise(term, run, t);
  const value = number(lr);
  const steps = shown.ml === value.ml ? [] : ["=", shown];
  return math(at, ...steps, "=", value, ...reasons);
}

/**
 * @param {Term} term
 * @param {number} scale
 */
function scaled(term, scale) {
  return scale === 1 ? term : product(term, number(scale));
}

/**
 * @param {Term} term
 * @param {Run} run
 * @param {number} t
 */
function withNoise(term, { settings, horizon }, t) {
  const noisy = /** @type {any} */ (settings);
  const first = settings.schedule === "plateau" ? firstScheduled(settings) : 1;
  const { from, to } = noisyRange(noisy, first, horizon + 1);
  if (t < from || t >= to) return term;
  const noise = makeNoise(noisy)(t);
  const relative = number(Math.abs(noise));
  return product(term, noise < 0 ? difference(number(1), relative) : sum(number(1), relative));
}

/**
 * The LR of a param group without its factor and without noise.
 *
 * @param {any} settings
 * @param {number} group
 * @param {number} t before plateau's rule is in force
 * @returns {Term}
 */
function scheduledTerm(settings, group, t) {
  const { warmup_t, warmup_lr_init } = settings;
  const base = settings.lr[group];
  if (t === 0) return number(warmup_t ? warmup_lr_init : base);
  if (t < firstScheduled(settings)) return warmupTerm(settings, base, t);

  const schedule = /** @type {any} */ (makeSchedule(settings));
  const since = t - prefixOf(settings);
  schedule.move(since);
  switch (settings.schedule) {
    case "step":
    case "multistep":
      return stairsTerm(base, settings.decay_rate, schedule.count);
    case "wsd":
      return wsdTerm(settings, base, since);
    default:
      return cycleTerm(settings, schedule, base);
  }
}

/**
 * @param {any} settings
 * @param {number} base
 * @param {number} t
 */
function warmupTerm(settings, base, t) {
  const { warmup_t, warmup_lr_init } = settings;
  let top = base;
  if (settings.schedule === "tanh" && !settings.warmup_prefix) {
    const schedule = makeSchedule(settings);
    schedule.move(warmup_t);
    top = schedule.lr(base);
  }
  const rise = difference(number(top), number(warmup_lr_init));
  return sum(number(warmup_lr_init), fraction(product(time(t), rise), time(warmup_t)));
}
