import { dayAt, provisionalFrom, type Instant, type Language } from '@citypath/calendar';
import {
  acceptorOf,
  ownerOf,
  responsibleSeat,
  requireStep,
  seatDefinition,
  type JourneyId,
  type PersonId,
  type SeatKey,
  type StepRef,
  type StepState,
} from '@citypath/journey';
import type { Person } from '@citypath/store';
import type { LetterFacts, ListedStep, PersonName, SeatNow } from '../kinds/letter-facts';
import { titleOfStep } from '../wording/step-title';
import type { Dossier } from './dossier';

/** What the reader is told as: the person, whom the post rules chose, in which language, and where the pages are. */
export interface Sending {
  reader: Person;
  /** The reader's own; each of both in turn where that is not known. */
  language: Language;
  now: Instant;
  publicUrl: string;
}

/** The facts of the moment that every letter may use. */
export function commonFacts(dossier: Dossier, { reader, language, now, publicUrl }: Sending): LetterFacts {
  const { letter, context } = dossier;
  const { city, demonstration } = letter.journey;
  return {
    language,
    today: dayAt(context.calendar, now),
    provisionalFromOn: provisionalFrom(context.calendar),
    reader,
    seat: seatNow(dossier, letter.seat, reader.id),
    city: { en: city.nameEn, zh: city.nameZh ?? city.nameEn },
    programme: context.definition.title,
    manager: seatNow(dossier, context.definition.acceptance.whileVacant),
    journeyUrl: journeyUrl(publicUrl, letter.journeyId),
    demonstration,
  };
}

/** A seat with who holds it today, or with the person named. */
export function seatNow(dossier: Dossier, key: SeatKey, person?: PersonId | null): SeatNow {
  const seat = seatDefinition(dossier.context.definition, key);
  const ofCity = dossier.state.seats[key];
  const holder = person ?? ofCity?.holder ?? ofCity?.liaison ?? dossier.programmeSeats[key] ?? null;
  return {
    title: seat?.title ?? { en: key, zh: key },
    of: seat?.of ?? 'programme',
    office: seat?.office ?? false,
    person: nameNow(dossier, holder),
  };
}

/** A person's name; null for nobody, and for somebody who was erased. */
export function nameNow(dossier: Dossier, id: PersonId | null): PersonName | null {
  const person = id === null ? undefined : dossier.people.get(id);
  return person === undefined || person.erasedAt !== null ? null : person;
}

type JourneyAndRules = Pick<Dossier, 'context' | 'state'>;

/** The open steps of the journey, in the programme's order; those of one responsible seat where it is given. */
export function openSteps(dossier: JourneyAndRules, responsible?: SeatKey): ListedStep[] {
  const { context, state } = dossier;
  return listedSteps(dossier, (step) => {
    if (step.status !== 'open') return false;
    return responsible === undefined || responsibleSeat(context, state, step.ref) === responsible;
  });
}

/** What waits for a seat now: to be done, also in place of a vacant seat, or to be accepted. */
export function stepsWaitingFor(dossier: JourneyAndRules, seat: SeatKey): ListedStep[] {
  const { context, state } = dossier;
  return listedSteps(dossier, ({ ref, status }) => {
    if (status === 'submitted') return acceptorOf(context, state, ref).seat === seat;
    return status === 'open' && ownerOf(context, state, ref).seat === seat;
  });
}

function listedSteps({ context, state }: JourneyAndRules, listed: (step: StepState) => boolean): ListedStep[] {
  return context.definition.steps
    .flatMap(({ key }) => Object.values(state.steps).filter((step) => step.step === key && listed(step)))
    .map((step) => ({
      title: titleOfStep(requireStep(context.definition, step.ref), step),
      dueOn: step.status === 'submitted' ? step.acceptanceDueOn : step.dueOn,
    }));
}

/** The page of a journey. */
export function journeyUrl(publicUrl: string, journeyId: JourneyId): string {
  return `${publicUrl}/journeys/${encodeURIComponent(journeyId)}`;
}

/** The page of one step. The @ of an occurrence may stand in a path as it is, and reads better. */
export function stepUrl({ journeyUrl }: Pick<LetterFacts, 'journeyUrl'>, ref: StepRef): string {
  return `${journeyUrl}/steps/${encodeURIComponent(ref).replaceAll('%40', '@')}`;
}
