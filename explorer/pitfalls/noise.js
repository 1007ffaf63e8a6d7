import { makeNoise } from "../noise.js";

/** @typedef {import("./facts.js").Rule} Rule */

/** @type {Rule} */
export function negativeLr({ run, settings, noisy }) {
  if (settings.noise_pct <= 1) return null;
  for (let t = noisy.from; t < noisy.to; t += 1) {
    const lr = Math.min(...run.lrs.map((values) => values[t]));
    if (lr < 0) return { t, lr };
  }
  return null;
}

/** @type {Rule} */
export function never({ settings, noisy }) {
  return settings.noise_range_t !== null && noisy.from >= noisy.to && {};
}

/** @type {Rule} */
export function belowLrMin({ run, settings, isPlateau, noisy }) {
  const { lr_min, lr_scale } = settings;
  if (!(lr_min > 0)) return null;
  const noiseAt = makeNoise(settings);
  for (let t = noisy.from; t < noisy.to; t += 1) {
    for (const [group, values] of run.lrs.entries()) {
      const bound = isPlateau ? lr_min : lr_min * lr_scale[group];
      const isBelow = values[t] < bound && values[t] / (1 + noiseAt(t)) >= bound * (1 - 1e-12);
      if (isBelow) return { t, lr: values[t], lr_min };
    }
  }
  return null;
}

/** @type {Rule} */
export function shared({ lr, noisy }) {
  return lr.length > 1 && noisy.from < noisy.to && { groups: lr.length };
}

/** @type {Rule} */
export function sameSeed({ settings, noisy }) {
  return noisy.from < noisy.to && settings.noise_seed === 42 && {};
}
