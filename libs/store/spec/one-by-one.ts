import type { LetterOutcome } from '../letters/letter-outcome';
import type { Letters } from '../letters/letters';
import type { ComposedLetter, TakenLetter } from '../letters/taken-letter';
import type { Instant } from '../types';

const LEASE_MS = 120_000;

/** Letters one at a time, for specs: their readers' turns are let go of at once. */
export class OneByOne {
  constructor(private readonly letters: Letters) {}

  async take(now: Instant, limit: number): Promise<TakenLetter[]> {
    const leaseBeganAt = new Date(Date.parse(now) - LEASE_MS).toISOString() as Instant;
    const rounds = await this.letters.takeRounds(now, { people: 10, lettersOfPerson: limit, leaseBeganAt });
    await this.letters.releaseClaims(rounds);
    return rounds.flatMap(({ letters }) => letters);
  }

  /** @returns whether it may be posted */
  async compose(letter: TakenLetter, written: ComposedLetter, now: Instant): Promise<boolean> {
    const claim = { person: letter.holder ?? '', round: 1 };
    const message = { ...written, claim, hold: letter, carried: [], ordinaryOn: null };
    return (await this.letters.compose([message], now)).has(letter.id);
  }

  /** @returns whether it was written */
  async settle(hold: TakenLetter, outcome: LetterOutcome): Promise<boolean> {
    return (await this.letters.settle([{ hold, outcome }])).has(hold.id);
  }
}
