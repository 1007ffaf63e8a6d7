import { html, setAttributes } from "../dom.js";
import { CHALLENGES, callOf, say, withCode } from "./catalogue.js";
import { ENOUGH, percentOf } from "./closeness.js";

/**
 * @typedef {import("../types").Language} Language
 * @typedef {import("./catalogue.js").Challenge} Challenge
 * @typedef {import("./closeness.js").Closeness} Closeness
 */

/**
 * What the reader does.
 *
 * @typedef {object} PanelActions
 * @property {(challenge: Challenge) => void} choose
 * @property {() => void} answer asks for the answer
 */

/** How long after the last change the distance is announced, in ms. */
const BEFORE_ANNOUNCEMENT = 1000;

/** All around the explorer: the choice of a challenge, its text, and how close the curve is. */
export class Panel {
  #language;
  #actions;
  #select = html("select", { id: "choice" });
  #count = html("span", { class: "count" });
  #task = html("p", { class: "task", id: "task" });
  #hint = html("p", { id: "hint", hidden: true });
  #hintButton;
  #answer = html("p", { class: "answer", hidden: true });
  #share = html("strong");
  #meaning = html("span");
  #next;
  #status = html("p", { class: "unseen", role: "status" });
  #announcing = 0;
  /** @type {Challenge} */
  #challenge = CHALLENGES[0];

  /**
   * @param {Language} language
   * @param {HTMLElement} explorer
   * @param {PanelActions} actions
   */
  constructor(language, explorer, actions) {
    this.#language = language;
    this.#actions = actions;
    const button = (/** @type {string} */ id, attributes = {}) =>
      html("button", { type: "button", ...attributes }, say(id, language));
    this.#hintButton = button("hint", { "aria-controls": "hint" });
    const answer = button("answer");
    this.#next = button("next");
    const label = html("label", { for: "choice" }, say("choice", language));
    const buttons = html("div", { class: "buttons" }, this.#hintButton, answer);
    const row = html("div", { class: "row" }, label, this.#select, this.#count);
    this.bar = html("div", { class: "bar" }, this.#share, this.#meaning, this.#next);
    this.root = html(
      "div",
      { class: "challenges", role: "group", tabindex: -1, lang: language },
      html("div", { class: "head" }, row, this.#task, buttons, this.#hint, this.#answer),
      explorer,
      this.bar,
      this.#status,
    );
    setAttributes(this.root, { "aria-label": say("group", language), "aria-describedby": "task" });
    this.#select.append(...CHALLENGES.map(({ id }) => html("option", { value: id })));
    this.#select.addEventListener("change", () => {
      this.#choose(CHALLENGES[this.#select.selectedIndex]);
    });
    this.#next.addEventListener("click", () => {
      this.#choose(CHALLENGES[(CHALLENGES.indexOf(this.#challenge) + 1) % CHALLENGES.length]);
      this.#select.focus();
    });
    this.#hintButton.addEventListener("click", () => this.#showHint(this.#hint.hidden !== false));
    answer.addEventListener("click", () => {
      this.#answer.hidden = false;
      actions.answer();
    });
  }

  /** @param {Challenge} challenge */
  #choose(challenge) {
    this.#actions.choose(challenge);
    this.#announce(this.#task.textContent ?? "");
  }

  /**
   * Show the text of a challenge, without hint and answer.
   *
   * @param {Challenge} challenge
   */
  open(challenge) {
    this.#challenge = challenge;
    this.#select.selectedIndex = CHALLENGES.indexOf(challenge);
    this.#task.replaceChildren(...withCode(challenge.task[this.#language]));
    this.#hint.replaceChildren(...withCode(challenge.hint[this.#language]));
    const code = html("code", {}, callOf(challenge));
    this.#answer.replaceChildren(say("answer_is", this.#language), " ", code);
    this.#answer.hidden = true;
    this.#showHint(false);
    clearTimeout(this.#announcing);
  }

  /** @param {boolean} isShown */
  #showHint(isShown) {
    this.#hint.hidden = !isShown;
    setAttributes(this.#hintButton, { "aria-expanded": String(isShown) });
    if (isShown) this.#announce(this.#hint.textContent ?? "");
  }

  /**
   * Mark what is solved.
   *
   * @param {import("./solved.js").Solved} solved
   */
  mark(solved) {
    const all = CHALLENGES.length;
    const count = CHALLENGES.filter(({ id }) => solved.has(id)).length;
    this.#count.textContent = count ? say("solved", this.#language, { count, all }) : "";
    CHALLENGES.forEach(({ id, title, level }, i) => {
      const values = {
        number: i + 1,
        title: title[this.#language],
        level: say(`level_${level}`, this.#language),
      };
      const kind = solved.has(id) ? "option_solved" : "option";
      this.#select.options[i].textContent = say(kind, this.#language, values);
    });
  }

  /**
   * Show how close the curve is.
   *
   * @param {Closeness} closeness
   * @param {{yours: number, goal: number}} epochs
   * @param {{isAnswer: boolean, isByReader: boolean}} how isAnswer where the answer was shown;
   *   isByReader where it is to be announced
   */
  show({ state, share, epoch, isThere }, epochs, { isAnswer, isByReader }) {
    const values = {
      epoch,
      share: percentOf(share),
      enough: percentOf(ENOUGH),
      ...epochs,
    };
    const isAway = state === "compared" && !isThere;
    const told = isThere ? (isAnswer ? "shown" : "there") : isAway ? "away" : state;
    const sentence = say(told, this.#language, values);
    this.#share.textContent = isThere ? "✓" : isAway ? values.share : "";
    this.#meaning.textContent = sentence;
    this.bar.classList.toggle("there", isThere);
    this.#next.hidden = !isThere;
    if (isByReader) {
      this.#announceLater(isAway ? say("away_said", this.#language, values) : sentence);
    }
  }

  /** @param {string} sentence */
  #announceLater(sentence) {
    clearTimeout(this.#announcing);
    this.#announcing = setTimeout(() => this.#announce(sentence), BEFORE_ANNOUNCEMENT);
  }

  /** @param {string} sentence */
  #announce(sentence) {
    clearTimeout(this.#announcing);
    this.#status.textContent = sentence;
  }
}
