import { applied, difference, name, number, product } from "../mathml.js";
import { lowered, PlateauRule } from "../plateau.js";
import { firstScheduled } from "../warmup.js";

/**
 * @typedef {import("../mathml.js").Term} Term
 * @typedef {import("../types").Run} Run
 */

/**
 * What plateau's rule did at t, and why.
 *
 * @param {Run} run
 * @param {number} group
 * @param {number} t after the warm-up
 * @returns {{term: Term, reasons: (Term | string)[]}} the LR without noise, and terms and
 *   relations to add to it
 */
export function plateauRule(run, group, t) {
  const settings = /** @type {any} */ (run.settings);
  const metric = /** @type {Float64Array} */ (run.metric);
  const rule = new PlateauRule(settings);
  const first = firstScheduled(settings);
  let lr = run.lrs[group][first - 1];
  for (let before = first; before < t; before += 1) {
    if (rule.falls(metric[before - 1])) lr = lowered(lr, settings);
  }
  if (!rule.falls(metric[t - 1])) return { term: number(lr), reasons: reasonsToWait(rule) };

  const { decay_rate, lr_min } = settings;
  const reasons = [",", name("num_bad_epochs"), "&gt;", ...patienceOf(rule)];
  const lower = Math.max(lr * decay_rate, lr_min);
  if (lowered(lr, settings) === lr) {
    const change = difference(number(lr), number(lower));
    return { term: number(lr), reasons: [...reasons, ",", change, "≤", number(1e-8)] };
  }
  const term = product(number(lr), number(decay_rate));
  return { term: lower === lr_min ? applied("max", term, number(lr_min)) : term, reasons };
}

/**
 * @param {PlateauRule} rule that does not fall
 * @returns {(Term | string)[]}
 */
function reasonsToWait(rule) {
  const best = [",", name("best"), "=", number(rule.best), ","];
  return rule.cooldownLeft > 0
    ? [...best, name("cooldown_counter"), "=", number(rule.cooldownLeft)]
    : [...best, name("num_bad_epochs"), "=", number(rule.badEpochs), "≤", ...patienceOf(rule)];
}

/** @param {PlateauRule} rule */
function patienceOf({ patience }) {
  return [name("patience_t"), "=", number(patience)];
}
