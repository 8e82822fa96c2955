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
} from './city-journey/city-journey.messages';
export type { ActRequest, ActResult, CityJourneyInput } from './city-journey/city-journey.messages';
