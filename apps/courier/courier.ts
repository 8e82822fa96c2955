import type { Instant } from '@citypath/calendar';
import { Dossiers, type Dossier } from '@citypath/letters';
import {
  Letters,
  SecondPostings,
  type Claim,
  type ConcludedLetter,
  type DataSource,
  type MailRound,
} from '@citypath/store';
import type { MailSetting } from './compose-mail';
import { decideLetters, type OpenedRound } from './decide-letters';
import { keepLeases } from './keep-leases';
import { Outcomes } from './outcomes';
import { Posting } from './posting';
import type { PostOffice } from './smtp/post-office';
import { sortDecisions, type MessageToWrite } from './sort-decisions';
import { emptyReport, type TickReport } from './tick-report';

/** What a courier holds for so long without renewing it belongs to one that died. */
export const LEASE_MS = 65_000;
/** So long a report, a click or a person's word may still settle what is unknown, before it is posted again. */
const DOUBT_MS = 3_600_000;
const PEOPLE_AT_A_TIME = 60;
/** More of one person's letters wait for the next turn; a digest would not list them all. */
const LETTERS_OF_PERSON = 200;
const LETTERS_A_TICK = 240;
/** A tick takes no more when it has lasted so long: its `now` grows old. */
const TICK_MS = 20_000;

/** Takes people's turns: decides on all letters that wait for somebody, writes and posts what is to go, and keeps the ledger. */
export class Courier {
  private readonly letters: Letters;
  private readonly dossiers: Dossiers;
  private readonly secondPostings: SecondPostings;
  private readonly outcomes: Outcomes;
  private readonly posting: Posting;
  /** Claims that the database did not let go of: it was away. */
  private unreleased: Claim[] = [];

  constructor(dataSource: DataSource, postOffice: PostOffice, setting: MailSetting) {
    this.letters = new Letters(dataSource);
    this.dossiers = new Dossiers(dataSource);
    this.secondPostings = new SecondPostings(dataSource);
    this.outcomes = new Outcomes(this.letters);
    this.posting = new Posting(dataSource, this.dossiers, this.outcomes, postOffice, setting);
  }

  /**
   * Does what is to be done at `now`, the only clock here. Ticks of one courier must follow one another; several
   * couriers may tick at once: each person's turn is taken by one of them, and each letter is posted by one.
   * @throws when the database is away; nothing is lost, the next tick goes on
   */
  async tick(now: Instant): Promise<TickReport> {
    await this.outcomes.writeRest();
    await this.release();
    const leaseBeganAt = new Date(Date.parse(now) - LEASE_MS).toISOString() as Instant;
    await this.secondPostings.makeDue(new Date(Date.parse(now) - DOUBT_MS).toISOString() as Instant, now);
    const report = emptyReport(await this.letters.recoverUnknown(leaseBeganAt, now));
    const limits = { people: PEOPLE_AT_A_TIME, lettersOfPerson: LETTERS_OF_PERSON, leaseBeganAt };
    const begunAtMs = performance.now();
    for (let taken = 0; taken < LETTERS_A_TICK && performance.now() - begunAtMs < TICK_MS;) {
      const rounds = await this.letters.takeRounds(now, limits);
      if (rounds.length === 0) return report;
      this.unreleased.push(...rounds);
      await this.go(rounds, now, report);
      await this.release();
      if (report.serverAway !== null) return report;
      taken += Math.max(rounds.length, rounds.flatMap(({ letters }) => letters).length);
    }
    return { ...report, more: true };
  }

  private async go(rounds: MailRound[], now: Instant, report: TickReport): Promise<void> {
    const opened = await this.open(rounds, now, report);
    await this.knowCalendars(opened);
    const concluded: ConcludedLetter[] = [];
    const messages: (MessageToWrite & { claim: Claim })[] = [];
    for (const round of opened) {
      const decisions = decideLetters(round, (hash) => this.dossiers.knownCalendar(hash), now);
      const sorted = sortDecisions(decisions, round.dossiers);
      concluded.push(...sorted.concluded);
      messages.push(...sorted.messages.map((message) => ({ ...message, claim: round })));
    }
    await this.letters.conclude(concluded, now);
    for (const { outcome } of concluded) if (outcome.kind !== 'put-back') report.settled[outcome.kind] += 1;
    const holds = messages.flatMap(({ dossiers }) => dossiers.map(({ letter }) => letter));
    await keepLeases(
      (elapsedMs) => this.letters.renew(rounds, holds, new Date(Date.parse(now) + elapsedMs).toISOString() as Instant),
      () => this.posting.post(messages, now, report),
    );
  }

  /** One letter that cannot be decided on must not keep the others waiting: it is tried again later. */
  private async open(rounds: MailRound[], now: Instant, report: TickReport): Promise<OpenedRound[]> {
    const dossiers = await this.dossiers.openAll(rounds.flatMap(({ letters }) => letters));
    const failed = rounds
      .flatMap(({ letters }) => letters)
      .flatMap((letter) => {
        const error = dossiers.get(letter.id);
        return error instanceof Error ? [{ letter, error }] : [];
      });
    await Promise.all(failed.map(({ letter, error }) => this.posting.putAside([letter], error, now, report)));
    return rounds.map(({ letters, ...round }) => ({
      ...round,
      dossiers: letters
        .map(({ id }) => dossiers.get(id))
        .filter((dossier): dossier is Dossier => dossier !== undefined && !(dossier instanceof Error)),
    }));
  }

  /** Reads the calendars that people of these rounds have of their own, where they were never read before. */
  private async knowCalendars(rounds: OpenedRound[]): Promise<void> {
    const people = rounds.flatMap(({ dossiers }) => dossiers.flatMap((dossier) => [...dossier.people.values()]));
    const hashes = new Set(people.map(({ calendarHash }) => calendarHash).filter((hash) => hash !== null));
    await this.dossiers.knowCalendars([...hashes]);
  }

  /** Lets others have the turns again, also those that an earlier tick could not let go of. */
  private async release(): Promise<void> {
    await this.letters.releaseClaims(this.unreleased);
    this.unreleased = [];
  }
}
