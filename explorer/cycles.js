import { exactLog, exactPower } from "./double_double.js";
import { Failure } from "./failure.js";

/** Quotients of logarithms may be off by less than this share of themselves. */
const DOUBT = 1e-14;

/**
 * The cycle at any t, as timm's classes with restarts find it.
 *
 * Cycle i is `cycle_mul ** i * t_initial` long. Its number comes from a logarithm and a floor,
 * which at some restarts is one too low; then t lies at the end of the cycle before, or a
 * rounding error beyond it. That depends on the last bit of the logarithm, so that one is
 * rounded correctly where it matters. Source: timm/scheduler/cosine_lr.py, `_get_lr`.
 */
export class Cycles {
  /** Number i of the cycle. */
  index = 0;
  /** timm's `t_i`: the length of the cycle. */
  length = 0;
  /** timm's `t_curr`: the time spent in the cycle. */
  elapsed = 0;
  /** The last t known to be in the cycle. */
  last = -1;

  #first = 0;
  #start = 0;
  #exactLogOfMul = NaN;

  /** @param {{t_initial: number, cycle_mul: number}} settings */
  constructor({ t_initial, cycle_mul }) {
    this.t_initial = t_initial;
    this.cycle_mul = cycle_mul;
    this.logOfMul = Math.log(cycle_mul);
  }

  /**
   * Go to t.
   *
   * @param {number} t without the warm-up where that is a prefix
   * @returns {boolean} whether the cycle may be another than before
   */
  move(t) {
    const isKnown = t >= this.#first && t <= this.last;
    if (!isKnown) {
      if (this.cycle_mul === 1) this.#enterEqual(t);
      else this.#enter(t);
    }
    this.elapsed = t - this.#start;
    return !isKnown;
  }

  /** @param {number} t */
  #enterEqual(t) {
    const rest = ((t % this.t_initial) + this.t_initial) % this.t_initial;
    this.index = (t - rest) / this.t_initial;
    this.length = this.t_initial;
    this.#start = t - rest;
    this.#first = this.#start;
    this.last = this.#start + this.t_initial - 1;
  }

  /** @param {number} t */
  #enter(t) {
    const { t_initial, cycle_mul } = this;
    this.index = this.#indexOf(this.#spent(t));
    const growth = exactPower(cycle_mul, this.index);
    this.length = growth * t_initial;
    this.#start = ((1 - growth) / (1 - cycle_mul)) * t_initial;
    this.#first = t;
    const nearEnd = Math.ceil(this.#start + this.length) - 2;
    const spent = this.#spent(nearEnd);
    const isPlain = nearEnd > t && spent > 0 && spent < Infinity;
    const reachesEnd = isPlain && this.#indexOf(spent) === this.index;
    this.last = reachesEnd ? nearEnd : t;
  }

  /**
   * What cycle_mul to the power of the cycle's number is, with a fraction for the time in it.
   *
   * @param {number} t
   */
  #spent(t) {
    return 1 - (t / this.t_initial) * (1 - this.cycle_mul);
  }

  /** @param {number} spent */
  #indexOf(spent) {
    const { cycle_mul } = this;
    if (!(spent > 0 && cycle_mul > 0)) {
      const id = cycle_mul > 0 ? "problem_cycles_end" : "problem_cycle_mul";
      throw new Failure(id, "ValueError: math domain error", { cycle_mul });
    }
    let number = Math.log(spent) / this.logOfMul;
    if (Math.abs(number) === Infinity) {
      const python = "OverflowError: cannot convert float infinity to integer";
      throw new Failure("problem_infinite_cycle", python, { cycle_mul });
    }
    if (Math.abs(number - Math.round(number)) <= DOUBT * Math.abs(number)) {
      if (Number.isNaN(this.#exactLogOfMul)) this.#exactLogOfMul = exactLog(cycle_mul);
      number = exactLog(spent) / this.#exactLogOfMul;
    }
    return Math.floor(number) + 0;
  }
}
