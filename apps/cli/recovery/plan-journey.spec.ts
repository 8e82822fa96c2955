import { emptyState, fold, type Fact } from '@citypath/journey';
import type { CityJourneyInput } from '@citypath/workflows/messages';
import type { KeptRecord, KeptRun } from './kept-run';
import { planJourney, planRecovery } from './plan-journey';

const journeyId = 'small.yiwu';

/** A fact that nothing follows from; `word` tells two of the same number apart. */
const fact = (seq: number, word = 'as it was'): Fact => ({
  kind: 'welcomed',
  to: [],
  seq,
  recordedAt: '2026-11-30T09:00:00.000Z',
  by: 'p-1',
  onBehalfOf: null,
  commandId: `c-${seq}`,
  commandHash: word,
});
const facts = (fromSeq: number, untilSeq: number, word?: string) =>
  Array.from({ length: untilSeq - fromSeq + 1 }, (_, index) => fact(fromSeq + index, word));

interface Told {
  generation?: number;
  /** Where the run began. */
  afterSeq: number;
  records: { facts: Fact[]; outcome?: KeptRecord['outcome'] }[];
  isRunning?: boolean;
}
function run({ generation = 1, afterSeq, records, isRunning = false }: Told): KeptRun {
  const state = afterSeq === 0 ? null : { ...emptyState(journeyId), head: afterSeq };
  return {
    input: { journeyId, generation, state } as unknown as CityJourneyInput,
    isRunning,
    records: records.map(({ facts: some, outcome = 'recorded' }) => ({
      journeyId,
      generation,
      afterSeq: (some[0]?.seq ?? 1) - 1,
      facts: some,
      nextMomentAt: null,
      outcome,
    })),
    definitions: [],
    calendars: [],
  };
}
const journal = (some: Fact[], generation = 1) => ({ journeyId, facts: some, generation });
const recovered = (plan: ReturnType<typeof planJourney>) => plan.batches.flatMap((batch) => batch.facts);

test('what was recorded after the backup follows, in the batches in which it was', () => {
  const plan = planJourney(journal(facts(1, 3)), [
    run({
      afterSeq: 0,
      records: [{ facts: facts(1, 2) }, { facts: facts(3, 4) }, { facts: facts(5, 7) }],
      isRunning: true,
    }),
  ]);
  expect(plan.batches.map((batch) => [batch.afterSeq, batch.facts.length])).toEqual([
    [3, 1],
    [4, 3],
  ]);
  expect(plan).toMatchObject({ because: null, missing: null, goesOn: true });
});

test('it goes on over runs that continued as new', () => {
  const plan = planJourney(journal(facts(1, 2)), [
    run({ afterSeq: 4, records: [{ facts: facts(5, 5) }], isRunning: true }),
    run({ afterSeq: 0, records: [{ facts: facts(1, 4) }] }),
  ]);
  expect(recovered(plan)).toEqual(facts(3, 5));
  expect(plan.goesOn).toBe(true);
});

test('a journey that joined after the backup is there from its first fact', () => {
  const plan = planJourney(journal([], 0), [run({ afterSeq: 0, records: [{ facts: facts(1, 4) }], isRunning: true })]);
  expect(recovered(plan)).toEqual(facts(1, 4));
});

test('where a history is gone, what follows the gap is left alone and said', () => {
  const plan = planJourney(journal(facts(1, 2)), [run({ afterSeq: 6, records: [{ facts: facts(7, 8) }] })]);
  expect(plan).toMatchObject({
    batches: [],
    because: 'history-gone',
    missing: { fromSeq: 3, untilSeq: 8 },
    goesOn: false,
  });
});

test('also when only the state that a run began with tells that more had happened', () => {
  const plan = planJourney(journal(facts(1, 2)), [run({ afterSeq: 6, records: [], isRunning: true })]);
  expect(plan).toMatchObject({ because: 'history-gone', missing: { fromSeq: 3, untilSeq: 6 }, goesOn: false });
});

