/** @typedef {import("./series.js").Series} Series */

/**
 * Where values lie on the drawing, in px.
 *
 * @typedef {object} Frame
 * @property {number} left x of epoch 0
 * @property {number} perEpoch px of an epoch
 * @property {number} bottom y of the scale's low end
 * @property {number} height px between the scale's ends
 * @property {import("./scale.js").Scale} scale
 */

/**
 * The y of a value; what a logarithmic axis cannot show lies at its low end.
 *
 * @param {Frame} frame
 * @param {number} value
 */
export function yOf({ bottom, height, scale }, value) {
  const { low, high, log } = scale;
  if (!log) return bottom - ((value - low) / (high - low)) * height;
  if (value <= low) return bottom;
  return bottom - (Math.log(value / low) / Math.log(high / low)) * height;
}

/**
 * The `d` of a line through all points, with gaps at NaN.
 *
 * Where there are more points than can be told apart, each pixel column keeps its first, lowest,
 * highest and last one, which draws the same picture.
 *
 * @param {Series} series
 * @param {Frame} frame
 */
export function pathOf(series, frame) {
  const { values, first, stride, count, perEpoch } = series;
  const step = frame.perEpoch / perEpoch;
  const isDense = step < 0.5;
  let path = "";
  let isDown = false;
  /** @param {number} i */
  const lineTo = (i) => {
    const x = Math.round((frame.left + i * step) * 100) / 100;
    const y = Math.round(yOf(frame, values[first + i * stride]) * 100) / 100;
    path += isDown ? `L${x} ${y}` : `M${x} ${y}h0`;
    isDown = true;
  };
  if (!isDense) {
    for (let i = 0; i < count; i++) {
      if (Number.isNaN(values[first + i * stride])) isDown = false;
      else lineTo(i);
    }
    return path;
  }

  let [start, lowest, highest, last] = [-1, -1, -1, -1];
  const endColumn = () => {
    if (start < 0) return;
    const [earlier, later] = lowest < highest ? [lowest, highest] : [highest, lowest];
    lineTo(start);
    if (earlier > start) lineTo(earlier);
    if (later > earlier && later < last) lineTo(later);
    if (last > start) lineTo(last);
    start = -1;
  };
  let column = -1;
  for (let i = 0, index = first; i < count; i++, index += stride) {
    const value = values[index];
    if (value !== value) {
      endColumn();
      isDown = false;
      continue;
    }
    const here = Math.floor(i * step);
    if (here !== column) endColumn();
    column = here;
    if (start < 0) start = lowest = highest = i;
    if (value < values[first + lowest * stride]) lowest = i;
    if (value > values[first + highest * stride]) highest = i;
    last = i;
  }
  endColumn();
  return path;
}
