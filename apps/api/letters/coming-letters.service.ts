import { addDays, dayAt, type Day } from '@citypath/calendar';
import type { comingLettersQuery, ComingLettersResponse, LetterToComeResponse } from '@citypath/contracts';
import type { JourneyAhead, ProgrammeSeats } from '@citypath/post';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Clock } from '../clock';
import { directoryOf, JourneyReader, type KnownJourney } from '../journeys/journey-reader';
import { mayReadLetters } from '../policies/may-read-letters';
import { ProblemError } from '../problems/problem-error';
import type { Reader } from '../session/reader';
import { PUBLIC_URL } from '../tokens';
import { DaysAhead } from './days-ahead';
import { foretellLetters } from './foretell-letters';
import { journeyOfKey } from './letter-key';
import { letterToCome, type Foretold } from './letter-to-come';
import { DAYS_AHEAD } from './letter-foreseen';
import { writeAhead, type MessageToCome, type Named } from './message-to-come';

/** The letters that will fall due if nobody acts: computed by the rules that will run. */
@Injectable()
export class ComingLettersService {
  constructor(
    private readonly journeys: JourneyReader,
    private readonly daysAhead: DaysAhead,
    private readonly clock: Clock,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  /** Every letter of the next 30 days, in order of time. */
  async coming(reader: Reader, query: z.output<typeof comingLettersQuery>): Promise<ComingLettersResponse> {
    const { programme: programmeKey, city: cityKey, journey: journeyId } = query;
    const all = await this.journeys.all(reader, { programmeKey, cityKey, journeyId });
    const { foretold, directory } = await this.foretold(all);
    const letters = foretold
      .filter((one) => isFor(reader, one) && isAsked(query, one))
      .map((one) => letterToCome(one, directory(one.letter.journey.row.programmeKey), reader));
    const todayOn = this.today(all[0]);
    return { todayOn, untilOn: addDays(todayOn, DAYS_AHEAD), letters };
  }

  /** One of them with the words in which it will reach its reader: its own, or the digest's. @throws ProblemError not-found, also for what is not for this reader */
  async one(reader: Reader, key: string): Promise<LetterToComeResponse> {
    const told = await this.oneForetold(reader, key);
    const { foretold, directory, people } = told;
    const { journey } = foretold.letter;
    const to = people.find(({ id }) => id === foretold.to);
    // Nobody to write to, nothing to show.
    if (!isFor(reader, foretold) || !to) throw new ProblemError('not-found');
    const message = messageFor(reader, foretold, directory(journey.row.programmeKey).programmeSeats);
    const { subject, text, html } = writeAhead(message, to, told, this.publicUrl);
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
    const untilOn = addDays(this.today(shown[0]), DAYS_AHEAD);
    const ahead = await this.daysAhead.foretold(shown, now, untilOn);
    const foretold = foretellLetters(ahead).filter(({ letter }) => ids.includes(letter.journey.row.id));
    return { foretold, directory: directoryOf(ahead.people), people: ahead.people, journeys: ahead.journeys };
  }

  /** The city's day; of no city, that of UTC. */
  private today(journey: KnownJourney | undefined): Day {
    const now = this.clock.now();
    return journey ? dayAt(journey.context.calendar, now) : (now.slice(0, 10) as Day);
  }
}

interface Told extends Named {
  directory: ReturnType<typeof directoryOf>;
}

/** Whoever runs the programme reads its letters; everybody else their own. */
function isFor(reader: Reader, { letter, to }: Foretold): boolean {
  return mayReadLetters(reader, letter.journey.context.definition) || to === reader.person;
}

function isAsked({ step, person }: z.output<typeof comingLettersQuery>, { letter: { due }, to }: Foretold): boolean {
  return (step === undefined || step === due.step) && (person === undefined || person === due.holder || person === to);
}

/** A digest may speak of more cities than the reader runs: then the letter is shown as if it went alone. */
function messageFor(
  reader: Reader,
  { letter: { journey, due, fact, stateThen }, to, goesAt, message }: Foretold,
  programmeSeats: ProgrammeSeats,
): MessageToCome {
  const isOpen = ({ context }: JourneyAhead) => mayReadLetters(reader, context.definition);
  if (message !== null && (to === reader.person || [...message.among.values()].every(isOpen))) return message;
  const { context } = journey;
  const among = new Map([[journey.row.id, { context, state: stateThen, programmeSeats }]]);
  return { at: goesAt ?? due.dueAt, letters: [{ letter: due, fact }], among };
}
