import { Cycles } from "../cycles.js";
import { exactPower } from "../double_double.js";
import { Failure } from "../failure.js";
import { cosine, divide, isComplexPower, power } from "../python_math.js";

/** Source: timm/scheduler/cosine_lr.py. */
export class CosineSchedule {
  gamma = 1;
  lengthPower = 1;
  /** Between 2 and 0: what the cosine leaves of the LR. */
  factor = 2;

  /**
   * @param {{t_initial: number, lr_min: number, cycle_mul: number, cycle_decay: number,
   *   cycle_limit: number, k_decay: number}} settings
   */
  constructor(settings) {
    this.cycles = new Cycles(settings);
    this.lr_min = settings.lr_min;
    this.cycle_decay = settings.cycle_decay;
    this.cycle_limit = settings.cycle_limit;
    this.k_decay = settings.k_decay;
  }

  /** @param {number} t */
  move(t) {
    const { cycles, k_decay } = this;
    const isNew = cycles.move(t);
    if (isNew) this.gamma = power(this.cycle_decay, cycles.index);
    if (cycles.index >= this.cycle_limit) return;
    let elapsedPower = power(cycles.elapsed, k_decay);
    if (isNew) this.lengthPower = power(cycles.length, k_decay);
    if (isComplexPower(cycles.elapsed, k_decay)) {
      const python = "TypeError: must be real number, not complex";
      throw new Failure("problem_complex_cosine", python, { k_decay });
    }
    if (elapsedPower > this.lengthPower) {
      // Beyond half a wave, where k_decay is negative, the last bits count.
      elapsedPower = exactPower(cycles.elapsed, k_decay);
      this.lengthPower = exactPower(cycles.length, k_decay);
    }
    this.factor = 1 + cosine(divide(Math.PI * elapsedPower, this.lengthPower));
  }

  /** @param {number} base */
  lr(base) {
    if (this.cycles.index >= this.cycle_limit) return this.lr_min;
    return this.lr_min + 0.5 * (base * this.gamma - this.lr_min) * this.factor;
  }
}
