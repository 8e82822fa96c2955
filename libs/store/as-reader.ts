import { AsyncLocalStorage } from 'node:async_hooks';
import { DataSource, type QueryRunner } from 'typeorm';
import { ReaderTransaction } from './reader-transaction';

const reading = new AsyncLocalStorage<{ dataSource: DataSource; transaction: ReaderTransaction }>();

/**
 * Reads with one person's eyes: every statement inside, of whatever store, sees only the rows that PostgreSQL's row
 * level security gives to this person, and can change nothing. One transaction, begun with the first statement; what
 * asks nothing costs nothing.
 *
 * Hazard: it keeps a connection until it ends. What waits for long (a stream, another server) does not belong inside.
 *
 * @param personId who reads; somebody who is not known sees no city
 */
export async function asReader<Result>(
  dataSource: DataSource,
  personId: string,
  read: () => Promise<Result>,
): Promise<Result> {
  const transaction = new ReaderTransaction(() => dataSource.driver.createQueryRunner('master'), personId);
  try {
    return await reading.run({ dataSource, transaction }, read);
  } finally {
    await transaction.end();
  }
}

/** A DataSource whose stores need not know of asReader: inside of it they get its transaction, outside a connection. */
export class ReaderAwareDataSource extends DataSource {
  override createQueryRunner(mode?: Parameters<DataSource['createQueryRunner']>[0]): QueryRunner {
    const scope = reading.getStore();
    if (scope?.dataSource !== this) return super.createQueryRunner(mode);
    const { runner } = scope.transaction;
    return Object.assign(runner, { manager: this.createEntityManager(runner) });
  }
}
