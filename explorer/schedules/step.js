import { floorDivide, power } from "../python_math.js";

/** Source: timm/scheduler/step_lr.py. */
export class StepSchedule {
  /** Number of steps so far. */
  count = 0;
  factor = 1;

  /** @param {{decay_t: number, decay_rate: number}} settings */
  constructor({ decay_t, decay_rate }) {
    this.decay_t = decay_t;
    this.decay_rate = decay_rate;
  }

  /** @param {number} t */
  move(t) {
    const count = floorDivide(t, this.decay_t);
    if (count !== this.count) this.factor = power(this.decay_rate, count);
    this.count = count;
  }

  /** @param {number} base */
  lr(base) {
    return base * this.factor;
  }
}
