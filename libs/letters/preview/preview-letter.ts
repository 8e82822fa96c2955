import type { Instant, Language } from '@citypath/calendar';
import type { LetterKind, PersonId, StepRef } from '@citypath/journey';
import { addresseeOf } from '@citypath/post';
import type { Person } from '@citypath/store';
import type { Dossier } from '../facts/dossier';
import type { LetterText } from '../kinds/letter-text';
import { writeLetter } from '../write-letter';
import type { JourneyToPreview } from './journey-to-preview';
import { occasionOf, type Occasion } from './occasion';
import { SAMPLE_PLACE, SAMPLE_WORDS } from './sample-acts';

export interface PreviewAsked {
  kind: LetterKind;
  /** What it is about; kinds that are about no step leave it aside. */
  step: StepRef;
  now: Instant;
  publicUrl: string;
  /** Reads it where nobody would: the seat is empty. */
  standIn: Person;
}

/** A letter that was not sent, and may never be. */
export interface LetterPreview extends Pick<Occasion, 'isForeseen' | 'at'> {
  seat: string;
  /** Null: nobody; somebody else stands in as the reader. */
  reader: PersonId | null;
  /** Its words, in either language. */
  write: (language: Language) => LetterText;
}

const PLACE: Record<Language, string> = { en: 'the place that will be named', zh: '届时填写的地点' };
const WORDS: Record<Language, string> = {
  en: 'Here stands what somebody wrote.\nIt may have several lines.',
  zh: '此处为相关人员填写的内容。\n可以有多行。',
};

/** Writes a letter of a real journey as it would be sent: with its people, its steps and its days. */
export function previewLetter(journey: JourneyToPreview, asked: PreviewAsked): LetterPreview {
  const { kind, step, now, publicUrl, standIn } = asked;
  const occasion = occasionOf(kind, step, journey, now);
  const to = addresseeOf(occasion.due, journey.programmeSeats);
  const addressed = journey.people.find(({ id }) => to.kind === 'person' && id === to.person);
  const reader = addressed ?? standIn;
  return {
    isForeseen: occasion.isForeseen,
    at: occasion.at,
    seat: occasion.due.seat,
    reader: addressed?.id ?? null,
    write: (language) =>
      writeLetter(dossierOf(journey, occasion, language), { reader, language, now: occasion.at, publicUrl }),
  };
}

/** What a letter is written from, with a fact that did not happen in place of one in the journal. */
function dossierOf(
  { context, programmeSeats, people, journey }: JourneyToPreview,
  { fact, due, state }: Occasion,
  language: Language,
): Dossier {
  return {
    letter: {
      ...due,
      id: 'preview',
      attempt: 0,
      deferredSince: null,
      passedOnTo: null,
      expedited: false,
      journeyId: state.journeyId,
      journey: { ...journey, state },
    },
    state,
    context,
    fact,
    programmeSeats,
    people: new Map(people.map((person) => [person.id, person])),
    words: new Map([
      [SAMPLE_WORDS, WORDS[language]],
      [SAMPLE_PLACE, PLACE[language]],
    ]),
  };
}
