import { MultiStepSchedule } from "../schedules/multistep.js";
import { firstAtLrMin, scheduledLr, startOfCycle } from "./facts.js";

/** @typedef {import("./facts.js").Rule} Rule */

/** A share of the base LR that is worth a word where the run ends above lr_min. */
const LEFT_OVER = 1e-4;
/** A share of the run that may pass at lr_min without a word, as a cooldown. */
const COOLDOWN = 0.1;
/** A share of the base LR by which a tanh may start or end off its limits without a word. */
const TANH_GAP = 0.01;

/** @type {Rule} */
export function updatesAsEpochs(facts) {
  const { settings } = facts;
  const { num_epochs, updates_per_epoch, decay_t, t_initial, cycle_limit } = settings;
  if (settings.t_in_epochs !== false || updates_per_epoch === 1 || cycle_limit <= 0) return null;
  const end = firstAtLrMin(facts);
  const value = end === null ? Math.max(...[decay_t].flat()) : t_initial;
  if (!(value > 0 && (end ?? value) <= num_epochs)) return null;
  const name = end === null ? "decay_t" : "t_initial";
  return { name, value, epochs: value / updates_per_epoch, num_epochs };
}

/** @type {Rule} */
export function decayRateOne({ settings, isPlateau }) {
  return !isPlateau && settings.decay_rate === 1 && {};
}

/** @type {Rule} */
export function milestonesUnsorted({ settings, offset, last }) {
  const { decay_t, decay_rate, warmup_t } = settings;
  if (!Array.isArray(decay_t) || isAscending(decay_t) || decay_rate === 1) return null;
  const ascending = decay_t.slice().sort((a, b) => a - b);
  const [given, expected] = [decay_t, ascending].map((milestones) =>
    new MultiStepSchedule({ decay_t: milestones, decay_rate: 1 }),
  );
  for (let t = Math.max(1, warmup_t); t <= last; t += 1) {
    given.move(t - offset);
    expected.move(t - offset);
    if (given.count !== expected.count) return {};
  }
  return null;
}

/** @type {Rule} */
export function milestoneEarly({ settings, offset, last }) {
  const { decay_t, decay_rate, warmup_t } = settings;
  if (!Array.isArray(decay_t) || !isAscending(decay_t) || decay_rate === 1) return null;
  for (const milestone of decay_t) {
    const t = milestone - 1 + offset;
    const isInForce = t >= Math.max(1, warmup_t) && t <= last;
    if (Number.isInteger(milestone) && isInForce) return { milestone, t };
  }
  return null;
}

/** @param {number[]} list */
function isAscending(list) {
  return list.every((value, i) => i === 0 || value >= list[i - 1]);
}

/** @type {Rule} */
export function lrMinAboveLr({ settings: { lr_min }, isPlateau, lr }) {
  const lowest = Math.min(...lr);
  return !isPlateau && lowest < lr_min && { lr: lowest, lr_min };
}

/** @type {Rule} */
export function scaleBelowLrMin({ run, settings, isPlateau, last, noisy }) {
  const { lr_min, lr_scale, warmup_t } = settings;
  const isNoisy = noisy.from <= last && last < noisy.to;
  if (isPlateau || !(lr_min > 0) || isNoisy || warmup_t > last) return null;
  for (const [group, values] of run.lrs.entries()) {
    const isBelow = lr_scale[group] < 1 && values[last] < lr_min;
    if (isBelow) return { lr_scale: lr_scale[group], lr: values[last], lr_min };
  }
  return null;
}

/** @type {Rule} */
export function staysAtLrMin(facts) {
  const { settings, last } = facts;
  const t = firstAtLrMin(facts);
  if (t === null || settings.cycle_limit <= 0 || t < settings.warmup_t) return null;
  return last - t >= COOLDOWN * (last + 1) && { t, lr_min: settings.lr_min };
}

/** @type {Rule} */
export function lrMinNotUsed(facts) {
  const { run, settings, lr, last } = facts;
  const end = firstAtLrMin(facts);
  if (end !== last + 1 || last < Math.max(1, settings.warmup_t)) return null;
  const share = (scheduledLr(facts, 0, last) - settings.lr_min) / (lr[0] - settings.lr_min);
  return share > LEFT_OVER && { t: last, lr: run.lrs[0][last], end };
}

/** @type {Rule} */
export function runEndsBeforeDecay({ run, settings, offset, last }) {
  const end = offset + settings.t_initial;
  const isEarly = settings.schedule === "wsd" && offset <= last && end > last + 1;
  return isEarly && { t: last, lr: run.lrs[0][last], end };
}

/** @type {Rule} */
export function tanhStart({ settings, lr, offset, last }) {
  const { schedule, lb, lr_min, warmup_t, cycle_limit } = settings;
  const gap = (1 + Math.tanh(lb)) / 2;
  const isHidden = warmup_t > 0 && !offset;
  if (schedule !== "tanh" || isHidden || warmup_t >= last || cycle_limit <= 0) return null;
  return gap > TANH_GAP && { lb, lr: lr[0], start: lr[0] - (lr[0] - lr_min) * gap };
}

/** @type {Rule} */
export function tanhEnd(facts) {
  const { schedule, ub, warmup_t, cycle_limit } = facts.settings;
  if (schedule !== "tanh" || cycle_limit <= 0) return null;
  const t = startOfCycle(facts, 1) - 1;
  const isShown = t < facts.last && t >= Math.max(1, warmup_t);
  const gap = (1 - Math.tanh(ub)) / 2;
  return isShown && gap > TANH_GAP && { ub, lr: scheduledLr(facts, 0, t) };
}
