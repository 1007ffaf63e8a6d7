import { Failure } from "./failure.js";
import { earlyNormal, Generator, KEPT_DRAWS } from "./torch_random.js";

/** Where a draw is small enough more rarely than this, timm draws without end. */
const LEAST_CHANCE = 1e-4;
/** More draws than this in a run take too long. */
const MOST_DRAWS = 3e7;
/** Most values that are kept. */
const MOST_KEPT = 4e6;

/** @type {Map<string, Float64Array>} */
const kept = new Map();
let keptValues = 0;

/**
 * @typedef {object} NoiseSettings
 * @property {number | number[] | null} noise_range_t
 * @property {number} noise_pct
 * @property {number} noise_std
 * @property {number} noise_seed
 * @property {string} [noise_type] only plateau has it; "normal" elsewhere
 */

/**
 * The t with noise, from `from` up to but not including `to`.
 *
 * @param {NoiseSettings} settings
 * @param {number} first first t at which timm may add noise
 * @param {number} end first t past the run
 */
export function noisyRange({ noise_range_t }, first, end) {
  if (noise_range_t === null) return { from: end, to: end };
  const [low, high] = Array.isArray(noise_range_t) ? noise_range_t : [noise_range_t, Infinity];
  const to = Math.min(end, Math.ceil(high));
  return { from: Math.min(Math.max(first, Math.ceil(low)), to), to };
}

/**
 * Why timm does not come to an end with drawing, if so: it draws again until the noise is small
 * enough.
 *
 * @param {NoiseSettings} settings
 * @param {number} count number of t with noise
 * @returns {Failure | null}
 */
export function endlessNoise({ noise_pct, noise_std, noise_type }, count) {
  if (noise_type === "uniform") return null;
  const chance = chanceBelow(noise_pct / Math.abs(noise_std));
  const values = { noise_pct, noise_std };
  if (!(chance >= LEAST_CHANCE)) return new Failure("problem_noise_hangs", "", values);
  const draws = Math.round(count / chance);
  return draws > MOST_DRAWS ? new Failure("problem_noise_slow", "", { ...values, draws }) : null;
}

/**
 * The chance that a standard normal number is smaller than a limit in absolute value.
 *
 * @param {number} limit
 */
function chanceBelow(limit) {
  if (!(limit > 0)) return 0;
  if (limit > 6) return 1;
  let term = limit * Math.sqrt(2 / Math.PI);
  let chance = term;
  for (let n = 1; Math.abs(term) > Number.EPSILON; n += 1) {
    term *= (-limit * limit) / (2 * n);
    chance += term / (2 * n + 1);
  }
  return chance;
}

/**
 * timm's noise: the relative change of the LR at t.
 *
 * Source: timm/scheduler/scheduler.py, `_calculate_noise`.
 *
 * @param {NoiseSettings} settings
 * @returns {(t: number) => number}
 */
export function makeNoise({ noise_pct, noise_std, noise_seed, noise_type }) {
  const seed = noise_seed >>> 0;
  const generator = new Generator();
  if (noise_type === "uniform") {
    return (t) => {
      generator.manualSeed(seed + t);
      return 2 * (generator.uniform() - 0.5) * noise_pct;
    };
  }
  return (t) => {
    for (let draw = 0; draw < KEPT_DRAWS; draw += 1) {
      const noise = earlyNormal(seed + t, draw) * noise_std;
      if (Math.abs(noise) < noise_pct) return noise;
    }
    generator.manualSeed(seed + t);
    for (;;) {
      const noise = generator.normal() * noise_std;
      if (Math.abs(noise) < noise_pct) return noise;
    }
  };
}

/**
 * timm's noise at all t of a range, kept, so that another setting of the schedule costs nothing.
 *
 * @param {NoiseSettings} settings
 * @param {number} from
 * @param {number} to first t past the range
 * @returns {Float64Array} the noise at from, from + 1, …
 */
export function noiseOf(settings, from, to) {
  const { noise_pct, noise_std, noise_seed, noise_type } = settings;
  const key = [noise_pct, noise_std, noise_seed, noise_type, from, to].join();
  let values = kept.get(key);
  if (!values) {
    const noiseAt = makeNoise(settings);
    values = new Float64Array(to - from);
    for (let t = from; t < to; t += 1) values[t - from] = noiseAt(t);
    keptValues += values.length;
    if (keptValues > MOST_KEPT) {
      kept.clear();
      keptValues = values.length;
    }
    kept.set(key, values);
  }
  return values;
}
