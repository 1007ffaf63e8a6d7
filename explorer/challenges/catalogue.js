import { challenges, texts } from "../../helpers/explorer/challenges.json";
import { html } from "../dom.js";

/**
 * @typedef {import("../types").Language} Language
 * @typedef {import("../types").Localized} Localized
 * @typedef {import("../types").ScheduleName} ScheduleName
 * @typedef {import("../types").Value} Value
 * @typedef {{schedule: ScheduleName} & Record<string, Value>} Given
 */

/**
 * A curve to match. Start and answer have what differs from the schedule's defaults.
 *
 * @typedef {object} Challenge
 * @property {string} id
 * @property {number} level 1 is easy, 3 is hard
 * @property {Localized} title
 * @property {Localized} task
 * @property {Localized} hint
 * @property {Given} start
 * @property {Given} answer gives the goal
 */

/** From easy to hard. */
export const CHALLENGES = /** @type {Challenge[]} */ (/** @type {unknown} */ (challenges));

/**
 * A sentence of the interface.
 *
 * @param {string} id key of `texts` in challenges.json
 * @param {Language} language
 * @param {Record<string, string | number>} values what replaces `{name}`
 */
export function say(id, language, values = {}) {
  const sentence = /** @type {Record<string, Localized>} */ (texts)[id][language];
  return sentence.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/**
 * A sentence with what stands in backticks as code.
 *
 * @param {string} sentence
 */
export function withCode(sentence) {
  return sentence.split("`").map((part, i) => (i % 2 ? html("code", {}, part) : part));
}

/**
 * The call of `explore` that shows the answer in a notebook.
 *
 * @param {Challenge} challenge
 */
export function callOf({ answer: { schedule, ...given } }) {
  const parts = Object.entries(given).map(([name, value]) => `${name}=${pythonOf(value)}`);
  return `explore(${[`"${schedule}"`, ...parts].join(", ")})`;
}

/** @param {unknown} value */
function pythonOf(value) {
  if (typeof value === "boolean") return value ? "True" : "False";
  return JSON.stringify(value).replaceAll(",", ", ");
}
