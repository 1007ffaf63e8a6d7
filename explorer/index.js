export { parametersOf, settingsOf, timmKwargs, withSchedule } from "./parameters.js";
export { LRExplorer } from "./element.js";
export { widget } from "./widget.js";
