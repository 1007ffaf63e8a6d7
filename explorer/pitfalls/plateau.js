/** @typedef {import("./facts.js").Rule} Rule */

/** @type {Rule} */
export function wrongMode({ run, settings, isPlateau, last }) {
  const { mode, metric_from: from, metric_to: to } = settings;
  const isWrong = mode === "max" ? to < from : to > from;
  const falls = run.marks.some(({ kind, t }) => kind === "decay" && t <= last);
  return isPlateau && isWrong && falls && { mode, from, to };
}

/** @type {Rule} */
export function patiencePastRun({ settings, isPlateau, last }) {
  const earliest = settings.warmup_t + settings.patience_t + 2;
  return isPlateau && earliest > last && { earliest, t: last };
}

/** @type {Rule} */
export function negativeMetric({ run, settings }) {
  if (!run.metric || settings.threshold <= 0) return null;
  const watched = run.metric.subarray(Math.max(0, settings.warmup_t));
  const isBestNegative = settings.mode === "max" ? watched[0] < 0 : watched.some((m) => m < 0);
  return isBestNegative && {};
}
