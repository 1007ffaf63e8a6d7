/** How long after a change the address is written, in ms. */
const PAUSE = 300;

/** How long the element is marked where an address leads to it, in ms. */
const ARRIVAL = 1200;

/** The element's part of the page's address: `#explorer?schedule=cosine&t_initial=50`. */
export class Place {
  #element;
  #open;
  #timer = 0;
  #isOpened = false;

  /**
   * @param {HTMLElement} element gets an id if it has none: "explorer", "explorer-2", …
   * @param {(query: string, isArrival: boolean) => void} open called with the query of an address
   *   that names the element; isArrival where the page was opened with it
   */
  constructor(element, open) {
    this.#element = element;
    this.#open = open;
  }

  connect() {
    if (!this.#element.id) this.#element.id = freeId();
    addEventListener("hashchange", this.#read);
    document.addEventListener("click", this.#reopen);
    if (!this.#isOpened) this.#read();
    this.#isOpened = true;
  }

  disconnect() {
    removeEventListener("hashchange", this.#read);
    document.removeEventListener("click", this.#reopen);
    clearTimeout(this.#timer);
  }

  /**
   * The address of the page with this query for the element.
   *
   * @param {string} query
   */
  link(query) {
    return `${location.href.split("#")[0]}#${this.#element.id}?${query}`;
  }

  /**
   * Write the query into the address once the reader pauses.
   *
   * @param {() => string} query
   */
  write(query) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      try {
        history.replaceState(history.state, "", this.link(query()));
      } catch {
        // A page inside a frame may not be allowed to change its address; the link button is.
      }
    }, PAUSE);
  }

  /**
   * Scroll to the element, give it the focus and mark it for a moment.
   *
   * @param {HTMLElement} root what takes the focus
   * @param {boolean} isArrival
   */
  show(root, isArrival) {
    const isCalm = isArrival || matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.#element.scrollIntoView({ behavior: isCalm ? "auto" : "smooth", block: "start" });
    root.focus({ preventScroll: true });
    root.classList.add("arrived");
    setTimeout(() => root.classList.remove("arrived"), ARRIVAL);
  }

  /**
   * What an event leads to counts, not what `write` may have put into the address since.
   *
   * @param {Event} [event]
   */
  #read = (event) => {
    const { hash } = event instanceof HashChangeEvent ? new URL(event.newURL) : location;
    const start = `#${this.#element.id}?`;
    if (hash.startsWith(start)) this.#open(hash.slice(start.length), !event);
  };

  /**
   * A link to the address that the page already has changes nothing, so there is no hashchange.
   *
   * @param {MouseEvent} event
   */
  #reopen = (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link && link.href === location.href && !event.defaultPrevented) this.#read(event);
  };
}

function freeId() {
  let id = "explorer";
  for (let number = 2; document.getElementById(id); number++) id = `explorer-${number}`;
  return id;
}
