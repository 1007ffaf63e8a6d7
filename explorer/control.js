import { html, setAttributes } from "./dom.js";
import { isOfKind } from "./parameters.js";
import { text } from "./texts.js";
import { fieldText, nearestStop, readField, stopsOf } from "./values.js";

/**
 * @typedef {import("./types").Language} Language
 * @typedef {import("./types").Parameter} Parameter
 * @typedef {import("./types").Value} Value
 */

/**
 * Take a value that the reader entered.
 *
 * @callback Take
 * @param {string} name
 * @param {Value} value
 * @returns {string | null} one sentence if the value is not possible, and then nothing changes
 */

/** What the reader sees and operates for one parameter. */
export class Control {
  #name;
  #parameter;
  #language;
  #take;
  /** @type {Value | undefined} */
  #value;
  /** @type {number[] | null} */
  #stops = null;
  /** @type {HTMLInputElement | null} */
  #slider = null;
  /** @type {HTMLInputElement | HTMLSelectElement} */
  #field;
  #error = html("span", { class: "error" });

  /**
   * @param {string} name
   * @param {Parameter} parameter
   * @param {Language} language
   * @param {Take} take
   */
  constructor(name, parameter, language, take) {
    this.#name = name;
    this.#parameter = parameter;
    this.#language = language;
    this.#take = take;
    this.#error.id = `error-${name}`;
    this.#field = this.#makeField();
    setAttributes(this.#field, { id: name, name, "aria-describedby": `help-${name} error-${name}` });
    const label = html(
      "label",
      { for: name, id: `label-${name}` },
      html("code", {}, name),
      " ",
      html("span", { class: "label" }, parameter.label[language]),
    );
    const help = html("span", { id: `help-${name}`, hidden: true }, parameter.help[language]);
    const heading = html("div", { class: "heading" }, label, this.#error);
    this.root = html("div", { class: `control ${parameter.kind}` }, heading);
    if (parameter.slider) this.root.append(this.#makeSlider(parameter.slider));
    this.root.append(this.#field, help);
  }

  /** The element that has the focus first. */
  get first() {
    return this.#slider ?? this.#field;
  }

  /**
   * Show the value in force; a bad entry stays until the value changes.
   *
   * @param {Value} value
   * @param {number} horizon the last t, where the slider ends there
   */
  show(value, horizon) {
    if (this.#slider && this.#parameter.slider?.max === "horizon") {
      setAttributes(this.#slider, { max: horizon });
    }
    if (JSON.stringify(value) === JSON.stringify(this.#value)) {
      if (!this.#isBad) this.#moveSlider(value);
      return;
    }
    this.#value = value;
    this.#reject(null);
    this.#writeField(value);
    this.#moveSlider(value);
  }

  #makeField() {
    const { kind, options } = this.#parameter;
    if (kind === "choice") {
      const choices = (options ?? []).map((option) => html("option", { value: option }, option));
      const select = html("select", {}, ...choices);
      select.addEventListener("change", () => this.#enter(select.value));
      return select;
    }
    if (kind === "boolean") {
      const checkbox = html("input", { type: "checkbox" });
      checkbox.addEventListener("change", () => this.#enter(checkbox.checked));
      return checkbox;
    }
    const { slider } = this.#parameter;
    const isPlain = kind === "integer" || kind === "number";
    const field = html("input", {
      type: "text",
      // The decimal keyboard of a phone has no minus.
      inputmode: isPlain && slider && slider.min >= 0 ? "decimal" : null,
      autocomplete: "off",
      spellcheck: "false",
      placeholder: this.#parameter.default === null ? "None" : null,
    });
    field.addEventListener("input", () => {
      const value = this.#read();
      if (value !== undefined && !this.#take(this.#name, value)) this.#accept(value);
    });
    field.addEventListener("change", () => {
      const value = this.#read();
      if (value === undefined) this.#reject(text(`entry_${kind}`, this.#language));
      else if (this.#enter(value)) this.#writeField(value);
    });
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || this.#value === undefined) return;
      this.#reject(null);
      this.#writeField(this.#value);
    });
    return field;
  }

  /** @param {import("./types").Slider} described */
  #makeSlider(described) {
    const stops = stopsOf(described);
    const slider = html("input", {
      type: "range",
      name: this.#name,
      min: stops ? 0 : described.min,
      max: stops ? stops.length - 1 : described.max,
      step: stops ? 1 : described.step,
      "aria-labelledby": `label-${this.#name}`,
      "aria-describedby": `help-${this.#name} error-${this.#name}`,
    });
    slider.addEventListener("input", () => {
      const number = stops ? stops[Number(slider.value)] : Number(slider.value);
      const value = this.#parameter.kind === "numbers" ? [number] : number;
      if (this.#enter(value)) this.#writeField(value);
    });
    this.#stops = stops;
    this.#slider = slider;
    return slider;
  }

  /** What the field says, undefined where it is no value of the parameter's kind. */
  #read() {
    const value = readField(this.#parameter, this.#field.value);
    return isOfKind(this.#parameter, value) ? value : undefined;
  }

  /**
   * @param {Value} value
   * @returns {boolean} whether it is in force now
   */
  #enter(value) {
    const error = this.#take(this.#name, value);
    if (error) this.#reject(error);
    else this.#accept(value);
    return !error;
  }

  /** @param {Value} value */
  #accept(value) {
    this.#value = value;
    if (this.#isBad) this.#reject(null);
    this.#moveSlider(value);
  }

  get #isBad() {
    return this.#error.textContent !== "";
  }

  /** @param {string | null} error a sentence; null takes it away */
  #reject(error) {
    this.#error.textContent = error ?? "";
    this.root.classList.toggle("bad", Boolean(error));
    setAttributes(this.#field, { "aria-invalid": error ? "true" : null });
  }

  /** @param {Value} value */
  #writeField(value) {
    if (this.#field.type === "checkbox") {
      /** @type {HTMLInputElement} */ (this.#field).checked = Boolean(value);
    } else {
      this.#field.value = fieldText(value);
    }
  }

  /** @param {Value} value */
  #moveSlider(value) {
    const slider = this.#slider;
    if (!slider) return;
    const isSeveral = Array.isArray(value) && value.length !== 1;
    if (slider.hidden !== isSeveral) slider.hidden = isSeveral;
    const number = Number(Array.isArray(value) ? value[0] : value);
    const position = String(this.#stops ? nearestStop(this.#stops, number) : number);
    if (slider.value !== position) slider.value = position;
    if (this.#stops) slider.setAttribute("aria-valuetext", fieldText(value));
  }
}
