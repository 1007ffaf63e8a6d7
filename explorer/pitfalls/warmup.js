import { cycleAt, scheduledLr } from "./facts.js";

/** @typedef {import("./facts.js").Rule} Rule */

/** @type {Rule} */
export function pastRun({ settings: { warmup_t }, last }) {
  return warmup_t > last && { warmup_t, t: last };
}

/** @type {Rule} */
export function pastCycles(facts) {
  const { settings, hasCycles, offset, last } = facts;
  const { warmup_t, lr_min, cycle_limit } = settings;
  if (!hasCycles || offset || cycle_limit <= 0 || !(warmup_t > 0 && warmup_t <= last)) return null;
  return cycleAt(facts, warmup_t).index >= cycle_limit && { t: warmup_t, lr_min };
}

/** @type {Rule} */
export function aboveLr(facts) {
  const { settings, lr, offset } = facts;
  const { schedule, warmup_t, warmup_lr_init } = settings;
  const lowest = Math.min(...lr);
  if (!(warmup_t > 0 && lowest < warmup_lr_init)) return null;
  const isToJoint = schedule === "tanh" && !offset;
  const top = isToJoint ? scheduledLr(facts, lr.indexOf(lowest), warmup_t) : lowest;
  return top < warmup_lr_init && { warmup_lr_init, lr: lowest };
}

/** @type {Rule} */
export function jointDrop(facts) {
  const { settings, isPlateau, lr, offset, last } = facts;
  const { schedule, warmup_t, warmup_lr_init } = settings;
  if (isPlateau || schedule === "tanh" || offset) return null;
  if (!(warmup_t > 0 && warmup_t <= last)) return null;
  for (const [group, base] of lr.entries()) {
    const before = warmup_lr_init + ((warmup_t - 1) * (base - warmup_lr_init)) / warmup_t;
    const after = scheduledLr(facts, group, warmup_t);
    if (warmup_lr_init < base && after < before) return { t: warmup_t, before, after };
  }
  return null;
}

/** @type {Rule} */
export function firstEpochZero({ settings, lr }) {
  const { warmup_t, warmup_lr_init, t_in_epochs } = settings;
  const isZero = warmup_t > 0 && warmup_lr_init === 0 && t_in_epochs !== false;
  return isZero && lr.some((base) => base !== 0) && {};
}
