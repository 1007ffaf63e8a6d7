/** What goes wrong inside torch or timm, and the sentence that explains it. */
export class Failure extends Error {
  /**
   * @param {string} id key in texts.json
   * @param {string} python what Python shows; empty where timm goes on or never returns
   * @param {Record<string, string | number>} [values] what the sentence mentions, besides t
   * @param {boolean} [stops] whether timm cannot go on to the next t
   */
  constructor(id, python, values = {}, stops = true) {
    super(python);
    this.id = id;
    this.values = values;
    this.stops = stops;
  }

  /**
   * @param {number | null} t when it happens, null in a constructor
   * @param {number | null} shown the t that the sentence mentions
   * @returns {import("./types").Problem}
   */
  at(t, shown = t) {
    const values = shown === null ? this.values : { ...this.values, t: shown };
    return { id: this.id, values, timm: this.message, t };
  }
}
