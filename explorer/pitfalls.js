import { shownNumber } from "./mathml.js";
import * as cycles from "./pitfalls/cycles.js";
import { factsOf } from "./pitfalls/facts.js";
import * as noise from "./pitfalls/noise.js";
import * as plateau from "./pitfalls/plateau.js";
import * as shape from "./pitfalls/shape.js";
import * as warmup from "./pitfalls/warmup.js";

/** Most pitfalls that are shown at a time. */
const MOST = 3;

/**
 * The rules by id in texts.json, the most important first.
 *
 * @type {Record<string, import("./pitfalls/facts.js").Rule>}
 */
const RULES = {
  pitfall_negative_lr: noise.negativeLr,
  pitfall_warmup_past_run: warmup.pastRun,
  pitfall_updates_as_epochs: shape.updatesAsEpochs,
  pitfall_cycle_limit_zero: cycles.limitZero,
  pitfall_warmup_past_cycles: warmup.pastCycles,
  pitfall_plateau_mode: plateau.wrongMode,
  pitfall_patience_past_run: plateau.patiencePastRun,
  pitfall_negative_metric: plateau.negativeMetric,
  pitfall_decay_rate_one: shape.decayRateOne,
  pitfall_milestones_unsorted: shape.milestonesUnsorted,
  pitfall_lr_min_above_lr: shape.lrMinAboveLr,
  pitfall_warmup_above_lr: warmup.aboveLr,
  pitfall_peak_below_lr_min: cycles.peakBelowLrMin,
  pitfall_joint_drop: warmup.jointDrop,
  pitfall_tanh_start: shape.tanhStart,
  pitfall_noise_never: noise.never,
  pitfall_cycles_never_come: cycles.neverCome,
  pitfall_ends_within_cycle: cycles.runEndsWithin,
  pitfall_ends_before_decay: shape.runEndsBeforeDecay,
  pitfall_lost_restart: cycles.lostRestart,
  pitfall_stays_at_lr_min: shape.staysAtLrMin,
  pitfall_tanh_end: shape.tanhEnd,
  pitfall_cycles_only_one: cycles.onlyOne,
  pitfall_noise_below_lr_min: noise.belowLrMin,
  pitfall_scale_below_lr_min: shape.scaleBelowLrMin,
  pitfall_first_epoch_zero: warmup.firstEpochZero,
  pitfall_milestone_early: shape.milestoneEarly,
  pitfall_lr_min_not_used: shape.lrMinNotUsed,
  pitfall_noise_shared: noise.shared,
  pitfall_noise_same_seed: noise.sameSeed,
};

/**
 * The most important pitfalls that these settings meet, as true of timm 1.0.31; none where timm
 * fails, which is shown instead.
 *
 * @param {import("./types").Run} run
 * @returns {{id: string, values: Record<string, string>}[]} at most 3; id is a key in texts.json
 */
export function pitfallsOf(run) {
  if (run.problem) return [];
  const facts = factsOf(run);
  const found = [];
  for (const [id, rule] of Object.entries(RULES)) {
    const values = rule(facts);
    if (values) found.push({ id, values: shown(values) });
    if (found.length === MOST) break;
  }
  return found;
}

/** @param {Record<string, string | number>} values */
function shown(values) {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === "number" ? shownNumber(value) : value,
  ]);
  return Object.fromEntries(entries);
}
