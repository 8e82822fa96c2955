import { Connection } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import type { TemporalSettings } from './temporal-door';

const KEYWORD = temporal.api.enums.v1.IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD;
const CONNECT_WITHIN_MS = 5_000;

/**
 * Gives a namespace the Keyword search attributes that journeys are started with, those that it has not yet.
 * @returns the names that were added now. Fails when the server is away.
 */
export async function prepareNamespace(settings: TemporalSettings, keywords: readonly string[]): Promise<string[]> {
  const namespace = settings.temporalNamespace;
  const connection = await Connection.connect({
    address: settings.temporalAddress,
    connectTimeout: CONNECT_WITHIN_MS,
  });
  try {
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
    const missing = keywords.filter((name) => !(name in customAttributes));
    if (missing.length > 0) {
      const searchAttributes = Object.fromEntries(missing.map((name) => [name, KEYWORD]));
      await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
    }
    return missing;
  } finally {
    await connection.close();
  }
}
