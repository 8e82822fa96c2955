import type { Instant } from '@citypath/calendar';
import type { Dossiers } from '@citypath/letters';
import {
  Deliveries,
  Letters,
  OpenSteps,
  Threads,
  type Claim,
  type Concluded,
  type DataSource,
  type Hold,
  type Person,
  type TakenLetter,
} from '@citypath/store';
import { composeDigest, composeMail, type DigestSurroundings, type MailSetting, type Written } from './compose-mail';
import type { Outcomes } from './outcomes';
import { settlementOf } from './settlement';
import { tryAgainAt } from './smtp/pauses';
import type { Mail, Party, PostOffice } from './smtp/post-office';
import type { MessageToWrite } from './sort-decisions';
import { lettersToThread } from './threads';
import type { TickReport } from './tick-report';

/** Messages that are written into the ledger and posted together; a crash leaves so many unknown at most, times the lanes. */
const MESSAGES_AT_A_TIME = 10;
/** While one lot waits for the mail server the next one is written. */
const LANES = 2;
/** As many matters besides its letters as a digest looks at. */
const NEEDS_OF_DIGEST = 60;

type ClaimedMessage = MessageToWrite & { claim: Claim };
type WrittenMessage = ClaimedMessage & Written;

/** Writes messages, posts them, and has it written down what became of each. */
export class Posting {
  private readonly letters: Letters;
  private readonly openSteps: OpenSteps;
  private readonly threads: Threads;
  private readonly deliveries: Deliveries;

  constructor(
    dataSource: DataSource,
    private readonly dossiers: Dossiers,
    private readonly outcomes: Outcomes,
    private readonly postOffice: PostOffice,
    private readonly setting: MailSetting,
  ) {
    this.letters = new Letters(dataSource);
    this.openSteps = new OpenSteps(dataSource);
    this.threads = new Threads(dataSource);
    this.deliveries = new Deliveries(dataSource);
  }

  /** Posts the messages of one lot of people. Ends when all of them have ended. */
  async post(messages: readonly ClaimedMessage[], now: Instant, report: TickReport): Promise<void> {
    const left = [...messages];
    const lane = async (): Promise<void> => {
      while (left.length > 0) {
        const some = left.splice(0, MESSAGES_AT_A_TIME);
        // Whoever could not be spoken with a moment ago is not tried with all the others of this tick too.
        if (report.serverAway === null) await this.postSome(some, now, report);
        else await this.conclude(some, { kind: 'put-back', notBeforeAt: null }, now);
      }
    };
    // All lanes end before the tick does, or a next tick would run beside what is left of this one.
    const ended = await Promise.allSettled(Array.from({ length: LANES }, lane));
    const failed = ended.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
  }

  /** Letters that cannot be decided on or written wait, each as long as its attempts say; the others go. */
  async putAside(letters: readonly TakenLetter[], error: unknown, now: Instant, report: TickReport): Promise<void> {
    for (const letter of letters) {
      report.failures.push({ letterId: letter.id, error });
      report.settled.deferred += 1;
    }
    await Promise.all(
      letters.map((letter) => {
        const notBeforeAt = tryAgainAt('letter-deferred', letter.attempt, now);
        const { deferredSince } = letter;
        return this.outcomes.settle(
          letter,
          { kind: 'deferred', at: now, notBeforeAt, response: null, deferredSince },
          false,
        );
      }),
    );
  }

  private async postSome(messages: ClaimedMessage[], now: Instant, report: TickReport): Promise<void> {
    const before = await this.threads.before(lettersToThread(messages));
    const written: WrittenMessage[] = [];
    for (const message of messages) {
      const one = await this.write(message, before, now, report);
      if (one === null) continue;
      const notBeforeAt = this.setting.throttle?.admit(one.mail.to.address, now) ?? null;
      if (notBeforeAt === null) written.push(one);
      else await this.conclude([message], { kind: 'held', untilAt: notBeforeAt, reason: 'throttled' }, now);
    }
    // What stands in the ledger now is what the mail server gets; from here on a crash leaves it unknown.
    const mayPost = await this.letters.compose(
      written.map(({ claim, dossiers: [{ letter }, ...others], ordinaryOn, composed }) => ({
        ...composed,
        claim,
        hold: letter,
        carried: others.map((other): Hold => other.letter),
        ordinaryOn,
      })),
      now,
    );
    const going = written.filter(({ dossiers: [{ letter }] }) => mayPost.has(letter.id));
    const ended = await Promise.allSettled(going.map((one) => this.postOne(one, now, report)));
    const failed = ended.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
  }

