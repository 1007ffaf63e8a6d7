import { html } from "./dom.js";
import { shortNumber } from "./scale.js";
import { valueAt } from "./series.js";
import { text } from "./texts.js";

/** @typedef {import("./lines.js").RunLine} RunLine */

const MOST_ROWS = 300;

/** The curves as numbers, made when the reader opens it. */
export class Table {
  #language;
  #table = html("table");
  root;

  /**
   * @param {import("./types").Language} language
   * @param {() => void} opened called when there is something to show
   */
  constructor(language, opened) {
    this.#language = language;
    const summary = html("summary", {}, text("table", language));
    const label = text("table", language);
    const box = html("div", { tabindex: 0, role: "group", "aria-label": label }, this.#table);
    this.root = html("details", { class: "data" }, summary, box);
    this.root.addEventListener("toggle", opened);
  }

  /**
   * One row for each epoch, for every second or more where there are many.
   *
   * @param {RunLine[]} lines
   * @param {string[]} labels
   * @param {import("./types").View["plot"]} plot
   */
  show(lines, labels, plot) {
    if (!this.root.open) return;
    const epochs = Math.max(...lines.map(({ run }) => run.settings.num_epochs));
    const stride = Math.ceil(epochs / MOST_ROWS);
    const when = text(plot === "used" ? "table_epoch" : "table_after_epoch", this.#language);
    const head = [when, ...labels].map((label) => html("th", { scope: "col" }, label));
    const rows = [];
    for (let epoch = 0; epoch < epochs; epoch += stride) {
      const values = lines.map(({ series }) => html("td", {}, shortNumber(valueAt(series, epoch))));
      rows.push(html("tr", {}, html("th", { scope: "row" }, String(epoch)), ...values));
    }
    this.#table.replaceChildren(
      html("thead", {}, html("tr", {}, ...head)),
      html("tbody", {}, ...rows),
    );
  }
}
