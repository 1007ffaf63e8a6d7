import { Failure } from "./failure.js";
import { marksOf } from "./marks.js";
import { metricOf } from "./metric.js";
import { endlessNoise, noiseOf, noisyRange } from "./noise.js";
import { horizonOf, MOST_UPDATES } from "./parameters.js";
import { fillPlateau } from "./plateau.js";
import { refusalOf } from "./problems.js";
import { makeSchedule } from "./schedules/index.js";
import { fillWarmup, firstScheduled, prefixOf } from "./warmup.js";

/**
 * @typedef {import("./schedules/index.js").Schedule} Schedule
 * @typedef {import("./types").Run} Run
 * @typedef {import("./types").Settings} Settings
 */

/**
 * Compute what timm gives for settings. Never throws and never hangs, whatever the values are,
 * as long as they have the right kinds; numbers that are not of the kind "integer" count as
 * Python's floats.
 *
 * @param {Settings} settings
 * @returns {Run}
 */
export function computeRun(settings) {
  const horizon = Math.min(Math.max(0, Math.floor(horizonOf(settings))), MOST_UPDATES);
  const isPlateau = settings.schedule === "plateau";
  /** @type {Run} */
  const run = {
    settings,
    horizon,
    lrs: settings.lr.map(() => new Float64Array(horizon + 1).fill(NaN)),
    metric: isPlateau ? metricOf(/** @type {any} */ (settings), horizon) : null,
    marks: [],
    problem: null,
  };
  const refusal = refusalOf(settings);
  if (refusal) run.problem = refusal.at(null);
  else if (isPlateau) fillWithMetric(run);
  else fillWithSchedule(run);
  return run;
}

/** @param {Run} run */
function fillWithMetric(run) {
  const { settings, horizon } = run;
  fillWarmup(run, settings.lr);
  const first = firstScheduled(settings);
  multiplyByScale(run, Math.min(first, horizon + 1));
  run.marks = marksOf(settings, horizon + 1);
  fillPlateau(run, first);
  const end = addNoise(run, first, horizon + 1);
  run.marks = run.marks.filter(({ t }) => t < end);
}

/** @param {Run} run */
function fillWithSchedule(run) {
  const { settings, horizon } = run;
  const schedule = makeSchedule(settings);
  const warmup_t = Number(settings.warmup_t);
  let tops = settings.lr;
  if (settings.schedule === "tanh" && warmup_t && !settings.warmup_prefix) {
    const failure = failureOf(schedule, warmup_t);
    if (failure) {
      run.problem = failure.at(null, warmup_t);
      return;
    }
    tops = settings.lr.map((base) => schedule.lr(base));
  }
  fillWarmup(run, tops);
  const end = addNoise(run, 1, fillScheduled(run, schedule));
  multiplyByScale(run, horizon + 1);
  run.marks = marksOf(settings, end);
}

/**
 * Fill in what the schedule gives after the warm-up.
 *
 * @param {Run} run
 * @param {Schedule} schedule
 * @returns {number} the first t without a value: where timm fails, or past the end
 */
function fillScheduled(run, schedule) {
  const { settings, horizon, lrs } = run;
  const prefix = prefixOf(settings);
  for (let t = firstScheduled(settings); t <= horizon; t += 1) {
    const failure = failureOf(schedule, t - prefix);
    if (failure) {
      if (failure.stops || !run.problem) run.problem = failure.at(t);
      if (failure.stops) return t;
    } else {
      for (let g = 0; g < lrs.length; g += 1) lrs[g][t] = schedule.lr(settings.lr[g]);
    }
  }
  return horizon + 1;
}

/**
 * Move a schedule and catch its failure.
 *
 * @param {Schedule} schedule
 * @param {number} t
 * @returns {Failure | null}
 */
function failureOf(schedule, t) {
  try {
    schedule.move(t);
    return null;
  } catch (failure) {
    if (failure instanceof Failure) return failure;
    throw failure;
  }
}

/**
 * Add the noise.
 *
 * @param {Run} run
 * @param {number} first first t that can have noise
 * @param {number} end first t without a value
 * @returns {number} the first t without a value now
 */
function addNoise(run, first, end) {
  const settings = /** @type {any} */ (run.settings);
  const { from, to } = noisyRange(settings, first, end);
  if (from >= to) return end;
  const endless = endlessNoise(settings, to - from);
  if (endless) {
    run.problem = endless.at(from);
    for (const values of run.lrs) values.fill(NaN, from);
    return from;
  }
  const noise = noiseOf(settings, from, to);
  for (const values of run.lrs) {
    for (let t = from; t < to; t += 1) values[t] += values[t] * noise[t - from];
  }
  return end;
}

/**
 * Multiply the LRs of each param group before `end` by its lr_scale.
 *
 * @param {Run} run
 * @param {number} end
 */
function multiplyByScale({ settings, lrs }, end) {
  lrs.forEach((values, g) => {
    const scale = settings.lr_scale[g];
    for (let t = 0; t < end; t += 1) values[t] *= scale;
  });
}
