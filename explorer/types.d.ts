/** A language of the book that the component has texts for. */
export type Language = "ja" | "en";

export type Localized = Record<Language, string>;

export type ScheduleName =
  | "step"
  | "multistep"
  | "cosine"
  | "tanh"
  | "poly"
  | "wsd"
  | "plateau";

export type Value = number | boolean | string | number[] | null;

export interface Slider {
  min: number;
  /** `"horizon"`: the last t of the run. */
  max: number | "horizon";
  step?: number;
  /** `log0` is logarithmic with 0 at its left end. */
  scale?: "log" | "log0";
}

/** One parameter as `helpers/explorer/parameters.json` describes it. */
export interface Parameter {
  kind: "integer" | "number" | "boolean" | "choice" | "numbers" | "range";
  /** timm's default, or the run's; absent where timm requires the argument. */
  default?: Value;
  /** What a schedule starts with when the reader changes to it; `default` where absent. */
  start?: Value;
  slider?: Slider;
  options?: string[];
  tab: string;
  label: Localized;
  help: Localized;
}

/**
 * Everything that fixes a run: flat, JSON, every parameter of the schedule present under timm's
 * name. `lr` and `lr_scale` have one number for each param group.
 */
export interface Settings {
  schedule: ScheduleName;
  lr: number[];
  lr_scale: number[];
  num_epochs: number;
  updates_per_epoch: number;
  [name: string]: Value;
}

/** How the curve is shown; not a part of the schedule. */
export interface View {
  /** The LR that each t trains with, or the one left after each epoch, as the article plots. */
  plot: "used" | "after_epoch";
  log: boolean;
  /** A second schedule on the same budget. */
  overlay: ScheduleName | null;
  pins: Settings[];
}

/** Why timm refuses the settings, or fails at some t. */
export interface Problem {
  /** Key in texts.json; the localized sentence has the values filled in. */
  id: string;
  values: Record<string, string | number>;
  /**
   * What Python shows: `ValueError: Invalid t_initial (0), must be > 0.`; of an AssertionError,
   * which has no message, the condition: `AssertionError: assert t_initial > 0`. Empty where timm
   * goes on with a complex number, and where it never returns.
   */
  timm: string;
  /** The t at which it happens; null where the constructor fails. */
  t: number | null;
}

/** Something begins at t. */
export interface Mark {
  t: number;
  /**
   * `warmup_end`: the warm-up is over. `restart`: a cycle after the first begins. `cycles_end`:
   * all cycles are over. `decay_start`: the stable phase of wsd is over. `milestone`: step or
   * multistep change the LR. `decay`: plateau lowers the LR.
   */
  kind: "restart" | "warmup_end" | "decay_start" | "cycles_end" | "milestone" | "decay";
}

/** A run computed from settings. */
export interface Run {
  settings: Settings;
  /** Number of t trained with: epochs, or updates where t counts updates. */
  horizon: number;
  /**
   * One array for each param group with horizon + 1 values: `lrs[g][t]` is the LR that t trains
   * with, `lrs[g][horizon]` the one left at the end. NaN where timm has no real value and from
   * where it fails.
   */
  lrs: Float64Array[];
  /** Plateau only: the metric of each epoch. */
  metric: Float64Array | null;
  /** In the order of t, up to where timm fails; of many only the first. */
  marks: Mark[];
  problem: Problem | null;
}
