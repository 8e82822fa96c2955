import type { Instant } from '@citypath/calendar';
import { emptyState, fold } from '@citypath/journey';
import { canonicalJson, type Found, type Journal, type Looked, type Watch, type WatchedHead } from '@citypath/store';
import type { OpenRun, OpenRuns } from './open-runs';

/** Single workflows that are asked about in one look, and how many of them at once: the others wait for the next look. */
const MOST_ASKED = 200;
const AT_ONCE = 10;
/** A workflow is there a moment before the first facts of its journey are. */
const BORN_WITHIN_MS = 2 * 60_000;

/** Holds the journeys that go on against the workflows that are open, one for one, and against what these hold. */
export class WatchRuns {
  constructor(
    private readonly watch: Watch,
    private readonly journal: Pick<Journal, 'facts'>,
    private readonly runs: OpenRuns,
  ) {}

  /** @param heads read before: a journey that begins in between is then not missed */
  async look(heads: readonly WatchedHead[], now: Instant): Promise<{ found: Found[]; looked: Looked[] }> {
    const open = new Map((await this.runs.list()).map((run) => [run.journeyId, run]));
    const going = heads.filter(({ status }) => goesOn(status));
    const lost = going.filter(({ id }) => !open.has(id));
    const ids = new Set(going.map(({ id }) => id));
    const extra = [...open.values()].filter(({ journeyId }) => !ids.has(journeyId));
    const asked = [...lost.slice(0, MOST_ASKED)];
    const missing = await this.missing(asked);
    const superfluous = await this.superfluous(extra.slice(0, MOST_ASKED), now);
    const strange = going.flatMap(({ id, runId }) => {
      const run = open.get(id);
      return run && run.runId !== runId ? [run] : [];
    });
    const differing = await this.differing(strange.slice(0, MOST_ASKED));
    return {
      found: [...missing, ...superfluous, ...differing.found],
      looked: [
        { kinds: ['workflow-missing'], journeyIds: notBut(heads, lost.slice(MOST_ASKED)) },
        { kinds: ['workflow-superfluous'], journeyIds: extra.length > MOST_ASKED ? [] : null },
        { kinds: ['run-differs'], journeyIds: notBut(heads, differing.unclear) },
      ],
    };
  }

  private async missing(lost: readonly WatchedHead[]): Promise<Found[]> {
    const found = await inTurns(lost, async ({ id }): Promise<Found | null> => {
      const standing = await this.runs.standingOf(id);
      if (standing.kind === 'open') return null;
      return found1('workflow-missing', id, { how: standing.kind }, standing.at);
    });
    // What has ended meanwhile, as journeys do, is missed by nobody.
    const still = new Map((await this.watch.heads()).map((head) => [head.id, head]));
    return found.filter(({ journeyId }) => goesOn(still.get(journeyId)?.status));
  }

  private async superfluous(extra: readonly OpenRun[], now: Instant): Promise<Found[]> {
    if (extra.length === 0) return [];
    const still = new Map((await this.watch.heads()).map((head) => [head.id, head]));
    return inTurns(extra, async ({ journeyId, startedAt }): Promise<Found | null> => {
      const status = still.get(journeyId)?.status ?? null;
      const isBeingBorn = startedAt === null || Date.parse(now) - Date.parse(startedAt) < BORN_WITHIN_MS;
      if (goesOn(status ?? undefined) || (status === null && isBeingBorn)) return null;
      if ((await this.runs.standingOf(journeyId)).kind !== 'open') return null;
      return found1('workflow-superfluous', journeyId, { status }, status === null ? startedAt : null);
    });
  }

  /**
   * A run that has recorded nothing yet is not known: it may be the next one of the same story, or one that was reset.
   * It is asked what it holds, once; from then on it is known.
   */
  private async differing(strange: readonly OpenRun[]): Promise<{ found: Found[]; unclear: OpenRun[] }> {
    const unclear: OpenRun[] = [];
    const found = await inTurns(strange, async (run): Promise<Found | null> => {
      // Facts may be on their way in between: looked at once more before anything is said.
      for (let attempt = 0; attempt < 2; attempt += 1) {
        const held = await this.runs.stateOf(run);
        if (held === null) {
          unclear.push(run);
          return null;
        }
        const facts = await this.journal.facts(run.journeyId);
        if (canonicalJson(held) === canonicalJson(fold(emptyState(run.journeyId), facts))) {
          await this.watch.knowRun(run.journeyId, run.runId);
          return null;
        }
      }
      return found1('run-differs', run.journeyId, {}, run.startedAt);
    });
    return { found, unclear: [...unclear, ...strange.slice(MOST_ASKED)] };
  }
}

function found1(kind: Found['kind'], journeyId: string, about: Found['about'], sinceAt: Instant | null): Found {
  return { kind, journeyId, place: '', about, sinceAt };
}

function goesOn(status: string | undefined): boolean {
  return status === 'active' || status === 'on-hold';
}

/** Null: everywhere. */
function notBut(heads: readonly WatchedHead[], left: readonly { id?: string; journeyId?: string }[]): string[] | null {
  if (left.length === 0) return null;
  const out = new Set(left.map(({ id, journeyId }) => id ?? journeyId));
  return heads.map(({ id }) => id).filter((id) => !out.has(id));
}

async function inTurns<Item, Outcome>(
  items: readonly Item[],
  does: (item: Item) => Promise<Outcome | null>,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE) {
    const some = await Promise.all(items.slice(from, from + AT_ONCE).map(does));
    outcomes.push(...some.filter((outcome) => outcome !== null));
  }
  return outcomes;
}
