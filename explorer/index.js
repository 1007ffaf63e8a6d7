export { parametersOf, settingsOf, timmKwargs, withSchedule } from "./parameters.js";
export { computeRun } from "./run.js";
