import type { Day, Instant } from '@citypath/calendar';
import type { JourneyState, RuleContext } from '@citypath/journey';

/** What a process that has never forecast anything is asked to forecast. */
export interface ForecastTask {
  context: RuleContext;
  state: JourneyState;
  now: Instant;
  untilOn: Day;
}
