import type { Instant } from '@citypath/calendar';
import {
  emptyState,
  fold,
  NEWEST_RULES,
  nextMoment,
  openNeeds,
  type JourneyId,
  type JourneyState,
} from '@citypath/journey';
import type { ActRequest, CityJourneyInput } from './city-journey.messages';
import type { Begun, RulesOfRebuild } from './rebuild';

/** What keeps a journey from being taken in again; `taken-already`: its journal has this very command. */
export type NotBegun = 'journey-unknown' | 'journey-not-closed' | 'journey-moved' | 'taken-already';

/**
 * A journey that has ended runs no more, so its command cannot be given to it: a run is started again from its journal,
 * and begins with the command. Of several at once the last one counts: each shuts out the one before by its generation.
 *
 * @param begin raises the generation and folds the journal, at once
 * @returns null when the run has begun; else nothing has changed
 */
export async function takeInAgain(
  journeyId: JourneyId,
  { command, stamp, onlyAtHead }: ActRequest,
  now: Instant,
  begin: (rules: RulesOfRebuild) => Promise<Begun | null>,
  start: (input: CityJourneyInput & { state: JourneyState }, status: 'active' | 'on-hold') => Promise<void>,
): Promise<NotBegun | null> {
  let against: NotBegun = 'journey-unknown';
  const refuse = (why: NotBegun): never => {
    against = why;
    throw new Refused();
  };
  try {
    // Hazard: looked at where nobody can record, or the generation of a run that goes on would be raised.
    const begun = await begin({
      fold: (facts) => {
        if (facts.some(({ commandId }) => commandId === stamp.id)) refuse('taken-already');
        const state = fold(emptyState(journeyId), facts);
        if (!state.ended) refuse('journey-not-closed');
        if (onlyAtHead !== undefined && onlyAtHead !== state.head) refuse('journey-moved');
        return state;
      },
      needs: openNeeds,
      nextMoment: (editions, state) => nextMoment({ ...editions, rules: NEWEST_RULES }, state, now),
    });
    if (begun === null) return against;
    const { generation, state, definition, calendar } = begun;
    const first = { command, stamp };
    const input = { journeyId, generation, rules: NEWEST_RULES, definition, calendar, state, birth: null, first };
    await start(input, state.ended?.hold ? 'on-hold' : 'active');
    return null;
  } catch (error) {
    if (error instanceof Refused) return against;
    throw error;
  }
}

/** Takes back what was begun in the records. */
class Refused extends Error {}
