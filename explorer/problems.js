import { Failure } from "./failure.js";
import { pythonFloat } from "./python_math.js";

/** @typedef {import("./types").Settings} Settings */

/**
 * What torch's optimizer or the constructor of timm's class says of impossible settings, if it
 * does.
 *
 * @param {Settings} settings
 * @returns {Failure | null}
 */
export function refusalOf(settings) {
  const lowest = Math.min(...settings.lr);
  if (lowest < 0) {
    const python = `ValueError: Invalid learning rate: ${pythonFloat(lowest)}`;
    return new Failure("problem_lr", python, { lr: lowest });
  }
  const values = /** @type {any} */ (settings);
  switch (settings.schedule) {
    case "cosine":
    case "poly":
      return failedAssertion(values, CYCLE_ASSERTIONS);
    case "tanh":
      return failedAssertion(values, [...CYCLE_ASSERTIONS, ...TANH_ASSERTIONS]);
    case "wsd":
      return refusalOfWsd(values);
    case "plateau":
      return values.decay_rate < 1 ? null : refusal(values, ["decay_rate"], "Factor should be < 1.0.");
    default:
      return null;
  }
}

/**
 * @typedef {object} Assertion
 * @property {string[]} names what it is about
 * @property {string} condition as timm's source has it
 * @property {(settings: Record<string, number>) => boolean} holds
 */

/** @type {Assertion[]} */
const CYCLE_ASSERTIONS = [
  { names: ["t_initial"], condition: "t_initial > 0", holds: ({ t_initial }) => t_initial > 0 },
  notNegative("lr_min"),
];

/** @type {Assertion[]} */
const TANH_ASSERTIONS = [
  { names: ["lb", "ub"], condition: "lb < ub", holds: ({ lb, ub }) => lb < ub },
  notNegative("cycle_limit"),
  notNegative("warmup_t"),
  notNegative("warmup_lr_init"),
];

/**
 * @param {string} name
 * @returns {Assertion}
 */
function notNegative(name) {
  return {
    names: [name],
    condition: `${name} >= 0`,
    holds: (settings) => settings[name] >= 0,
  };
}

/**
 * @param {Record<string, number>} settings
 * @param {Assertion[]} assertions
 */
function failedAssertion(settings, assertions) {
  const failed = assertions.find(({ holds }) => !holds(settings));
  if (!failed) return null;
  const python = `AssertionError: assert ${failed.condition}`;
  return new Failure(`problem_${failed.names[0]}`, python, pick(settings, failed.names));
}

/**
 * Source: timm/scheduler/wsd_lr.py, `__init__`.
 *
 * @param {Record<string, number> & {stable_fn: string, stable_timescale: number | null}} settings
 */
function refusalOfWsd(settings) {
  const { t_initial, decay_t, lr_min, decay_ratio, decay_power, stable_power } = settings;
  const { stable_fn, stable_timescale, warmup_t } = settings;
  const invalid = (/** @type {string} */ name, /** @type {string} */ must) =>
    refusal(settings, [name], `Invalid ${name} (${pythonFloat(settings[name])}), must be ${must}.`);

  if (t_initial <= 0) {
    return refusal(settings, ["t_initial"], `Invalid t_initial (${t_initial}), must be > 0.`);
  }
  if (decay_t <= 0 || decay_t > t_initial) {
    const must = `in (0, t_initial] w/ t_initial=${t_initial}`;
    const message = `Invalid decay_t (${decay_t}), must be ${must}.`;
    return refusal(settings, ["decay_t", "t_initial"], message);
  }
  if (lr_min < 0) return invalid("lr_min", ">= 0");
  if (decay_ratio <= 0 || decay_ratio >= 1) return invalid("decay_ratio", "in (0, 1)");
  if (decay_power <= 0) return invalid("decay_power", "> 0");
  if (stable_power <= 0) return invalid("stable_power", "> 0");
  if (stable_fn !== "constant" && (stable_timescale ?? warmup_t) <= 0) {
    const message =
      `stable_fn=${stable_fn} requires a positive stable_timescale, it defaults to warmup_t ` +
      `(${warmup_t}), set it explicitly when there is no warmup.`;
    return refusal(settings, ["stable_timescale", "stable_fn"], message);
  }
  return null;
}

/**
 * @param {Record<string, any>} settings
 * @param {string[]} names what it is about
 * @param {string} message
 */
function refusal(settings, names, message) {
  return new Failure(`problem_${names[0]}`, `ValueError: ${message}`, pick(settings, names));
}

/**
 * @param {Record<string, any>} settings
 * @param {string[]} names
 */
function pick(settings, names) {
  return Object.fromEntries(names.map((name) => [name, settings[name]]));
}
