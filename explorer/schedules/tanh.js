import { Cycles } from "../cycles.js";
import { divide, power } from "../python_math.js";

/** Source: timm/scheduler/tanh_lr.py. */
export class TanhSchedule {
  gamma = 1;
  /** Between 2 and 0: what the tanh leaves of the LR. */
  factor = 2;

  /**
   * @param {{t_initial: number, lb: number, ub: number, lr_min: number, cycle_mul: number,
   *   cycle_decay: number, cycle_limit: number}} settings
   */
  constructor(settings) {
    this.cycles = new Cycles(settings);
    this.lb = settings.lb;
    this.ub = settings.ub;
    this.lr_min = settings.lr_min;
    this.cycle_decay = settings.cycle_decay;
    this.cycle_limit = settings.cycle_limit;
  }

  /** @param {number} t */
  move(t) {
    const { cycles } = this;
    const isNew = cycles.move(t);
    if (cycles.index >= this.cycle_limit) return;
    if (isNew) this.gamma = power(this.cycle_decay, cycles.index);
    const progress = divide(cycles.elapsed, cycles.length);
    this.factor = 1 - Math.tanh(this.lb * (1 - progress) + this.ub * progress);
  }

  /** @param {number} base */
  lr(base) {
    if (this.cycles.index >= this.cycle_limit) return this.lr_min;
    return this.lr_min + 0.5 * (base * this.gamma - this.lr_min) * this.factor;
  }
}
