import { shownNumber } from "./mathml.js";
import { classOf } from "./parameters.js";
import { text } from "./texts.js";

/**
 * @typedef {import("./types").Language} Language
 * @typedef {import("./types").Mark} Mark
 * @typedef {import("./types").Run} Run
 * @typedef {import("./types").View} View
 */

/** Marks of one kind that are named one by one. */
const MOST_NAMED = 6;

/** @type {Record<Mark["kind"], string>} */
const EVENTS = {
  warmup_end: "summary_warmup_end",
  restart: "summary_restart",
  decay_start: "summary_decay_start",
  milestone: "summary_decay",
  decay: "summary_decay",
  cycles_end: "summary_cycles_end",
};

/**
 * The chart in plain text, for somebody who cannot see it.
 *
 * @param {Run} run
 * @param {View} view
 * @param {Language} language
 */
export function summaryOf(run, view, language) {
  const { problem } = run;
  const sentences = [
    curveSentence(run, view, language),
    problem ? text(problem.id, language, problem.values) : eventsSentence(run, language),
    othersSentence(run, view, language),
  ];
  return sentences.filter(Boolean).join(language === "ja" ? "" : " ");
}

/**
 * Class, length, start, end, highest and lowest value of the first param group.
 *
 * @param {Run} run
 * @param {View} view
 * @param {Language} language
 */
function curveSentence({ settings, horizon, lrs }, { plot }, language) {
  const perEpoch = horizon / settings.num_epochs;
  const isAfterEpoch = plot === "after_epoch";
  const drawn = isAfterEpoch
    ? Array.from({ length: settings.num_epochs }, (_, epoch) => lrs[0][(epoch + 1) * perEpoch])
    : lrs[0].subarray(0, horizon);

  let highest = -1;
  let lowest = -1;
  let last = -1;
  for (let t = 0; t < drawn.length; t += 1) {
    if (Number.isNaN(drawn[t])) continue;
    if (!(drawn[t] <= drawn[highest])) highest = t;
    if (!(drawn[t] >= drawn[lowest])) lowest = t;
    last = t;
  }
  if (last < 0) return "";

  const unit = text(
    isAfterEpoch || settings.t_in_epochs !== false ? "summary_epoch" : "summary_update",
    language,
  );
  const range = isAfterEpoch ? "summary_after_epochs" : "summary_range";
  const isConstant = drawn[highest] === drawn[lowest];
  return text(isConstant ? "summary_constant" : "summary_curve", language, {
    name: classOf(settings.schedule),
    range: text(range, language, { unit, last }),
    unit,
    first: shownNumber(drawn[0]),
    last: shownNumber(drawn[last]),
    highest: shownNumber(drawn[highest]),
    t_highest: highest,
    lowest: shownNumber(drawn[lowest]),
    t_lowest: lowest,
  });
}

/**
 * Where the warm-up ends, restarts and the other marks.
 *
 * @param {Run} run
 * @param {Language} language
 */
function eventsSentence({ settings, horizon, marks }, language) {
  const changes = settings.decay_rate !== 1;
  const events = Object.entries(EVENTS).flatMap(([kind, id]) => {
    const times = marks.filter((mark) => mark.kind === kind && mark.t < horizon).map(({ t }) => t);
    if (!times.length || (kind === "milestone" && !changes)) return [];
    const more = times.length > MOST_NAMED ? ", …" : "";
    return text(id, language, { ts: times.slice(0, MOST_NAMED).join(", ") + more });
  });
  return joined("summary_events", "events", events, language);
}

/**
 * What else the chart shows.
 *
 * @param {Run} run
 * @param {View} view
 * @param {Language} language
 */
function othersSentence({ settings }, { pins, overlay }, language) {
  const others = [];
  const groupCount = settings.lr.length;
  if (groupCount > 1) others.push(text("summary_also_groups", language, { count: groupCount }));
  if (overlay) others.push(classOf(overlay));
  if (pins.length) others.push(text("summary_also_pins", language, { count: pins.length }));
  return joined("summary_also", "others", others, language);
}

/**
 * @param {string} id
 * @param {string} name of the placeholder
 * @param {string[]} parts
 * @param {Language} language
 */
function joined(id, name, parts, language) {
  const list = parts.join(text("summary_separator", language));
  return parts.length ? text(id, language, { [name]: list }) : "";
}
