import type { DataSource } from 'typeorm';
import type { SignInRequest } from '../plain';
import { SignInRequest as SignInRequestRow } from '../rows/sign-in-request';
import { sql } from '../sql';
import type { Instant } from '../types';
import { hashOfSecret, isCode } from './secrets';

/** The courier listens here: somebody waits for a letter. */
export const SIGN_IN_CHANNEL = 'citypath_sign_in';

/** How long a link and its code hold. */
export const SIGN_IN_MINUTES = 15;

/** How often a code may be typed before another letter is needed. */
export const MOST_GUESSES = 5;

export type AskedSignIn = Pick<SignInRequest, 'addressKey' | 'bindingHash' | 'toPath' | 'askedAt'>;

/** What became of a typed code. `wrong`: so many more may be tried. */
export type CodeOutcome =
  { kind: 'right'; request: SignInRequest } | { kind: 'wrong'; left: number } | { kind: 'expired' | 'not-asked' };

/** Who asked to sign in, as the doors see it: asking, and showing what the letter said. The courier's side is SignInPost. */
export class SignInRequests {
  constructor(private readonly dataSource: DataSource) {}

  /** Writes down who asked, and wakes the courier. One statement, the same whoever they are. */
  async ask(asked: AskedSignIn[]): Promise<void> {
    await sql(
      this.dataSource,
      `WITH asked AS (
         INSERT INTO sign_in_requests (address_key, binding_hash, to_path, asked_at, expires_at)
         SELECT a."addressKey", a."bindingHash", a."toPath", a."askedAt", a."askedAt" + make_interval(mins => $2)
         FROM jsonb_to_recordset($1::jsonb)
           AS a ("addressKey" text, "bindingHash" text, "toPath" text, "askedAt" timestamptz))
       SELECT pg_notify('${SIGN_IN_CHANNEL}', '')`,
      [JSON.stringify(asked), SIGN_IN_MINUTES],
    );
  }

  /** @returns the request whose letter has this link, whatever became of it; null when none has */
  async byToken(token: string): Promise<SignInRequest | null> {
    return this.repository.findOneBy({ tokenHash: hashOfSecret(token) });
  }

  /**
   * Uses up a request.
   * @returns false when it was used, replaced or has expired meanwhile: then nobody is to be signed in
   */
  async use(id: string, now: Instant): Promise<boolean> {
    const rows = await sql<{ id: string }>(
      this.dataSource,
      `UPDATE sign_in_requests SET used_at = $2
       WHERE id = $1 AND used_at IS NULL AND replaced_at IS NULL AND expires_at > $2 RETURNING id`,
      [id, now],
    );
    return rows.length > 0;
  }

  /**
   * Takes a code typed in the browser that asked, and counts it. What is answered depends on what this browser asked
   * last and on nothing else, so that it tells nothing of an address; and a code is tried at most MOST_GUESSES times,
   * also when further letters are asked for that are not sent.
   */
  async tryCode(bindingHash: string, code: string, now: Instant): Promise<CodeOutcome> {
    // Counted before it is looked at: codes typed side by side are counted too.
    const counted = await sql<Columns>(
      this.dataSource,
      `UPDATE sign_in_requests SET guesses = guesses + 1
       WHERE binding_hash = $1 AND used_at IS NULL AND expires_at > $2 AND address_key = (
         SELECT address_key FROM sign_in_requests WHERE binding_hash = $1 ORDER BY asked_at DESC, id LIMIT 1)
       RETURNING *`,
      [bindingHash, now],
    );
    const live = counted.map(requestOfRow).sort((a, b) => (a.askedAt < b.askedAt ? 1 : -1));
    const [newest] = live;
    if (!newest) return { kind: (await this.repository.existsBy({ bindingHash })) ? 'expired' : 'not-asked' };
    const posted = live.find(({ codeHash, replacedAt }) => codeHash !== null && replacedAt === null);
    const isRight = await isCode(code, (posted ?? newest).id, posted?.codeHash ?? null);
    if (isRight && posted && Math.max(posted.guesses, newest.guesses) <= MOST_GUESSES)
      return { kind: 'right', request: posted };
    return { kind: 'wrong', left: Math.max(0, MOST_GUESSES - newest.guesses) };
  }

  /** Forgets the requests that were asked before an instant: whose they were is nobody's business any more. */
  async sweep(before: Instant): Promise<void> {
    await sql(this.dataSource, 'DELETE FROM sign_in_requests WHERE asked_at < $1', [before]);
  }

  private get repository() {
    return this.dataSource.getRepository(SignInRequestRow);
  }
}

interface Columns {
  id: string;
  address_key: string;
  binding_hash: string;
  to_path: string | null;
  asked_at: Date;
  expires_at: Date;
  status: SignInRequest['status'];
  posting_since: Date | null;
  not_before: Date | null;
  person_id: string | null;
  token_hash: string | null;
  code_hash: string | null;
  sent_at: Date | null;
  guesses: number;
  replaced_at: Date | null;
  used_at: Date | null;
}

function requestOfRow(row: Columns): SignInRequest {
  const instant = (at: Date) => at.toISOString() as Instant;
  const perhaps = (at: Date | null) => (at === null ? null : instant(at));
  return {
    id: row.id,
    addressKey: row.address_key,
    bindingHash: row.binding_hash,
    toPath: row.to_path,
    askedAt: instant(row.asked_at),
    expiresAt: instant(row.expires_at),
    status: row.status,
    postingSince: perhaps(row.posting_since),
    notBeforeAt: perhaps(row.not_before),
    personId: row.person_id,
    tokenHash: row.token_hash,
    codeHash: row.code_hash,
    sentAt: perhaps(row.sent_at),
    guesses: row.guesses,
    replacedAt: perhaps(row.replaced_at),
    usedAt: perhaps(row.used_at),
  };
}
