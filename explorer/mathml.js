/**
 * A piece of a formula and how tightly it holds together, which decides where it needs brackets:
 * 0 is a sum or a negative number, 1 a product, 2 a single thing.
 *
 * @typedef {object} Term
 * @property {string} ml MathML
 * @property {0 | 1 | 2} level
 */

/**
 * A number to five significant digits, integers in full.
 *
 * @param {number} x
 */
export function shownNumber(x) {
  if (Number.isInteger(x) && Math.abs(x) < 1e9) return String(x);
  const rounded = Number(x.toPrecision(5));
  return Math.abs(x) < 1e-4 ? rounded.toExponential() : String(rounded);
}

/**
 * @param {number} x
 * @param {string} text the number as it is shown
 * @returns {Term}
 */
export function number(x, text = shownNumber(x)) {
  const isNegative = text.startsWith("-");
  const ml = `${isNegative ? operator("−") : ""}<mn>${text.replace(/^-/, "")}</mn>`;
  if (isNegative) return { ml, level: 0 };
  return { ml, level: text.includes("e") ? 1 : 2 };
}

/**
 * A time, which need not be an integer: five significant digits, from 100 on three decimals.
 *
 * @param {number} t
 */
export function time(t) {
  const isLong = Math.abs(t) >= 100;
  return number(t, isLong ? String(Number(t.toFixed(3))) : shownNumber(Number(t.toFixed(9))));
}

/**
 * A name of one letter or of several.
 *
 * @param {string} text
 * @returns {Term}
 */
export function name(text) {
  return { ml: `<mi>${text}</mi>`, level: 2 };
}

/**
 * @param {Term} a
 * @param {Term} b
 * @returns {Term}
 */
export function sum(a, b) {
  return { ml: a.ml + operator("+") + bracketed(b, 1), level: 0 };
}

/**
 * @param {Term} a
 * @param {Term} b
 * @returns {Term}
 */
export function difference(a, b) {
  return { ml: a.ml + operator("−") + bracketed(b, 1), level: 0 };
}

/**
 * @param {Term[]} factors
 * @returns {Term}
 */
export function product(...factors) {
  return { ml: factors.map((factor) => bracketed(factor, 1)).join(operator("·")), level: 1 };
}

/**
 * @param {Term} a
 * @param {Term} b
 * @returns {Term}
 */
export function fraction(a, b) {
  return { ml: `<mfrac>${row(a)}${row(b)}</mfrac>`, level: 2 };
}

/**
 * @param {Term} base
 * @param {Term} exponent
 * @returns {Term}
 */
export function power(base, exponent) {
  return { ml: `<msup><mrow>${bracketed(base, 2)}</mrow>${row(exponent)}</msup>`, level: 2 };
}

/**
 * @param {Term} radicand
 * @returns {Term}
 */
export function root(radicand) {
  return { ml: `<msqrt>${row(radicand)}</msqrt>`, level: 2 };
}

/**
 * A function's name and its arguments in brackets.
 *
 * @param {string} called
 * @param {Term[]} args
 * @returns {Term}
 */
export function applied(called, ...args) {
  const list = args.map(({ ml }) => ml).join(operator(","));
  return { ml: `<mi>${called}</mi>${operator("(")}${list}${operator(")")}`, level: 2 };
}

/**
 * The whole formula.
 *
 * @param {(Term | string)[]} parts terms and relations in turn
 */
export function math(...parts) {
  const ml = parts.map((part) => (typeof part === "string" ? operator(part) : part.ml)).join("");
  return `<math displaystyle="true"><mrow>${ml}</mrow></math>`;
}

/** @param {string} text */
function operator(text) {
  return `<mo>${text}</mo>`;
}

/** @param {Term} term */
function row({ ml }) {
  return `<mrow>${ml}</mrow>`;
}

/**
 * @param {Term} term
 * @param {number} level at which it needs no brackets
 */
function bracketed(term, level) {
  return term.level < level ? `${operator("(")}${term.ml}${operator(")")}` : term.ml;
}
