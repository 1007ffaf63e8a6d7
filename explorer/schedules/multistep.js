import { power } from "../python_math.js";

/** Source: timm/scheduler/multistep_lr.py. */
export class MultiStepSchedule {
  /** Number of milestones so far. */
  count = 0;
  factor = 1;

  /** @param {{decay_t: number[], decay_rate: number}} settings */
  constructor({ decay_t, decay_rate }) {
    this.decay_t = decay_t;
    this.decay_rate = decay_rate;
  }

  /** @param {number} t */
  move(t) {
    const count = bisectRight(this.decay_t, t + 1);
    if (count !== this.count) this.factor = power(this.decay_rate, count);
    this.count = count;
  }

  /** @param {number} base */
  lr(base) {
    return base * this.factor;
  }
}

/**
 * Python's `bisect.bisect_right`, the same in a list that is not sorted.
 *
 * @param {number[]} list
 * @param {number} x
 */
function bisectRight(list, x) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (x < list[middle]) high = middle;
    else low = middle + 1;
  }
  return low;
}
