import type { DataSource, EntityManager } from 'typeorm';
import { HandAct as HandActRow } from '../rows/hand-act';
import type { HandActAbout, HandActKind } from '../rows/hand-act';
import { sql } from '../sql';
import type { Instant } from '../types';

/** Who did what by hand, and to what. */
export interface HandAct {
  at: Instant;
  byPerson: string;
  kind: HandActKind;
  programmeKey?: string;
  cityKey?: string;
  journeyId?: string;
  about?: HandActAbout;
  /** Why, in words: a reference into the texts. */
  words?: string | null;
}

/** The append-only trail of acts by hand. */
export class HandActs {
  constructor(private readonly dataSource: DataSource) {}

  async note(act: HandAct): Promise<void> {
    await noteHandAct(this.dataSource.manager, act);
  }

  /** @returns whether a request did this since an instant */
  async did(kind: HandActKind, once: string, since: Instant): Promise<boolean> {
    const rows = await sql(
      this.dataSource,
      `SELECT 1 FROM hand_acts WHERE at >= $3 AND kind = $1 AND about ->> 'once' = $2 LIMIT 1`,
      [kind, once, since],
    );
    return rows.length > 0;
  }
}

/** The same within a transaction that does the act. */
export async function noteHandAct(on: EntityManager, act: HandAct): Promise<void> {
  await on.getRepository(HandActRow).insert({ about: {}, ...act });
}

/** Where a statement has the person, the instant and (or NULL) the words; `when`: what else has to be true. */
interface LetterActParts {
  kind: HandActKind;
  by: string;
  at: string;
  words?: string;
  when?: string;
}

/** The part of a statement that notes what it did to letters: their rows are its `hit`. */
export function notesLetterActs(values: LetterActParts): string {
  return `noted AS (
    INSERT INTO hand_acts (at, by_person, kind, programme_key, city_key, journey_id, about, words)
    SELECT ${values.at}::timestamptz, ${values.by}::text, '${values.kind}', g.programme_key, g.city_key, hit.journey_id,
      jsonb_build_object('letter', hit.id, 'letterKind', hit.kind, 'step', hit.step_ref, 'seat', hit.seat,
        'holder', coalesce(hit.recipient, hit.holder)), ${values.words ?? 'NULL'}::text
    FROM hit JOIN journeys g ON g.id = hit.journey_id WHERE ${values.when ?? 'true'}
  )`;
}
