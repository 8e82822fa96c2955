import type { bulkActRequest } from '@citypath/contracts';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Clock } from '../clock';
import { JourneyReader, type KnownJourney } from '../journeys/journey-reader';
import { ProblemError } from '../problems/problem-error';
import type { Reader } from '../session/reader';

export type BulkAsked = z.output<typeof bulkActRequest>;

/** A journey that was chosen, with what was shown of it beforehand; null: nothing was. */
export interface Chosen {
  journey: KnownJourney;
  seen: string | null;
}

const PAGE = 200;

/** Makes of what was asked for the journeys that are meant at this moment. */
@Injectable()
export class BulkSelection {
  constructor(
    private readonly journeys: JourneyReader,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError bulk-act-without-journeys; malformed-request that names what is no journey of the programme */
  async of(reader: Reader, { programme, journeys, filter }: BulkAsked): Promise<Chosen[]> {
    const chosen =
      journeys === undefined
        ? (await this.onBoard(reader, programme, filter ?? 'all')).map((journey) => ({ journey, seen: null }))
        : await this.named(reader, programme, journeys);
    if (chosen.length === 0) throw new ProblemError('bulk-act-without-journeys');
    return chosen;
  }

  private async named(reader: Reader, programme: string, named: NonNullable<BulkAsked['journeys']>): Promise<Chosen[]> {
    return chosenAmong(
      await this.journeys.all(reader, { programmeKey: programme, ids: named.map(({ id }) => id) }),
      named,
    );
  }

  private async onBoard(
    reader: Reader,
    programme: string,
    part: NonNullable<BulkAsked['filter']>,
  ): Promise<KnownJourney[]> {
    const ask = { programme, part, now: this.clock.now() };
    const first = await this.journeys.board(reader, ask, { limit: PAGE });
    const journeys = [...first.journeys];
    for (let after = first.next; after !== null;) {
      const page = await this.journeys.board(reader, ask, { limit: PAGE, after });
      journeys.push(...page.journeys);
      after = page.next;
    }
    return journeys;
  }
}

/** The journeys that are named, of those that can be. @throws ProblemError malformed-request that names what cannot */
export function chosenAmong(known: readonly KnownJourney[], named: NonNullable<BulkAsked['journeys']>): Chosen[] {
  const byId = new Map(known.map((journey) => [journey.row.id, journey]));
  const unknown = named.flatMap(({ id }, index) => (byId.has(id) ? [] : [index]));
  if (unknown.length > 0) {
    const errors = unknown.map((index) => ({ pointer: `/journeys/${index}/id`, code: 'journey-unknown' as const }));
    throw new ProblemError('malformed-request', { errors });
  }
  // Whoever is named twice is given it once.
  const seenOf = new Map(named.map(({ id, seen }) => [id, seen ?? null]));
  return [...seenOf].flatMap(([id, seen]) => {
    const journey = byId.get(id);
    return journey ? [{ journey, seen }] : [];
  });
}

/** What stands for a journey as it was looked at. */
export function seenOf({ row }: KnownJourney): string {
  return `head-${row.head}`;
}

/** The number of the fact that a journey has to stand at; null: it was not looked at. */
export function headSeen(seen: string | null): number | null {
  if (seen === null) return null;
  const head = /^head-(?<head>\d{1,9})$/.exec(seen)?.groups?.['head'];
  // Whatever else is sent matches nothing: better than to do what was not looked at.
  return head === undefined ? -1 : Number(head);
}
