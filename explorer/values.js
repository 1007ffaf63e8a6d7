/**
 * @typedef {import("./types").Parameter} Parameter
 * @typedef {import("./types").Value} Value
 */

const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/** Mantissas at which a logarithmic slider stops: 35 in a decade. */
const MANTISSAS = [
  ...Array.from({ length: 10 }, (_, i) => 10 + i),
  ...Array.from({ length: 15 }, (_, i) => 20 + 2 * i),
  ...Array.from({ length: 10 }, (_, i) => 50 + 5 * i),
];

/**
 * A value as it stands in its field.
 *
 * @param {Value} value
 */
export function fieldText(value) {
  if (value === null) return "";
  return Array.isArray(value) ? value.join(", ") : String(value);
}

/**
 * What is typed, read as Japanese keyboards write it too; undefined where it is no value of the
 * parameter's kind.
 *
 * @param {Parameter} parameter
 * @param {string} typed
 * @returns {Value | undefined}
 */
export function readField(parameter, typed) {
  const text = typed
    .normalize("NFKC")
    .replaceAll("、", ",")
    .replaceAll("−", "-")
    .replace(/^\s*[[(]|[\])]\s*$/g, "")
    .trim();
  if (text === "") {
    if (parameter.kind === "numbers") return [];
    return parameter.default === null ? null : undefined;
  }
  const parts = text.replace(/,\s*$/, "").split(/\s*,\s*/);
  if (!parts.every((part) => NUMBER.test(part))) return undefined;
  const numbers = parts.map(Number);
  if (parameter.kind === "numbers") return numbers;
  if (numbers.length === 1) return numbers[0];
  return parameter.kind === "range" ? numbers : undefined;
}

/**
 * The values at which a slider stops, in ascending order, where they are not evenly spaced.
 *
 * @param {import("./types").Slider} slider
 * @returns {number[] | null}
 */
export function stopsOf({ min, max, step, scale }) {
  if (!scale || max === "horizon") return null;
  const stops = scale === "log0" ? [0] : [];
  const isStop = (/** @type {number} */ value) =>
    value >= min && value <= max && (!step || Number.isInteger(value / step));
  for (let exponent = Math.floor(Math.log10(min)); exponent <= Math.log10(max); exponent++) {
    stops.push(...MANTISSAS.map((mantissa) => Number(`${mantissa}e${exponent - 1}`)).filter(isStop));
  }
  return stops;
}

/**
 * The position of the stop nearest to a value.
 *
 * @param {number[]} stops
 * @param {number} value
 */
export function nearestStop(stops, value) {
  const above = stops.findIndex((stop) => stop >= value);
  if (above < 0) return stops.length - 1;
  const isNearerBelow = above > 0 && value - stops[above - 1] < stops[above] - value;
  return isNearerBelow ? above - 1 : above;
}
