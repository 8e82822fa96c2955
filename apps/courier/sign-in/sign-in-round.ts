import type { Instant } from '@citypath/calendar';
import { nameOf, oneLine, renderFor, signIn } from '@citypath/letters';
import {
  addressKey,
  newSignInSecrets,
  People,
  SIGN_IN_MINUTES,
  SignInPost,
  type DataSource,
  type Person,
  type TakenSignIn,
} from '@citypath/store';
import { assertNever } from '../assert-never';
import type { MailSetting } from '../compose-mail';
import { tryAgainAt } from '../smtp/pauses';
import type { Mail, PostOffice } from '../smtp/post-office';

/**
 * A request that was held so long belongs to a courier that died, or to one with a very slow mail server: then it is
 * answered twice, and the newest letter counts.
 */
const LEASE_MS = 120_000;
const REQUESTS_A_ROUND = 200;
/** Letters that are posted side by side. */
const LETTERS_AT_A_TIME = 10;

/** What a round did. */
export interface SignInReport {
  posted: number;
  /** Why the mail server took none of the letters of the round; null when it did. */
  serverAway: string | null;
  /** Requests are still waiting: go round again at once. */
  more: boolean;
}

/**
 * Writes the letters that sign people in. Link and code are made here, go into the letter, and are kept nowhere: not in
 * the records (hashes only), not in the ledger, not in a log. What is not known to have arrived is written anew.
 */
export class SignInRound {
  private readonly post: SignInPost;
  private readonly people: People;

  constructor(
    dataSource: DataSource,
    private readonly postOffice: PostOffice,
    private readonly setting: MailSetting,
  ) {
    this.post = new SignInPost(dataSource);
    this.people = new People(dataSource);
  }

  /** Answers the requests that wait at `now`. @throws when the database is away; the next round goes on */
  async go(now: Instant): Promise<SignInReport> {
    const leaseBegan = new Date(Date.parse(now) - LEASE_MS).toISOString() as Instant;
    const taken = await this.post.take(now, leaseBegan, REQUESTS_A_ROUND);
    const report: SignInReport = { posted: 0, serverAway: null, more: taken.length === REQUESTS_A_ROUND };
    if (taken.length === 0) return report;
    const people = await this.people.byAddresses(taken.map(({ addressKey }) => addressKey));
    // Looked at before secrets are made: those are dear. Whether it is enough is decided once more when they count.
    const full = people.size > 0 ? await this.post.withEnough([...people.keys()], now) : new Set<string>();
    const { known, nobody, enough } = sorted(taken, people, full);
    if (nobody.length > 0) await this.post.conclude(nobody, 'nobody');
    if (enough.length > 0) await this.post.conclude(enough, 'enough');
    for (let first = 0; first < known.length; first += LETTERS_AT_A_TIME) {
      const some = known.slice(first, first + LETTERS_AT_A_TIME);
      await Promise.all(some.map(({ request, person }) => this.answer(request, person, now, report)));
    }
    return report;
  }

  private async answer(request: TakenSignIn, person: Person, now: Instant, report: SignInReport): Promise<void> {
    const secrets = newSignInSecrets();
    if (!(await this.post.arm(request, person.id, secrets, now))) {
      await this.post.conclude([request.id], 'enough');
      return;
    }
    const outcome = await this.postOffice.post(this.mailFor(request, person, secrets));
    switch (outcome.kind) {
      case 'accepted':
      // It may have arrived; whoever has it can use it, and whoever has not asks again.
      case 'unknown':
        report.posted += 1;
        return;
      case 'refused':
        return this.post.conclude([request.id], 'refused');
      case 'not-now':
        if (outcome.cause === 'server-away') report.serverAway = outcome.response;
        return this.post.putBack(request.id, tryAgainAt(outcome.cause, 1, now));
      default:
        return assertNever(outcome);
    }
  }

  private mailFor(request: TakenSignIn, person: Person, { token, code }: { token: string; code: string }): Mail {
    const { language } = person;
    const addresses = [person.address, ...person.otherAddresses];
    // To the address that was typed, as the records spell it.
    const address = addresses.find((known) => addressKey(known) === request.addressKey) ?? person.address;
    const linkUrl = `${this.setting.publicUrl}/sign-in/${token}`;
    return {
      messageId: `<sign-in-${request.id}@${this.setting.messageIdHost}>`,
      to: { name: oneLine(nameOf(person, language ?? 'zh')), address },
      ...renderFor(language, (one) =>
        signIn({ language: one, reader: person, linkUrl, code, minutes: SIGN_IN_MINUTES }),
      ),
    };
  }
}

interface Sorted {
  known: { request: TakenSignIn; person: Person }[];
  nobody: string[];
  /** Asked too often for now; or again at once, by a double click: only the last one is answered. */
  enough: string[];
}

function sorted(taken: TakenSignIn[], people: Map<string, Person>, full: Set<string>): Sorted {
  const outcome: Sorted = { known: [], nobody: [], enough: [] };
  const last = new Map(taken.map((request) => [`${request.bindingHash} ${request.addressKey}`, request.id]));
  for (const request of taken) {
    const { id, addressKey: address, bindingHash } = request;
    const person = people.get(address);
    if (!person) outcome.nobody.push(id);
    else if (full.has(address) || last.get(`${bindingHash} ${address}`) !== id) outcome.enough.push(id);
    else outcome.known.push({ request, person });
  }
  return outcome;
}
