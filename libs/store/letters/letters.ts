import type { DataSource } from 'typeorm';
import { Letter as LetterRow } from '../rows/letter';
import { AWAITS_RECOVERY } from '../recovery/awaits-recovery';
import { sql } from '../sql';
import type { Instant, Page, PageRequest } from '../types';
import { composeMessages, type ComposedMessage } from './compose';
import { concludeLetters, type ConcludedLetter } from './conclude';
import { expediteLetter, skipLetter } from './by-hand';
import type { LedgerFilter, LedgerKey, LedgerLine, LetterInFull } from './ledger';
import { ledgerLine, ledgerPage } from './ledger-page';
import type { Claim, MailRound, RoundLimits } from './mail-round';
import { renewClaims } from './renew-claims';
import { settleMessages, type SettledLetter } from './settle';
import { skipAhead, unskip, type LetterToSkip } from './skip-ahead';
import { CLAIM, type ClaimedRow, TAKE, type TakenRow, takenLetterOfRow } from './take';
import type { Hold } from './taken-letter';

/** The ledger of letters. Journal.record adds and cancels; here couriers take and settle, and people read. */
export class Letters {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Takes the turn of people whose letters wait, whoever has waited longest first, each with all of them. Several
   * couriers never have the same person at once. Two statements, one when nobody's letters wait.
   *
   * @param now the courier's time; letters due later, or held or deferred to later, stay
   */
  async takeRounds(now: Instant, { people, lettersOfPerson, leaseBeganAt }: RoundLimits): Promise<MailRound[]> {
    const claimed = await sql<ClaimedRow>(this.dataSource, CLAIM, [now, leaseBeganAt, people]);
    if (claimed.length === 0) return [];
    const ids = claimed.map(({ person_id }) => person_id);
    const taken = Map.groupBy(
      await sql<TakenRow>(this.dataSource, TAKE, [now, ids, lettersOfPerson]),
      (row) => row.person,
    );
    return claimed.map((row) => ({
      person: row.person_id,
      round: row.round,
      received: { digestOn: row.digest_on, ordinaryOn: row.ordinary_on, ordinaryCount: row.ordinary_count },
      letters: (taken.get(row.person_id) ?? []).map(takenLetterOfRow),
    }));
  }

  /** Lets others have the people's turn again. A claim that was lost meanwhile is left to the one who has it. */
  async releaseClaims(claims: readonly Claim[]): Promise<void> {
    if (claims.length === 0) return;
    await sql(
      this.dataSource,
      `UPDATE mailboxes m SET round_since = NULL
       FROM unnest($1::text[], $2::int[]) AS c (person, round) WHERE m.person_id = c.person AND m.round = c.round`,
      [claims.map(({ person }) => person), claims.map(({ round }) => round)],
    );
  }

  /** Says that a courier is alive: nobody else takes its claims and their letters for those of a dead one. */
  async renew(claims: readonly Claim[], holds: readonly Hold[], now: Instant): Promise<void> {
    await renewClaims(this.dataSource, claims, holds, now);
  }

  /** Writes what the post rules made of letters that no mail server gets now. */
  async conclude(letters: readonly ConcludedLetter[], now: Instant): Promise<void> {
    await concludeLetters(this.dataSource, letters, now);
  }

  /**
   * Writes into the ledger what is about to be posted, and counts it in its readers' mailboxes. To be called right
   * before posting: from here on, a crash makes the letters *unknown*.
   *
   * @returns the ids of the letters whose messages may be posted. A message that is not among them is to be left
   *   alone: a fact has crossed one of its letters, or another courier has it.
   */
  async compose(messages: readonly ComposedMessage[], now: Instant): Promise<Set<string>> {
    return composeMessages(this.dataSource, messages, now);
  }

