import { SCHEDULES, firstMisfit, isOfKind, parametersOf, settingsOf } from "./parameters.js";

/**
 * @typedef {import("./types").Parameter} Parameter
 * @typedef {import("./types").ScheduleName} ScheduleName
 * @typedef {import("./types").Settings} Settings
 * @typedef {import("./types").Value} Value
 * @typedef {import("./types").View} View
 */

/** Most curves that can be pinned. */
export const MOST_PINS = 8;

/** Longest query that is read, in characters. */
const MOST_CHARACTERS = 20_000;

/** How many rejected parts are reported, and how many characters of each. */
const MOST_REJECTED = 20;
const REJECTED_CHARACTERS = 60;

const DECIMAL = /^-?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** @type {View} */
export const DEFAULT_VIEW = { plot: "used", log: false, overlay: null, pins: [] };

/**
 * The query string of an address that opens the explorer at these settings, without `?`.
 *
 * It has the schedule and what differs from `settingsOf(schedule)`; factors of 1 for all param
 * groups are left out.
 *
 * @param {Settings} settings
 * @param {View} view
 * @returns {string}
 */
export function toAddress(settings, view = DEFAULT_VIEW) {
  const { schedule } = settings;
  const byDefault = settingsOf(schedule, { lr_scale: onesFor(settings.lr) });
  /** @type {[string, Value][]} */
  const parts = [["schedule", schedule]];
  for (const name of parametersOf(schedule).keys()) {
    const value = settings[name];
    if (String(value) !== String(byDefault[name])) parts.push([name, value]);
  }
  if (view.plot !== DEFAULT_VIEW.plot) parts.push(["plot", view.plot]);
  if (view.log) parts.push(["log", true]);
  if (view.overlay) parts.push(["overlay", view.overlay]);
  for (const pin of view.pins.slice(0, MOST_PINS)) parts.push(["pin", toAddress(pin)]);
  return parts.map(([name, value]) => `${name}=${encoded(value)}`).join("&");
}

/**
 * Settings and view from a query string, which may be anything.
 *
 * What is unknown or not possible takes its default and is reported in `rejected`.
 *
 * @param {string} query with or without `?`
 * @returns {{settings: Settings | null, view: View, rejected: string[]}} settings is null where
 *   no schedule is named; rejected has parts of the query, shortened, to be shown as plain text
 */
export function fromAddress(query) {
  /** @type {View} */
  const view = { ...DEFAULT_VIEW, pins: [] };
  /** @type {string[]} */
  const rejected = [];
  if (query.length > MOST_CHARACTERS) {
    return { settings: null, view, rejected: [shortened(query)] };
  }
  /** @param {string} part */
  const reject = (part) => {
    if (rejected.length < MOST_REJECTED) rejected.push(shortened(part));
  };
  const { settings, others } = settingsFrom(query, reject);
  const seen = new Set();
  for (const [name, value] of others) {
    const isKnown = (name === "pin" || !seen.has(name)) && readIntoView(view, name, value, reject);
    if (!isKnown) reject(`${name}=${value}`);
    seen.add(name);
  }
  return { settings, view, rejected };
}

/**
 * @param {View} view is changed
 * @param {string} name
 * @param {string} value
 * @param {(part: string) => void} reject called for what is wrong within a pin
 * @returns {boolean} whether it could be read
 */
function readIntoView(view, name, value, reject) {
  if (name === "plot" && (value === "used" || value === "after_epoch")) view.plot = value;
  else if (name === "log" && isBoolean(value)) view.log = value === "true";
  else if (name === "overlay" && isSchedule(value)) view.overlay = value;
  else if (name === "pin" && view.pins.length < MOST_PINS) {
    const { settings, others } = settingsFrom(value, reject);
    if (!settings) return false;
    for (const other of others) reject(other.join("="));
    view.pins.push(settings);
  } else return false;
  return true;
}

/**
 * @param {string} query
 * @param {(part: string) => void} reject
 * @returns {{settings: Settings | null, others: [string, string][]}} others has what is no
 *   parameter of the schedule
 */
function settingsFrom(query, reject) {
  const parts = partsOf(query, reject);
  const named = parts.find(([name]) => name === "schedule");
  if (!named || !isSchedule(named[1])) return { settings: null, others: parts };
  const schedule = named[1];
  const parameters = parametersOf(schedule);
  /** @type {Map<string, string>} */
  const texts = new Map();
  const others = parts.filter((part) => {
    if (part === named) return false;
    const [name, text] = part;
    if (!parameters.has(name) || texts.has(name)) return true;
    texts.set(name, text);
    return false;
  });

  /** @type {Record<string, Value>} */
  const given = {};
  for (const [name, text] of texts) {
    const parameter = /** @type {Parameter} */ (parameters.get(name));
    const value = valueFrom(parameter, text);
    if (isOfKind(parameter, value)) given[name] = /** @type {Value} */ (value);
    else reject(`${name}=${text}`);
  }
  const settings = fitting(schedule, given, (name) => reject(`${name}=${texts.get(name)}`));
  return { settings, others };
}

/**
 * Settings with what does not fit together left at its default.
 *
 * @param {ScheduleName} schedule
 * @param {Record<string, Value>} given
 * @param {(name: string) => void} reject
 */
function fitting(schedule, given, reject) {
  for (;;) {
    const lr = /** @type {number[] | undefined} */ (given.lr);
    const settings = settingsOf(schedule, lr ? { lr_scale: onesFor(lr), ...given } : given);
    const misfit = firstMisfit(settings);
    if (!misfit) return settings;
    // A product that is too large is named after one factor; the other may be the one given.
    const name = misfit.name in given ? misfit.name : "updates_per_epoch";
    reject(name);
    delete given[name];
  }
}

/**
 * Names and values of a query, decoded.
 *
 * @param {string} query
 * @param {(part: string) => void} reject
 */
function partsOf(query, reject) {
  /** @type {[string, string][]} */
  const parts = [];
  for (const part of query.replace(/^\?/, "").split("&")) {
    if (!part) continue;
    const [name, ...rest] = part.split("=");
    try {
      parts.push([decodeURIComponent(name), decodeURIComponent(rest.join("="))]);
    } catch {
      reject(part);
    }
  }
  return parts;
}

/**
 * @param {Parameter} parameter
 * @param {string} text
 * @returns {unknown} undefined or NaN where the text has no such value
 */
function valueFrom(parameter, text) {
  if (text === "") return parameter.kind === "numbers" ? [] : null;
  switch (parameter.kind) {
    case "boolean":
      return isBoolean(text) ? text === "true" : undefined;
    case "choice":
      return text;
    case "numbers":
      return text.split(",").map(numberFrom);
    case "range":
      return text.includes(",") ? text.split(",").map(numberFrom) : numberFrom(text);
    default:
      return numberFrom(text);
  }
}

/** @param {string} text */
function numberFrom(text) {
  return DECIMAL.test(text) ? Number(text) : NaN;
}

/** @param {string} text */
function isBoolean(text) {
  return text === "true" || text === "false";
}

/**
 * @param {string} text
 * @returns {text is ScheduleName}
 */
function isSchedule(text) {
  return SCHEDULES.includes(/** @type {ScheduleName} */ (text));
}

/** @param {number[]} lr */
function onesFor(lr) {
  return lr.map(() => 1);
}

/** @param {Value} value */
function encoded(value) {
  return encodeURIComponent(String(value ?? "")).replaceAll("%2C", ",");
}

/** @param {string} text */
function shortened(text) {
  return text.length > REJECTED_CHARACTERS ? `${text.slice(0, REJECTED_CHARACTERS - 1)}…` : text;
}
