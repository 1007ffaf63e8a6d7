import { cycleAt, startOfCycle } from "./facts.js";

/** @typedef {import("./facts.js").Rule} Rule */

/** @type {Rule} */
export function limitZero({ settings, hasCycles, last }) {
  const { cycle_limit, lr_min } = settings;
  const t = Math.max(1, settings.warmup_t);
  return hasCycles && cycle_limit <= 0 && t <= last && { cycle_limit, t, lr_min };
}

/** @type {Rule} */
export function peakBelowLrMin(facts) {
  const { settings, hasCycles, lr, last } = facts;
  const { lr_min, cycle_decay, cycle_limit, warmup_t } = settings;
  if (!hasCycles || !(cycle_decay < 1) || lr_min === 0 || warmup_t > last) return null;
  let peak = Math.min(...lr) * cycle_decay;
  for (let i = 1; i < cycle_limit && startOfCycle(facts, i) < last; i += 1) {
    if (peak < lr_min) return { cycle: i + 1, peak, lr_min };
    peak *= cycle_decay;
  }
  return null;
}

/** @type {Rule} */
export function neverCome({ settings, hasCycles, offset, last }) {
  const { cycle_limit, t_initial, warmup_t } = settings;
  if (!hasCycles || cycle_limit <= 1 || warmup_t > last) return null;
  return offset + t_initial > last && { cycle_limit };
}

/** @type {Rule} */
export function runEndsWithin(facts) {
  const { run, settings, hasCycles, last } = facts;
  if (!hasCycles || settings.warmup_t > last) return null;
  const { index, end } = cycleAt(facts, last);
  const isEarly = index < settings.cycle_limit && end > last + 1;
  return isEarly && { t: last, lr: run.lrs[0][last], end };
}

/** @type {Rule} */
export function lostRestart(facts) {
  const { settings, hasCycles, last } = facts;
  const { cycle_mul, cycle_limit, warmup_t } = settings;
  if (!hasCycles || cycle_mul === 1 || warmup_t > last) return null;
  for (let i = 1; i < cycle_limit; i += 1) {
    const start = startOfCycle(facts, i);
    const t = Math.round(start);
    if (t > last) return null;
    const isWhole = Math.abs(t - start) < 1e-9 * start;
    if (isWhole && t >= warmup_t && cycleAt(facts, t).index < i) return { t };
  }
  return null;
}

/** @type {Rule} */
export function onlyOne({ settings }) {
  const { cycle_limit, cycle_mul, cycle_decay } = settings;
  return cycle_limit === 1 && (cycle_mul !== 1 || cycle_decay !== 1) && {};
}
