import { CosineSchedule } from "./cosine.js";
import { MultiStepSchedule } from "./multistep.js";
import { PolySchedule } from "./poly.js";
import { StepSchedule } from "./step.js";
import { TanhSchedule } from "./tanh.js";
import { WSDSchedule } from "./wsd.js";

/**
 * A schedule after its warm-up. `move` computes what all param groups share, `lr` the rest; both
 * throw a Failure where timm fails.
 *
 * @typedef {object} Schedule
 * @property {(t: number) => void} move go to t, without the warm-up where that is a prefix
 * @property {(base: number) => number} lr LR at that t of a param group with this base LR
 */

/** @type {Record<string, new (settings: any) => Schedule>} */
const CLASSES = {
  step: StepSchedule,
  multistep: MultiStepSchedule,
  cosine: CosineSchedule,
  tanh: TanhSchedule,
  poly: PolySchedule,
  wsd: WSDSchedule,
};

/**
 * The schedule of a time; plateau is none, as it depends on a metric.
 *
 * @param {import("../types").Settings} settings
 */
export function makeSchedule(settings) {
  return new CLASSES[settings.schedule](settings);
}
