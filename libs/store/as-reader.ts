import { AsyncLocalStorage } from 'node:async_hooks';
import { DataSource, type QueryRunner } from 'typeorm';
import { ReaderTransaction } from './reader-transaction';

interface Reading {
  dataSource: DataSource;
  personId: string;
  transaction: ReaderTransaction;
}

const reading = new AsyncLocalStorage<Reading>();

/**
 * Reads with one person's eyes: every statement inside, of whatever store, sees only the rows that PostgreSQL's row
 * level security gives to this person, and can change nothing. One transaction, begun with the first statement; what
 * asks nothing costs nothing.
 *
 * Hazard: it keeps a connection until it ends. Whoever waits for long inside (sends a file) says restFromReading first.
 *
 * @param personId who reads; somebody who is not known sees no city
 */
export async function asReader<Result>(
  dataSource: DataSource,
  personId: string,
  read: () => Promise<Result>,
): Promise<Result> {
  const scope: Reading = { dataSource, personId, transaction: transactionOf(dataSource, personId) };
  try {
    return await reading.run(scope, read);
  } finally {
    await scope.transaction.end();
  }
}

/** Gives the connection of asReader back before something slow; what is asked afterwards begins another transaction. */
export async function restFromReading(): Promise<void> {
  const scope = reading.getStore();
  if (!scope) return;
  const { transaction } = scope;
  scope.transaction = transactionOf(scope.dataSource, scope.personId);
  await transaction.end();
}

function transactionOf(dataSource: DataSource, personId: string): ReaderTransaction {
  return new ReaderTransaction(() => dataSource.driver.createQueryRunner('master'), personId);
}

/** Reads and writes as the house itself, also inside asReader: for what a person is told of the own records beyond the own cities. */
export async function beyondReader<Result>(does: () => Promise<Result>): Promise<Result> {
  return reading.exit(does);
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
