import { earlyNormal } from "./torch_random.js";

/**
 * The metric that the reader shapes for plateau: it approaches `metric_to` exponentially and
 * stands still in stalls.
 *
 * @param {{metric_from: number, metric_to: number, metric_timescale: number,
 *   metric_stalls: number[], metric_stall_length: number, metric_noise: number,
 *   metric_seed: number}} settings
 * @param {number} epochs
 * @returns {Float64Array} one value for each epoch, of 4 digits after the point
 */
export function metricOf(settings, epochs) {
  const { metric_from, metric_to, metric_timescale, metric_noise } = settings;
  const stalls = Float64Array.from(settings.metric_stalls).sort();
  const seed = settings.metric_seed >>> 0;
  const metric = new Float64Array(epochs);
  let begun = 0;
  let lastStalled = -Infinity;
  let progress = 0;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const rest = (metric_from - metric_to) * Math.exp(-progress / metric_timescale);
    let value = metric_to + rest;
    if (metric_noise > 0) value += metric_noise * earlyNormal(seed + epoch, 0);
    metric[epoch] = Math.floor(value * 1e4 + 0.5) / 1e4;
    for (; begun < stalls.length && stalls[begun] <= epoch; begun += 1) {
      lastStalled = stalls[begun] + settings.metric_stall_length - 1;
    }
    if (epoch > lastStalled) progress += 1;
  }
  return metric;
}