  private async postOne(
    { mail, dossiers, ordinaryOn }: WrittenMessage,
    now: Instant,
    report: TickReport,
  ): Promise<void> {
    const outcome = await this.postOffice.post(mail);
    if (outcome.kind === 'not-now' && outcome.cause === 'server-away') report.serverAway = outcome.response;
    const [{ letter }] = dossiers;
    const settled = settlementOf(outcome, letter, now);
    report.settled[settled.kind] += 1;
    report.settled[settled.kind === 'deferred' ? 'deferred' : 'merged'] += dossiers.length - 1;
    await this.outcomes.settle(letter, settled, ordinaryOn !== null);
    if (outcome.kind === 'accepted' && mail.cc !== undefined) await this.postCopy(letter, mail, mail.cc, now);
  }

  /** Only what its reader has is copied; what became of the copy is not the letter's lot, but that of its address. */
  private async postCopy({ id }: Hold, mail: Mail, to: Party, now: Instant): Promise<void> {
    const copied = await this.postOffice.postCopy(mail, to);
    if (copied.kind !== 'refused' || !copied.recipient) return;
    await this.deliveries.copyRefused(id, to.address, copied.response, now);
  }

  private async write(
    message: ClaimedMessage,
    before: ReadonlyMap<string, string[]>,
    now: Instant,
    report: TickReport,
  ): Promise<WrittenMessage | null> {
    const { dossiers, to } = message;
    const [first, ...others] = dossiers;
    // The database being away is nobody's letter's fault: that ends the tick.
    const surroundings = others.length === 0 ? null : await this.surroundings(message, now);
    try {
      const reader = first.people.get(to);
      if (reader === undefined) throw new Error(`Letter ${first.letter.id} goes to ${to}, who is not known.`);
      const written =
        surroundings === null
          ? composeMail(first, reader, now, this.setting, {
              sender: this.postOffice.sender,
              before: before.get(first.letter.id),
            })
          : composeDigest(dossiers, surroundings, reader, now, this.setting);
      return { ...message, ...written };
    } catch (error) {
      return this.writeApart(message, error, now, report);
    }
  }

  /** A digest that cannot be written: the letter that is the cause waits, and the others are decided on without it. */
  private async writeApart(
    { dossiers, to }: ClaimedMessage,
    error: unknown,
    now: Instant,
    report: TickReport,
  ): Promise<null> {
    const reader = dossiers[0].people.get(to);
    const broken = dossiers.filter((dossier) => reader === undefined || !this.canBeWritten(dossier, reader, now));
    const aside = broken.length > 0 ? broken : dossiers;
    await this.putAside(
      aside.map(({ letter }) => letter),
      error,
      now,
      report,
    );
    const others = dossiers.filter((dossier) => !aside.includes(dossier)).map(({ letter }) => letter);
    await this.letters.conclude(
      others.map((hold) => ({ hold, outcome: { kind: 'put-back', notBeforeAt: null } })),
      now,
    );
    return null;
  }

  private canBeWritten(dossier: ClaimedMessage['dossiers'][number], reader: Person, now: Instant): boolean {
    try {
      composeMail(dossier, reader, now, this.setting, { sender: this.postOffice.sender, before: undefined });
      return true;
    } catch {
      return false;
    }
  }

  /** Everything that waits for the reader of a digest: one statement. */
  private async surroundings({ to, dossiers: [first] }: ClaimedMessage, now: Instant): Promise<DigestSurroundings> {
    const seats = first.people.get(to)?.programmeSeats ?? [];
    const reader = { person: to, seats, manages: [] };
    const { items } = await this.openSteps.needs(reader, { section: null, now }, { limit: NEEDS_OF_DIGEST });
    const definitions = await this.dossiers.definitionsOf(items.map(({ definitionHash }) => definitionHash));
    const calendars = await this.dossiers.calendarsOf(items.map(({ calendarHash }) => calendarHash));
    return { needs: items, definitions, calendars };
  }

  private async conclude(messages: ClaimedMessage[], outcome: Concluded, now: Instant): Promise<void> {
    const letters = messages.flatMap(({ dossiers }) => dossiers.map(({ letter }) => letter));
    await this.letters.conclude(
      letters.map((hold) => ({ hold, outcome })),
      now,
    );
  }
}
