import { Cycles } from "./cycles.js";
import { makeSchedule } from "./schedules/index.js";
import { firstScheduled, prefixOf } from "./warmup.js";

/**
 * @typedef {import("./types").Mark} Mark
 * @typedef {import("./types").Settings} Settings
 */

/** Most marks of a kind. */
export const MOST_MARKS = 200;

/**
 * What can be told from the settings alone, in the order of t.
 *
 * @param {Settings} settings
 * @param {number} end first t that does not count
 * @returns {Mark[]}
 */
export function marksOf(settings, end) {
  const warmup_t = Number(settings.warmup_t);
  const marks = warmup_t > 0 && warmup_t < end ? [mark(warmup_t, "warmup_end")] : [];
  return marks.concat(marksOfSchedule(settings, end));
}

/**
 * @param {number} t
 * @param {Mark["kind"]} kind
 */
function mark(t, kind) {
  return { t, kind };
}

/**
 * @param {Settings} settings
 * @param {number} end
 */
function marksOfSchedule(settings, end) {
  switch (settings.schedule) {
    case "step":
    case "multistep":
      return milestones(settings, end);
    case "cosine":
    case "tanh":
    case "poly":
      return restarts(settings, end);
    case "wsd": {
      const { warmup_t, t_initial, decay_t } = settings;
      const start = Number(warmup_t) + (Number(t_initial) - Number(decay_t));
      return start > 0 && start < end ? [mark(start, "decay_start")] : [];
    }
    case "plateau":
      return [];
  }
}

/**
 * @param {Settings} settings
 * @param {number} end
 */
function milestones(settings, end) {
  const schedule = /** @type {{move: (t: number) => void, count: number}} */ (
    /** @type {unknown} */ (makeSchedule(settings))
  );
  const prefix = prefixOf(settings);
  const marks = [];
  let before = 0;
  for (let t = firstScheduled(settings); t < end && marks.length < MOST_MARKS; t += 1) {
    schedule.move(t - prefix);
    if (schedule.count !== before) marks.push(mark(t, "milestone"));
    before = schedule.count;
  }
  return marks;
}

/**
 * @param {Settings} settings
 * @param {number} end
 */
function restarts(settings, end) {
  const cycles = new Cycles(/** @type {any} */ (settings));
  const prefix = prefixOf(settings);
  const first = firstScheduled(settings);
  const marks = [];
  let before = 0;
  for (let t = first; t < end && marks.length < MOST_MARKS; t = cycles.last + prefix + 1) {
    if (t === first && t > prefix) {
      cycles.move(t - prefix - 1);
      before = cycles.index;
    }
    cycles.move(t - prefix);
    if (cycles.index >= Number(settings.cycle_limit)) return [...marks, mark(t, "cycles_end")];
    if (cycles.index !== before) marks.push(mark(t, "restart"));
    before = cycles.index;
  }
  return marks;
}
