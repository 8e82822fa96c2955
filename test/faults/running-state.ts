import type { JourneyState } from '@citypath/journey';
import { stateOf } from '@citypath/workflows/messages';
import type { House } from '../support/house';

/** What the running journey itself holds, asked of Temporal. */
export function runningState({ temporal }: House, journeyId: string): Promise<JourneyState> {
  return temporal.workflow.getHandle(journeyId).query(stateOf);
}
