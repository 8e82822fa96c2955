import type { EntityManager } from 'typeorm';
import { sql } from '../sql';
import type { RecordRequest } from './record-request';

/** Makes the row of a journey that is recorded for the first time; a row that is there already stays as it is. */
export async function bear(transaction: EntityManager, request: RecordRequest): Promise<void> {
  const joined = request.facts[0];
  if (joined?.kind !== 'joined') {
    throw new Error(`The first fact of ${request.journeyId} is ${joined?.kind ?? 'missing'}, not joined`);
  }
  await sql(
    transaction,
    `INSERT INTO journeys (id, city_key, programme_key, generation, head, status, definition_hash, calendar_hash, updated_at)
     VALUES ($1, $2, $3, $4, 0, 'unborn', $5, $6, $7) ON CONFLICT (id) DO NOTHING`,
    [
      request.journeyId,
      joined.city,
      joined.programme,
      request.generation,
      joined.definitionHash,
      joined.calendarHash,
      joined.recordedAt,
    ],
  );
}
