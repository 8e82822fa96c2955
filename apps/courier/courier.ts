import type { Instant } from '@citypath/calendar';
import { Dossiers, type Dossier } from '@citypath/letters';
import type { PostDecision } from '@citypath/post';
import {
  Letters,
  SecondPostings,
  Threads,
  type DataSource,
  type Hold,
  type LetterOutcome,
  type TakenLetter,
} from '@citypath/store';
import { assertNever } from './assert-never';
import { composeMail, type MailSetting } from './compose-mail';
import { decideLetters } from './decide-letters';
import { settlementOf } from './settlement';
import { tryAgainAt } from './smtp/pauses';
import type { PostOffice } from './smtp/post-office';
import { lettersToThread } from './threads';
import { emptyReport, type TickReport } from './tick-report';

/** A letter that was held so long and not settled belongs to a courier that died. Longer than an attempt lasts. */
export const LEASE_MS = 120_000;
/** So long a report, a click or a person's word may still settle what is unknown, before it is posted again. */
const DOUBT_MS = 3_600_000;
const LETTERS_AT_A_TIME = 10;
const LETTERS_A_TICK = 200;

/** Takes due letters, asks what is to become of each, writes it, posts it, and writes down what became of it. */
export class Courier {
  private readonly letters: Letters;
  private readonly dossiers: Dossiers;
  private readonly threads: Threads;
  private readonly secondPostings: SecondPostings;
  /** Outcomes that the database did not take: it was away just after the mail server had answered. */
  private readonly unwritten = new Map<Hold, LetterOutcome>();

  constructor(
    dataSource: DataSource,
    private readonly postOffice: PostOffice,
    private readonly setting: MailSetting,
  ) {
    this.letters = new Letters(dataSource);
    this.dossiers = new Dossiers(dataSource);
    this.threads = new Threads(dataSource);
    this.secondPostings = new SecondPostings(dataSource);
  }

  /**
   * Does what is to be done at `now`, the only clock here. Ticks of one courier must follow one another; several
   * couriers may tick at once, and each letter is posted by one of them.
   * @throws when the database is away; nothing is lost, the next tick goes on
   */
  async tick(now: Instant): Promise<TickReport> {
    await Promise.all([...this.unwritten].map(([hold, outcome]) => this.settle(hold, outcome)));
    const leaseBegan = new Date(Date.parse(now) - LEASE_MS).toISOString() as Instant;
    await this.secondPostings.makeDue(new Date(Date.parse(now) - DOUBT_MS).toISOString() as Instant, now);
    const report = emptyReport(await this.letters.recoverUnknown(leaseBegan, now));
    for (let taken = 0; taken < LETTERS_A_TICK; taken += LETTERS_AT_A_TIME) {
      const letters = await this.letters.take(now, LETTERS_AT_A_TIME);
      await this.deliver(letters, now, report);
      if (letters.length < LETTERS_AT_A_TIME || report.serverAway !== null) return report;
    }
    return { ...report, more: true };
  }

  private async deliver(letters: TakenLetter[], now: Instant, report: TickReport): Promise<void> {
    const dossiers = await this.openDossiers(letters, now, report);
    const decisions = decideLetters(dossiers, now);
    const before = await this.threads.before(lettersToThread(dossiers, decisions));
    // All of them end before the tick does, or a next tick would run beside what is left of this one.
    const ended = await Promise.allSettled(
      dossiers.map((dossier) =>
        this.follow(decisions.get(dossier.letter.id), dossier, before.get(dossier.letter.id), now, report),
      ),
    );
    const failed = ended.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
  }

  /** One letter that cannot be decided on or written must not keep the others waiting: it is tried again later. */
  private async openDossiers(letters: TakenLetter[], now: Instant, report: TickReport): Promise<Dossier[]> {
    const opened = await Promise.all(
      letters.map((letter) =>
        this.dossiers.open(letter).catch(async (error: unknown) => {
          await this.putAside(letter, error, now, report);
          return null;
        }),
      ),
    );
    return opened.filter((dossier) => dossier !== null);
  }

  private async follow(
    decision: PostDecision | undefined,
    dossier: Dossier,
    before: string[] | undefined,
    now: Instant,
    report: TickReport,
  ): Promise<void> {
    const { letter } = dossier;
    if (decision === undefined) return;
    switch (decision.kind) {
      case 'hold':
      case 'merge':
      case 'digest':
      case 'pass-on':
        throw new Error(`Not built yet: ${decision.kind}`);
      case 'suppress':
        return this.conclude(letter, { kind: 'suppressed', at: now, reason: decision.reason }, report);
      case 'send':
        return this.send(dossier, decision.to, before, now, report);
      default:
        return assertNever(decision);
    }
  }

  private async send(
    dossier: Dossier,
    to: string,
    before: string[] | undefined,
    now: Instant,
    report: TickReport,
  ): Promise<void> {
    const { letter, people } = dossier;
    let written: ReturnType<typeof composeMail>;
    try {
      const reader = people.get(to);
      if (reader === undefined) throw new Error(`Letter ${letter.id} goes to ${to}, who is not known.`);
      written = composeMail(dossier, reader, now, this.setting, { sender: this.postOffice.sender, before });
    } catch (error) {
      return this.putAside(letter, error, now, report);
    }
    const { deferredSince } = letter;
    const notBeforeAt = this.setting.throttle?.admit(written.mail.to.address, now) ?? null;
    if (notBeforeAt !== null)
      return this.conclude(letter, { kind: 'deferred', at: now, notBeforeAt, response: null, deferredSince }, report);
    // What stands in the ledger now is what the mail server gets; from here on a crash leaves it unknown.
    if (!(await this.letters.compose(letter, written.composed, now))) return;
    const outcome = await this.postOffice.post(written.mail);
    if (outcome.kind === 'not-now' && outcome.cause === 'server-away') report.serverAway = outcome.response;
    await this.conclude(letter, settlementOf(outcome, letter, now), report);
  }

  private async putAside(letter: TakenLetter, error: unknown, now: Instant, report: TickReport): Promise<void> {
    report.failures.push({ letterId: letter.id, error });
    const notBeforeAt = tryAgainAt('letter-deferred', letter.attempt, now);
    await this.conclude(
      letter,
      { kind: 'deferred', at: now, notBeforeAt, response: null, deferredSince: letter.deferredSince },
      report,
    );
  }

  private async conclude(hold: Hold, outcome: LetterOutcome, report: TickReport): Promise<void> {
    report.settled[outcome.kind] += 1;
    await this.settle(hold, outcome);
  }

  private async settle(hold: Hold, outcome: LetterOutcome): Promise<void> {
    this.unwritten.set(hold, outcome);
    await this.letters.settle(hold, outcome);
    this.unwritten.delete(hold);
  }
}
