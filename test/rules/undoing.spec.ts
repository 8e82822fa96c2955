import { inWords, JourneyInHand } from '../support/journey-in-hand';

const untilWorkshop = ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw'];

/** The workshop was held on 26 February; its report is due on 25 March, and all that follows it is open. */
function afterWorkshop(): JourneyInHand {
  return new JourneyInHand('2026-02-26')
    .join({
      seats: [{ seat: 'cro', person: 'p-cro', fromOn: null }],
      done: untilWorkshop.map((step) => ({ step, happenedOn: '2026-02-26' })),
    })
    .on('2026-02-27');
}

/** Where everything stands, but for what only remembers. */
function standing({ state }: JourneyInHand): unknown {
  const { head: _, recentCommands: __, undoables: ___, ...rest } = state;
  return rest;
}

const REPORT = 'asw_report';

describe('a step is skipped by mistake', () => {
  it('and stands, an hour later, as if nobody had touched it: the same round, day and reminders', () => {
    const city = afterWorkshop().on('2026-03-19');
    const before = standing(city);
    city.give({ kind: 'skip', step: REPORT, reason: 't' }).on('2026-03-19', '11:00').undo();
    expect(standing(city)).toEqual(before);
    city.takeLetters();
    const told = city.on('2026-03-27').takeLetters();
    expect(told.filter(({ step }) => step === REPORT).map(inWords)).toEqual([
      'reminder asw_report due-3 → cro',
      'reminder asw_report due-1 → cro',
      'reminder asw_report due0 → cro',
      'overdue asw_report due+1 → cro',
    ]);
  });

  it('over a morning on which a reminder was due: it is told once, when the step is back', () => {
    const city = afterWorkshop().on('2026-03-19', '17:00');
    city.give({ kind: 'skip', step: REPORT, reason: 't' }).takeLetters();
    expect(
      city
        .on('2026-03-20', '16:00')
        .takeLetters()
        .filter(({ step }) => step === REPORT),
    ).toEqual([]);
    city.undo().take({ kind: 'clock-struck' }, null);
    expect(
      city
        .takeLetters()
        .filter(({ step }) => step === REPORT)
        .map(inWords),
    ).toEqual(['reminder asw_report due-3 → cro']);
    expect(
      city
        .on('2026-03-23')
        .takeLetters()
        .filter(({ step }) => step === REPORT),
    ).toEqual([]);
  });

  it('what it had opened waits again, and opens anew in another round, with letters of its own', () => {
    const city = new JourneyInHand('2026-02-02').join().on('2026-02-03');
    city.give({ kind: 'skip', step: 'application', reason: 't' });
    expect(city.openSteps()).toContain('selection');
    city.undo();
    expect(city.openSteps()).not.toContain('selection');
    expect(city.state.steps['selection']).toMatchObject({ status: 'waiting', round: 0, dueOn: null, lastRound: 1 });
    city.give({ kind: 'complete', step: 'application', happenedOn: '2026-02-02' });
    expect(city.state.steps['selection']).toMatchObject({ status: 'open', round: 2 });
  });

  it('its meeting is called again, under a greater number', () => {
    const city = new JourneyInHand('2026-02-02').join({
      seats: [{ seat: 'cro', person: 'p-cro', fromOn: null }],
      done: ['application', 'selection', 'grant', 'cro', 'asw_prep'].map((step) => ({ step, happenedOn: null })),
    });
    city.give({ kind: 'schedule-event', step: 'asw', on: '2026-03-10', time: '09:30', place: 't-place' });
    city.give({ kind: 'skip', step: 'asw', reason: 't' });
    expect(city.state.steps['asw']?.meeting).toEqual({ on: null, sequence: 1, guests: [] });
    city.takeLetters();
    city.undo();
    expect(city.state.steps['asw']).toMatchObject({
      status: 'open',
      eventOn: '2026-03-10',
      meeting: { on: '2026-03-10', time: '09:30', place: 't-place', sequence: 2 },
    });
    expect(new Set(city.takeLetters().map(({ kind }) => kind))).toEqual(new Set(['invitation']));
  });

  it('a question that was dropped with it waits for its answer again', () => {
    const city = afterWorkshop();
    const mentions = [{ seat: 'cro', holder: 'p-cro' }];
    city.give({ kind: 'comment', step: REPORT, comment: 't', audience: 'everyone', mentions, as: ['manager'] });
    const asked = city.state.questions;
    city.give({ kind: 'skip', step: REPORT, reason: 't' });
    expect(city.state.questions).toEqual([]);
    expect(city.undo().state.questions).toEqual(asked);
  });
});

