import { emptyState, fold, type Fact } from '@citypath/journey';
import { canonicalJson } from '@citypath/store';
import { beginOf, type KeptRecord, type KeptRun } from './kept-run';

/** Where the restored journal of a journey ends. */
export interface JournalEnd {
  journeyId: string;
  facts: readonly Fact[];
  /** Of the run that recorded the last fact; 0: there is none. */
  generation: number;
}

/** Facts to be recorded, as the run had them recorded. */
export type Batch = Pick<KeptRecord, 'afterSeq' | 'facts' | 'nextMomentAt' | 'generation'>;

/** What the histories of a journey hold beyond its journal. */
export interface JourneyPlan {
  batches: Batch[];
  /** Why not all that happened can be recovered; null: nothing is known to be missing. */
  because: 'history-gone' | 'disagrees' | null;
  /** The facts that are known to have been, and cannot be recovered. */
  missing: { fromSeq: number; untilSeq: number } | null;
  /** The newest run stands where the journal will stand: it goes on by itself, with what it has accepted since. */
  goesOn: boolean;
  /** Of all runs that there ever were. */
  highestGeneration: number;
}

/**
 * The same, but for what runs have taken in since the restore and wait to have recorded: nobody has heard of it, so a run
 * that goes on has it recorded itself, and its letters go. Where no run goes on it is recovered with the rest.
 */
export function planRecovery(journal: JournalEnd, runs: readonly KeptRun[], restoredAt: string): JourneyPlan {
  const waits = ({ outcome, facts }: KeptRecord) => outcome === 'asked' && (facts[0]?.recordedAt ?? '') > restoredAt;
  const since = runs.map((run) => ({
    ...run,
    records: run.records.filter((record) => !run.isRunning || !waits(record)),
  }));
  const plan = planJourney(journal, since);
  return plan.goesOn ? plan : planJourney(journal, runs);
}

/**
 * Finds the facts that follow a journal in the histories of its runs. Pure. Of two runs that went on from the same fact
 * otherwise, the later generation counts: the records had gone on with it. What no history proves to follow the journal's
 * own last fact is left alone.
 */
export function planJourney(journal: JournalEnd, runs: readonly KeptRun[]): JourneyPlan {
  const known = [...journal.facts];
  let generation = journal.generation;
  const batches: Batch[] = [];
  let disagrees = false;
  for (;;) {
    const head = known.length;
    const candidates = runs
      .flatMap((run) => run.records.map((record) => ({ run, record })))
      .filter(({ record }) => record.generation >= generation && reaches(record, head + 1))
      .sort((a, b) => rank(b.record) - rank(a.record));
    const next = candidates.find(({ run, record }) => follows(known, run, record, runs));
    disagrees = next === undefined && candidates.length > 0;
    if (next === undefined) break;
    const { record } = next;
    const facts = record.facts.slice(head - record.afterSeq);
    batches.push({ afterSeq: head, facts, nextMomentAt: record.nextMomentAt, generation: record.generation });
    known.push(...facts);
    generation = record.generation;
  }
  const head = known.length;
  const furthest = Math.max(0, ...runs.filter(({ input }) => input.generation >= generation).map(endOf));
  const missing = furthest > head ? { fromSeq: head + 1, untilSeq: furthest } : null;
  const [newest] = runs;
  return {
    batches,
    because: missing === null ? null : disagrees ? 'disagrees' : 'history-gone',
    missing,
    goesOn: newest !== undefined && standsAt(newest, known, missing === null),
    highestGeneration: Math.max(journal.generation, ...runs.map(({ input }) => input.generation)),
  };
}

/** What was recorded comes before what was asked for; a later generation before an earlier one. */
function rank({ outcome, generation }: KeptRecord): number {
  return generation + (outcome === 'recorded' ? 0.5 : 0);
}

function reaches({ afterSeq, facts }: KeptRecord, seq: number): boolean {
  return afterSeq < seq && seq <= afterSeq + facts.length;
}

function endOf(run: KeptRun): number {
  return Math.max(beginOf(run), ...run.records.map(({ afterSeq, facts }) => afterSeq + facts.length));
}

/** Whether a record goes on from the last fact that is known, and not merely from its number. */
function follows(known: readonly Fact[], run: KeptRun, record: KeptRecord, runs: readonly KeptRun[]): boolean {
  const head = known.length;
  const last = known.at(-1);
  if (last === undefined) return record.afterSeq === 0;
  const within = record.facts[head - record.afterSeq - 1];
  if (within !== undefined) return isSame(within, last);
  const lastOf = (some: readonly KeptRun[]) =>
    some
      .flatMap(({ records }) => records)
      .filter((other) => other.generation <= record.generation && reaches(other, head))
      .map((other) => other.facts[head - other.afterSeq - 1]);
  const own = lastOf([run]);
  const before = own.length > 0 ? own : lastOf(runs);
  if (before.length > 0) return before.some((fact) => isSame(fact, last));
  // No history holds the journal's last fact any more: then the state that the run began with has to be the journal's.
  return beginOf(run) === head && isSame(run.input.state, fold(emptyState(run.input.journeyId), known));
}

/** Whether a run that runs is at the end of these facts, all of which it has. */
function standsAt(run: KeptRun, known: readonly Fact[], nothingMissing: boolean): boolean {
  if (!run.isRunning || !nothingMissing || endOf(run) !== known.length) return false;
  return run.records.every(({ afterSeq, facts }) =>
    facts.every((fact, index) => isSame(fact, known[afterSeq + index])),
  );
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
