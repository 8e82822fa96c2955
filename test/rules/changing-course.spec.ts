import { allSteps } from '@citypath/journey';
import { inWords, JourneyInHand } from '../support/journey-in-hand';

/** The city has joined; its application is open, and nothing else is. */
function justJoined(): JourneyInHand {
  return new JourneyInHand('2026-02-02')
    .join({ seats: [{ seat: 'cro', person: 'p-cro', fromOn: '2026-02-02' }] })
    .on('2026-02-03');
}

/** The workshop was held and reported; phase one is under way. */
function inPhaseOne(): JourneyInHand {
  const done = ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw'];
  return new JourneyInHand('2026-02-26')
    .join({
      seats: [{ seat: 'cro', person: 'p-cro', fromOn: null }],
      done: done.map((step) => ({ step, happenedOn: '2026-02-26' })),
    })
    .on('2026-02-27')
    .finish('asw_report')
    .on('2026-03-02');
}

function statusOf({ state }: JourneyInHand, step: string): string {
  return state.steps[step]?.status ?? 'waiting';
}

function standing({ state }: JourneyInHand): unknown {
  const { head: _, recentCommands: __, undoables: ___, steps, ...rest } = state;
  const begun = Object.values(steps).filter(({ status }) => status !== 'waiting');
  return { ...rest, steps: begun.map(({ lastRound: _, ...step }) => step) };
}

describe('going to a step', () => {
  it('skips what it needs and is not settled, with the reason, and opens it', () => {
    const city = justJoined();
    const head = city.state.head;
    city.give({ kind: 'go-to', step: 'asw', reason: 't-why' });
    expect(statusOf(city, 'asw')).toBe('open');
    const own = city.facts.filter(({ seq, by }) => seq > head && by !== null);
    expect(own[0]).toMatchObject({ kind: 'went-to-step', step: 'asw', reason: 't-why' });
    const skipped = own.flatMap((fact) => (fact.kind === 'step-skipped' ? [[fact.step, fact.reason]] : []));
    expect(skipped).toEqual(
      ['application', 'selection', 'grant', 'cro', 'asw_prep']
        .filter((step) => statusOf(city, step) === 'skipped')
        .map((step) => [step, 't-why']),
    );
    expect(skipped.length).toBeGreaterThan(2);
    expect(city.takeLetters().map(inWords)).toContain('step-opened asw → manager');
  });

  it('reopens one that is settled, and leaves what came after it alone', () => {
    const city = inPhaseOne();
    const open = city.openSteps();
    city.give({ kind: 'go-to', step: 'asw_report', reason: 't' });
    expect(city.state.steps['asw_report']).toMatchObject({ status: 'open', round: 2 });
    expect(city.openSteps()).toEqual([...open, 'asw_report'].sort());
  });

  it('of one row of a list skips the list too', () => {
    const city = justJoined().give({ kind: 'go-to', step: 'p2_discovery@1', reason: 't' });
    expect(statusOf(city, 'p2_discovery@1')).toBe('open');
  });

  it('is refused where it is open already, and where it comes by itself', () => {
    const city = justJoined();
    expect(city.refusalOf({ kind: 'go-to', step: 'application', reason: 't' }).code).toBe('step-running-already');
    expect(city.refusalOf({ kind: 'go-to', step: 'nowhere', reason: 't' }).code).toBe('step-unknown');
    expect(city.refusalOf({ kind: 'go-to', step: 'q_review', reason: 't' }).code).toBe('step-unknown');
  });

  it('is undone whole: what was skipped is wanted again, and what opened waits', () => {
    const city = justJoined();
    const before = standing(city);
    const shown = allSteps(city.context, city.state).map(({ ref }) => ref);
    city.give({ kind: 'go-to', step: 'draft', reason: 't' }).on('2026-02-03', '11:00').undo();
    expect(standing(city)).toEqual(before);
    expect(allSteps(city.context, city.state).map(({ ref }) => ref)).toEqual(shown);
  });
});

describe('restarting from a step', () => {
  it('opens it for another round; what was built on it waits, and opens anew once it is settled again', () => {
    const city = inPhaseOne();
    const built = city.openSteps().filter((step) => step.startsWith('p1_'));
    expect(built.length).toBeGreaterThan(0);
    city.takeLetters();
    city.give({ kind: 'restart-from', step: 'asw', reason: 't-why' });
    expect(city.state.steps['asw']).toMatchObject({ status: 'open', round: 2 });
    expect(['asw_report', ...built].map((step) => statusOf(city, step))).toEqual(
      ['asw_report', ...built].map(() => 'waiting'),
    );
    expect(city.takeLetters().map(inWords)).toEqual(['step-opened asw → manager']);
    city.give({ kind: 'complete', step: 'asw', happenedOn: '2026-03-02' });
    expect(city.state.steps['asw_report']).toMatchObject({ status: 'open', round: 2 });
  });

  it('leaves what does not depend on it as it is', () => {
    const city = inPhaseOne();
    const before = Object.values(city.state.steps).filter(({ status }) => status !== 'waiting');
    city.give({ kind: 'restart-from', step: 'asw_report', reason: 't' });
    for (const step of ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw'])
      expect(city.state.steps[step]).toEqual(before.find(({ ref }) => ref === step));
  });

  it('keeps what was handed in before in its story', () => {
    const city = inPhaseOne();
    city.give({ kind: 'restart-from', step: 'asw_report', reason: 't' });
    expect(city.facts.filter((fact) => fact.kind === 'step-submitted' && fact.step === 'asw_report')).toHaveLength(1);
    expect(city.state.steps['asw_report']).toMatchObject({ status: 'open', round: 2, submittedOn: null });
  });

  it('is refused where nothing has begun', () => {
    const city = justJoined();
    expect(city.refusalOf({ kind: 'restart-from', step: 'draft', reason: 't' }).code).toBe('step-still-waiting');
  });

  it('is undone whole, with rounds, days and all', () => {
    const city = inPhaseOne();
    const before = standing(city);
    city.give({ kind: 'restart-from', step: 'cro', reason: 't' });
    expect(standing(city)).not.toEqual(before);
    city.on('2026-03-02', '12:00').undo();
    expect(standing(city)).toEqual(before);
  });

  it('tells no letter twice: the reminders of the new round are others', () => {
    const city = inPhaseOne();
    city.give({ kind: 'restart-from', step: 'asw_report', reason: 't' }).undo();
    city.give({ kind: 'restart-from', step: 'asw_report', reason: 't' }).on('2026-04-30');
    const keys = city.letters.map(({ step, round, kind, threshold, seat, holder }) =>
      [step, round, kind, threshold, seat, holder].join(' '),
    );
    expect(new Set(keys).size).toBe(keys.length);
    expect(city.state.steps['asw_report']?.round).toBe(3);
  });
});
