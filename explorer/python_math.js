import { Failure } from "./failure.js";

/**
 * Python's `x // y` of floats.
 *
 * @param {number} x
 * @param {number} y
 */
export function floorDivide(x, y) {
  if (y === 0) {
    throw new Failure("problem_floor_division", "ZeroDivisionError: float floor division by zero");
  }
  const rest = x % y;
  const quotient = (x - rest) / y - (rest !== 0 && y < 0 !== rest < 0 ? 1 : 0);
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

/**
 * Python's `x / y` of floats.
 *
 * @param {number} x
 * @param {number} y
 */
export function divide(x, y) {
  if (y === 0) throw new Failure("problem_division", "ZeroDivisionError: float division by zero");
  return x / y;
}

/**
 * Python's `x ** y` of floats; NaN where it is a complex number.
 *
 * @param {number} x
 * @param {number} y
 */
export function power(x, y) {
  const value = Math.pow(x, y);
  if (value > 0 && value < Infinity) return value;
  if (x === 0 && y < 0) {
    throw new Failure(
      "problem_zero_to_negative_power",
      "ZeroDivisionError: 0.0 cannot be raised to a negative power",
    );
  }
  if (Math.abs(x) === 1 && Math.abs(y) === Infinity) return 1;
  if (isComplexPower(x, y)) {
    if (Math.pow(-x, y) === Infinity) throw overflow("complex exponentiation");
  } else if (Math.abs(value) === Infinity && Number.isFinite(x) && Number.isFinite(y)) {
    throw overflow("(34, 'Numerical result out of range')");
  }
  return value;
}

/**
 * Whether Python's `x ** y` is a complex number.
 *
 * @param {number} x
 * @param {number} y
 */
export function isComplexPower(x, y) {
  return x < 0 && Number.isFinite(x) && Number.isFinite(y) && !Number.isInteger(y);
}

/** @param {string} message */
function overflow(message) {
  return new Failure("problem_overflow", `OverflowError: ${message}`);
}

/**
 * Python's `math.cos(x)`.
 *
 * @param {number} x
 */
export function cosine(x) {
  if (Math.abs(x) === Infinity) {
    throw new Failure("problem_cosine_of_infinity", "ValueError: math domain error");
  }
  return Math.cos(x);
}

/**
 * Python's `repr` of a float: JavaScript's digits, but exponents below 1e-4 and from 1e16 on.
 *
 * @param {number} x
 */
export function pythonFloat(x) {
  const [digits, exponent] = x.toExponential().split("e");
  const magnitude = Math.abs(Number(exponent));
  if (Number(exponent) < -4 || Number(exponent) >= 16) {
    return `${digits}e${exponent[0]}${String(magnitude).padStart(2, "0")}`;
  }
  return Number.isInteger(x) ? `${x}.0` : String(x);
}
