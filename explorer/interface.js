import { badgeOf } from "./badge.js";
import { Chart } from "./chart.js";
import { Controls } from "./controls.js";
import { Copier } from "./copy.js";
import { html, reachIfScrolling, setAttributes } from "./dom.js";
import { formulaAt } from "./formula.js";
import { labelsOf, linesOf } from "./lines.js";
import { Messages } from "./messages.js";
import { classOf } from "./parameters.js";
import { Readout } from "./readout.js";
import { indexAt, pointAt, seriesOf } from "./series.js";
import { summaryOf } from "./summary.js";
import { Table } from "./table.js";
import { text } from "./texts.js";
import { Toolbar } from "./toolbar.js";

/**
 * @typedef {import("./types").Language} Language
 * @typedef {import("./types").Run} Run
 * @typedef {import("./types").Settings} Settings
 * @typedef {import("./types").View} View
 */

/**
 * What is shown.
 *
 * @typedef {object} State
 * @property {Settings} settings
 * @property {View} view
 * @property {ReturnType<import("./runs.js").Runs["of"]>} runs
 * @property {number} epoch where the cursor stands
 * @property {import("./badge.js").TimmAnswer | null} timm
 * @property {string[]} rejected parts of an address that could not be read
 */

/**
 * What the reader does.
 *
 * @typedef {import("./toolbar.js").ToolbarActions & {
 *   value: import("./control.js").Take,
 *   unpin: (pin: number) => void,
 *   cursor: (epoch: number) => void,
 *   resized: () => void,
 * }} Actions
 */

/** Width of the scrubber's thumb, in px; style.css has it too. */
const THUMB = 16;

/** How long a message must stand before it is announced, in ms. */
const BEFORE_ANNOUNCEMENT = 700;

/** All that stands in the shadow root, in one language. */
export class Interface {
  #language;
  #chart = new Chart();
  #figure = html("div", { class: "figure" });
  #scrubber = html("input", { type: "range", class: "scrubber", min: 0, step: 1 });
  #formula = html("div", { class: "formula" });
  #summary = html("p", { id: "summary", hidden: true });
  #status = html("p", { class: "unseen", role: "status" });
  #readout;
  #messages;
  #controls;
  #table;
  #copier;
  #observer;
  /** @type {string | null} */
  #announced = null;
  #announcing = 0;
  #perEpoch = 1;
  #scrubberWidth = "";

