import type { LedgerRow, LetterResponse, LettersResponse, lettersQuery } from '@citypath/contracts';
import type { LetterKind } from '@citypath/journey';
import { beyondReader, Letters, type Instant, type LedgerFilter, type LedgerLine } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { cursorOf, keyIn } from '../journeys/cursor';
import { JourneyReader, type KnownJourney } from '../journeys/journey-reader';
import { mayReadLetters } from '../policies/may-read-letters';
import { ProblemError } from '../problems/problem-error';
import type { Reader } from '../session/reader';
import { ledgerRow } from './ledger-row';
import { statusesOf } from './ledger-states';
import { letterKinds } from './letter-words';

/** So many of the letters that went with one are told beside it. */
const MOST_CARRIED = 200;

/** The letters that fell due, and what became of them. */
@Injectable()
export class LettersService {
  constructor(
    private readonly letters: Letters,
    private readonly journeys: JourneyReader,
  ) {}

  async ledger(reader: Reader, query: z.output<typeof lettersQuery>): Promise<LettersResponse> {
    const after = keyIn<{ dueAt: string; id: string }>(query.after, { dueAt: 'string', id: 'string' });
    const all = await this.journeys.all(reader, { cityKey: query.city });
    const shown = all.filter(({ row }) => query.journey === undefined || row.id === query.journey);
    const page = await this.letters.ledger(
      {
        readable: readableOf(reader, shown),
        step: query.step,
        person: query.person,
        status: query.state && statusesOf[query.state],
        kind: query.kind === undefined ? undefined : [query.kind as LetterKind],
        fromAt: query.fromAt,
        beforeAt: query.beforeAt,
      },
      { limit: query.limit, ...(after && { after: { dueAt: after.dueAt as Instant, id: after.id } }) },
    );
    const letters = await this.rows(reader, page.items, shown);
    return { letters, kinds: letterKinds(), next: page.next && cursorOf({ ...page.next }) };
  }

  /** @throws ProblemError not-found, also for a letter that is not for this reader's eyes */
  async letter(reader: Reader, id: string): Promise<LetterResponse> {
    const letter = await this.letters.byId(id);
    if (!letter) throw new ProblemError('not-found');
    // Beyond what the reader's own rows tell: it may speak of more cities than the reader sees.
    const spokenOf = await beyondReader(() => this.letters.journeysSpokenOf(id));
    const seen = await this.journeys.all(reader, { ids: spokenOf });
    const readable = readableOf(reader, seen);
    const isOwn = letter.recipient === reader.person;
    if (!isOwn && letter.holder !== reader.person && !readable.journeyIds.includes(letter.journeyId)) {
      throw new ProblemError('not-found');
    }
    const carried = letter.carries === 0 ? [] : await this.carriedBy(id, readable);
    const [row, ...others] = await this.rows(reader, [letter, ...carried], seen);
    if (!row) throw new ProblemError('not-found');
    const withheld =
      !isOwn && letter.bodyText !== null && spokenOf.some((journeyId) => !readable.journeyIds.includes(journeyId));
    const { address, language, messageId, smtpResponse } = letter;
    const words = withheld
      ? { subject: null, text: null, html: null }
      : { subject: letter.subject, text: letter.bodyText, html: letter.bodyHtml };
    return { ...row, ...words, address, language, messageId, smtpResponse, withheld, carried: others };
  }

  private async carriedBy(id: string, readable: LedgerFilter['readable']): Promise<LedgerLine[]> {
    const { items } = await this.letters.ledger({ readable, carriedBy: id }, { limit: MOST_CARRIED });
    return items;
  }

  private async rows(
    reader: Reader,
    lines: readonly LedgerLine[],
    journeys: readonly KnownJourney[],
  ): Promise<LedgerRow[]> {
    const people = lines.flatMap(({ recipient, holder, skippedBy }) => [recipient, holder, skippedBy]);
    const concerned = journeys.filter(({ row }) => lines.some(({ journeyId }) => journeyId === row.id));
    const directories = await this.journeys.directory(
      concerned,
      people.filter((id) => id !== null),
    );
    return lines.flatMap((line) => {
      const journey = concerned.find(({ row }) => row.id === line.journeyId);
      return journey ? [ledgerRow(line, journey, directories(journey.row.programmeKey), reader)] : [];
    });
  }
}

/** Whoever runs a programme reads its letters; of the other journeys one's own. */
function readableOf(reader: Reader, journeys: readonly KnownJourney[]) {
  const readable = journeys.filter(({ context }) => mayReadLetters(reader, context.definition));
  return { journeyIds: idsOf(readable), ownIn: { journeyIds: idsOf(journeys), person: reader.person } };
}

function idsOf(journeys: readonly KnownJourney[]): string[] {
  return journeys.map(({ row }) => row.id);
}
