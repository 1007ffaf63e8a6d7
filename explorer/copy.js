import { html } from "./dom.js";
import { text } from "./texts.js";

/** Copies text; where the clipboard is refused, it shows the text selected. */
export class Copier {
  #field;
  #opener = /** @type {HTMLElement | null} */ (null);

  /** @param {import("./types").Language} language */
  constructor(language) {
    const hint = text("copy_by_hand", language);
    const close = html("button", { type: "button" }, text("close", language));
    this.#field = html("textarea", { readonly: true, spellcheck: "false", "aria-label": hint });
    this.root = html(
      "div",
      { class: "copy", role: "dialog", "aria-label": hint, hidden: true },
      html("p", {}, hint),
      this.#field,
      close,
    );
    close.addEventListener("click", () => this.#close());
    this.root.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.#close();
    });
  }

  /**
   * @param {string} content
   * @param {HTMLElement} opener takes the focus back
   * @returns {Promise<boolean>} whether it is on the clipboard
   */
  async copy(content, opener) {
    try {
      await navigator.clipboard.writeText(content);
      return true;
    } catch {
      this.#opener = opener;
      this.#field.value = content;
      this.root.hidden = false;
      this.#field.select();
      this.#field.focus();
      return false;
    }
  }

  #close() {
    this.root.hidden = true;
    this.#opener?.focus();
  }
}
