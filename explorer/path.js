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
  let path = "";
  let isDown = false;
  /** @param {number} i */
  const lineTo = (i) => {
    const value = values[first + i * stride];
    if (Number.isNaN(value)) {
      isDown = false;
      return;
    }
    const x = Math.round((frame.left + i * step) * 100) / 100;
    const y = Math.round(yOf(frame, value) * 100) / 100;
    path += isDown ? `L${x} ${y}` : `M${x} ${y}h0`;
    isDown = true;
  };
  if (step >= 0.5) {
    for (let i = 0; i < count; i++) lineTo(i);
  } else {
    for (const i of tellingPoints(series, step)) lineTo(i);
  }
  return path;
}

/**
 * Where each run of numbers within a pixel column starts, is lowest, is highest and ends, and
 * every first NaN after numbers.
 *
 * @param {Series} series
 * @param {number} step px between points, less than 1
 */
function tellingPoints({ values, first, stride, count }, step) {
  const points = [];
  let i = 0;
  for (let column = 1; i < count; column++) {
    const end = Math.min(Math.ceil(column / step), count);
    while (i < end) {
      const start = i;
      let [lowest, highest] = [start, start];
      let low = values[first + start * stride];
      let high = low;
      for (; i < end; i++) {
        const value = values[first + i * stride];
        if (value !== value) break;
        if (value < low) [low, lowest] = [value, i];
        else if (value > high) [high, highest] = [value, i];
      }
      if (i > start) {
        const [earlier, later] = lowest < highest ? [lowest, highest] : [highest, lowest];
        points.push(start);
        if (earlier > start) points.push(earlier);
        if (later > earlier) points.push(later);
        if (i - 1 > later) points.push(i - 1);
      }
      if (i < end) points.push(i++);
      while (i < end && Number.isNaN(values[first + i * stride])) i++;
    }
  }
  return points;
}
