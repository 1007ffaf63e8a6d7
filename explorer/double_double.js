/**
 * Numbers of about 106 bits, each the sum of two doubles `[high, low]` (Dekker 1971): enough to
 * round logarithms and powers correctly, as the math libraries of Python nearly always do and
 * those of browsers often do not.
 *
 * @typedef {[number, number]} DoubleDouble
 */

/** @type {DoubleDouble} */
const LN2 = [0.6931471805599453, 2.3190468138462996e-17];

const SPLITTER = 2 ** 27 + 1;
const NEGLIGIBLE = 2 ** -110;
/** Beyond these a product's low part overflows or vanishes. */
const LARGEST = 1e290;
const SMALLEST = 1e-250;

/**
 * @param {number} a
 * @param {number} b
 * @returns {DoubleDouble}
 */
function sum(a, b) {
  const high = a + b;
  const part = high - a;
  return [high, a - (high - part) + (b - part)];
}

/**
 * @param {number} a
 * @param {number} b
 * @returns {DoubleDouble}
 */
function product(a, b) {
  const high = a * b;
  const aSplit = SPLITTER * a;
  const aHigh = aSplit - (aSplit - a);
  const aLow = a - aHigh;
  const bSplit = SPLITTER * b;
  const bHigh = bSplit - (bSplit - b);
  const bLow = b - bHigh;
  return [high, aHigh * bHigh - high + aHigh * bLow + aLow * bHigh + aLow * bLow];
}

/**
 * @param {DoubleDouble} x
 * @param {DoubleDouble} y
 */
function add(x, y) {
  const [high, low] = sum(x[0], y[0]);
  const [lowHigh, lowLow] = sum(x[1], y[1]);
  const [a, b] = sum(high, low + lowHigh);
  return sum(a, b + lowLow);
}

/**
 * @param {DoubleDouble} x
 * @param {DoubleDouble} y
 */
function multiply(x, y) {
  const [high, low] = product(x[0], y[0]);
  return sum(high, low + (x[0] * y[1] + x[1] * y[0]));
}

/**
 * @param {DoubleDouble} x
 * @param {DoubleDouble} y
 */
function divide(x, y) {
  const first = x[0] / y[0];
  const rest = add(x, multiply(y, [-first, 0]));
  const second = rest[0] / y[0];
  const third = add(rest, multiply(y, [-second, 0]))[0] / y[0];
  return add(sum(first, second), [third, 0]);
}

/**
 * @param {DoubleDouble} x
 * @param {number} y
 */
function divideBy(x, y) {
  const quotient = x[0] / y;
  const [high, low] = product(quotient, y);
  return sum(quotient, (x[0] - high - low + x[1]) / y);
}

/**
 * The natural logarithm, from log m = 2 artanh((m - 1) / (m + 1)).
 *
 * @param {number} x above 0
 */
function logarithm(x) {
  let exponent = Math.floor(Math.log2(x));
  let mantissa = x / 2 ** exponent;
  if (mantissa > Math.SQRT2) {
    exponent += 1;
    mantissa /= 2;
  }
  let term = divide(sum(mantissa, -1), sum(mantissa, 1));
  const square = multiply(term, term);
  let artanh = term;
  for (let n = 3; Math.abs(term[0]) > NEGLIGIBLE * Math.abs(artanh[0]); n += 2) {
    term = multiply(term, square);
    artanh = add(artanh, divideBy(term, n));
  }
  return add(multiply(LN2, [exponent, 0]), [2 * artanh[0], 2 * artanh[1]]);
}

/** @param {DoubleDouble} x */
function exponential(x) {
  const halvings = Math.round(x[0] / LN2[0]);
  const rest = add(x, multiply(LN2, [-halvings, 0]));
  /** @type {DoubleDouble} */
  let term = [1, 0];
  let series = term;
  for (let n = 1; Math.abs(term[0]) > NEGLIGIBLE; n += 1) {
    term = divideBy(multiply(term, rest), n);
    series = add(series, term);
  }
  return series[0] * 2 ** halvings;
}

/**
 * @param {number} x
 * @param {number} exponent a whole number of at least 0
 */
function wholePower(x, exponent) {
  /** @type {DoubleDouble} */
  let result = [1, 0];
  /** @type {DoubleDouble} */
  let square = [x, 0];
  for (let rest = exponent; ; square = multiply(square, square)) {
    if (rest % 2 === 1) result = multiply(result, square);
    rest = Math.floor(rest / 2);
    if (rest === 0) return result[0];
  }
}

/**
 * The natural logarithm, correctly rounded.
 *
 * @param {number} x above 0
 */
export function exactLog(x) {
  return logarithm(x)[0];
}

/**
 * x to a power, correctly rounded.
 *
 * @param {number} x above 0
 * @param {number} exponent
 */
export function exactPower(x, exponent) {
  const nearly = Math.pow(x, exponent);
  if (!(nearly > SMALLEST && nearly < LARGEST)) return nearly;
  if (Number.isInteger(exponent) && exponent >= 0) return wholePower(x, exponent);
  return exponential(multiply(logarithm(x), [exponent, 0]));
}
