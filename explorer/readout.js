import { childrenOf, html, reachIfScrolling, svg } from "./dom.js";
import { shortNumber } from "./scale.js";
import { valueAt } from "./series.js";
import { text } from "./texts.js";

/**
 * @typedef {import("./lines.js").RunLine} RunLine
 * @typedef {import("./types").Language} Language
 */

/** The legend with the value of every curve at the cursor. */
export class Readout {
  #language;
  #when = html("span", { class: "when" });
  #list = html("ul");
  root;

  /**
   * @param {Language} language
   * @param {(pin: number) => void} unpin
   */
  constructor(language, unpin) {
    this.#language = language;
    this.root = html("div", { class: "readout" }, this.#when, this.#list);
    this.#list.addEventListener("click", (event) => {
      const button = /** @type {Element} */ (event.target).closest("button");
      if (button) unpin(Number(button.value));
    });
  }

  /**
   * @param {RunLine[]} lines
   * @param {string[]} labels
   * @param {number} epoch where the cursor stands
   * @param {import("./types").View["plot"]} plot
   * @returns {string} all of it as one sentence
   */
  show(lines, labels, epoch, plot) {
    const when = whenOf(lines[0], epoch, plot, this.#language);
    this.#when.textContent = `${when}:`;
    const items = childrenOf(this.#list, lines.length, makeItem);
    const parts = lines.map(({ series, look, pin }, i) => {
      const [swatch, label, value] = items[i].children;
      const number = shortNumber(valueAt(series, epoch));
      swatch.firstElementChild?.setAttribute("class", look);
      label.textContent = labels[i];
      label.setAttribute("title", labels[i]);
      value.textContent = ` = ${number}`;
      this.#showUnpin(items[i], pin, labels[i]);
      return `${labels[i]}: ${number}`;
    });
    reachIfScrolling(this.root);
    return lines.length === 1 ? `${when}: lr = ${parts[0].slice(4)}` : `${when}: ${parts.join("; ")}`;
  }

  /**
   * @param {Element} item
   * @param {number | null} pin
   * @param {string} label
   */
  #showUnpin(item, pin, label) {
    let button = item.querySelector("button");
    if (pin === null) {
      button?.remove();
      return;
    }
    if (!button) {
      button = html("button", { type: "button" }, "×");
      item.append(button);
    }
    button.value = String(pin);
    button.setAttribute("aria-label", text("unpin", this.#language, { label }));
  }
}

function makeItem() {
  const swatch = svg("svg", { viewBox: "0 0 24 8", "aria-hidden": "true" });
  swatch.append(svg("path", { d: "M2 4H22" }));
  return html("li", {}, swatch, html("span", { class: "label" }), html("span", { class: "value" }));
}

/**
 * @param {RunLine} line
 * @param {number} epoch
 * @param {import("./types").View["plot"]} plot
 * @param {Language} language
 */
function whenOf({ series: { perEpoch, count } }, epoch, plot, language) {
  const point = Math.min(Math.round(epoch * perEpoch), count - 1);
  const values = { epoch: Math.floor(point / perEpoch), update: point };
  if (plot === "after_epoch") return text("at_after_epoch", language, values);
  return text(perEpoch === 1 ? "at_epoch" : "at_update", language, values);
}
