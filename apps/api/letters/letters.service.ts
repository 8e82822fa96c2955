import { addDays, dayAt } from '@citypath/calendar';
import type { ComingLettersResponse, LedgerRow, LetterResponse, LettersResponse } from '@citypath/contracts';
import { forecastLetters } from '@citypath/journey';
import { Letters, type Instant, type LedgerEntry } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { comingLetter } from '../journeys/coming-letter';
import { cursorOf, keyIn } from '../journeys/cursor';
import { JourneyReader, type DirectoryOf, type KnownJourney } from '../journeys/journey-reader';
import { Names } from '../journeys/names';
import { mayReadLetters } from '../policies/may-read-letters';
import { ProblemError } from '../problems/problem-error';
import type { Reader } from '../session/reader';
import { ledgerRow } from './ledger-row';

interface LedgerQuery {
  journey?: string;
  city?: string;
  step?: string;
  person?: string;
  after?: string;
  limit: number;
}

const DAYS_AHEAD = 30;

/** The letters that were written, and those that will be. */
@Injectable()
export class LettersService {
  constructor(
    private readonly letters: Letters,
    private readonly journeys: JourneyReader,
    private readonly clock: Clock,
  ) {}

  async ledger(reader: Reader, query: LedgerQuery): Promise<LettersResponse> {
    const after = keyIn<{ dueAt: string; id: string }>(query.after, { dueAt: 'string', id: 'string' });
    const all = await this.journeys.all(reader, { cityKey: query.city });
    const shown = all.filter(({ row }) => query.journey === undefined || row.id === query.journey);
    const readable = shown.filter(({ context }) => mayReadLetters(reader, context.definition));
    const page = await this.letters.ledger(
      {
        readable: { journeyIds: idsOf(readable), ownIn: { journeyIds: idsOf(shown), person: reader.person } },
        step: query.step,
        person: query.person,
      },
      { limit: query.limit, ...(after && { after: { dueAt: after.dueAt as Instant, id: after.id } }) },
    );
    const rows = await this.rows(page.items, shown);
    return { letters: rows, next: page.next && cursorOf({ ...page.next }) };
  }

  /** @throws ProblemError not-found, also for a letter that is not for this reader's eyes */
  async letter(reader: Reader, id: string): Promise<LetterResponse> {
    const letter = await this.letters.byId(id);
    if (!letter) throw new ProblemError('not-found');
    const [journey] = await this.journeys.all(reader, { journeyId: letter.journeyId });
    const isOwn = letter.recipient === reader.person;
    if (!journey || (!isOwn && !mayReadLetters(reader, journey.context.definition)))
      throw new ProblemError('not-found');
    const [row] = await this.rows([letter], [journey]);
    if (!row) throw new ProblemError('not-found');
    const { address, language, bodyText: text, bodyHtml: html, messageId, smtpResponse } = letter;
    return { ...row, address, language, text, html, messageId, smtpResponse };
  }

  /** Every letter of the next 30 days, if nobody acts: computed by the rules, journey by journey. */
  async coming(reader: Reader, query: { programme?: string; city?: string }): Promise<ComingLettersResponse> {
    const now = this.clock.now();
    const all = await this.journeys.all(reader, { programmeKey: query.programme, cityKey: query.city });
    const directories = await this.journeys.directory(all);
    const letters = all.flatMap(({ row, state, context }) => {
      const names = new Names(context.definition, directories(row.programmeKey), state);
      const today = dayAt(context.calendar, now);
      const city = { key: row.city.key, nameEn: row.city.nameEn, nameZh: row.city.nameZh };
      return forecastLetters(context, state, now, addDays(today, DAYS_AHEAD))
        .map((letter) => ({ journeyId: row.id, city, letter: comingLetter(letter, names, today) }))
        .filter(({ letter }) => mayReadLetters(reader, context.definition) || letter.to.person?.id === reader.person);
    });
    letters.sort((a, b) => (a.letter.at < b.letter.at ? -1 : a.letter.at > b.letter.at ? 1 : 0));
    const [first] = all;
    const today = first ? dayAt(first.context.calendar, now) : (now.slice(0, 10) as `${number}-${number}-${number}`);
    return { untilOn: addDays(today, DAYS_AHEAD), letters };
  }

  private async rows(entries: readonly LedgerEntry[], journeys: readonly KnownJourney[]): Promise<LedgerRow[]> {
    const people = entries.flatMap(({ recipient, holder }) => [recipient, holder]).filter((id) => id !== null);
    const concerned = journeys.filter(({ row }) => entries.some(({ journeyId }) => journeyId === row.id));
    const directories: DirectoryOf = await this.journeys.directory(concerned, people);
    return entries.flatMap((entry) => {
      const journey = concerned.find(({ row }) => row.id === entry.journeyId);
      return journey ? [ledgerRow(entry, journey, directories(journey.row.programmeKey))] : [];
    });
  }
}

function idsOf(journeys: readonly KnownJourney[]): string[] {
  return journeys.map(({ row }) => row.id);
}
