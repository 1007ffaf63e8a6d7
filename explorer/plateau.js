import { MOST_MARKS } from "./marks.js";

/** A smaller change of the LR is not made: `eps` of torch's ReduceLROnPlateau. */
const EPS = 1e-8;

/**
 * torch's rule: whether the LR falls after the next metric.
 *
 * Source: torch/optim/lr_scheduler.py, ReduceLROnPlateau.
 */
export class PlateauRule {
  /** torch's `num_bad_epochs`: epochs without improvement since the last one or a decay. */
  badEpochs = 0;
  /** torch's `cooldown_counter`: epochs in which nothing is counted. */
  cooldownLeft = 0;

  /**
   * @param {{mode: string, threshold: number, patience_t: number, cooldown_t: number}} settings
   */
  constructor({ mode, threshold, patience_t, cooldown_t }) {
    this.isMax = mode === "max";
    this.best = this.isMax ? -Infinity : Infinity;
    this.bar = this.isMax ? threshold + 1 : 1 - threshold;
    this.patience = patience_t;
    this.cooldown = cooldown_t;
  }

  /** @param {number} metric */
  falls(metric) {
    const bar = this.best * this.bar;
    if (this.isMax ? metric > bar : metric < bar) {
      this.best = metric;
      this.badEpochs = 0;
    } else {
      this.badEpochs += 1;
    }
    if (this.cooldownLeft > 0) {
      this.cooldownLeft -= 1;
      this.badEpochs = 0;
    }
    if (this.badEpochs <= this.patience) return false;
    this.cooldownLeft = this.cooldown;
    this.badEpochs = 0;
    return true;
  }
}

/**
 * The LR after a decay; the same where the change is too small for torch.
 *
 * @param {number} lr
 * @param {{decay_rate: number, lr_min: number}} settings
 */
export function lowered(lr, { decay_rate, lr_min }) {
  const lower = Math.max(lr * decay_rate, lr_min);
  return lr - lower > EPS ? lower : lr;
}

/**
 * Fill in the LRs of plateau after its warm-up, without noise, and the marks of the decays.
 *
 * Source: timm/scheduler/plateau_lr.py. Noise does not disturb the rule, as timm takes it back
 * before the next epoch.
 *
 * @param {import("./types").Run} run with `metric`
 * @param {number} first first t after the warm-up
 */
export function fillPlateau(run, first) {
  const settings = /** @type {any} */ (run.settings);
  const metric = /** @type {Float64Array} */ (run.metric);
  const rule = new PlateauRule(settings);
  for (let t = first; t <= run.horizon; t += 1) {
    const falls = rule.falls(metric[t - 1]);
    let hasFallen = false;
    for (const lrs of run.lrs) {
      lrs[t] = falls ? lowered(lrs[t - 1], settings) : lrs[t - 1];
      hasFallen ||= lrs[t] !== lrs[t - 1];
    }
    if (hasFallen && run.marks.length < MOST_MARKS) run.marks.push({ t, kind: "decay" });
  }
}
