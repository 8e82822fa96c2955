import { addDays, dayAt, type Day, type Instant } from '@citypath/calendar';
import { emptyState, NEWEST_RULES, type Command } from '@citypath/journey';
import { foretellActs, type ActAhead, type ForetoldLetter, type Recipient, type Today } from '@citypath/post';
import { USUAL_WINDOW } from '@citypath/store';
import { china } from '../../support/china';
import { referenceYear } from '../year/reference-year';
import type { YearScript } from '../year/year-script';

/** What is held when the journey ends has left by then. */
const DAYS_AFTERWARDS = 30;

/** Reference years as they were posted. */
export interface YearOfPost {
  letters: ForetoldLetter[];
  /** How many steps were opened. */
  steps: number;
}

/**
 * Plays the reference years of cities of one programme with their post: their commands at their moments, clock, post
 * rules and morning reports, all in memory. The cities share those who run the programme and nobody else. Everybody
 * takes letters in the usual window of China, and all mail arrives.
 */
export function yearOfPost(scripts: readonly YearScript[]): YearOfPost {
  const acts = scripts.flatMap(actsOf).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const [first, last] = [acts[0], acts.at(-1)];
  if (!first || !last) throw new Error('Nobody does anything.');
  const foretold = foretellActs(
    todayOf(first.at, scripts.length),
    acts,
    addDays(dayAt(china, last.at), DAYS_AFTERWARDS),
  );
  if (foretold.kind === 'refused') {
    const refused = acts[foretold.done.length];
    throw new Error(`${refused?.command.kind ?? 'join'} was refused: ${JSON.stringify(foretold.refusal)}`);
  }
  const ended = foretold.done.map(({ state }) => state).filter(({ status }) => status === 'completed');
  if (ended.length !== scripts.length) throw new Error('The year does not end.');
  const opened = ended.flatMap(({ steps }) => Object.values(steps)).filter(({ openedOn }) => openedOn !== null);
  return { letters: foretold.letters, steps: opened.length };
}

/** The day of a person of the year. */
export function dayOf(at: Parameters<typeof dayAt>[1]): Day {
  return dayAt(china, at);
}

function todayOf(now: Instant, cities: number): Today {
  return {
    now,
    journeys: Array.from({ length: cities }, (_, city) => ({
      context: { rules: NEWEST_RULES, definition: referenceYear, calendar: china },
      state: emptyState(journeyOf(city)),
      programmeSeats: { manager: 'p-manager', director: 'p-director', evaluator: null },
    })),
    recipient: atTheirDesk,
    waiting: [],
    unreported: [],
    skipped: new Set(),
  };
}

function journeyOf(city: number): string {
  return `100rc-cn.testville-${city}`;
}

function actsOf({ beginsAt, join, commands }: YearScript, city: number): ActAhead[] {
  const pins = { definitionHash: 'd1', calendarHash: 'c1' };
  const joining = { kind: 'join', city: `testville-${city}`, programme: referenceYear.key, ...pins, ...join } as const;
  return [{ at: beginsAt, command: joining }, ...commands].map(({ at, command }, index) => {
    const id = `command-${city}-${index}`;
    return {
      at,
      journeyId: journeyOf(city),
      command: withPeopleOf(city, command),
      stamp: { id, hash: id, by: 'p-manager', onBehalfOf: null },
    };
  });
}

/** Each city has people of its own. */
function withPeopleOf(city: number, command: Command): Command {
  return JSON.parse(JSON.stringify(command), (_, value: unknown) =>
    typeof value === 'string' && value.startsWith('p-') ? `${value}-${city}` : value,
  ) as Command;
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
