export { CHALLENGES, callOf } from "./catalogue.js";
export { closenessOf, percentOf } from "./closeness.js";
export { LRChallenges } from "./element.js";
