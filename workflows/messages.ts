export { BULK_ACT, bulkActRunId, stopBulkAct } from './bulk-act/bulk-act.messages';
export type { BulkActInput } from './bulk-act/bulk-act.messages';
export {
  act,
  CITY_ATTRIBUTE,
  CITY_JOURNEY,
  DEFAULT_TASK_QUEUE,
  JOURNAL_DISAGREES,
  JOURNEY_MOVED,
  journeyAttributes,
  PROGRAMME_ATTRIBUTE,
  RULES_FAILED,
  STATE_ATTRIBUTE,
  stateOf,
  TERMINATED_HERE,
} from './city-journey/city-journey.messages';
export { rebuild, startAgain } from './city-journey/rebuild';
export type { Rebuilt } from './city-journey/rebuild';
export { takeInAgain } from './city-journey/take-in-again';
export type { NotBegun } from './city-journey/take-in-again';
export type { ActRequest, ActResult, CityJourneyInput } from './city-journey/city-journey.messages';
export { WATCH, WATCH_EVERY, WATCH_ID, WATCH_SCHEDULE } from './watch/watch.messages';
