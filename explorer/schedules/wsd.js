import { exactPower } from "../double_double.js";

/** Below this share of the decay, rounding errors of powers show. */
const LITTLE = 1e-3;

/** Source: timm/scheduler/wsd_lr.py. */
export class WSDSchedule {
  /** Between 1 and 0: what the stable phase leaves of the LR. */
  stable = 1;
  isDecaying = false;
  /** Between 1 and 0: what the decay phase leaves of that. */
  decay = 1;

  /**
   * @param {{t_initial: number, decay_t: number, lr_min: number, warmup_t: number,
   *   stable_fn: string, stable_timescale: number | null, stable_power: number,
   *   decay_fn: string, decay_power: number, decay_ratio: number}} settings
   */
  constructor(settings) {
    this.decay_t = settings.decay_t;
    this.decay_start = settings.t_initial - settings.decay_t;
    this.lr_min = settings.lr_min;
    this.isConstant = settings.stable_fn === "constant";
    this.timescale = settings.stable_timescale ?? settings.warmup_t;
    this.exponent = settings.stable_fn === "rsqrt" ? -0.5 : -settings.stable_power;
    this.decayOf = decayFunction(settings);
  }

  /** @param {number} t */
  move(t) {
    this.stable = this.isConstant ? 1 : Math.pow(1 + t / this.timescale, this.exponent);
    const decaying = t - this.decay_start;
    this.isDecaying = decaying > 0;
    if (this.isDecaying) this.decay = this.decayOf(Math.min(decaying / this.decay_t, 1));
  }

  /** @param {number} base */
  lr(base) {
    const stable = Math.max(base * this.stable, this.lr_min);
    if (!this.isDecaying) return stable;
    return this.lr_min + (stable - this.lr_min) * this.decay;
  }
}

/**
 * @param {{decay_fn: string, decay_power: number, decay_ratio: number}} settings
 * @returns {(progress: number) => number} from progress, above 0 and up to 1, to 1 down to 0
 */
function decayFunction({ decay_fn, decay_power, decay_ratio }) {
  switch (decay_fn) {
    case "linear":
      return (progress) => 1 - progress;
    case "1-sqrt":
      return (progress) => 1 - Math.sqrt(progress);
    case "cosine":
      return (progress) => 0.5 * (1 + Math.cos(Math.PI * progress));
    case "power":
      return (progress) => 1 - Math.pow(progress, decay_power);
    default:
      return (progress) => {
        const share = Math.pow(decay_ratio, progress);
        const isClose = share - decay_ratio < LITTLE * decay_ratio;
        const exact = isClose ? exactPower(decay_ratio, progress) : share;
        return (exact - decay_ratio) / (1 - decay_ratio);
      };
  }
}
