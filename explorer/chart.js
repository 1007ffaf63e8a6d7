import { Axes } from "./axes.js";
import { childrenOf, lengthOf, setAttributes, svg } from "./dom.js";
import { pathOf, yOf } from "./path.js";
import { linearScale, logScale } from "./scale.js";
import { extentOf, valueAt } from "./series.js";

/**
 * @typedef {import("./path.js").Frame} Frame
 * @typedef {import("./series.js").Series} Series
 */

/**
 * @typedef {object} Line
 * @property {Series} series
 * @property {string} look class names of its color and dashes
 */

/**
 * @typedef {object} Scene
 * @property {Line[]} lines the first ones are drawn on top
 * @property {number} epochs last epoch of the x axis
 * @property {number} perEpoch updates in an epoch where t counts updates, else 1
 * @property {boolean} log
 * @property {{epoch: number, label: string}[]} marks in ascending order
 * @property {Float64Array | null} metric of each epoch, drawn in a strip of its own
 */

/** Margins of the plot, its strip and its labels, in widths of the letter m. */
const MARGIN = { left: 4.2, right: 1.2, top: 2.2, bottom: 3.4 };
const STRIP = { height: 4, gap: 2.6 };

/** The drawing: curves over epochs, marks, the metric and the cursor. */
export class Chart {
  root = svg("svg", { class: "chart", role: "img" });
  /** Lies below the rest, so that it need not be painted with every curve. */
  axes = new Axes();
  #marks = svg("path", { class: "marks" });
  #markLabels = svg("g", { class: "mark-labels" });
  #curves = svg("g", { class: "curves" });
  #metric = svg("path", { class: "metric" });
  #cursorLine = svg("path", { class: "cursor" });
  #dots = svg("g", { class: "dots" });
  #size = { width: 0, height: 0, em: 12 };
  #axesKey = "";
  #scaleKey = "";
  #scale = linearScale(0, 1, 1);
  /** @type {WeakMap<SVGPathElement, {series: Series, key: string}>} */
  #drawn = new WeakMap();
  /** @type {Frame | null} */
  #frame = null;
  /** @type {Scene | null} */
  #scene = null;