test.each([
  ['within one record', [{ facts: facts(1, 4, 'otherwise') }]],
  ['in the record before', [{ facts: facts(1, 2, 'otherwise') }, { facts: facts(3, 4) }]],
])('a history whose last common fact is another one is not taken for what follows: %s', (_, records) => {
  const plan = planJourney(journal(facts(1, 2)), [run({ afterSeq: 0, records })]);
  expect(plan).toMatchObject({ batches: [], because: 'disagrees', missing: { fromSeq: 3, untilSeq: 4 } });
});

test('where no history holds the last common fact, the state that the run began with has to be that of the journal', () => {
  const known = facts(1, 2);
  const begun = (state: unknown) => {
    const one = run({ afterSeq: 2, records: [{ facts: facts(3, 3) }] });
    return planJourney(journal(known), [{ ...one, input: { ...one.input, state } as CityJourneyInput }]);
  };
  expect(recovered(begun(fold(emptyState(journeyId), known)))).toEqual(facts(3, 3));
  expect(begun({ ...emptyState(journeyId), head: 2 })).toMatchObject({ batches: [], because: 'disagrees' });
});

test('of two that went on otherwise the later generation counts, and nothing of the earlier one after it', () => {
  const plan = planJourney(journal(facts(1, 2)), [
    run({ generation: 2, afterSeq: 2, records: [{ facts: facts(3, 3, 'after a rebuild') }] }),
    run({ generation: 1, afterSeq: 0, records: [{ facts: facts(1, 2) }, { facts: facts(3, 5) }] }),
  ]);
  expect(recovered(plan)).toEqual(facts(3, 3, 'after a rebuild'));
  expect(plan).toMatchObject({ because: null, highestGeneration: 2 });
});

test('facts that were accepted and of which it is not known whether they were recorded count, after those that were', () => {
  const asked = { facts: facts(3, 3), outcome: 'asked' as const };
  const plan = planJourney(journal(facts(1, 2)), [
    run({ afterSeq: 0, records: [{ facts: facts(1, 2) }, asked], isRunning: true }),
  ]);
  expect(recovered(plan)).toEqual(facts(3, 3));
  expect(plan.goesOn).toBe(true);
});

test('a run that holds less than the journal, or something else, does not go on', () => {
  const behind = run({ afterSeq: 0, records: [{ facts: facts(1, 2) }], isRunning: true });
  expect(planJourney(journal(facts(1, 3)), [behind])).toMatchObject({ batches: [], because: null, goesOn: false });
  const otherwise = run({ afterSeq: 0, records: [{ facts: facts(1, 3, 'otherwise') }], isRunning: true });
  expect(planJourney(journal(facts(1, 3)), [otherwise]).goesOn).toBe(false);
});

test('nothing is known where no history is left', () => {
  expect(planJourney(journal(facts(1, 3)), [])).toMatchObject({
    batches: [],
    because: null,
    missing: null,
    goesOn: false,
  });
});

describe('what a run has taken in since the restore', () => {
  const [before, after] = ['2026-11-30T08:00:00.000Z', '2026-11-30T10:00:00.000Z'];
  const asked = { facts: facts(3, 3), outcome: 'asked' as const };
  const waiting = (isRunning: boolean) => run({ afterSeq: 0, records: [{ facts: facts(1, 2) }, asked], isRunning });

  test('is left to a run that goes on: nobody has heard of it, and its letters go', () => {
    const plan = planRecovery(journal(facts(1, 2)), [waiting(true)], before);
    expect(plan).toMatchObject({ batches: [], because: null, goesOn: true });
  });

  test('is recovered where no run goes on', () => {
    expect(recovered(planRecovery(journal(facts(1, 2)), [waiting(false)], before))).toEqual(facts(3, 3));
  });

  test('what it took in before the restore may have been recorded, and is recovered', () => {
    const plan = planRecovery(journal(facts(1, 2)), [waiting(true)], after);
    expect(recovered(plan)).toEqual(facts(3, 3));
    expect(plan.goesOn).toBe(true);
  });
});
