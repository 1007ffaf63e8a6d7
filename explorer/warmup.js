/**
 * First t after the warm-up; timm never computes t = 0.
 *
 * @param {import("./types").Settings} settings
 */
export function firstScheduled({ schedule, warmup_t }) {
  return Math.max(1, Number(warmup_t) + (schedule === "plateau" ? 1 : 0));
}

/**
 * By how much t is moved for the schedule: by the warm-up, where that is a prefix.
 *
 * @param {import("./types").Settings} settings
 */
export function prefixOf({ schedule, warmup_t, warmup_prefix }) {
  return schedule === "wsd" || warmup_prefix ? Number(warmup_t) : 0;
}

/**
 * Fill in what the constructor leaves at t = 0 and the line of the warm-up.
 *
 * @param {import("./types").Run} run
 * @param {number[]} tops for each param group the LR at which the line ends
 */
export function fillWarmup({ settings, horizon, lrs }, tops) {
  const length = Number(settings.warmup_t);
  const start = Number(settings.warmup_lr_init);
  const end = Math.min(firstScheduled(settings), horizon + 1);
  lrs.forEach((values, g) => {
    values[0] = length ? start : settings.lr[g];
    const step = (tops[g] - start) / length;
    for (let t = 1; t < end; t += 1) values[t] = start + t * step;
  });
}