  constructor() {
    this.root.append(this.#marks, this.#markLabels, this.#metric, this.#curves);
    this.root.append(this.#cursorLine, this.#dots);
  }

  /**
   * @param {number} width px
   * @param {number} height px
   * @param {number} em px of the text
   */
  resize(width, height, em) {
    this.#size = { width, height, em };
    const shape = { width, height, viewBox: `0 0 ${width} ${height}` };
    for (const root of [this.axes.root, this.root]) setAttributes(root, shape);
    this.#axesKey = "";
  }

  /** Px from the left edge to epoch 0 and from the last epoch to the right edge. */
  get margins() {
    const { em } = this.#size;
    return { left: MARGIN.left * em, right: MARGIN.right * em };
  }

  /** @param {number} x px from the left edge */
  epochAt(x) {
    return this.#frame ? (x - this.#frame.left) / this.#frame.perEpoch : 0;
  }

  /** @param {Scene} scene */
  draw(scene) {
    const { width, height, em } = this.#size;
    if (!width) return;
    const plotWidth = Math.max(width - (MARGIN.left + MARGIN.right) * em, 1);
    const lowest = height - MARGIN.bottom * em;
    const stripHeight = scene.metric ? (STRIP.height + STRIP.gap) * em : 0;
    const plotHeight = Math.max(lowest - stripHeight - MARGIN.top * em, 1);
    const scale = this.#scaleOf(scene, plotHeight / (2.4 * em));
    const horizontal = { left: MARGIN.left * em, perEpoch: plotWidth / scene.epochs };
    const frame = { ...horizontal, bottom: lowest - stripHeight, height: plotHeight, scale };
    const strip = scene.metric && {
      ...horizontal,
      bottom: lowest,
      height: STRIP.height * em,
      scale: stripScaleOf(scene.metric),
    };
    this.#scene = scene;
    this.#frame = frame;

    const { epochs, perEpoch } = scene;
    const key = [placeOf(frame), strip && placeOf(strip), epochs, perEpoch].join("|");
    if (key !== this.#axesKey) {
      this.#axesKey = key;
      const edge = this.#size.width;
      this.axes.draw({ frame, width: plotWidth, edge, em, epochs, perEpoch, strip });
    }
    this.#drawLines(scene.lines, frame);
    this.#drawMarks(scene.marks, frame, lowest);
    setAttributes(this.#metric, { d: strip && pathOf(metricSeries(scene.metric), strip) });
  }

  /**
   * Show where the cursor stands on every curve.
   *
   * @param {number} epoch
   */
  point(epoch) {
    if (!this.#frame || !this.#scene) return;
    const frame = this.#frame;
    const x = Math.round((frame.left + epoch * frame.perEpoch) * 100) / 100;
    const lowest = this.#size.height - MARGIN.bottom * this.#size.em;
    setAttributes(this.#cursorLine, { d: `M${x} ${frame.bottom - frame.height}V${lowest}` });
    const { lines } = this.#scene;
    const dots = childrenOf(this.#dots, lines.length, () => svg("circle", { r: 4 }));
    lines.forEach(({ series, look }, i) => {
      const value = valueAt(series, epoch);
      if (Number.isNaN(value)) setAttributes(dots[i], { class: "hidden" });
      else setAttributes(dots[i], { class: look, cx: x, cy: yOf(frame, value) });
    });
  }

  /**
   * The y axis that all lines fit on; the same object while nothing changes it.
   *
   * @param {Scene} scene
   * @param {number} count most parts between ticks
   */
  #scaleOf({ lines, log }, count) {
    const extents = lines.map(({ series }) => extentOf(series));
    const min = Math.min(0, ...extents.map((extent) => extent.min));
    const max = Math.max(...extents.map((extent) => extent.max));
    const positive = Math.min(...extents.map((extent) => extent.positive));
    const key = [min, max, positive, count, log].join();
    if (key === this.#scaleKey) return this.#scale;
    this.#scaleKey = key;
    if (log) this.#scale = positive < Infinity ? logScale(positive, max, count) : logScale(0.1, 1, 1);
    else this.#scale = max > -Infinity ? linearScale(min, max, count) : linearScale(0, 1, count);
    return this.#scale;
  }

  /**
   * @param {Line[]} lines
   * @param {Frame} frame
   */
  #drawLines(lines, frame) {
    const paths = childrenOf(this.#curves, lines.length, () => svg("path"));
    const key = placeOf(frame);
    lines.forEach(({ series, look }, i) => {
      const path = paths[lines.length - 1 - i];
      const drawn = this.#drawn.get(path);
      if (drawn?.series !== series || drawn.key !== key) path.setAttribute("d", pathOf(series, frame));
      setAttributes(path, { class: `curve ${look}` });
      this.#drawn.set(path, { series, key });
    });
  }

  /**
   * Lines at all marks, and a label where it has room up to the next one.
   *
   * @param {Scene["marks"]} marks
   * @param {Frame} frame
   * @param {number} lowest
   */
  #drawMarks(marks, frame, lowest) {
    const { em, width } = this.#size;
    const top = frame.bottom - frame.height;
    const xs = marks.map(({ epoch }) => Math.round(frame.left + epoch * frame.perEpoch) + 0.5);
    setAttributes(this.#marks, { d: xs.map((x) => `M${x} ${top - 0.4 * em}V${lowest}`).join("") });
    let free = frame.left;
    const labels = marks.flatMap(({ label }, i) => {
      const length = lengthOf(label) * em;
      const x = Math.min(xs[i], width - length);
      if (x < free || label === marks[i - 1]?.label) return [];
      free = x + length + em;
      return [{ x, label }];
    });
    const texts = childrenOf(this.#markLabels, labels.length, () => svg("text"));
    labels.forEach(({ x, label }, i) => {
      setAttributes(texts[i], { x, y: top - 0.8 * em });
      if (texts[i].textContent !== label) texts[i].textContent = label;
    });
  }
}

/**
 * All on which the place of a point depends.
 *
 * @param {Frame} frame
 */
function placeOf({ left, perEpoch, bottom, height, scale: { low, high, log } }) {
  return [left, perEpoch, bottom, height, low, high, log].join();
}

/** @param {Float64Array} metric */
function stripScaleOf(metric) {
  const { min, max } = extentOf(metricSeries(metric));
  return linearScale(min, max, 1);
}

/**
 * @param {Float64Array | null} metric
 * @returns {Series}
 */
function metricSeries(metric) {
  const values = metric ?? new Float64Array(0);
  return { values, first: 0, stride: 1, count: values.length, perEpoch: 1 };
}
