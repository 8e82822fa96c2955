import type { StepsMoved } from '@citypath/journey';
import type { DataSource } from 'typeorm';
import { factOfRow, type FactRow } from '../journal/fact-row';
import type { HandActAbout, HandActKind } from '../rows/hand-act';
import type { PeopleActKind } from '../rows/people-act';
import { sql } from '../sql';
import type { Day, Instant, Page, PageRequest } from '../types';
import { RANKS, TRAIL_PAGE } from './trail-page';
import type { TrailEntry, TrailFilter, TrailKey } from './trail-entry';

/** Everything that people did: to journeys, to people's records, and by hand. */
export class Trail {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns a page, newest first; one statement */
  async page(filter: TrailFilter, { after, limit }: PageRequest<TrailKey>): Promise<Page<TrailEntry, TrailKey>> {
    const kindsOf = (source: TrailEntry['source']) =>
      filter.kind === undefined ? null : filter.kind.source === source ? filter.kind.kinds : [];
    const rows = await sql<Row>(this.dataSource, TRAIL_PAGE, [
      filter.within,
      filter.programmeKey ?? null,
      filter.cityKey ?? null,
      filter.person ?? null,
      kindsOf('journey'),
      kindsOf('person'),
      kindsOf('hand'),
      filter.fromOn ?? null,
      filter.untilOn ?? null,
      after?.at ?? null,
      after?.rank ?? null,
      after?.place ?? null,
      after?.n ?? null,
      limit + 1,
      filter.usualZone,
    ]);
    const items = rows.slice(0, limit).map(entryOf);
    return { items, next: rows.length > limit ? (items.at(-1)?.key ?? null) : null };
  }
}

interface Row {
  rank: number;
  at: Date | string;
  place: string;
  n: string;
  zone: string;
  on: string;
  time: string;
  by_person: string;
  on_behalf_of: string | null;
  kind: string;
  programme_key: string | null;
  journey_id: string | null;
  has_journey: boolean;
  definition_hash: string | null;
  calendar_hash: string | null;
  city_key: string | null;
  name_en: string | null;
  name_zh: string | null;
  facts: FactRow[] | null;
  fact_count: number | null;
  words: Record<string, string | null> | null;
  titles: Record<string, string> | null;
  moved: StepsMoved[] | null;
  person_id: string | null;
  seat: string | null;
  reason: string | null;
  about: HandActAbout | null;
  has_words: boolean | null;
  hand_words: string | null;
  file_name: string | null;
  from_on: Day | null;
  to_on: Day | null;
  title_en: string | null;
  title_zh: string | null;
  country: string | null;
  mark_reason: string | null;
}

function entryOf(row: Row): TrailEntry {
  const at = new Date(row.at).toISOString() as Instant;
  const done = {
    at,
    on: row.on,
    time: row.time,
    zone: row.zone,
    by: row.by_person,
    programmeKey: row.programme_key,
    city:
      row.city_key === null ? null : { key: row.city_key, nameEn: row.name_en ?? row.city_key, nameZh: row.name_zh },
    journeyId: row.has_journey ? row.journey_id : null,
    key: { at, rank: row.rank, place: row.place, n: row.n },
  };
  const titles = row.titles ?? {};
  const moved = row.moved ?? [];
  const { definition_hash: definitionHash, calendar_hash: calendarHash } = row;
  if (row.rank === RANKS.journey) {
    return {
      ...done,
      source: 'journey',
      onBehalfOf: row.on_behalf_of,
      definitionHash: definitionHash ?? '',
      calendarHash: calendarHash ?? '',
      facts: (row.facts ?? []).map(factOfRow),
      factCount: row.fact_count ?? 0,
      titles,
      moved,
      words: row.words ?? {},
    };
  }
  if (row.rank === RANKS.person) {
    const { seat, reason } = row;
    return { ...done, source: 'person', kind: row.kind as PeopleActKind, person: row.person_id ?? '', seat, reason };
  }
  return {
    ...done,
    source: 'hand',
    kind: row.kind as HandActKind,
    about: row.about ?? {},
    definitionHash,
    calendarHash,
    titles,
    moved,
    hasWords: row.has_words === true,
    words: row.hand_words ?? row.mark_reason,
    fileName: row.file_name,
    mark:
      row.from_on === null || row.to_on === null
        ? null
        : { fromOn: row.from_on, toOn: row.to_on, titleEn: row.title_en ?? '', titleZh: row.title_zh ?? '' },
    country: row.country,
  };
}
