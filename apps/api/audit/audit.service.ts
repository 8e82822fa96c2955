import type { AuditEntry, AuditResponse, auditQuery } from '@citypath/contracts';
import { People, Trail, type TrailEntry, type TrailKey } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { cursorOf, keyIn } from '../journeys/cursor';
import { Editions } from '../journeys/editions';
import { directoryOf } from '../journeys/journey-reader';
import { PinnedData } from '../journeys/pinned-data';
import { maySeeGaps } from '../policies/may-see-gaps';
import type { Reader } from '../session/reader';
import { AUDIT_ACTS, kindAsked } from './audit-acts';
import { auditEntry } from './audit-entry';

type Query = z.output<typeof auditQuery>;

/** Where no city is concerned: the clock of the first programme's cities. */
const USUAL_ZONE = 'Asia/Shanghai';

/** Who did what, on whose behalf, when and why: everything to administrators, the own programmes to those who run them. */
@Injectable()
export class AuditService {
  constructor(
    private readonly trail: Trail,
    private readonly people: People,
    private readonly pinned: PinnedData,
    private readonly editions: Editions,
  ) {}

  /** Two statements, whatever the number of acts: the page, and who is named on it. */
  async page(reader: Reader, { after, limit, ...asked }: Query): Promise<AuditResponse> {
    const key = keyIn<{ at: string; rank: number; place: string; n: string }>(after, {
      at: 'string',
      rank: 'number',
      place: 'string',
      n: 'string',
    });
    const { entries, next } = await this.read(reader, asked, limit, key);
    return { entries, acts: AUDIT_ACTS, next: next && cursorOf({ ...next }) };
  }

  /** A page for whoever reads on by itself. */
  async read(
    reader: Reader,
    asked: Omit<Query, 'after' | 'limit'>,
    limit: number,
    after?: TrailKey,
  ): Promise<{ entries: AuditEntry[]; next: TrailKey | null }> {
    const kind = kindAsked(asked.act);
    const { items, next } = await this.trail.page(
      {
        within: reader.administrator ? null : this.runBy(reader),
        usualZone: USUAL_ZONE,
        ...(asked.programme !== undefined && { programmeKey: asked.programme }),
        ...(asked.city !== undefined && { cityKey: asked.city }),
        ...(asked.person !== undefined && { person: asked.person }),
        ...(asked.from !== undefined && { fromOn: asked.from }),
        ...(asked.until !== undefined && { untilOn: asked.until }),
        ...(kind && { kind }),
      },
      { limit, ...(after && { after }) },
    );
    return { entries: await this.inWords(items), next };
  }

  private runBy(reader: Reader): string[] {
    return this.editions
      .all()
      .filter(({ definition }) => maySeeGaps(reader, definition))
      .map(({ definition }) => definition.key);
  }

  private async inWords(items: readonly TrailEntry[]): Promise<AuditEntry[]> {
    await this.pinned.load(items.flatMap((item) => pinsOf(item) ?? []));
    const programmes = new Set(items.flatMap(({ programmeKey }) => programmeKey ?? []));
    const directory = directoryOf(await this.people.concerned([...new Set(items.flatMap(peopleIn))], [...programmes]));
    return items.map((item) =>
      auditEntry(item, { people: directory(item.programmeKey ?? ''), definition: this.definitionOf(item) }),
    );
  }

  private definitionOf(item: TrailEntry) {
    const pins = pinsOf(item);
    if (pins !== null) return this.pinned.context(pins).definition;
    return this.editions.all().find(({ definition }) => definition.key === item.programmeKey)?.definition ?? null;
  }
}

function pinsOf(item: TrailEntry): { definitionHash: string; calendarHash: string } | null {
  if (item.source === 'person') return null;
  const { definitionHash, calendarHash } = item;
  return definitionHash === null || calendarHash === null ? null : { definitionHash, calendarHash };
}

/** Everybody whom an act names by id, in whatever field. */
function peopleIn(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('p-') ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(peopleIn) : [];
}
