import {
  applied,
  difference,
  fraction,
  name,
  number,
  power,
  product,
  root,
  sum,
  time,
} from "../mathml.js";

/** @typedef {import("../mathml.js").Term} Term */

const ONE = number(1);
const TWO = number(2);
const PI = name("π");

/**
 * @param {number} base
 * @param {number} rate
 * @param {number} count
 */
export function stairsTerm(base, rate, count) {
  if (count === 0) return number(base);
  const factor = count === 1 ? number(rate) : power(number(rate), number(count));
  return product(number(base), factor);
}

/**
 * @param {any} settings
 * @param {{cycles: import("../cycles.js").Cycles, gamma: number}} schedule at the t in question
 * @param {number} base
 */
export function cycleTerm(settings, { cycles, gamma }, base) {
  const low = number(settings.lr_min);
  if (cycles.index >= settings.cycle_limit) return low;
  const height = difference(number(base * gamma), low);
  const progress = fraction(
    powerUnlessOne(time(cycles.elapsed), settings.k_decay ?? 1),
    powerUnlessOne(time(cycles.length), settings.k_decay ?? 1),
  );
  switch (settings.schedule) {
    case "cosine": {
      const share = sum(ONE, applied("cos", product(PI, progress)));
      return sum(low, product(fraction(height, TWO), share));
    }
    case "tanh": {
      const [lb, ub] = [number(settings.lb), number(settings.ub)];
      const x = sum(product(lb, difference(ONE, progress)), product(ub, progress));
      const share = difference(ONE, applied("tanh", x));
      return sum(low, product(fraction(height, TWO), share));
    }
    default:
      return sum(low, product(height, powerUnlessOne(difference(ONE, progress), settings.power)));
  }
}

/**
 * @param {any} settings
 * @param {number} base
 * @param {number} since time since the end of the warm-up
 */
export function wsdTerm(settings, base, since) {
  const { lr_min, decay_t } = settings;
  const decaying = since - (settings.t_initial - decay_t);
  if (decaying >= decay_t) return number(lr_min);
  const stable = stableTerm(settings, base, since);
  if (decaying <= 0) return stable;
  const progress = fraction(time(decaying), time(decay_t));
  const low = number(lr_min);
  return sum(low, product(difference(stable, low), decayFactor(settings, progress)));
}

/**
 * @param {any} settings
 * @param {number} base
 * @param {number} since
 */
function stableTerm(settings, base, since) {
  const { lr_min, stable_fn, warmup_t } = settings;
  if (stable_fn === "constant") return number(Math.max(base, lr_min));
  const timescale = settings.stable_timescale ?? warmup_t;
  const exponent = stable_fn === "rsqrt" ? 0.5 : settings.stable_power;
  const growth = sum(ONE, fraction(time(since), number(timescale)));
  const term = product(number(base), power(growth, number(-exponent)));
  const isBelow = base * Math.pow(1 + since / timescale, -exponent) < lr_min;
  return isBelow ? applied("max", term, number(lr_min)) : term;
}

/**
 * @param {any} settings
 * @param {Term} progress
 */
function decayFactor({ decay_fn, decay_power, decay_ratio }, progress) {
  switch (decay_fn) {
    case "linear":
      return difference(ONE, progress);
    case "1-sqrt":
      return difference(ONE, root(progress));
    case "cosine":
      return fraction(sum(ONE, applied("cos", product(PI, progress))), TWO);
    case "power":
      return difference(ONE, power(progress, number(decay_power)));
    default: {
      const ratio = number(decay_ratio);
      return fraction(difference(power(ratio, progress), ratio), difference(ONE, ratio));
    }
  }
}

/**
 * @param {Term} base
 * @param {number} exponent
 */
function powerUnlessOne(base, exponent) {
  return exponent === 1 ? base : power(base, number(exponent));
}
