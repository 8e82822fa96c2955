import { emptyState, fold, openNeeds, whatFollows, type Fact, type JoinCommand } from '@citypath/journey';
import {
  Calendars,
  contentHash,
  Definitions,
  type DataSource,
  type Recovery,
  type RestoredJourney,
} from '@citypath/store';
import type { KeptRun } from './kept-run';
import { planRecovery, type JourneyPlan } from './plan-journey';

/** What became of a journey. */
export interface JourneyRecovery {
  journey: string;
  /** Facts that were recovered, or would be. */
  recovered: number;
  /**
   * Why not all of it is there: its histories are gone or have a gap; they tell otherwise than the journal; its city, or
   * the programme or calendar that it goes by, is not in the records.
   */
  because: 'history-gone' | 'disagrees' | 'city-unknown' | 'edition-unknown' | null;
  /** What is known to be missing; null: nothing, or it is not known what. */
  missing: { fromSeq: number; untilSeq: number } | null;
  /** People whom recovered facts name and the records do not know, by id. */
  unknownPeople: string[];
  /** Words (reasons, comments, answers) that recovered facts refer to and that are lost. */
  lostWords: number;
  /** What its workflow does now. */
  run: 'goes-on' | 'is-rebuilt' | 'has-ended' | 'is-not-there';
}

/** What a journey is recovered from. */
export interface JourneySources {
  journeyId: string;
  /** Null: it is not in the records, and joined after the backup. */
  restored: RestoredJourney | null;
  /** Newest first. */
  runs: readonly KeptRun[];
  /** When the records came back. */
  restoredAt: string;
}

const ENDED = ['completed', 'withdrawn'];

/** Brings one journey to where its histories know it to have been. @param dryRun only says what it would do */
export async function recoverJourney(
  dataSource: DataSource,
  recovery: Recovery,
  sources: JourneySources,
  dryRun: boolean,
): Promise<JourneyRecovery> {
  const { journeyId, restored, runs, restoredAt } = sources;
  const facts = restored === null ? [] : await recovery.facts(journeyId, 0);
  const plan = planRecovery({ journeyId, facts, generation: restored?.recordedBy ?? 0 }, runs, restoredAt);
  const more = plan.batches.flatMap((batch) => batch.facts);
  const state = fold(emptyState(journeyId), [...facts, ...more]);
  const standing = (recovered: number, because: JourneyRecovery['because']): JourneyRecovery => ({
    journey: journeyId,
    recovered,
    because,
    missing: plan.missing ?? (because !== null && more.length > 0 ? rangeOf(more) : null),
    unknownPeople: [],
    lostWords: 0,
    run: ENDED.includes(state.status) ? 'has-ended' : plan.goesOn ? 'goes-on' : 'is-rebuilt',
  });
  const hindered = await hindrance(recovery, more, sources);
  if (hindered !== null) return { ...standing(0, hindered), run: restored === null ? 'is-not-there' : 'is-rebuilt' };
  if (!dryRun) await record(dataSource, recovery, sources, plan);
  const lost = await recovery.unknownOf([...new Set(more.flatMap(peopleIn))], [...new Set(more.flatMap(wordsIn))]);
  const goneSilently = runs.length === 0 && restored !== null && !ENDED.includes(restored.status);
  return {
    ...standing(more.length, plan.because ?? (goneSilently ? 'history-gone' : null)),
    unknownPeople: lost.people,
    lostWords: lost.words.length,
  };
}

/** What keeps the facts from being recorded at all. */
async function hindrance(
  recovery: Recovery,
  facts: readonly Fact[],
  { restored, runs }: JourneySources,
): Promise<'city-unknown' | 'edition-unknown' | 'history-gone' | null> {
  const [first] = facts;
  if (restored === null) {
    if (first?.kind !== 'joined') return 'history-gone';
    if (!(await recovery.knowsCity(cityOf(first)))) return 'city-unknown';
  }
  const needed = facts.flatMap(editionsIn);
  const kept = await recovery.keptEditions(needed);
  const inRuns = new Set(runs.flatMap(({ definitions, calendars }) => [...definitions, ...calendars]).map(contentHash));
  return needed.every((hash) => kept.has(hash) || inRuns.has(hash)) ? null : 'edition-unknown';
}

async function record(
  dataSource: DataSource,
  recovery: Recovery,
  { journeyId, restored, runs }: JourneySources,
  plan: JourneyPlan,
): Promise<void> {
  const needed = new Set(plan.batches.flatMap((batch) => batch.facts).flatMap(editionsIn));
  for (const { definitions, calendars } of runs) {
    for (const one of definitions) if (needed.has(contentHash(one))) await new Definitions(dataSource).put(one);
    for (const one of calendars) if (needed.has(contentHash(one))) await new Calendars(dataSource).put(one);
  }
  for (const batch of plan.batches) {
    await recovery.takeGeneration(journeyId, batch.generation);
    const outcome = await recovery.record({ journeyId, ...batch, ...whatFollows(journeyId, batch.facts) });
    if (outcome.kind === 'disagrees') throw new Error(`The journal of ${journeyId} changed while it was recovered.`);
    if (outcome.kind === 'recorded' && outcome.stale)
      await recovery.refresh(journeyId, (all) => fold(emptyState(journeyId), all), openNeeds);
  }
  // Hazard: the backup knows of fewer generations than there were. A rebuild counts on from the highest, or a run of the
  // lost time would be let in again.
  const [newest] = runs;
  const generation = plan.goesOn && newest ? newest.input.generation : plan.highestGeneration;
  await recovery.takeGeneration(journeyId, Math.max(generation, restored?.generation ?? 0));
}

function cityOf(joined: Extract<Fact, { kind: 'joined' }>): JoinCommand['city'] {
  return joined.city;
}

function rangeOf(facts: readonly Fact[]): { fromSeq: number; untilSeq: number } {
  return { fromSeq: facts[0]?.seq ?? 0, untilSeq: facts.at(-1)?.seq ?? 0 };
}

/** The hashes of the programmes and calendars that a journey goes by from this fact on. */
function editionsIn(fact: Fact): string[] {
  switch (fact.kind) {
    case 'joined':
      return [fact.definitionHash, fact.calendarHash];
    case 'calendar-adopted':
    case 'definition-adopted':
      return [fact.hash];
    default:
      return [];
  }
}

const NAMES_PEOPLE = ['by', 'onBehalfOf', 'person', 'liaison', 'holder'];

function peopleIn(fact: Fact): string[] {
  return stringsIn(fact).flatMap(([key, value]) => (NAMES_PEOPLE.includes(key) ? [value] : []));
}

/** References into the texts, as they are made there. */
function wordsIn(fact: Fact): string[] {
  return stringsIn(fact).flatMap(([, value]) => (/^t-[0-9a-f]{40}$/.test(value) ? [value] : []));
}

function stringsIn(value: unknown, key = ''): [key: string, value: string][] {
  if (typeof value === 'string') return [[key, value]];
  if (Array.isArray(value)) return value.flatMap((one) => stringsIn(one, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => stringsIn(one, name));
}
