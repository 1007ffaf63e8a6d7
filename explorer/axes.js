import { childrenOf, lengthOf, setAttributes, svg } from "./dom.js";
import { wholeTicks } from "./scale.js";

/** @typedef {import("./path.js").Frame} Frame */

/**
 * What the axes show.
 *
 * @typedef {object} AxesOf
 * @property {Frame} frame
 * @property {number} width px of the plot
 * @property {number} edge px to the right edge of the drawing
 * @property {number} em px of the text
 * @property {number} epochs last epoch of the x axis
 * @property {number} perEpoch updates in an epoch where t counts updates, else 1
 * @property {Frame | null} strip where the metric is drawn
 */

/** @typedef {{x: number, y: number, label: string, dy?: string, anchor?: string}} Label */

/** Ticks, grid and names of the axes; labels keep their nodes. */
export class Axes {
  root = svg("svg", { class: "axes", "aria-hidden": "true" });
  #grid = svg("path", { class: "grid" });
  #line = svg("path", { class: "axis" });
  #yTicks = svg("g", { class: "y" });
  #stripTicks = svg("g", { class: "y" });
  #xTicks = svg("g", { class: "x" });
  #epochTicks = svg("g", { class: "x" });
  #names = svg("g", { class: "names" });

  constructor() {
    this.root.append(this.#grid, this.#line, this.#yTicks, this.#stripTicks);
    this.root.append(this.#xTicks, this.#epochTicks, this.#names);
  }

  /** @param {AxesOf} axes */
  draw({ frame, width, edge, em, epochs, perEpoch, strip }) {
    const { left, bottom, height } = frame;
    const lowest = (strip ?? frame).bottom;
    const right = left + width;
    const ys = ticksOf(frame);
    const stripYs = strip ? ticksOf(strip) : [];
    const xs = positionsOf(epochs, perEpoch, width / (5 * em));
    const xOf = (/** @type {number} */ epoch) => Math.round(left + epoch * frame.perEpoch) + 0.5;
    const lines = [...ys, ...stripYs].map(({ y }) => `M${left} ${y}H${right}`);
    const verticals = xs.map((epoch) => `M${xOf(epoch)} ${bottom - height}V${lowest}`);
    this.#grid.setAttribute("d", lines.concat(verticals).join(""));
    this.#line.setAttribute("d", `M${left} ${lowest + 0.5}H${right}`);

    const besideY = { x: left - 0.6 * em, dy: "0.32em" };
    write(this.#yTicks, ys.map(({ y, label }) => ({ ...besideY, y, label })));
    write(this.#stripTicks, stripYs.map(({ y, label }) => ({ ...besideY, y, label })));
    const firstRow = lowest + 1.5 * em;
    const secondRow = lowest + 2.8 * em;
    const byUpdate = perEpoch !== 1;
    /** @type {(epoch: number, y: number, value: number) => Label} */
    const below = (epoch, y, value) => {
      const label = String(value);
      return { x: Math.min(xOf(epoch), edge - (lengthOf(label) * em) / 2), y, label };
    };
    write(this.#xTicks, xs.map((epoch) => below(epoch, firstRow, Math.round(epoch * perEpoch))));
    const whole = byUpdate ? xs.filter(Number.isInteger) : [];
    write(this.#epochTicks, whole.map((epoch) => below(epoch, secondRow, epoch)));

    const beside = { x: left - 0.8 * em, anchor: "end" };
    const names = [
      { x: left - 0.6 * em, y: bottom - height - 1.1 * em, label: "lr", anchor: "end" },
      byUpdate
        ? { ...beside, y: secondRow, label: "epoch" }
        : { x: left + width / 2, y: secondRow, label: "epoch", anchor: "middle" },
    ];
    if (byUpdate) names.push({ ...beside, y: firstRow, label: "update" });
    if (strip) {
      const y = strip.bottom - strip.height - 0.7 * em;
      names.push({ x: left, y, label: "metric", anchor: "start" });
    }
    write(this.#names, names);
  }
}

/** @param {Frame} frame */
function ticksOf({ scale, bottom, height }) {
  return scale.ticks.map((tick, i) => {
    const { low, high, log } = scale;
    const share = log ? Math.log(tick / low) / Math.log(high / low) : (tick - low) / (high - low);
    return { y: Math.round(bottom - share * height) + 0.5, label: scale.labels[i] };
  });
}

/**
 * Epochs at which the x axis has ticks; parts of an epoch where it shows few of many updates.
 *
 * @param {number} epochs
 * @param {number} perEpoch
 * @param {number} count
 */
function positionsOf(epochs, perEpoch, count) {
  if (epochs >= 4 || perEpoch === 1) return wholeTicks(epochs, count);
  return wholeTicks(epochs * perEpoch, count).map((t) => t / perEpoch);
}

/**
 * @param {SVGGElement} group
 * @param {Label[]} texts
 */
function write(group, texts) {
  const nodes = childrenOf(group, texts.length, () => svg("text"));
  texts.forEach(({ x, y, label, dy, anchor }, i) => {
    setAttributes(nodes[i], { x, y, dy, "text-anchor": anchor });
    if (nodes[i].textContent !== label) nodes[i].textContent = label;
  });
}
