/**
 * @typedef {import("./types").Run} Run
 * @typedef {import("./types").View} View
 */

/**
 * The points of a curve: point i is at epoch `i / perEpoch` and has the LR that `t = first + i *
 * stride` trains with.
 *
 * @typedef {object} Series
 * @property {Float64Array} values
 * @property {number} first
 * @property {number} stride
 * @property {number} count
 * @property {number} perEpoch points in an epoch
 */

/** @type {WeakMap<Float64Array, Partial<Record<View["plot"], Series>>>} */
const known = new WeakMap();

/** @type {WeakMap<Series, Extent>} */
const knownExtents = new WeakMap();

/**
 * The curve of a param group; the same object every time.
 *
 * @param {Run} run
 * @param {number} group
 * @param {View["plot"]} plot
 * @returns {Series}
 */
export function seriesOf(run, group, plot) {
  const values = run.lrs[group];
  const ofValues = known.get(values) ?? {};
  known.set(values, ofValues);
  return (ofValues[plot] ??= newSeries(run, values, plot));
}

/**
 * @param {Run} run
 * @param {Float64Array} values
 * @param {View["plot"]} plot
 */
function newSeries({ horizon, settings: { num_epochs } }, values, plot) {
  const perEpoch = horizon / num_epochs;
  return plot === "used"
    ? { values, first: 0, stride: 1, count: horizon, perEpoch }
    : { values, first: perEpoch, stride: perEpoch, count: num_epochs, perEpoch: 1 };
}

/**
 * The index in `Run.lrs` of the point nearest to an epoch.
 *
 * @param {Series} series
 * @param {number} epoch
 */
export function indexAt(series, epoch) {
  return series.first + pointAt(series, epoch) * series.stride;
}

/**
 * The number of the point nearest to an epoch.
 *
 * @param {Series} series
 * @param {number} epoch
 */
export function pointAt(series, epoch) {
  return Math.min(Math.max(Math.round(epoch * series.perEpoch), 0), series.count - 1);
}

/**
 * The value at an epoch, NaN after the end.
 *
 * @param {Series} series
 * @param {number} epoch
 */
export function valueAt(series, epoch) {
  const isOver = Math.round(epoch * series.perEpoch) >= series.count;
  return isOver ? NaN : series.values[indexAt(series, epoch)];
}

/**
 * NaN is left out; without any value, min is Infinity and max -Infinity.
 *
 * @typedef {object} Extent
 * @property {number} min
 * @property {number} max
 * @property {number} positive smallest positive value
 */

/**
 * @param {Series} series
 * @returns {Extent}
 */
export function extentOf(series) {
  const found = knownExtents.get(series);
  if (found) return found;
  const { values, first, stride, count } = series;
  let [min, max, positive] = [Infinity, -Infinity, Infinity];
  for (let i = 0, index = first; i < count; i++, index += stride) {
    const value = values[index];
    if (value < min) min = value;
    if (value > max) max = value;
    if (value < positive && value > 0) positive = value;
  }
  const extent = { min, max, positive };
  knownExtents.set(series, extent);
  return extent;
}
