import type { Instant } from '@citypath/calendar';
import { adrift, emptyState, fold, NEWEST_RULES, type JourneyState } from '@citypath/journey';
import type { Editions, Found, Looked, RecordHealth, ToFold, Watch } from '@citypath/store';

/** Journeys whose facts are in memory at once. */
const A_BATCH = 100;
/** What agreed is folded again after so long: a new version may read the old facts otherwise. */
const FOLDED_FOR_MS = 24 * 60 * 60_000;
/** The courier looks every few seconds. */
const POSTED_WITHIN_MS = 15 * 60_000;

/** Holds the records against themselves: journal, read model, open steps, letters. */
export class WatchRecords {
  private readonly pinned = new Map<string, Editions>();

  constructor(
    private readonly watch: Watch,
    private readonly health: RecordHealth,
  ) {}

  async look(now: Instant): Promise<{ found: Found[]; looked: Looked[] }> {
    const [uneven, letters] = [await this.watch.withGaps(), await this.letters(now)];
    const gaps = uneven.filter(({ isGap }) => isGap).map(({ id }) => foundOf('journal-gap', id));
    const folded = await this.folded(now, new Set(gaps.map(({ journeyId }) => journeyId)));
    const behind = uneven
      .filter(({ id, isGap }) => !isGap && !folded.found.some(({ journeyId }) => journeyId === id))
      .map(({ id }) => foundOf('read-model-differs', id));
    return {
      found: [...gaps, ...letters, ...folded.found, ...behind],
      looked: [
        { kinds: ['journal-gap', 'letters-late'], journeyIds: null },
        { kinds: ['read-model-differs', 'step-adrift'], journeyIds: folded.ids },
      ],
    };
  }

  private async letters(now: Instant): Promise<Found[]> {
    const { waiting, oldestAt } = await this.health.outbox(now);
    if (oldestAt === null || Date.parse(now) - Date.parse(oldestAt) <= POSTED_WITHIN_MS) return [];
    return [{ kind: 'letters-late', journeyId: '', place: '', about: { letters: waiting }, sinceAt: oldestAt }];
  }

  /** @param without journeys whose facts cannot be folded, since some are missing */
  private async folded(now: Instant, without: ReadonlySet<string>): Promise<{ found: Found[]; ids: string[] }> {
    const before = new Date(Date.parse(now) - FOLDED_FOR_MS).toISOString() as Instant;
    const ids = (await this.watch.unfolded(before)).filter((id) => !without.has(id));
    const found: Found[] = [];
    for (let from = 0; from < ids.length; from += A_BATCH) {
      const batch = await this.watch.toFold(ids.slice(from, from + A_BATCH), this.pinned);
      const states = batch.map((journey) => ({ ...journey, state: stateOf(journey) }));
      const held = await this.watch.holdAgainst(
        states.map(({ id, state }) => ({ id, state: state ?? emptyState(id) })),
        now,
      );
      const differing = new Set(held.filter(({ agrees }) => !agrees).map(({ id }) => id));
      for (const { id, state, ...editions } of states) {
        if (state === null || differing.has(id)) found.push(foundOf('read-model-differs', id));
        else found.push(...adriftOf(id, state, editions, now));
      }
    }
    return { found, ids };
  }
}

/** @returns null where the facts cannot be folded */
function stateOf({ id, facts }: ToFold): JourneyState | null {
  try {
    return fold(emptyState(id), facts);
  } catch {
    return null;
  }
}

function adriftOf(id: string, state: JourneyState, { definition, calendar }: Editions, now: Instant): Found[] {
  const steps = adrift({ rules: NEWEST_RULES, definition, calendar }, state, now);
  return steps.map((step) => ({ ...foundOf('step-adrift', id), place: step, about: { step } }));
}

function foundOf(kind: Found['kind'], journeyId: string): Found {
  return { kind, journeyId, place: '', about: {}, sinceAt: null };
}
