import type { CalendarData, Day, Instant } from '@citypath/calendar';
import { Dossiers, nameOf, oneLine, ownCalendar, recipientOf } from '@citypath/letters';
import { decideWatchLetter } from '@citypath/post';
import { Findings, People, WatchLetters, type DataSource, type OpenFinding, type Person } from '@citypath/store';
import { assertNever } from '../assert-never';
import type { MailSetting } from '../compose-mail';
import { tryAgainAt } from '../smtp/pauses';
import { POST_WITHIN_MS, type PostOffice } from '../smtp/post-office';
import { PLAIN_WEEKS } from './plain-weeks';
import { writeWatchLetter } from './write-watch-letter';

/** A letter that has been held for longer belongs to a courier that died. */
const LEASE_MS = 2 * POST_WITHIN_MS;

/** Somebody's letter as it was decided on. */
interface Going {
  person: Person;
  on: Day;
  findings: OpenFinding[];
  /** How many that were told before are still there. */
  toldBefore: number;
}

/** What a round did. */
export interface WatchLetterReport {
  posted: number;
  /** Why the mail server took none of them; null when it did. */
  serverAway: string | null;
}

/**
 * Writes to administrators of what the watch found. A letter is written down before it is posted, one a person a day:
 * after a crash nobody knows whether it arrived, and it is not posted again.
 */
export class WatchLetterRound {
  private readonly letters: WatchLetters;
  private readonly looks: Findings;
  private readonly people: People;
  private readonly dossiers: Dossiers;

  /** @param beganAt of this courier: what was seen before may have been nothing but its absence */
  constructor(
    dataSource: DataSource,
    private readonly postOffice: PostOffice,
    private readonly setting: Pick<MailSetting, 'publicUrl' | 'messageIdHost'>,
    private readonly beganAt: Instant,
  ) {
    this.letters = new WatchLetters(dataSource);
    this.looks = new Findings(dataSource);
    this.people = new People(dataSource);
    this.dossiers = new Dossiers(dataSource);
  }

  /** Posts what is to go at `now`. @throws when the database is away; the next round goes on */
  async go(now: Instant): Promise<WatchLetterReport> {
    const report: WatchLetterReport = { posted: 0, serverAway: null };
    await this.letters.recoverUnknown(new Date(Date.parse(now) - LEASE_MS).toISOString() as Instant, now);
    const open = await this.letters.open();
    if (open.length === 0) return report;
    const look = await this.looks.lastLook();
    if (look === null || look.at < this.beganAt) return report;
    for (const going of await this.decide(open, now)) await this.post(going, now, report);
    return report;
  }

  private async decide(open: OpenFinding[], now: Instant): Promise<Going[]> {
    const people = await this.people.administrators();
    const told = await this.letters.told(
      people.map(({ id }) => id),
      open.map(({ matter }) => matter),
    );
    const calendar = await this.calendarOf(open, people);
    return people.flatMap((person) => {
      const { matters = new Set<string>(), lastOn = null } = told.get(person.id) ?? {};
      const pinned = person.calendarHash === null ? null : this.dossiers.knownCalendar(person.calendarHash);
      const decision = decideWatchLetter({
        now,
        recipient: recipientOf(person, ownCalendar(person, pinned, calendar, now)),
        calendar,
        matters: open.map(({ matter, seenAt }) => ({ id: matter, seenAt })),
        told: matters,
        lastOn: lastOn as Day | null,
      });
      if (decision.kind !== 'send') return [];
      const news = new Set(decision.matters);
      const findings = open.filter(({ matter }) => news.has(matter));
      return [{ person, on: decision.on, findings, toldBefore: open.length - findings.length }];
    });
  }

  /** That of the city of which something was found first. */
  private async calendarOf(open: OpenFinding[], people: Person[]): Promise<CalendarData> {
    const ofCity = open.find(({ calendarHash }) => calendarHash !== null)?.calendarHash ?? null;
    const hashes = [ofCity, ...people.map(({ calendarHash }) => calendarHash)].filter((hash) => hash !== null);
    await this.dossiers.knowCalendars([...new Set(hashes)]);
    return (ofCity === null ? null : this.dossiers.knownCalendar(ofCity)) ?? PLAIN_WEEKS;
  }

  private async post({ person, on, findings, toldBefore }: Going, now: Instant, report: WatchLetterReport) {
    const { publicUrl, messageIdHost } = this.setting;
    const definitions = await this.dossiers.definitionsOf(
      findings.flatMap(({ about, definitionHash }) => (about.step === undefined ? [] : (definitionHash ?? []))),
    );
    const written = writeWatchLetter({ person, findings, toldBefore, definitions, publicUrl });
    const matters = findings.map(({ matter }) => matter);
    const taken = await this.letters.take(person.id, on, matters, now);
    if (taken === null) return;
    const outcome = await this.postOffice.post({
      messageId: `<watch-${taken.id}@${messageIdHost}>`,
      to: { name: oneLine(nameOf(person, person.language ?? 'zh')), address: person.address },
      ...written,
    });
    const { response } = outcome;
    switch (outcome.kind) {
      case 'accepted':
        report.posted += 1;
        return this.letters.settle(taken, 'accepted', { at: now, response });
      case 'unknown':
      case 'refused':
        return this.letters.settle(taken, outcome.kind, { at: now, response });
      case 'not-now':
        if (outcome.cause === 'server-away') report.serverAway = response;
        return this.letters.putBack(taken, tryAgainAt(outcome.cause, taken.attempt, now), response);
      default:
        return assertNever(outcome);
    }
  }
}
