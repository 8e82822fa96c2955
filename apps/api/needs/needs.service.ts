import type { NeedSection, NeedsResponse } from '@citypath/contracts';
import { OpenSteps, People, type NeedKey, type NeedRow } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { cursorOf, keyIn } from '../journeys/cursor';
import { directoryOf } from '../journeys/journey-reader';
import { PinnedData } from '../journeys/pinned-data';
import { MANAGER } from '../policies/programme-seats';
import type { Reader } from '../session/reader';
import { needInWords } from './need-in-words';

/** What waits for somebody: one question to the records, and one for the names. */
@Injectable()
export class NeedsService {
  constructor(
    private readonly openSteps: OpenSteps,
    private readonly people: People,
    private readonly pinned: PinnedData,
    private readonly clock: Clock,
  ) {}

  async list(reader: Reader, query: { section?: NeedSection; after?: string; limit: number }): Promise<NeedsResponse> {
    const after = keyIn<{ place: number; dueOn: string; journeyId: string; key: string }>(query.after, {
      place: 'number',
      dueOn: 'string',
      journeyId: 'string',
      key: 'string',
    });
    const manages = reader.seats.filter(({ seat }) => seat === MANAGER).map(({ programme }) => programme);
    const page = await this.openSteps.needs(
      { person: reader.person, seats: reader.seats, manages },
      { section: query.section ?? null, now: this.clock.now() },
      { limit: query.limit, ...(after && { after: after satisfies NeedKey }) },
    );
    await this.pinned.load(page.items);
    const directory = directoryOf(await this.people.concerned(peopleIn(page.items), programmesIn(page.items)));
    return {
      counts: page.counts,
      needs: page.items.map((row) =>
        needInWords(row, { context: this.pinned.context(row), directory: directory(row.programmeKey), reader }),
      ),
      next: page.next && cursorOf({ ...page.next }),
    };
  }
}

function peopleIn(rows: readonly NeedRow[]): string[] {
  const ids = rows.flatMap(({ holder, liaison, askedBy, sits }) => [holder, liaison, askedBy, sits]);
  return [...new Set(ids.filter((id) => id !== null))];
}

function programmesIn(rows: readonly NeedRow[]): string[] {
  return [...new Set(rows.map(({ programmeKey }) => programmeKey))];
}