  /**
   * @param {Language} language
   * @param {Actions} actions
   */
  constructor(language, actions) {
    this.#language = language;
    this.toolbar = new Toolbar(language, actions);
    this.#readout = new Readout(language, (pin) => {
      actions.unpin(pin);
      this.toolbar.buttons.pin.focus();
    });
    this.#messages = new Messages(language);
    this.#controls = new Controls(language, actions.value);
    this.#table = new Table(language, actions.resized);
    this.#copier = new Copier(language);
    this.#figure.append(this.#chart.axes.root, this.#chart.root, this.#copier.root);
    setAttributes(this.#chart.root, { "aria-describedby": "summary" });
    setAttributes(this.#scrubber, { "aria-label": text("cursor", language) });
    setAttributes(this.#formula, { role: "group", "aria-label": text("formula", language) });
    this.root = html(
      "div",
      { class: "explorer", role: "group", tabindex: -1, lang: language },
      this.toolbar.root,
      this.toolbar.views,
      this.#figure,
      this.#scrubber,
      this.#readout.root,
      this.#formula,
      this.#messages.root,
      this.#controls.root,
      this.#table.root,
      this.#summary,
      this.#status,
    );

    this.#observer = new ResizeObserver(([{ contentRect: { width, height } }]) => {
      const em = parseFloat(getComputedStyle(this.#chart.root).fontSize);
      this.#chart.resize(width, height, em);
      actions.resized();
    });
    this.#observer.observe(this.#figure);
    this.#scrubber.addEventListener("input", () => {
      actions.cursor(Number(this.#scrubber.value) / this.#perEpoch);
    });
    const follow = (/** @type {PointerEvent} */ event) => {
      if (event.target === this.#figure) actions.cursor(this.#chart.epochAt(event.offsetX));
    };
    this.#figure.addEventListener("pointermove", follow);
    this.#figure.addEventListener("pointerdown", follow);
  }

  /** Stop watching. */
  destroy() {
    this.#observer.disconnect();
    clearTimeout(this.#announcing);
  }

  /**
   * Draw the curves; all that must follow a slider at once.
   *
   * @param {State} state
   */
  draw({ runs, view, epoch }) {
    const { run } = runs;
    const lines = linesOf(runs, view.plot);
    const { perEpoch } = lines[0].series;
    const epochs = Math.max(...lines.map((line) => line.run.settings.num_epochs));
    const shift = view.plot === "used" ? 0 : 1;
    const marks = run.marks.map(({ t, kind }) => ({
      epoch: t / (run.horizon / run.settings.num_epochs) - shift,
      label: text(`mark_${kind}`, this.#language),
    }));
    const { metric } = run;
    this.#chart.draw({ lines, epochs, perEpoch, log: view.log, marks, metric });
    this.#perEpoch = perEpoch;
    this.#alignScrubber(lines[0].series.count, epochs);
    this.moveCursor(runs, view, epoch);
  }

  /**
   * @param {State["runs"]} runs
   * @param {View} view
   * @param {number} epoch
   */
  moveCursor({ run }, view, epoch) {
    const series = seriesOf(run, 0, view.plot);
    const point = pointAt(series, epoch);
    if (Number(this.#scrubber.value) !== point) this.#scrubber.value = String(point);
    this.#chart.point(point / series.perEpoch);
  }

  /**
   * Show everything that may follow a moment later.
   *
   * @param {State} state
   */
  describe({ settings, view, runs, epoch, timm, rejected }) {
    const { run } = runs;
    this.toolbar.show(settings, view);
    this.#controls.show(settings);
    const lines = linesOf({ ...runs, last: null }, view.plot);
    const labels = labelsOf(linesOf({ ...runs, last: null, goal: null }, view.plot));
    if (runs.goal) labels.push(text("goal", this.#language));
    const { series } = lines[0];
    const at = pointAt(series, epoch) / series.perEpoch;
    const sentence = this.#readout.show(lines, labels, at, view.plot);
    setAttributes(this.#scrubber, { "aria-valuetext": sentence });
    this.#formula.innerHTML = formulaAt(run, 0, indexAt(series, epoch));
    reachIfScrolling(this.#formula);

    const summary = summaryOf(run, view, this.#language);
    this.#summary.textContent = summary;
    const name = text("chart", this.#language, { name: classOf(settings.schedule) });
    setAttributes(this.#chart.root, { "aria-label": name });
    setAttributes(this.root, { "aria-label": name });
    this.#announceLater(this.#messages.show(run, summary, rejected));
    this.#table.show(lines, labels, view.plot);

    const badge = badgeOf(run, timm);
    setAttributes(this.toolbar.badge, { class: `badge ${badge.state}` });
    this.toolbar.badge.textContent = badge.text;
  }

  /**
   * Put text on the clipboard and say so.
   *
   * @param {string} content
   * @param {"code" | "link"} id of the button
   */
  async copy(content, id) {
    const isCopied = await this.#copier.copy(content, this.toolbar.buttons[id]);
    if (isCopied) this.confirm(id, "copied");
  }

  /**
   * Say that a button has done its work.
   *
   * @param {"pin" | "code" | "link"} id of the button
   * @param {string} sentence key in texts.json
   */
  confirm(id, sentence) {
    this.toolbar.confirm(this.toolbar.buttons[id]);
    this.announce(text(sentence, this.#language));
  }

  /** @param {string} sentence */
  announce(sentence) {
    this.#status.textContent = sentence;
  }

  /**
   * Announce a message that stands for a moment, once; what the page opens with is not announced.
   *
   * @param {string} sentence
   */
  #announceLater(sentence) {
    if (sentence === this.#announced) return;
    const isFirst = this.#announced === null;
    this.#announced = sentence;
    clearTimeout(this.#announcing);
    if (isFirst) return;
    this.#announcing = setTimeout(() => this.announce(sentence), BEFORE_ANNOUNCEMENT);
  }

  /**
   * Lay the scrubber under the points of the curve.
   *
   * @param {number} count
   * @param {number} epochs
   */
  #alignScrubber(count, epochs) {
    const { left, right } = this.#chart.margins;
    const share = (count - 1) / this.#perEpoch / epochs;
    setAttributes(this.#scrubber, { max: count - 1 });
    const width = `calc((100% - ${left + right}px) * ${share} + ${THUMB}px)`;
    if (width === this.#scrubberWidth) return;
    this.#scrubberWidth = width;
    Object.assign(this.#scrubber.style, { width, marginLeft: `${left - THUMB / 2}px` });
  }
}
