import list from "../helpers/explorer/parameters.json";

/**
 * @typedef {import("./types").Parameter} Parameter
 * @typedef {import("./types").ScheduleName} ScheduleName
 * @typedef {import("./types").Settings} Settings
 * @typedef {import("./types").Value} Value
 */

/**
 * @typedef {object} ScheduleEntry
 * @property {string} class
 * @property {string[]} groups
 * @property {Record<string, Omit<Parameter, "tab"> & {tab?: string}>} shape
 * @property {Record<string, Value>} [defaults]
 * @property {string[]} [without]
 */

/** @type {Record<ScheduleName, ScheduleEntry>} */
const schedules = /** @type {any} */ (list.schedules);
/** @type {Record<string, Record<string, Omit<Parameter, "tab">>>} */
const groups = /** @type {any} */ (list.groups);

const NOT_OF_TIMM = new Set([...Object.keys(groups.run), ...Object.keys(groups.metric)]);
NOT_OF_TIMM.delete("t_in_epochs");

/** Most updates that are drawn. */
export const MOST_UPDATES = 1_000_000;

/** Most param groups. */
export const MOST_GROUPS = 8;

/** The schedules in the order of the book. */
export const SCHEDULES = /** @type {ScheduleName[]} */ (Object.keys(schedules));

/** Labels of the tabs by id. */
export const TABS = /** @type {Record<string, import("./types").Localized>} */ (list.tabs);

/** @type {Map<ScheduleName, Map<string, Parameter>>} */
const bySchedule = new Map(SCHEDULES.map((name) => [name, collect(schedules[name])]));

/**
 * @param {ScheduleEntry} entry
 * @returns {Map<string, Parameter>}
 */
function collect(entry) {
  const found = new Map();
  for (const [name, parameter] of Object.entries(entry.shape)) {
    found.set(name, { tab: "shape", ...parameter });
  }
  for (const group of entry.groups) {
    for (const [name, parameter] of Object.entries(groups[group])) {
      if (entry.without?.includes(name)) continue;
      const override = entry.defaults && name in entry.defaults;
      const given = override ? { default: entry.defaults?.[name] } : {};
      found.set(name, { tab: group, ...parameter, ...given });
    }
  }
  return found;
}

/**
 * The parameters of a schedule by name, those of the run included.
 *
 * @param {ScheduleName} schedule
 */
export function parametersOf(schedule) {
  return /** @type {Map<string, Parameter>} */ (bySchedule.get(schedule));
}

/**
 * The name of timm's class.
 *
 * @param {ScheduleName} schedule
 */
export function classOf(schedule) {
  return schedules[schedule].class;
}

/** @param {Parameter} parameter */
function startOf(parameter) {
  return /** @type {Value} */ (
    parameter.start === undefined ? parameter.default : parameter.start
  );
}

/**
 * All settings of a schedule: timm's defaults, and a start for what timm requires.
 *
 * @param {ScheduleName} schedule
 * @param {Record<string, Value>} given values by parameter name, which come first
 * @returns {Settings}
 */
export function settingsOf(schedule, given = {}) {
  /** @type {Record<string, Value>} */
  const settings = { schedule };
  for (const [name, parameter] of parametersOf(schedule)) {
    const byDefault = parameter.default === undefined ? startOf(parameter) : parameter.default;
    settings[name] = name in given ? given[name] : byDefault;
  }
  return /** @type {Settings} */ (settings);
}

/**
 * Change the schedule: what both have is kept, the rest starts afresh.
 *
 * @param {Settings} settings
 * @param {ScheduleName} schedule
 */
export function withSchedule(settings, schedule) {
  /** @type {Record<string, Value>} */
  const kept = {};
  for (const [name, parameter] of parametersOf(schedule)) {
    const value = asKind(parameter, name in settings ? settings[name] : startOf(parameter));
    kept[name] = isOfKind(parameter, value) ? value : startOf(parameter);
  }
  return settingsOf(schedule, kept);
}

/**
 * A list stands for its first value, a number for a list of one.
 *
 * @param {Parameter} parameter
 * @param {Value} value
 * @returns {Value}
 */
function asKind(parameter, value) {
  if (parameter.kind === "numbers") return Array.isArray(value) ? value : [Number(value)];
  return Array.isArray(value) && parameter.kind !== "range" ? value[0] : value;
}

/**
 * Number of t trained with: epochs, or updates where t counts updates.
 *
 * @param {Settings} settings
 */
export function horizonOf(settings) {
  const perUpdate = settings.t_in_epochs === false;
  return perUpdate ? settings.num_epochs * settings.updates_per_epoch : settings.num_epochs;
}

/**
 * The keyword arguments of timm's class.
 *
 * @param {Settings} settings
 * @returns {Record<string, Value>}
 */
export function timmKwargs(settings) {
  const names = [...parametersOf(settings.schedule).keys()];
  return Object.fromEntries(
    names.filter((name) => !NOT_OF_TIMM.has(name)).map((name) => [name, settings[name]]),
  );
}

/**
 * Whether a value is of the parameter's kind. Impossible values of the right kind are valid:
 * what timm says of them is shown.
 *
 * @param {Parameter} parameter
 * @param {unknown} value
 */
export function isOfKind(parameter, value) {
  const isNumber = (/** @type {unknown} */ x) => typeof x === "number" && Number.isFinite(x);
  if (parameter.default === null && value === null) return true;
  switch (parameter.kind) {
    case "integer":
      return Number.isSafeInteger(value);
    case "number":
      return isNumber(value);
    case "boolean":
      return typeof value === "boolean";
    case "choice":
      return parameter.options?.includes(/** @type {string} */ (value)) ?? false;
    case "numbers":
      return Array.isArray(value) && value.every(isNumber);
    case "range":
      return isNumber(value) || (Array.isArray(value) && value.length === 2 && value.every(isNumber));
  }
}

/**
 * What is wrong with settings as such, whatever timm would say; null if nothing is.
 *
 * @param {Settings} settings
 * @returns {{name: string, value: unknown} | null}
 */
export function firstMisfit(settings) {
  for (const [name, parameter] of parametersOf(settings.schedule)) {
    if (!isOfKind(parameter, settings[name])) return { name, value: settings[name] };
  }
  for (const name of ["num_epochs", "updates_per_epoch"]) {
    if (!(Number(settings[name]) >= 1)) return { name, value: settings[name] };
  }
  if (settings.num_epochs * settings.updates_per_epoch > MOST_UPDATES) {
    return { name: "num_epochs", value: settings.num_epochs };
  }
  const groupCount = settings.lr.length;
  if (groupCount < 1 || groupCount > MOST_GROUPS) return { name: "lr", value: settings.lr };
  if (settings.lr_scale.length !== groupCount) {
    return { name: "lr_scale", value: settings.lr_scale };
  }
  return null;
}
