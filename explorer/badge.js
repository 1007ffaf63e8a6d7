/**
 * @typedef {import("./types").Run} Run
 * @typedef {import("./types").Settings} Settings
 */

/**
 * What timm, run by a kernel, gives for settings.
 *
 * @typedef {object} TimmAnswer
 * @property {Settings} settings
 * @property {Float64Array[] | null} lrs as `Run.lrs`
 * @property {string | null} error as `Problem.timm`, empty where timm would not return
 */

/** Largest relative deviation that counts as the same. */
const TOLERANCE = 1e-12;

/**
 * Share of the highest LR that is left out of it: near 0 a sum such as 1 + cos(x) keeps few digits,
 * and the last bit of the cosine differs between mathematical libraries.
 */
const LITTLE = 1e-15;

/**
 * Whether timm agrees with what is shown.
 *
 * @param {Run} run
 * @param {TimmAnswer | null} answer
 * @returns {{state: "none" | "waiting" | "same" | "different", text: string}}
 */
export function badgeOf(run, answer) {
  if (!answer) return { state: "none", text: "" };
  if (!isSame(answer.settings, run.settings)) return { state: "waiting", text: "… timm" };
  if (kindOf(answer.error) !== kindOf(run.problem?.timm)) {
    return { state: "different", text: `✗ timm: ${answer.error || "—"}` };
  }
  const deviation = answer.lrs ? largestDeviation(run.lrs, answer.lrs) : 0;
  if (deviation <= TOLERANCE) return { state: "same", text: "✓ timm" };
  return { state: "different", text: `✗ timm: ${deviation.toExponential(1)}` };
}

/**
 * The class of an error; the sentence after it is another one in another version of Python.
 *
 * @param {string | null} [error]
 */
function kindOf(error) {
  return error ? error.split(":")[0] : null;
}

/**
 * @param {Settings} a
 * @param {Settings} b
 */
function isSame(a, b) {
  const names = Object.keys(b);
  return names.every((name) => JSON.stringify(a[name]) === JSON.stringify(b[name]));
}

/**
 * The largest relative deviation; infinite where only one has a value.
 *
 * @param {Float64Array[]} a
 * @param {Float64Array[]} b
 */
function largestDeviation(a, b) {
  if (a.length !== b.length) return Infinity;
  let largest = 0;
  a.forEach((values, g) => {
    if (values.length !== b[g].length) largest = Infinity;
    const little = LITTLE * b[g].reduce((peak, lr) => Math.max(peak, Math.abs(lr) || 0), 0);
    for (let t = 0; t < values.length; t++) {
      const [x, y] = [values[t], b[g][t]];
      if (x === y || (Number.isNaN(x) && Number.isNaN(y))) continue;
      const excess = Math.max(0, Math.abs(x - y) - little);
      const deviation = excess / Math.max(Math.abs(x), Math.abs(y));
      largest = Math.max(largest, Number.isNaN(deviation) ? Infinity : deviation);
    }
  });
  return largest;
}
