import { addDays, dayAt, type Day } from '@citypath/calendar';
import type { ComingLettersResponse, LetterToComeResponse } from '@citypath/contracts';
import { renderFor, writeLetter, type Dossier } from '@citypath/letters';
import { Letters, type Person } from '@citypath/store';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { directoryOf, JourneyReader, type KnownJourney } from '../journeys/journey-reader';
import { mayReadLetters } from '../policies/may-read-letters';
import { ProblemError } from '../problems/problem-error';
import type { Reader } from '../session/reader';
import { PUBLIC_URL } from '../tokens';
import { DaysAhead } from './days-ahead';
import { foretellLetters } from './foretell-letters';
import { isSkipped } from './ledger-row';
import { journeyOfKey, letterKeyOf } from './letter-key';
import { letterToCome, type Foretold } from './letter-to-come';
import { DAYS_AHEAD, type LetterForeseen } from './letter-foreseen';

/** More letters than anybody skips ahead in 30 days. */
const MOST_SKIPPED = 1_000;

/** The letters that will fall due if nobody acts: computed by the rules that will run. */
@Injectable()
export class ComingLettersService {
  constructor(
    private readonly letters: Letters,
    private readonly journeys: JourneyReader,
    private readonly daysAhead: DaysAhead,
    private readonly clock: Clock,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  /** Every letter of the next 30 days, in order of time. */
  async coming(reader: Reader, query: { programme?: string; city?: string }): Promise<ComingLettersResponse> {
    const all = await this.journeys.all(reader, { programmeKey: query.programme, cityKey: query.city });
    const { foretold, directory } = await this.foretold(all);
    const letters = foretold
      .filter((one) => isFor(reader, one))
      .map((one) => letterToCome(one, directory(one.letter.journey.row.programmeKey), reader));
    const todayOn = this.today(all[0]);
    return { todayOn, untilOn: addDays(todayOn, DAYS_AHEAD), letters };
  }

  /** One of them with its words, as they would stand. @throws ProblemError not-found, also for what is not for this reader */
  async one(reader: Reader, key: string): Promise<LetterToComeResponse> {
    const { foretold, directory, people } = await this.oneForetold(reader, key);
    const { journey } = foretold.letter;
    const { programmeSeats } = directory(journey.row.programmeKey);
    const to = people.find(({ id }) => id === foretold.to);
    // Nobody to write to, nothing to show.
    if (!isFor(reader, foretold) || !to) throw new ProblemError('not-found');
    const dossier = dossierOf(foretold.letter, programmeSeats, people);
    const now = foretold.goesAt ?? foretold.letter.due.dueAt;
    const { subject, text, html } = renderFor(to.language, (language) =>
      writeLetter(dossier, { reader: to, language, now, publicUrl: this.publicUrl }),
    );
    const shown = letterToCome(foretold, directory(journey.row.programmeKey), reader);
    return { ...shown, language: to.language, subject, text, html };
  }

  /** @throws ProblemError not-found: it is not to come any more, or was never */
  async oneForetold(reader: Reader, key: string): Promise<Told & { foretold: Foretold }> {
    const journeyId = journeyOfKey(key);
    if (journeyId === null) throw new ProblemError('not-found');
    const told = await this.foretold(await this.journeys.all(reader, { journeyId }));
    const foretold = told.foretold.find(({ letter }) => letter.key === key);
    if (!foretold) throw new ProblemError('not-found');
    return { ...told, foretold };
  }

  private async foretold(shown: readonly KnownJourney[]): Promise<Told & { foretold: Foretold[] }> {
    const now = this.clock.now();
    const ids = shown.map(({ row }) => row.id);
    const { items } = await this.letters.ledger(
      { journeyIds: ids, status: ['suppressed'], fromAt: now },
      { limit: MOST_SKIPPED },
    );
    const skipped = items.filter(isSkipped);
    const untilOn = addDays(this.today(shown[0]), DAYS_AHEAD);
    const ahead = await this.daysAhead.foretold(shown, skipped, now, untilOn);
    const foretold = foretellLetters(ahead, skipped).filter(({ letter }) => ids.includes(letter.journey.row.id));
    return { foretold, directory: directoryOf(ahead.people), people: ahead.people };
  }

  /** The city's day; of no city, that of UTC. */
  private today(journey: KnownJourney | undefined): Day {
    const now = this.clock.now();
    return journey ? dayAt(journey.context.calendar, now) : (now.slice(0, 10) as Day);
  }
}

interface Told {
  directory: ReturnType<typeof directoryOf>;
  people: readonly Person[];
}

/** Whoever runs the programme reads its letters; everybody else their own. */
function isFor(reader: Reader, { letter, to }: Foretold): boolean {
  return mayReadLetters(reader, letter.journey.context.definition) || to === reader.person;
}

/** What a letter is written from, with the fact that is still to come in place of one in the journal. */
function dossierOf(
  { journey, due, fact, stateThen }: LetterForeseen,
  programmeSeats: Dossier['programmeSeats'],
  people: readonly Person[],
): Dossier {
  const { row, context } = journey;
  const { programmeKey, definitionHash, calendarHash, demonstration, city } = row;
  return {
    letter: {
      ...due,
      id: letterKeyOf({ journeyId: row.id, ...due }),
      attempt: 0,
      deferredSince: null,
      passedOnTo: null,
      expedited: false,
      journeyId: row.id,
      journey: { programmeKey, definitionHash, calendarHash, demonstration, city, state: stateThen, stale: false },
    },
    state: stateThen,
    context,
    fact,
    programmeSeats,
    people: new Map(people.map((person) => [person.id, person])),
    // What silence causes has no words of people's in it.
    words: new Map(),
  };
}
