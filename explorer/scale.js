/**
 * An axis: its ends, its ticks and how a tick is written.
 *
 * @typedef {object} Scale
 * @property {number} low
 * @property {number} high
 * @property {boolean} log
 * @property {number[]} ticks
 * @property {string[]} labels
 */

const MOST_DECADES = 8;

/**
 * The smallest of 1, 2 and 5 times a power of ten that cuts a span into at most `count` parts.
 *
 * @param {number} span
 * @param {number} count
 */
function niceStep(span, count) {
  const power = 10 ** Math.floor(Math.log10(span / count));
  const factor = [1, 2, 5].find((candidate) => candidate * power * count >= span * (1 - 1e-9));
  return (factor ?? 10) * power;
}

/**
 * @param {number} value a multiple of step
 * @param {number} step
 */
function tickLabel(value, step) {
  if (value === 0) return "0";
  const exponent = Math.floor(Math.log10(step) + 1e-9);
  if (exponent < -4 || Math.abs(value) >= 1e6) {
    const digits = Math.max(0, Math.floor(Math.log10(Math.abs(value)) + 1e-9) - exponent);
    return shortExponent(value.toExponential(Math.min(digits, 6)));
  }
  return value.toFixed(Math.max(0, -exponent));
}

/** @param {string} text such as `1.0e+6` */
function shortExponent(text) {
  return text.replace("e+", "e").replace(/\.0+e/, "e");
}

/**
 * A linear axis that ends at ticks.
 *
 * @param {number} min
 * @param {number} max
 * @param {number} count most parts between ticks
 * @returns {Scale}
 */
export function linearScale(min, max, count) {
  const span = max - min || Math.abs(max) || 1;
  const step = niceStep(span, count);
  const first = Math.floor(min / step + 1e-9);
  const last = Math.max(Math.ceil(max / step - 1e-9), first + 1);
  const ticks = Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
  const labels = ticks.map((tick) => tickLabel(tick, step));
  return { low: ticks[0], high: ticks[ticks.length - 1], log: false, ticks, labels };
}

/**
 * A logarithmic axis over whole decades; what lies far below the largest value is left out.
 *
 * @param {number} min positive
 * @param {number} max positive
 * @param {number} count most parts between ticks
 * @returns {Scale}
 */
export function logScale(min, max, count) {
  const last = Math.ceil(Math.log10(max) - 1e-9);
  const first = Math.max(Math.floor(Math.log10(min) + 1e-9), last - MOST_DECADES);
  const start = Math.min(first, last - 1);
  const stride = Math.ceil((last - start) / count);
  const ticks = [];
  for (let exponent = last; exponent >= start; exponent -= stride) {
    ticks.unshift(Number(`1e${exponent}`));
  }
  const labels = ticks.map((tick) =>
    tick < 1e-3 || tick >= 1e6 ? shortExponent(tick.toExponential()) : String(tick),
  );
  return { low: Number(`1e${start}`), high: Number(`1e${last}`), log: true, ticks, labels };
}

/**
 * Ticks of the x axis at whole numbers from 0 to at most `max`.
 *
 * @param {number} max
 * @param {number} count most parts between ticks
 */
export function wholeTicks(max, count) {
  const step = Math.max(1, niceStep(max, count));
  return Array.from({ length: Math.floor(max / step) + 1 }, (_, i) => i * step);
}

/**
 * A number to four significant digits, as short as it can be written; a dash for NaN.
 *
 * @param {number} value
 */
export function shortNumber(value) {
  if (Number.isNaN(value)) return "—";
  const rounded = Number(value.toPrecision(4));
  const isTiny = rounded !== 0 && Math.abs(rounded) < 1e-4;
  return isTiny ? shortExponent(rounded.toExponential()) : String(rounded);
}
