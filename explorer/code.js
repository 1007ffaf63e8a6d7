import { classOf, parametersOf, timmKwargs } from "./parameters.js";
import { metricOf } from "./metric.js";

/**
 * @typedef {import("./types").Parameter} Parameter
 * @typedef {import("./types").Settings} Settings
 * @typedef {import("./types").Value} Value
 */

/** Columns of a line, as Black has them. */
const WIDTH = 88;

/**
 * Python that builds exactly this scheduler and steps it as timm's `train.py` does.
 *
 * Runnable as it is; the reader's own model and training go where `...` and the comments are.
 *
 * @param {Settings} settings
 */
export function pythonCode(settings) {
  const name = classOf(settings.schedule);
  const lines = [
    "import torch",
    `from timm.scheduler import ${name}`,
    "",
    ...modelAndOptimizer(settings),
    ...call(`scheduler = ${name}(`, ["optimizer", ...keywordArguments(settings)], ")"),
    "",
    ...loop(settings),
  ];
  return lines.join("\n") + "\n";
}

/** @param {Settings} settings */
function modelAndOptimizer({ lr, lr_scale }) {
  if (lr.length === 1 && lr_scale[0] === 1) {
    return [
      "model = torch.nn.Linear(1, 1)  # your model",
      `optimizer = torch.optim.SGD(model.parameters(), lr=${float(lr[0])})`,
    ];
  }
  const groups = lr.map((value, g) => {
    const scale = lr_scale[g] === 1 ? "" : `, "lr_scale": ${float(lr_scale[g])}`;
    return `    {"params": model[${g}].parameters(), "lr": ${float(value)}${scale}},`;
  });
  return [
    `model = torch.nn.ModuleList(torch.nn.Linear(1, 1) for _ in range(${lr.length}))  # your model`,
    "param_groups = [",
    ...groups,
    "]",
    "optimizer = torch.optim.SGD(param_groups)",
  ];
}

/**
 * The keyword arguments that timm requires or that differ from its defaults; floats where those
 * are floats.
 *
 * @param {Settings} settings
 */
function keywordArguments(settings) {
  const parameters = parametersOf(settings.schedule);
  return Object.entries(timmKwargs(settings))
    .filter(([name, value]) => !isEqual(value, parameters.get(name)?.default))
    .map(([name, value]) => {
      const { kind, default: byDefault } = /** @type {Parameter} */ (parameters.get(name));
      if (kind === "range" && Array.isArray(value)) return `${name}=(${value.join(", ")})`;
      const isFloat = kind === "number" && typeof byDefault === "number";
      return `${name}=${isFloat ? float(Number(value)) : literal(value)}`;
    });
}

/** @param {Settings} settings */
function loop(settings) {
  if (settings.schedule === "plateau") {
    return [
      "metrics = [  # in place of your own, one for each epoch",
      ...filled(Array.from(metricOf(/** @type {any} */ (settings), settings.num_epochs), literal)),
      "]",
      "",
      "for epoch, metric in enumerate(metrics):",
      "    ...  # train and evaluate for one epoch",
      "    scheduler.step(epoch + 1, metric)",
    ];
  }
  if (settings.t_in_epochs) {
    return [
      `for epoch in range(${settings.num_epochs}):`,
      "    ...  # train for one epoch",
      "    scheduler.step(epoch + 1)",
    ];
  }
  return [
    "num_updates = 0",
    `for epoch in range(${settings.num_epochs}):`,
    `    for _ in range(${settings.updates_per_epoch}):`,
    "        ...  # forward, backward, optimizer.step()",
    "        num_updates += 1",
    "        scheduler.step_update(num_updates)",
  ];
}

/**
 * A call on one line where it fits, else with one argument on each, as Black has it.
 *
 * @param {string} opening
 * @param {string[]} args
 * @param {string} closing
 */
function call(opening, args, closing) {
  const line = opening + args.join(", ") + closing;
  if (line.length <= WIDTH) return [line];
  return [opening, ...args.flatMap((argument) => wrapped(argument)), closing];
}

/**
 * One argument of a call on lines of its own; a long list is filled.
 *
 * @param {string} argument
 */
function wrapped(argument) {
  const line = `    ${argument},`;
  if (line.length <= WIDTH) return [line];
  const [opening, items] = argument.slice(0, -1).split("[");
  return [`    ${opening}[`, ...filled(items.split(", "), "        "), "    ],"];
}

/**
 * Items of a list, as many on a line as fit.
 *
 * @param {string[]} items
 * @param {string} indent
 */
function filled(items, indent = "    ") {
  const lines = [];
  let line = indent;
  for (const item of items) {
    const longer = `${line}${line === indent ? "" : " "}${item},`;
    if (longer.length > WIDTH && line !== indent) {
      lines.push(line);
      line = `${indent}${item},`;
    } else {
      line = longer;
    }
  }
  return items.length ? [...lines, line] : [];
}

/**
 * @param {Value} value
 * @returns {string}
 */
function literal(value) {
  if (value === null) return "None";
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return JSON.stringify(value);
  return Number.isFinite(value) ? String(value) : `float("${value}")`;
}

/** @param {number} x */
function float(x) {
  if (x !== 0 && Math.abs(x) < 1e-3) return x.toExponential();
  return Number.isInteger(x) && Math.abs(x) < 1e21 ? `${x}.0` : String(x);
}

/**
 * @param {unknown} a
 * @param {unknown} b
 */
function isEqual(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}
