import { dayAt, type Instant, type Language } from '@citypath/calendar';
import type { PreparedLetterResponse } from '@citypath/contracts';
import { judge, lettersDue, type Fact, type StepRef } from '@citypath/journey';
import { renderLetter, writeLetter, type Dossier, type LetterText } from '@citypath/letters';
import { addresseeOf } from '@citypath/post';
import type { Person, PersonWithSeats } from '@citypath/store';
import type { KnownJourney } from './journey-reader';
import type { Names } from './names';

export interface PreparedLetterAsked {
  journey: KnownJourney;
  ref: StepRef;
  /** Whoever would release it: their name stands in the letter. */
  reader: string;
  people: readonly PersonWithSeats[];
  programmeSeats: Dossier['programmeSeats'];
  names: Names;
  now: Instant;
  publicUrl: string;
}

type Prepared = NonNullable<PreparedLetterResponse['letter']>;

/**
 * The letter that a release would send, as it would read today: the release is tried dry with the rules that will run.
 * @returns null where no letter waits to be released, or nobody would get it
 */
export function preparedLetter(asked: PreparedLetterAsked): Prepared | null {
  const { journey, ref, reader, now } = asked;
  const { context, state, row } = journey;
  const stamp = { id: 'dry', hash: '', by: reader, onBehalfOf: null, now };
  const judged = judge(context, state, { kind: 'release-rung', step: ref }, stamp);
  if (judged.kind === 'refused') return null;
  const fact = judged.facts.find(isReleased);
  const [due] = fact ? lettersDue(fact) : [];
  if (!fact || !due) return null;
  const people = new Map<string, Person>(asked.people.map((person) => [person.id, person]));
  const to = addresseeOf(due, asked.programmeSeats);
  const recipient = to.kind === 'person' ? people.get(to.person) : undefined;
  if (!recipient) return null;
  const dossier: Dossier = {
    letter: {
      ...due,
      id: 'prepared',
      attempt: 0,
      journeyId: row.id,
      deferredSince: null,
      passedOnTo: null,
      expedited: false,
      journey: { ...row, state: judged.state },
    },
    state: judged.state,
    context,
    fact,
    programmeSeats: asked.programmeSeats,
    people,
    words: new Map(),
  };
  const languages: Language[] = recipient.language === null ? ['zh', 'en'] : [recipient.language];
  return {
    to: asked.names.party({ seat: due.seat, holder: recipient.id }),
    versions: languages.map((language) => {
      const sending = { reader: recipient, language, now, publicUrl: asked.publicUrl };
      const { subject, text } = renderLetter(writeLetter(dossier, sending), language);
      const { released: _, ...unreleased } = fact;
      return { language, subject, text, words: ownWords(writeLetter({ ...dossier, fact: unreleased }, sending)) };
    }),
    on: dayAt(context.calendar, now),
  };
}

type Released = Extract<Fact, { kind: 'rung-reached' | 'acceptance-rung-reached' }>;

function isReleased(fact: Fact): fact is Released {
  return (fact.kind === 'rung-reached' || fact.kind === 'acceptance-rung-reached') && fact.released === true;
}

/** What the letter says before anybody has changed it: the words that a person may put their own in place of. */
function ownWords({ paragraphs }: LetterText): string {
  return paragraphs.filter((paragraph) => typeof paragraph === 'string').join('\n\n');
}
