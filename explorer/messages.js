import { html, reachIfScrolling } from "./dom.js";
import { pitfallsOf } from "./pitfalls.js";
import { text } from "./texts.js";

/**
 * @typedef {import("./types").Language} Language
 * @typedef {import("./types").Run} Run
 */

/** What timm refuses and where the settings may surprise; a summary of the curve otherwise. */
export class Messages {
  root = html("div", { class: "messages" });
  #language;

  /** @param {Language} language */
  constructor(language) {
    this.#language = language;
  }

  /**
   * @param {Run} run
   * @param {string} summary shown where nothing else is
   * @param {string[]} rejected parts of an address that could not be read
   * @returns {string} what is to be announced, empty if nothing
   */
  show(run, summary, rejected) {
    const { problem } = run;
    const items = pitfallsOf(run).map(({ id, values }) => this.#pitfall(text(id, this.#language, values)));
    if (rejected.length) {
      items.unshift(this.#pitfall(text("rejected", this.#language, { parts: rejected.join(" · ") })));
    }
    if (problem) {
      const item = html("li", { class: "problem" }, text(problem.id, this.#language, problem.values));
      if (problem.timm) item.append(" ", html("code", {}, problem.timm));
      items.unshift(item);
    }
    const announced = items.map(({ textContent }) => textContent).join(" ");
    if (items.length) this.root.replaceChildren(html("ul", {}, ...items));
    else this.root.replaceChildren(html("p", {}, summary));
    reachIfScrolling(this.root);
    return announced;
  }

  /** @param {string} sentence */
  #pitfall(sentence) {
    return html("li", { class: "pitfall" }, sentence);
  }
}
