import type { Instant } from '@citypath/calendar';
import { nameOf, oneLine } from '@citypath/letters';
import { People, TestLetters, type DataSource, type Person, type TakenTestLetter } from '@citypath/store';
import { assertNever } from '../assert-never';
import type { MailSetting } from '../compose-mail';
import { tryAgainAt } from '../smtp/pauses';
import type { PostOffice } from '../smtp/post-office';

/** A letter that was held so long belongs to a courier that died; at a very slow mail server it may come twice. */
const LEASE_MS = 120_000;
const LETTERS_A_ROUND = 10;

/** What a round did. */
export interface TestLetterReport {
  posted: number;
  /** Why the mail server took none of them; null when it did. */
  serverAway: string | null;
  /** Letters are still waiting: go round again at once. */
  more: boolean;
}

/** Posts the letters that people have sent to themselves: at once, at any hour, to their own address as it is now. */
export class TestLetterRound {
  private readonly letters: TestLetters;
  private readonly people: People;

  constructor(
    dataSource: DataSource,
    private readonly postOffice: PostOffice,
    private readonly setting: Pick<MailSetting, 'messageIdHost'>,
  ) {
    this.letters = new TestLetters(dataSource);
    this.people = new People(dataSource);
  }

  /** Posts what waits at `now`. @throws when the database is away; the next round goes on */
  async go(now: Instant): Promise<TestLetterReport> {
    const leaseBegan = new Date(Date.parse(now) - LEASE_MS).toISOString() as Instant;
    const taken = await this.letters.take(now, leaseBegan, LETTERS_A_ROUND);
    const report: TestLetterReport = { posted: 0, serverAway: null, more: taken.length === LETTERS_A_ROUND };
    if (taken.length === 0) return report;
    const people = await this.people.byIds([...new Set(taken.map(({ personId }) => personId))]);
    await Promise.all(
      taken.map((letter) =>
        this.post(
          letter,
          people.find(({ id }) => id === letter.personId),
          now,
          report,
        ),
      ),
    );
    return report;
  }

  private async post(
    letter: TakenTestLetter,
    person: Person | undefined,
    now: Instant,
    report: TestLetterReport,
  ): Promise<void> {
    if (!person || person.erasedAt !== null) {
      return this.letters.settle(letter, 'refused', { at: now, response: null });
    }
    const outcome = await this.postOffice.post({
      messageId: `<test-${letter.id}-${letter.attempt}@${this.setting.messageIdHost}>`,
      to: { name: oneLine(nameOf(person, person.language ?? 'zh')), address: person.address },
      subject: letter.subject,
      text: letter.bodyText,
      html: letter.bodyHtml,
    });
    switch (outcome.kind) {
      case 'accepted':
        report.posted += 1;
        return this.letters.settle(letter, 'accepted', { at: now, response: outcome.response });
      case 'unknown':
      case 'refused':
        return this.letters.settle(letter, outcome.kind, { at: now, response: outcome.response });
      case 'not-now':
        if (outcome.cause === 'server-away') report.serverAway = outcome.response;
        return this.letters.putBack(letter, tryAgainAt(outcome.cause, letter.attempt, now), outcome.response);
      default:
        return assertNever(outcome);
    }
  }
}
