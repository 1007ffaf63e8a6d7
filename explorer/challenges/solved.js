/** Where the browser keeps which challenges the reader has solved. */
const KEY = "lr-challenges";

/** The challenges that the reader has solved, in this browser. */
export class Solved {
  /** @type {Set<string>} */
  #ids = new Set(stored());

  /** @param {string} id */
  has(id) {
    return this.#ids.has(id);
  }

  /** @param {string} id */
  add(id) {
    this.#ids.add(id);
    try {
      localStorage.setItem(KEY, [...this.#ids].join());
    } catch {
      // A browser may refuse to keep anything; then this visit is all there is.
    }
  }
}

function stored() {
  try {
    return localStorage.getItem(KEY)?.split(",") ?? [];
  } catch {
    return [];
  }
}
