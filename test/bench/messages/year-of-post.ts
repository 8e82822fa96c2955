import { addDays, dayAt, type Day } from '@citypath/calendar';
import { emptyState, NEWEST_RULES, type JourneyState } from '@citypath/journey';
import { foretellActs, type ActAhead, type ForetoldLetter, type Recipient, type Today } from '@citypath/post';
import { USUAL_WINDOW } from '@citypath/store';
import { china } from '../../support/china';
import { referenceYear } from '../year/reference-year';
import type { YearScript } from '../year/year-script';

const JOURNEY = '100rc-cn.testville';
/** What is held when the journey ends has left by then. */
const DAYS_AFTERWARDS = 30;

/** A reference year as it was posted. */
export interface YearOfPost {
  letters: ForetoldLetter[];
  /** The journey at its end. */
  ended: JourneyState;
}

/**
 * Plays a reference year with its post: its commands at their moments, clock, post rules and morning reports, all in
 * memory. Everybody takes letters in the usual window of China, and all mail arrives.
 */
export function yearOfPost(script: YearScript): YearOfPost {
  const last = script.commands.at(-1)?.at ?? script.beginsAt;
  const foretold = foretellActs(todayOf(script), actsOf(script), addDays(dayAt(china, last), DAYS_AFTERWARDS));
  if (foretold.kind === 'refused') {
    const refused = script.commands[foretold.done.length - 1];
    throw new Error(`${refused?.command.kind ?? 'join'} was refused: ${JSON.stringify(foretold.refusal)}`);
  }
  const ended = foretold.done.at(-1)?.state;
  if (ended?.status !== 'completed') throw new Error('The year does not end.');
  return { letters: foretold.letters, ended };
}

/** The day of a person of the year. */
export function dayOf(at: Parameters<typeof dayAt>[1]): Day {
  return dayAt(china, at);
}

function todayOf({ beginsAt }: YearScript): Today {
  return {
    now: beginsAt,
    journeys: [
      {
        context: { rules: NEWEST_RULES, definition: referenceYear, calendar: china },
        state: emptyState(JOURNEY),
        programmeSeats: { manager: 'p-manager', director: 'p-director', evaluator: null },
      },
    ],
    recipient: atTheirDesk,
    waiting: [],
    unreported: [],
    skipped: new Set(),
  };
}

function actsOf({ beginsAt, join, commands }: YearScript): ActAhead[] {
  const pins = { definitionHash: 'd1', calendarHash: 'c1' };
  const joining = { kind: 'join', city: 'testville', programme: referenceYear.key, ...pins, ...join } as const;
  return [{ at: beginsAt, command: joining }, ...commands].map(({ at, command }, index) => {
    const id = `command-${index}`;
    return { at, journeyId: JOURNEY, command, stamp: { id, hash: id, by: 'p-manager', onBehalfOf: null } };
  });
}

function atTheirDesk(id: string): Recipient {
  return {
    id,
    address: `${id}@citypath.example`,
    erased: false,
    bounced: false,
    window: USUAL_WINDOW as Recipient['window'],
    calendar: china,
    leave: null,
    lettersHeldUntilOn: null,
    received: { digestOn: null, ordinaryOn: null, ordinaryCount: 0 },
  };
}