describe('each of these acts is taken back whole', () => {
  it.each([
    ['a completion', { kind: 'complete', step: REPORT, happenedOn: null }],
    ['a waiver', { kind: 'waive', step: 'p1_actions', reason: 't', proof: 't' }],
    ['an agreed date', { kind: 'agree-date', step: REPORT, dueOn: '2026-04-30', reason: 't' }],
    ['a hold', { kind: 'hold', awaiting: 't', reason: 't', untilOn: '2026-03-20' }],
    ['a cadence of its own', { kind: 'set-cadence', step: null, cadence: null }],
    ['a reopening', { kind: 'reopen', step: 'asw', reason: 't' }],
  ] as const)('%s', (_what, command) => {
    const city = afterWorkshop();
    const waivable = city.context.definition.steps.find(({ waiver, key }) => waiver && city.state.steps[key]);
    const act = command.kind === 'waive' ? { ...command, step: waivable?.key ?? 'none' } : command;
    const before = standing(city);
    city.give(act);
    expect(standing(city)).not.toEqual(before);
    city.on('2026-02-27', '11:00').undo();
    const { steps, ...rest } = standing(city) as { steps: Record<string, object> };
    const withoutSpentRounds = Object.entries(steps).map(([ref, step]) => [ref, { ...step, lastRound: undefined }]);
    expect({ ...rest, steps: Object.fromEntries(withoutSpentRounds) as unknown }).toEqual(before);
  });

  it('the end of a hold: it holds again until the same day, and then moves the dates by all of it', () => {
    const city = afterWorkshop().on('2026-03-02');
    city.give({ kind: 'hold', awaiting: 't', reason: 't', untilOn: '2026-03-16' }).on('2026-03-04');
    city.give({ kind: 'resume', reason: 't' });
    expect(city.state.steps[REPORT]?.dueOn).toBe('2026-03-27');
    city.undo();
    expect(city.state).toMatchObject({ status: 'on-hold', heldWorkingDays: 0, hold: { untilOn: '2026-03-16' } });
    expect(city.state.steps[REPORT]?.dueOn).toBe('2026-03-25');
    city.on('2026-03-17');
    expect(city.state.steps[REPORT]?.dueOn).toBe('2026-04-09');
  });
});

describe('a day was agreed by mistake', () => {
  it('and a letter told of it: the former day comes back with the letters that it still owes', () => {
    const city = afterWorkshop().on('2026-03-19', '17:00');
    city.give({ kind: 'agree-date', step: REPORT, dueOn: '2026-03-23', reason: 't' }).takeLetters();
    const meanwhile = city.on('2026-03-20', '10:00').takeLetters();
    expect(meanwhile.filter(({ step }) => step === REPORT).map(inWords)).toEqual(['reminder asw_report due-1 → cro']);
    city.undo().take({ kind: 'clock-struck' }, null);
    expect(city.state.steps[REPORT]).toMatchObject({ dueOn: '2026-03-25', agreed: false });
    expect(city.takeLetters().map(inWords)).toEqual(['reminder asw_report due-3 → cro']);
  });

  it('twice, and both are taken back: the reminder whose morning passed meanwhile is told', () => {
    const city = afterWorkshop().on('2026-03-19', '17:00');
    city.give({ kind: 'agree-date', step: REPORT, dueOn: '2026-04-30', reason: 't' });
    const first = city.lastAct;
    city.on('2026-03-20', '16:00').give({ kind: 'agree-date', step: REPORT, dueOn: '2026-05-04', reason: 't' });
    city.undo().give({ kind: 'undo', act: first, reason: 't' }).takeLetters();
    city.take({ kind: 'clock-struck' }, null);
    expect(city.takeLetters().map(inWords)).toEqual(['reminder asw_report due-3 → cro']);
  });

  it('the same day again, and a reminder told since: it is not told a second time', () => {
    const city = afterWorkshop().on('2026-03-19', '17:00');
    city.give({ kind: 'agree-date', step: REPORT, dueOn: '2026-03-25', reason: 't' }).takeLetters();
    expect(city.on('2026-03-20', '10:00').takeLetters().map(inWords)).toContain('reminder asw_report due-3 → cro');
    city.undo().take({ kind: 'clock-struck' }, null);
    expect(city.takeLetters()).toEqual([]);
  });
});

