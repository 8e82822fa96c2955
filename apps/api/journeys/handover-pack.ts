import { addDays, dayAt, type Instant } from '@citypath/calendar';
import type { CityPageResponse, HistoryEntry, PackResponse } from '@citypath/contracts';
import { forecastLetters, type Fact, type SeatKey } from '@citypath/journey';
import type { Person } from '@citypath/store';
import { comingLetter } from './coming-letter';
import type { KnownJourney } from './journey-reader';
import { Names, type Directory } from './names';

/** What a handover pack is made of: the city's page, and what the page does not say. */
export interface PackInput {
  journey: KnownJourney;
  seat: SeatKey;
  page: CityPageResponse;
  facts: readonly Fact[];
  history: HistoryEntry[];
  directory: Directory;
  /** With their addresses. */
  people: readonly Person[];
  now: Instant;
}

const LOOK_AHEAD_DAYS = 30;

/** All that somebody has to know who is new in a seat. */
export function handoverPack({ journey, seat, page, facts, history, directory, people, now }: PackInput): PackResponse {
  const { context, state } = journey;
  const names = new Names(context.definition, directory, state);
  const today = dayAt(context.calendar, now);
  const held = page.seats.find((one) => one.seat === seat);
  const coming = forecastLetters(context, state, now, addDays(today, LOOK_AHEAD_DAYS));
  return {
    journeyId: page.journeyId,
    city: page.city,
    programme: page.programme.title,
    seat,
    seatTitle: names.seatTitle(seat),
    holder: held?.holder ?? null,
    liaison: held?.liaison ?? null,
    predecessor: names.person(predecessorIn(facts, seat)),
    fromOn: held?.fromOn ?? null,
    todayOn: today,
    provisionalFromOn: page.provisionalFromOn,
    demonstration: page.demonstration,
    open: page.now
      .filter(({ of }) => of.seat === seat)
      .map(({ step, title, sign, sentence, dueOn, counted, workingDaysLeft }) => {
        return { step, title, sign, sentence, dueOn, counted, workingDaysLeft };
      }),
    done: page.steps
      .filter(({ sign }) => sign === 'done')
      .map(({ ref, title, dates }) => ({ step: ref, title, on: dates.actualOn })),
    papers: page.steps.flatMap(({ ref, title, rounds, evidenceWanted: wanted }) => {
      const last = rounds.findLast(({ handedIn }) => handedIn !== null);
      return last?.handedIn ? [{ step: ref, title, on: last.submittedOn, handedIn: last.handedIn, wanted }] : [];
    }),
    people: page.people,
    contacts: contactsOf(page, seat, people),
    letters: coming
      .filter((letter) => letter.seat === seat)
      .map((letter) => comingLetter(letter, names, context.calendar, today)),
    history,
  };
}

/** The last one who left the seat. */
function predecessorIn(facts: readonly Fact[], seat: SeatKey): string | null {
  const left = facts.findLast(
    (fact) => (fact.kind === 'seat-handed-over' || fact.kind === 'seat-vacated') && fact.seat === seat,
  );
  return left && 'from' in left ? left.from : null;
}

function contactsOf(page: CityPageResponse, seat: SeatKey, people: readonly Person[]): PackResponse['contacts'] {
  return page.seats.flatMap(({ seat: other, title, holder, liaison, readOnly }) => {
    const person = holder ?? liaison;
    const known = people.find(({ id }) => id === person?.id);
    if (other === seat || readOnly || !person || !known || known.erasedAt !== null) return [];
    return [{ seatTitle: title, person, address: known.address }];
  });
}
