import { MOST_MARKS } from "./marks.js";

/** A smaller change of the LR is not made: `eps` of torch's ReduceLROnPlateau. */
const EPS = 1e-8;

/**
 * torch's rule: whether the LR falls after the next metric.
 *
 * Source: torch/optim/lr_scheduler.py, ReduceLROnPlateau.
 */
class PlateauRule {
  #badEpochs = 0;
  #cooldown = 0;

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
      this.#badEpochs = 0;
    } else {
      this.#badEpochs += 1;
    }
    if (this.#cooldown > 0) {
      this.#cooldown -= 1;
      this.#badEpochs = 0;
    }
    if (this.#badEpochs <= this.patience) return false;
    this.#cooldown = this.cooldown;
    this.#badEpochs = 0;
    return true;
  }
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
  const { decay_rate, lr_min } = settings;
  const metric = /** @type {Float64Array} */ (run.metric);
  const rule = new PlateauRule(settings);
  for (let t = first; t <= run.horizon; t += 1) {
    const falls = rule.falls(metric[t - 1]);
    let hasFallen = false;
    for (const lrs of run.lrs) {
      const lowered = Math.max(lrs[t - 1] * decay_rate, lr_min);
      const isMade = falls && lrs[t - 1] - lowered > EPS;
      lrs[t] = isMade ? lowered : lrs[t - 1];
      hasFallen ||= isMade;
    }
    if (hasFallen && run.marks.length < MOST_MARKS) run.marks.push({ t, kind: "decay" });
  }
}
