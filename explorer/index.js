export { fromAddress, toAddress } from "./address.js";
export { pythonCode } from "./code.js";
export { formulaAt } from "./formula.js";
export { firstMisfit, parametersOf, settingsOf, timmKwargs, withSchedule } from "./parameters.js";
export { pitfallsOf } from "./pitfalls.js";
export { computeRun } from "./run.js";
export { summaryOf } from "./summary.js";
export { text } from "./texts.js";
