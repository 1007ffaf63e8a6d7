import texts from "./texts.json";

/** @typedef {import("./types").Language} Language */
/** @typedef {import("./types").Localized} Localized */

/** @type {Language[]} */
export const LANGUAGES = ["ja", "en"];

/**
 * A sentence of the interface.
 *
 * @param {string} id key in texts.json
 * @param {Language} language
 * @param {Record<string, string | number>} values what replaces `{name}`
 */
export function text(id, language, values = {}) {
  const sentence = /** @type {Record<string, Localized>} */ (texts)[id][language];
  return sentence.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}
