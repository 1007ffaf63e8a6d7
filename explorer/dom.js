/** @typedef {string | number | boolean | null | undefined} AttributeValue */

const SVG = "http://www.w3.org/2000/svg";

/** Widths of Latin and of Japanese letters, in em. */
const LETTER = { narrow: 0.62, wide: 1 };

/**
 * An element with attributes and children; `true` is an attribute without a value, and `false`,
 * null and undefined are none.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, AttributeValue>} attributes
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function html(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  setAttributes(element, attributes);
  element.append(...children);
  return element;
}

/**
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, AttributeValue>} attributes
 * @param {Node[]} children
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  setAttributes(element, attributes);
  element.append(...children);
  return element;
}

/**
 * Set attributes that are not yet as given: setting one to what it is costs a layout.
 *
 * @param {Element} element
 * @param {Record<string, AttributeValue>} attributes
 */
export function setAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    const isNone = value === false || value === null || value === undefined;
    const text = value === true ? "" : String(value);
    if (isNone) element.removeAttribute(name);
    else if (element.getAttribute(name) !== text) element.setAttribute(name, text);
  }
}

/**
 * Exactly `count` children of a parent, which are made where there are too few.
 *
 * @template {Element} Child
 * @param {Element} parent
 * @param {number} count
 * @param {() => Child} make
 * @returns {Child[]}
 */
export function childrenOf(parent, count, make) {
  while (parent.childElementCount > count) parent.lastElementChild?.remove();
  while (parent.childElementCount < count) parent.append(make());
  return /** @type {any} */ ([...parent.children]);
}

/**
 * Let the keyboard reach a box exactly where it scrolls.
 *
 * @param {HTMLElement} box
 */
export function reachIfScrolling(box) {
  const isScrolling = box.scrollHeight > box.clientHeight || box.scrollWidth > box.clientWidth;
  setAttributes(box, { tabindex: isScrolling ? 0 : null });
}

/**
 * About how long a text is, in em; measuring it would hold up the drawing.
 *
 * @param {string} text
 */
export function lengthOf(text) {
  return [...text].reduce((sum, c) => sum + (c > "\u2e7f" ? LETTER.wide : LETTER.narrow), 0);
}
