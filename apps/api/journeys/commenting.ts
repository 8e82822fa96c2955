import type { Commenting } from '@citypath/contracts';
import type { Addressee, PersonId } from '@citypath/journey';
import { mayAct } from '../policies/may-act';
import { isOfProgramme } from '../policies/may-see-comment';
import type { Reader } from '../session/reader';
import type { KnownJourney } from './journey-reader';
import type { Directory, Names } from './names';

/** How the reader may comment on the steps of a journey; null where not at all. */
export function commentingOf(
  journey: KnownJourney,
  reader: Reader,
  names: Names,
  directory: Directory,
): Commenting | null {
  const { context, state } = journey;
  if (state.status === 'completed' || state.status === 'withdrawn') return null;
  if (!mayAct(context, state, reader, 'comment', { kind: 'journey' }).may) return null;
  const askable = askableIn(journey, directory.programmeSeats)
    .filter(({ person }) => person !== reader.person)
    .flatMap(({ person, to }) => {
      const known = names.person(person);
      const of = to.holder === null ? ('programme' as const) : ('city' as const);
      return known && !known.erased ? [{ person: known, seatTitle: names.seatTitle(to.seat), of }] : [];
    });
  return { audiences: isOfProgramme(reader, context.definition) ? ['everyone', 'programme'] : ['everyone'], askable };
}

/** Everybody who can be asked about this journey, in the first seat that they hold here. */
export function askableIn(
  { context, state }: KnownJourney,
  programmeSeats: Directory['programmeSeats'],
): { person: PersonId; to: Addressee }[] {
  const found = new Map<PersonId, Addressee>();
  const add = (person: PersonId | null, to: Addressee) => {
    if (person !== null && !found.has(person)) found.set(person, to);
  };
  for (const { key: seat, of, readOnly } of context.definition.seats) {
    if (readOnly) continue;
    if (of === 'programme') add(programmeSeats[seat] ?? null, { seat, holder: null });
    else for (const person of peopleIn(state.seats[seat])) add(person, { seat, holder: person });
  }
  return [...found].map(([person, to]) => ({ person, to }));
}

function peopleIn(seat: { holder: PersonId | null; liaison: PersonId | null } | undefined): PersonId[] {
  return [seat?.holder ?? null, seat?.liaison ?? null].filter((person) => person !== null);
}
