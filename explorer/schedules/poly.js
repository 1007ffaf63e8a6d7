import { Cycles } from "../cycles.js";
import { exactPower } from "../double_double.js";
import { Failure } from "../failure.js";
import { divide, isComplexPower, power } from "../python_math.js";

/** Below this share of the cycle, rounding errors of powers show. */
const LITTLE = 1e-3;

/** Source: timm/scheduler/poly_lr.py. */
export class PolySchedule {
  gamma = 1;
  lengthPower = 1;
  /** Between 1 and 0: what the polynomial leaves of the LR. */
  factor = 1;

  /**
   * @param {{t_initial: number, power: number, lr_min: number, cycle_mul: number,
   *   cycle_decay: number, cycle_limit: number, k_decay: number}} settings
   */
  constructor(settings) {
    this.cycles = new Cycles(settings);
    this.power = settings.power;
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
    const elapsedPower = power(cycles.elapsed, k_decay);
    if (isNew) this.lengthPower = power(cycles.length, k_decay);
    let remaining = 1 - divide(elapsedPower, this.lengthPower);
    if (Math.abs(remaining) < LITTLE && k_decay !== 1) {
      remaining = 1 - exactPower(cycles.elapsed, k_decay) / exactPower(cycles.length, k_decay);
    }
    this.factor = power(remaining, this.power);
    if (isComplexPower(cycles.elapsed, k_decay) || isComplexPower(remaining, this.power)) {
      throw new Failure("problem_complex_lr", "", {}, false);
    }
  }

  /** @param {number} base */
  lr(base) {
    if (this.cycles.index >= this.cycle_limit) return this.lr_min;
    return this.lr_min + (base * this.gamma - this.lr_min) * this.factor;
  }
}
