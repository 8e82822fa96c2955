import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { temporal } from '@temporalio/proto';
import type { TemporalSettings } from './temporal-door';

const KEYWORD = temporal.api.enums.v1.IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD;
const CONNECT_WITHIN_MS = 5_000;
/** Runs that ended stay visible for so long; a dev server would forget them after a day. */
const RETENTION_DAYS = 30;
const SECONDS_PER_DAY = 24 * 60 * 60;

/** What a namespace lacked. */
export interface PreparedNamespace {
  /** Search attributes that were added now. */
  added: string[];
  /** Whether ended runs are kept for 30 days or more; not every operator lets us set it. */
  keepsEndedRuns: boolean;
}

/**
 * Gives a namespace the Keyword search attributes that journeys are started with, and lets it keep ended runs for
 * 30 days; what it has already stays. Fails when the server is away.
 */
export async function prepareNamespace(
  settings: TemporalSettings,
  keywords: readonly string[],
): Promise<PreparedNamespace> {
  const connection = await Connection.connect({
    address: settings.temporalAddress,
    connectTimeout: CONNECT_WITHIN_MS,
  });
  try {
    const added = await addMissing(connection, settings.temporalNamespace, keywords);
    return { added, keepsEndedRuns: await keepEndedRuns(connection, settings.temporalNamespace) };
  } finally {
    await connection.close();
  }
}

async function addMissing(connection: Connection, namespace: string, keywords: readonly string[]): Promise<string[]> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = keywords.filter((name) => !(name in customAttributes));
  if (missing.length > 0) {
    const searchAttributes = Object.fromEntries(missing.map((name) => [name, KEYWORD]));
    await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
  }
  return missing;
}

async function keepEndedRuns(connection: Connection, namespace: string): Promise<boolean> {
  const { config } = await connection.workflowService.describeNamespace({ namespace });
  if (Number(config?.workflowExecutionRetentionTtl?.seconds ?? 0) >= RETENTION_DAYS * SECONDS_PER_DAY) return true;
  // To let somebody else's server be as it is is better than not to start.
  return connection.workflowService
    .updateNamespace({ namespace, config: { workflowExecutionRetentionTtl: msToTs(`${RETENTION_DAYS} days`) } })
    .then(
      () => true,
      () => false,
    );
}
