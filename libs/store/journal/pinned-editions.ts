import type { OpenNeed, JourneyState, ProgrammeDefinition } from '@citypath/journey';
import type { EntityManager } from 'typeorm';
import { sql } from '../sql';
import type { CalendarData } from '../types';

/** What a journey is pinned to. */
export interface Editions {
  definition: ProgrammeDefinition;
  calendar: CalendarData;
}

/** Draws what a journey waits for out of its state: `openNeeds` of the rules. */
export type DrawNeeds = (editions: Editions, state: JourneyState) => OpenNeed[];

/** Definitions and calendars by their hash. What has a hash never changes, so each is read once in a process' life. */
export class PinnedEditions {
  private readonly known = new Map<string, Editions>();

  /** One statement, and none for a pair that was asked for before. @throws Error when it is not kept */
  async of(on: EntityManager, { definitionHash, calendarHash }: JourneyState): Promise<Editions> {
    const key = `${definitionHash}/${calendarHash}`;
    const known = this.known.get(key);
    if (known) return known;
    const [found] = await sql<Editions>(
      on,
      `SELECT d.body AS definition, c.body AS calendar FROM definitions d, calendars c WHERE d.hash = $1 AND c.hash = $2`,
      [definitionHash, calendarHash],
    );
    if (!found) throw new Error(`No definition ${definitionHash} or no calendar ${calendarHash} is kept.`);
    this.known.set(key, found);
    return found;
  }
}
