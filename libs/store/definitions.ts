import type { ProgrammeDefinition } from '@citypath/journey';
import type { DataSource } from 'typeorm';
import { In } from 'typeorm';
import { contentHash } from './content-hash';
import { Definition } from './rows/definition';
import { sql } from './sql';

/** The versions of programmes by the hash of their content. They are only ever added. */
export class Definitions {
  constructor(private readonly dataSource: DataSource) {}

  /** Keeps a definition; the same content again changes nothing. @returns its hash */
  async put(definition: ProgrammeDefinition): Promise<string> {
    const hash = contentHash(definition);
    await sql(
      this.dataSource,
      'INSERT INTO definitions (hash, key, version, body) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
      [hash, definition.key, definition.version, JSON.stringify(definition)],
    );
    return hash;
  }

  /** @returns the definition, or null when no such content was ever put */
  async byHash(hash: string): Promise<ProgrammeDefinition | null> {
    const row = await this.dataSource.getRepository(Definition).findOneBy({ hash });
    return row?.body ?? null;
  }

  /** @returns those of the hashes that are known, by hash; one statement */
  async byHashes(hashes: string[]): Promise<Map<string, ProgrammeDefinition>> {
    const rows = await this.dataSource.getRepository(Definition).findBy({ hash: In(hashes) });
    return new Map(rows.map((row) => [row.hash, row.body]));
  }
}
