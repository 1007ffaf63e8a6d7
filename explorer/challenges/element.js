import { CHALLENGES } from "./catalogue.js";
import { closenessOf } from "./closeness.js";
import { Panel } from "./panel.js";
import { Solved } from "./solved.js";
import css from "./style.css";

/** @typedef {import("./catalogue.js").Challenge} Challenge */

/** @returns {typeof import("../index.js")} the other script, which a page loads first */
const explorer = () => /** @type {any} */ (globalThis).LRExplorer;

// Engines without a DOM load the bundle for its functions.
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

/**
 * `<lr-challenges>`: an explorer with a goal, curve by curve. The address of the page names the
 * challenge and holds the settings: `#challenges?challenge=stairs&schedule=step&decay_t=30`.
 */
export class LRChallenges extends Base {
  #solved = new Solved();
  #challenge = CHALLENGES[0];
  #isAnswerShown = false;
  /** @type {import("../element.js").LRExplorer | null} */
  #explorer = null;
  /** @type {Panel | null} */
  #panel = null;
  /** @type {import("../place.js").Place | null} */
  #place = null;

  connectedCallback() {
    this.id ||= "challenges";
    if (!this.shadowRoot) this.#build();
    this.#place?.connect();
  }

  disconnectedCallback() {
    this.#place?.disconnect();
  }

  #build() {
    const { languageOf, Place } = explorer();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    const element = /** @type {import("../element.js").LRExplorer} */ (
      document.createElement("lr-explorer")
    );
    element.setAttribute("address", "off");
    element.addEventListener("change", () => this.#follow());
    this.#explorer = element;
    this.#panel = new Panel(languageOf(this), element, {
      choose: (challenge) => {
        this.#start(challenge);
        this.#writeAddress();
      },
      answer: () => {
        this.#isAnswerShown = true;
        element.settings = completed(this.#challenge.answer);
        this.#compare(true);
        this.#writeAddress();
      },
    });
    this.#place = new Place(this, (query, isArrival) => this.#open(query, isArrival));
    this.#panel.mark(this.#solved);
    this.#start(CHALLENGES[0]);
    root.append(this.#panel.root);
  }

  /** @param {Challenge} challenge */
  #start(challenge) {
    this.#challenge = challenge;
    this.#isAnswerShown = false;
    this.#panel?.open(challenge);
    if (!this.#explorer) return;
    this.#explorer.setAttribute("settings", JSON.stringify(challenge.start));
    this.#explorer.setAttribute("view", "null");
    this.#explorer.goal = completed(challenge.answer);
    this.#compare(false);
  }

  /** The reader has changed something. */
  #follow() {
    const isThere = this.#compare(true);
    if (isThere && !this.#isAnswerShown && !this.#solved.has(this.#challenge.id)) {
      this.#solved.add(this.#challenge.id);
      this.#panel?.mark(this.#solved);
    }
    this.#writeAddress();
  }

  /** @param {boolean} isByReader */
  #compare(isByReader) {
    const element = /** @type {import("../element.js").LRExplorer} */ (this.#explorer);
    const [run, goal] = [element.run, /** @type {import("../types").Run} */ (element.goal)];
    const closeness = closenessOf(run, goal);
    const epochs = { yours: run.settings.num_epochs, goal: goal.settings.num_epochs };
    const how = { isAnswer: this.#isAnswerShown, isByReader };
    this.#panel?.show(closeness, epochs, how);
    return closeness.isThere;
  }

  #writeAddress() {
    this.#place?.write(() => {
      const { settings, view } = /** @type {import("../element.js").LRExplorer} */ (this.#explorer);
      return `challenge=${this.#challenge.id}&${explorer().toAddress(settings, view)}`;
    });
  }

  /**
   * @param {string} query
   * @param {boolean} isArrival
   */
  #open(query, isArrival) {
    const [[named], others] = partition(query.split("&"), (part) => part.startsWith("challenge="));
    const challenge = CHALLENGES.find(({ id }) => named === `challenge=${id}`);
    const { settings, view } = explorer().fromAddress(others.join("&"));
    this.#start(challenge ?? this.#challenge);
    if (this.#explorer && settings) Object.assign(this.#explorer, { settings, view });
    this.#compare(false);
    if (this.#panel) this.#place?.show(this.#panel.root, isArrival);
  }
}

/**
 * Start or answer of a challenge with the defaults of its schedule.
 *
 * @param {Challenge["answer"]} settings
 */
function completed({ schedule, ...given }) {
  return explorer().settingsOf(schedule, given);
}

/**
 * @template Item
 * @param {Item[]} items
 * @param {(item: Item) => boolean} isFirst
 * @returns {[Item[], Item[]]}
 */
function partition(items, isFirst) {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}

if (globalThis.customElements && !customElements.get("lr-challenges")) {
  customElements.define("lr-challenges", LRChallenges);
}
