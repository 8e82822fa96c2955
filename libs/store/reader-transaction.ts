import { escapeLiteral } from 'pg';
import type { QueryRunner } from 'typeorm';

/** The role that reads for people; the migration row-security makes it. */
export const READER_ROLE = 'citypath_reader';

type Query = QueryRunner['query'];

/** A transaction that reads as the reader's role, for one person. */
export class ReaderTransaction {
  /** What TypeORM works with; its connection is given back by end() alone. */
  readonly runner: QueryRunner;
  private readonly own: QueryRunner;
  private begun: Promise<unknown> | null = null;
  private lastAsked: Promise<unknown> = Promise.resolve();
  private hasEnded = false;

  constructor(
    open: () => QueryRunner,
    private readonly personId: string,
  ) {
    this.own = open();
    const instead: Partial<QueryRunner> = {
      query: ((...asked: Parameters<Query>) => this.ask(asked)) as Query,
      release: () => Promise.resolve(),
      // Its end would also end ours, and with it the role.
      startTransaction: () =>
        Promise.reject(new Error('A reader changes nothing: no transaction begins inside asReader')),
    };
    this.runner = new Proxy(this.own, {
      get: (target, name, receiver): unknown =>
        name in instead ? instead[name as keyof QueryRunner] : Reflect.get(target, name, receiver),
    });
  }

  /** Gives the connection back. Nothing was changed, so there is nothing to keep or to undo. */
  async end(): Promise<void> {
    this.hasEnded = true;
    if (this.begun === null) return;
    try {
      await this.lastAsked;
      await this.own.query('COMMIT');
    } catch {
      // The connection broke: whoever asked last was told, and the pool throws it away.
    } finally {
      await this.own.release();
    }
  }

  /** One after the other: a connection takes one statement at a time. */
  private async ask(asked: Parameters<Query>): Promise<unknown> {
    if (this.hasEnded) throw new Error('This read has ended: something asked that nobody waited for');
    this.begun ??= this.own.query(
      // In one message, so that it costs one journey to the server.
      `BEGIN READ ONLY; SET LOCAL ROLE ${READER_ROLE}; SET LOCAL citypath.reader = ${escapeLiteral(this.personId)}`,
    );
    const answer = Promise.all([this.begun, this.lastAsked]).then(() => this.own.query(...asked));
    this.lastAsked = answer.catch(() => undefined);
    return answer;
  }
}