describe('what cannot be taken back is refused by name', () => {
  const undo = (act: string) => ({ kind: 'undo', act, reason: 't' }) as const;

  it('an act that nobody knows, and one that is no longer remembered', () => {
    const city = afterWorkshop();
    expect(city.refusalOf(undo('never-given'))).toEqual({ code: 'act-unknown', field: '/act' });
    city.give({ kind: 'skip', step: REPORT, reason: 't' });
    const act = city.lastAct;
    city.on('2026-03-04').give({ kind: 'agree-date', step: 'p1_actions', dueOn: '2026-06-30', reason: 't' });
    expect(city.refusalOf(undo(act)).code).toBe('act-unknown');
  });

  it('after a day', () => {
    const city = afterWorkshop().give({ kind: 'skip', step: REPORT, reason: 't' });
    const act = city.lastAct;
    expect(city.on('2026-02-28', '10:00').refusalOf(undo(act)).code).toBe('act-too-old');
  });

  it('what others have acted on: a submission, a handover; and taking back itself', () => {
    const city = afterWorkshop().submit(REPORT);
    expect(city.refusalOf(undo(city.lastAct)).code).toBe('act-not-undoable');
    city.give({ kind: 'hand-over', seat: 'cro', person: 'p-other', fromOn: null });
    expect(city.refusalOf(undo(city.lastAct)).code).toBe('act-not-undoable');
    city.give({ kind: 'skip', step: REPORT, reason: 't' }).undo();
    expect(city.refusalOf(undo(city.lastAct)).code).toBe('act-not-undoable');
  });

  it('a second time', () => {
    const city = afterWorkshop().give({ kind: 'skip', step: REPORT, reason: 't' });
    const act = city.lastAct;
    city.undo();
    expect(city.refusalOf(undo(act)).code).toBe('act-undone-already');
  });

  it('when a later act touched the same step; once that is taken back, it can be', () => {
    const city = afterWorkshop();
    const before = standing(city);
    city.give({ kind: 'agree-date', step: REPORT, dueOn: '2026-04-30', reason: 't' });
    const first = city.lastAct;
    city.give({ kind: 'skip', step: REPORT, reason: 't' });
    expect(city.refusalOf(undo(first)).code).toBe('act-overtaken');
    city.undo().give(undo(first));
    expect(standing(city)).toEqual(before);
  });

  it('when two later acts touched its steps, and only one of them was taken back', () => {
    const city = new JourneyInHand('2026-02-02').join().on('2026-02-03');
    const done = [
      { kind: 'go-to', step: 'grant', reason: 't' },
      { kind: 'reopen', step: 'application', reason: 't' },
      { kind: 'reopen', step: 'selection', reason: 't' },
    ] as const;
    const [goTo = '', first = '', second = ''] = done.map((act) => city.give(act).lastAct);
    city.give(undo(first));
    expect(city.refusalOf(undo(goTo)).code).toBe('act-overtaken');
    city.give(undo(second)).give(undo(goTo));
    expect(city.openSteps()).toEqual(['application']);
  });

  it('when a hold has ended since, of whose days its step got none', () => {
    const city = afterWorkshop().on('2026-03-02');
    city.give({ kind: 'hold', awaiting: 't', reason: 't', untilOn: '2026-03-16' }).on('2026-03-15', '20:00');
    city.give({ kind: 'complete', step: REPORT, happenedOn: null });
    const act = city.lastAct;
    city.on('2026-03-16', '12:00');
    expect(city.state.status).toBe('active');
    expect(city.refusalOf(undo(act)).code).toBe('act-overtaken');
  });

  it('when somebody ended a hold since; once that is taken back, it can be', () => {
    const city = afterWorkshop().on('2026-03-02');
    city.give({ kind: 'hold', awaiting: 't', reason: 't', untilOn: '2026-03-16' }).on('2026-03-05', '10:00');
    city.give({ kind: 'skip', step: REPORT, reason: 't' });
    const act = city.lastAct;
    city.on('2026-03-05', '11:00').give({ kind: 'resume', reason: 't' });
    const resumed = city.lastAct;
    expect(city.refusalOf(undo(act)).code).toBe('act-overtaken');
    city.give(undo(resumed)).give(undo(act)).on('2026-03-17');
    expect(city.state.steps[REPORT]?.dueOn).toBe('2026-04-09');
  });

  it('when a step that it opened was handed in', () => {
    const city = new JourneyInHand('2026-02-02').join().on('2026-02-03');
    city.give({ kind: 'skip', step: 'application', reason: 't' });
    const act = city.lastAct;
    city.submit('selection');
    expect(city.refusalOf(undo(act)).code).toBe('act-overtaken');
  });
});

it('a step that was open already stays so, though what it needs was reopened meanwhile', () => {
  const city = afterWorkshop().give({ kind: 'reopen', step: 'asw', reason: 't' });
  expect(city.state.steps[REPORT]?.status).toBe('open');
  const before = standing(city.on('2026-03-02'));
  city.give({ kind: 'skip', step: 'asw', reason: 't' }).undo();
  expect(standing(city)).toEqual(before);
});

it('what is remembered is forgotten after a day, and the state is as small as before', () => {
  const city = afterWorkshop();
  const size = () => JSON.stringify(city.state).length;
  const before = size();
  city.give({ kind: 'skip', step: REPORT, reason: 't' }).undo().on('2026-03-20');
  expect(city.state.undoables).toBeUndefined();
  expect(size()).toBeLessThan(before + 600);
});
