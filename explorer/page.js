import { LANGUAGES } from "./texts.js";

/** @typedef {import("./types").Language} Language */

/**
 * The language of the nearest `lang`, else of the reader; English where the book has no other.
 *
 * @param {Element} element
 * @returns {Language}
 */
export function languageOf(element) {
  const named = /** @type {HTMLElement | null} */ (element.closest("[lang]:not([lang=''])"))?.lang;
  const code = (named || navigator.language).slice(0, 2).toLowerCase();
  return LANGUAGES.find((language) => language === code) ?? "en";
}

/**
 * The color scheme that native controls must have to fit the page.
 *
 * A page that says nothing has the one that the color of its text is made for.
 *
 * @param {Element} element
 * @returns {string} a value of the CSS property, empty where the page has set it
 */
export function colorSchemeOf(element) {
  const { colorScheme, color } = getComputedStyle(element);
  if (colorScheme !== "normal") return "";
  const [red, green, blue] = (color.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return luminance > (color.startsWith("rgb") ? 127 : 0.5) ? "dark" : "light";
}