  /**
   * Writes what became of messages.
   * @param ordinary the ids of those that counted as ordinary ones: what was not taken counts no more
   * @returns the ids of the letters written; nothing is written for a hold that was lost
   */
  async settle(settled: readonly SettledLetter[], ordinary: ReadonlySet<string> = new Set()): Promise<Set<string>> {
    return settleMessages(this.dataSource, settled, ordinary);
  }

  /**
   * Lets go of letters that a courier took before an instant and never settled. What was not written yet was
   * certainly not posted and is due again; the rest is *unknown* (or merged into what is), and never posted again by
   * itself.
   *
   * @returns how many of each
   */
  async recoverUnknown(before: Instant, now: Instant): Promise<{ unknown: number; dueAgain: number }> {
    const rows = await sql<{ status: string }>(
      this.dataSource,
      `UPDATE letters
       SET status = CASE WHEN message_id IS NOT NULL THEN 'unknown' WHEN carried_by IS NOT NULL THEN 'merged'
             WHEN crossed THEN 'cancelled' ELSE 'due' END,
           settled_at = CASE WHEN message_id IS NOT NULL OR carried_by IS NOT NULL OR crossed THEN $2::timestamptz END,
           crossed = crossed AND (message_id IS NOT NULL OR carried_by IS NOT NULL)
       WHERE status = 'posting' AND posting_since < $1 AND NOT ${AWAITS_RECOVERY} RETURNING status`,
      [before, now],
    );
    const count = (status: string): number => rows.filter((row) => row.status === status).length;
    return { unknown: count('unknown'), dueAgain: count('due') };
  }

  /**
   * Sends a waiting letter with the next round, at any hour and alone; whether it is still wanted is asked then.
   * @returns false when it no longer waits: nothing was changed
   */
  async expedite(id: string, by: string, now: Instant): Promise<boolean> {
    return expediteLetter(this.dataSource, id, by, now);
  }

  /**
   * Takes a waiting letter back, with a person's reason.
   * @returns false when it no longer waits: nothing was changed
   */
  async skip(id: string, by: string, words: string, now: Instant): Promise<boolean> {
    return skipLetter(this.dataSource, id, { by, words, now });
  }

  /**
   * Skips a letter before it falls due: its row stands in the ledger, so that it cannot go when its time comes.
   * @param words why; kept where they can be erased
   * @returns its id; null when it has fallen due already, or is skipped: nothing was changed
   */
  async skipAhead(letter: LetterToSkip, by: string, words: string, now: Instant): Promise<string | null> {
    return skipAhead(this.dataSource, letter, { by, words, now });
  }

  /**
   * Takes a skip back. A letter that has fallen due meanwhile is due, and the post rules say whether it is still wanted;
   * one that has not leaves no row.
   * @returns false when it is not skipped: nothing was changed
   */
  async unskip(id: string, by: string, now: Instant): Promise<boolean> {
    return unskip(this.dataSource, id, { by, now });
  }

  /** @returns a page of the ledger, newest first, without the letters' words; one statement */
  async ledger(filter: LedgerFilter, page: PageRequest<LedgerKey>): Promise<Page<LedgerLine, LedgerKey>> {
    return ledgerPage(this.dataSource, filter, page);
  }

  /** @returns the journey of a letter; null where there is none, or `id` is no letter's */
  async journeyOf(id: string): Promise<string | null> {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return null;
    const letter = await this.dataSource
      .getRepository(LetterRow)
      .findOne({ where: { id }, select: { journeyId: true } });
    return letter?.journeyId ?? null;
  }

  /** @returns the journeys that a letter speaks of: its own, and those of the letters that went with it */
  async journeysSpokenOf(id: string): Promise<string[]> {
    const rows = await sql<{ journey_id: string }>(
      this.dataSource,
      'SELECT DISTINCT journey_id FROM letters WHERE id = $1 OR carried_by = $1',
      [id],
    );
    return rows.map((row) => row.journey_id);
  }

  /** @returns one letter with its words, or null */
  async byId(id: string): Promise<LetterInFull | null> {
    return ledgerLine(this.dataSource, id);
  }
}
