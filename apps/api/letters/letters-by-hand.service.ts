import type { LetterActResponse } from '@citypath/contracts';
import { Letters, type LetterInFull } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { ProblemError } from '../problems/problem-error';
import type { Reader } from '../session/reader';
import { ComingLettersService } from './coming-letters.service';
import { isSkipped } from './ledger-row';
import { maySkipAhead } from './letter-to-come';

/** What a manager or an administrator does to single letters. */
@Injectable()
export class LettersByHandService {
  constructor(
    private readonly letters: Letters,
    private readonly coming: ComingLettersService,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError letter-not-waiting */
  async sendNow(reader: Reader, id: string): Promise<LetterActResponse> {
    const done = await this.letters.expedite(id, reader.person, this.clock.now());
    const letter = await this.known(id);
    if (!done && letter.expeditedBy !== reader.person) throw new ProblemError('letter-not-waiting');
    return { id, status: letter.status };
  }

  /** @throws ProblemError letter-not-waiting */
  async skip(reader: Reader, id: string, reason: string): Promise<LetterActResponse> {
    const done = await this.letters.skip(id, reader.person, reason, this.clock.now());
    const letter = await this.known(id);
    if (!done && !isSkippedBy(letter, reader)) throw new ProblemError('letter-not-waiting');
    return { id, status: letter.status };
  }

  /** @throws ProblemError letter-fell-due, letter-not-foretold, or not-found: it is not to come any more */
  async skipAhead(reader: Reader, key: string, reason: string): Promise<LetterActResponse> {
    const { foretold } = await this.coming.oneForetold(reader, key);
    const { letter, skipped } = foretold;
    if (skipped?.skippedBy === reader.person) return { id: skipped.id, status: skipped.status };
    if (!maySkipAhead(letter.due.threshold)) throw new ProblemError('letter-not-foretold');
    const ahead = { ...letter.due, journeyId: letter.journey.row.id };
    const id = await this.letters.skipAhead(ahead, reader.person, reason, this.clock.now());
    if (id === null) throw new ProblemError('letter-fell-due');
    return { id, status: 'suppressed' };
  }

  /** @throws ProblemError letter-not-skipped */
  async unskip(reader: Reader, id: string): Promise<LetterActResponse> {
    if (!(await this.letters.unskip(id, reader.person, this.clock.now()))) throw new ProblemError('letter-not-skipped');
    const letter = await this.letters.byId(id);
    return { id, status: letter?.status ?? 'coming' };
  }

  private async known(id: string): Promise<LetterInFull> {
    const letter = await this.letters.byId(id);
    if (!letter) throw new ProblemError('not-found');
    return letter;
  }
}

function isSkippedBy(letter: LetterInFull, reader: Reader): boolean {
  return isSkipped(letter) && letter.skippedBy === reader.person;
}
