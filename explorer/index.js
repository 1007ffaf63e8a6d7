export { parametersOf, settingsOf, timmKwargs, withSchedule } from "./parameters.js";
