import {
  cancellations,
  refAtFirst,
  why,
  type Command,
  type ProgrammeDefinition,
  type StepDefinition,
} from '@citypath/journey';
import { foretellAct, letterKey, type Today } from '@citypath/post';
import { resilientCitiesChina } from '@citypath/programmes';
import { inWords, JourneyInHand } from '../support/journey-in-hand';
import { nextVersion } from '../support/renamed-programme';

const REPORT = 'asw_report';
const GROUP = 'leadership_group';

/** The report of the workshop is an account of it now, and nobody founds a leadership group any more. */
const version2 = nextVersion(resilientCitiesChina, { names: { [REPORT]: 'account' }, gone: [GROUP] });

const untilWorkshop = ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw'].map((step) => ({
  step,
  happenedOn: '2026-02-26' as const,
}));

/** The workshop was held on 26 February; its report is due on 25 March, and all that follows it is open. */
function afterWorkshop(programme = resilientCitiesChina): JourneyInHand {
  return new JourneyInHand('2026-02-26', programme)
    .join({ seats: [{ seat: 'cro', person: 'p-cro', fromOn: null }], done: untilWorkshop })
    .on('2026-02-27');
}

type Adopt = Extract<Command, { kind: 'adopt-definition' }>;

function taking(definition: ProgrammeDefinition, steps?: Adopt['steps'], more: Partial<Adopt> = {}): Adopt {
  return { kind: 'adopt-definition', hash: 'd2', definition, reason: 't', ...(steps && { steps }), ...more };
}

const MAPPING = { [REPORT]: 'account', [GROUP]: null };
const take = (city: JourneyInHand) => city.give(taking(version2, MAPPING));

function changed(step: string, change: Partial<StepDefinition>, definition = version2): ProgrammeDefinition {
  return {
    ...definition,
    steps: definition.steps.map((one) => (one.key === step ? { ...one, ...change } : one)),
  };
}

describe('a city takes a version in which a step has another name, and another one is gone', () => {
  it('what was handed in waits for the same seat until the same day, under the new name', () => {
    const city = afterWorkshop().on('2026-03-02').submit(REPORT);
    const { ref: _, step: __, ...before } = city.state.steps[REPORT]!;
    take(city);
    expect(city.state.steps['account']).toEqual({ ...before, ref: 'account', step: 'account' });
    expect(city.state.steps[REPORT]).toBeUndefined();
    expect(city.state.steps[GROUP]).toBeUndefined();
    expect(why(city.context, city.state, city.now)).toMatchObject({ step: 'account' });
    city.give({ kind: 'accept', step: 'account' });
    expect(city.state.steps['account']?.status).toBe('done');
    expect(city.refusalOf({ kind: 'reopen', step: REPORT, reason: 't' }).code).toBe('step-unknown');
  });

  it('each reminder comes on its day, once, and nobody is reminded of what was let go', () => {
    const untouched = afterWorkshop().on('2026-03-20', '12:00');
    const city = take(afterWorkshop().on('2026-03-20', '12:00'));
    untouched.takeLetters();
    city.takeLetters();
    const told = (one: JourneyInHand) =>
      one
        .on('2026-04-10')
        .takeLetters()
        .filter(({ step }) => step === REPORT || step === 'account' || step === GROUP)
        .map(inWords);
    const would = told(untouched);
    expect(would.some((letter) => letter.includes(GROUP))).toBe(true);
    expect(told(city)).toEqual(
      would.filter((letter) => !letter.includes(GROUP)).map((letter) => letter.replace(REPORT, 'account')),
    );
  });

  it('letters about the step that was let go, and have not gone, are not to go; no others are called back', () => {
    const city = take(afterWorkshop());
    const adopted = city.facts.find(({ kind }) => kind === 'definition-adopted')!;
    expect(cancellations(adopted)).toEqual([{ seq: adopted.seq, step: GROUP, reason: 'let-go' }]);
  });

  it('its day is counted by the new version, and what the new version needs opens', () => {
    const city = afterWorkshop();
    const sooner: StepDefinition['due'] = {
      rule: 'after',
      amount: 10,
      unit: 'working-days',
      anchor: { of: 'event', step: 'asw' },
    };
    const early = changed('pra', { needs: 'asw' }, changed('account', { due: sooner }));
    city.takeLetters();
    city.give(taking(early, MAPPING));
    expect(city.state.steps['account']).toMatchObject({ dueOn: '2026-03-11', baselineOn: '2026-03-25' });
    expect(city.state.steps['pra']?.status).toBe('open');
    expect(city.takeLetters().map(inWords)).toEqual(['step-opened pra → cro']);
  });

  it.each<[string, number, number, string]>([
    // Counted from the workshop on 26 February. Five working days from the return end on 11 March.
    ['more days: it has them', 9, 12, '2026-03-13'],
    ['fewer days: it has as many as an answer takes all the same', 12, 6, '2026-03-11'],
  ])('what waits to be accepted and is returned under a version that gives it %s', (_, had, has, dueOn) => {
    const after26 = (amount: number): StepDefinition['due'] => ({
      rule: 'after',
      amount,
      unit: 'working-days',
      anchor: { of: 'event', step: 'asw' },
    });
    const [before, after] = [had, has].map((days) => changed(REPORT, { due: after26(days) }, resilientCitiesChina));
    const city = afterWorkshop(before).on('2026-03-04');
    city.submit(REPORT).give(taking(after!)).give({ kind: 'return', step: REPORT, comment: 't' });
    expect(city.state.steps[REPORT]).toMatchObject({ status: 'open', round: 2, dueOn });
  });

  it('a question, a cadence of its own and a meeting go with the step', () => {
    const names = { asw: 'workshop', [REPORT]: 'account' };
    const city = new JourneyInHand('2026-02-02').join({
      seats: [{ seat: 'cro', person: 'p-cro', fromOn: null }],
      done: ['application', 'selection', 'grant', 'cro', 'asw_prep'].map((step) => ({ step, happenedOn: null })),
    });
    city.give({ kind: 'schedule-event', step: 'asw', on: '2026-03-10', time: '09:30', place: 't-place' });
    const to = { seat: 'cro', holder: 'p-cro' };
    city.give({ kind: 'comment', step: 'asw', comment: 't', audience: 'everyone', mentions: [to], as: [] });
    const cadence = { before: { unit: 'working-days' as const, days: [2] }, afterWorkingDays: [2] };
    city.give({ kind: 'set-cadence', step: 'asw', cadence });
    const { meeting } = city.state.steps['asw']!;
    city.give(taking(nextVersion(resilientCitiesChina, { names }), { asw: 'workshop' }));
    expect(city.state.steps['workshop']?.meeting).toEqual(meeting);
    // Its entry in people's calendars stays the same one.
    expect(refAtFirst(city.state, 'workshop')).toBe('asw');
    expect(city.state.questions).toMatchObject([{ step: 'workshop' }]);
    expect(city.state.cadence?.steps).toEqual({ workshop: cadence });
  });

  it('each part of a list goes with its list', () => {
    const city = afterWorkshop();
    for (const step of ['p1_stakeholders', 'p1_actions', 'p1_assets']) city.finish(step);
    city.finish('pra', { items: ['Water', 'Heat'] });
    city.submit('p2_discovery@2');
    const names = { pra: 'first_look', p2_discovery: 'deep_look' };
    city.give(taking(nextVersion(resilientCitiesChina, { names }), names));
    expect(city.state.steps['deep_look@2']).toMatchObject({ status: 'submitted', occurrence: '2', title: 'Heat' });
    city.give({ kind: 'accept', step: 'deep_look@2' }).finish('deep_look@1');
    expect(city.openSteps()).toContain('p2_opportunity');
  });

  it('an act of before is taken back no more', () => {
    const city = afterWorkshop().give({ kind: 'skip', step: REPORT, reason: 't' });
    const skip = city.lastAct;
    take(city);
    expect(city.refusalOf({ kind: 'undo', act: skip, reason: 't' }).code).toBe('act-overtaken');
  });

  it('a ladder goes on, and hears of its letter by whatever name the post knows the step', () => {
    const city = afterWorkshop();
    city.postDelivers = false;
    const { seq, seat, holder } = city.on('2026-04-20').state.steps[REPORT]!.ladder!.awaiting!;
    take(city).on('2026-04-21');
    const report = { seq, step: REPORT, round: 1, kind: 'escalation' as const, seat, holder };
    const outcomes = [{ ...report, outcome: 'delivered' as const, on: '2026-04-21' as const }];
    city.give({ kind: 'post-reported', outcomes, mended: [] }, null);
    expect(city.state.steps['account']?.ladder).toEqual({ rung: 1, fromOn: '2026-04-21' });
  });

  describe('should it come back in a later version', () => {
    const back = {
      ...version2,
      version: 3,
      steps: [...version2.steps, resilientCitiesChina.steps.find(({ key }) => key === GROUP)!],
    };

    it('it is opened anew in another round, so that its letters are others', () => {
      const city = take(afterWorkshop()).give(taking(back));
      expect(city.state.steps[GROUP]).toMatchObject({ status: 'open', round: 2 });
    });

    it('also where it waits at first, and is given to another seat before it opens', () => {
      const city = take(afterWorkshop().give({ kind: 'reopen', step: 'asw', reason: 't' })).give(taking(back));
      city.give({ kind: 'reassign', step: GROUP, seat: 'manager', reason: 't' });
      city.give({ kind: 'complete', step: 'asw', happenedOn: null });
      expect(city.state.steps[GROUP]).toMatchObject({ status: 'open', round: 2 });
    });

    it('also where it was let go twice, and had not opened in between', () => {
      const city = take(afterWorkshop().give({ kind: 'reopen', step: 'asw', reason: 't' })).give(taking(back));
      city.give(taking(version2, { [GROUP]: null })).give(taking(back));
      city.give({ kind: 'complete', step: 'asw', happenedOn: null });
      expect(city.state.steps[GROUP]).toMatchObject({ status: 'open', round: 2 });
    });

    it('it may be let go again, as long as nobody has given it anything since', () => {
      const city = take(afterWorkshop()).give(taking(back));
      const gone = taking(version2, { [GROUP]: null });
      expect(take(afterWorkshop()).give(taking(back)).submit(GROUP).refusalOf(gone).code).toBe(
        'mapping-lets-go-of-evidence',
      );
      expect(city.give(gone).state.steps[GROUP]).toBeUndefined();
    });
  });
});

describe('looked at beforehand', () => {
  it('a letter that waits is the same one, what somebody skipped stays skipped, and of what is let go nothing comes', () => {
    const city = afterWorkshop().on('2026-03-19');
    const to = { seat: 'cro', holder: 'p-cro' };
    city.give({ kind: 'comment', step: REPORT, comment: 't', audience: 'everyone', mentions: [to], as: [] });
    const { context, state, now } = city;
    const journey = { context, state, programmeSeats: { manager: 'p-manager', director: 'p-director' } };
    const asked = city.letters.find(({ kind }) => kind === 'question')!;
    const common = { journeyId: state.journeyId, aboutSeat: null, urgent: false, expedited: false, passedOnTo: null };
    const nobody = { bounced: false, erased: false, leave: null, lettersHeldUntilOn: null, calendar: context.calendar };
    const dayBefore = {
      ...asked,
      kind: 'reminder' as const,
      round: 1,
      threshold: 'due-1@2026-03-25',
      journeyId: state.journeyId,
    };
    const today: Today = {
      now,
      journeys: [journey],
      recipient: (id) => ({
        ...nobody,
        id,
        address: `${id}@citypath.example`,
        window: { from: '00:00', until: '23:59' },
        received: { digestOn: null, ordinaryOn: null, ordinaryCount: 0 },
      }),
      waiting: [{ letter: { ...asked, ...common, id: 'letter-1' }, notBeforeAt: null }],
      unreported: [],
      skipped: new Set([letterKey(dayBefore)]),
    };
    const stamp = { id: 'act', hash: 'act', by: 'p-manager', onBehalfOf: null };
    const command = taking(version2, MAPPING);
    const done = foretellAct(today, { journeyId: state.journeyId, command, stamp }, '2026-03-31');
    const letters = done.kind === 'foretold' ? done.letters : [];
    const fates = letters
      .filter(({ letter }) => letter.step === 'account' && letter.holder === 'p-cro')
      .map(({ letter, fate }) => [letter.kind, letter.threshold.split('@')[0], letter.id === 'letter-1', fate.kind]);
    expect(fates).toEqual([
      ['question', asked.threshold, true, expect.stringMatching(/goes|digest/)],
      ['reminder', 'due-3', false, expect.stringMatching(/goes|digest/)],
      ['reminder', 'due-1', false, 'skipped'],
      ['reminder', 'due0', false, expect.stringMatching(/goes|digest/)],
      ['overdue', 'due+1', false, expect.stringMatching(/goes|digest/)],
      ['overdue', 'due+4', false, expect.stringMatching(/goes|digest/)],
    ]);
    expect(letters.filter(({ letter }) => letter.step === REPORT || letter.step === GROUP)).toEqual([]);
  });
});

describe('nothing that anybody gave is lost', () => {
  const refusal = (
    city: JourneyInHand,
    definition: ProgrammeDefinition,
    steps?: Adopt['steps'],
    more?: Partial<Adopt>,
  ) => city.refusalOf(taking(definition, steps, more));

  it('a step that neither the new version nor the mapping knows is named', () => {
    expect(refusal(afterWorkshop(), version2, { [REPORT]: 'account' })).toEqual({
      code: 'definition-drops-steps',
      field: `/steps/${GROUP}`,
      params: { step: GROUP },
    });
  });

  it.each<[string, (city: JourneyInHand) => unknown]>([
    ['handed in', (city) => city.submit(GROUP)],
    ['returned', (city) => city.submit(GROUP).give({ kind: 'return', step: GROUP, comment: 't' })],
    ['accepted', (city) => city.finish(GROUP)],
    ['completed', (city) => city.give({ kind: 'complete', step: GROUP, happenedOn: null })],
    ['skipped', (city) => city.give({ kind: 'skip', step: GROUP, reason: 't' })],
    ['given a day', (city) => city.give({ kind: 'agree-date', step: GROUP, dueOn: '2026-05-04', reason: 't' })],
    ['given to another seat', (city) => city.give({ kind: 'reassign', step: GROUP, seat: 'cro', reason: 't' })],
    [
      'asked about',
      (city) =>
        city.give({
          kind: 'comment',
          step: GROUP,
          comment: 't',
          audience: 'programme',
          mentions: [{ seat: 'manager', holder: null }],
          as: [],
        }),
    ],
    [
      'given a cadence',
      (city) =>
        city.give({
          kind: 'set-cadence',
          step: GROUP,
          cadence: { before: { unit: 'working-days', days: [2] }, afterWorkingDays: [2] },
        }),
    ],
    [
      'owned until a day',
      (city) => city.on('2026-04-01').give({ kind: 'acknowledge', step: GROUP, untilOn: '2026-04-03' }),
    ],
  ])('a step that was %s cannot be let go', (_, given) => {
    const city = afterWorkshop();
    given(city);
    expect(refusal(city, version2, MAPPING)).toEqual({
      code: 'mapping-lets-go-of-evidence',
      field: `/steps/${GROUP}`,
      params: { step: GROUP },
    });
  });

  it('nor one of which only the records know that somebody gave it something: a remark, a paper, a draft', () => {
    expect(refusal(afterWorkshop(), version2, MAPPING, { holding: [GROUP] }).code).toBe('mapping-lets-go-of-evidence');
  });

  it.each<[string, Partial<StepDefinition>]>([
    ['asks for no report', { evidence: [] }],
    [
      'asks for it as something else',
      { evidence: [{ key: 'report', kind: 'form', title: { en: 'R', zh: 'R' }, fields: [] }] },
    ],
  ])('a step that was handed in cannot become one that %s', (_, change) => {
    const city = afterWorkshop().submit(REPORT);
    expect(refusal(city, changed('account', change), MAPPING)).toEqual({
      code: 'mapping-loses-evidence',
      field: `/steps/${REPORT}`,
      params: { step: REPORT, to: 'account' },
    });
  });

  it('a step that nobody has given anything may become anything', () => {
    const city = afterWorkshop().give(taking(changed('account', { evidence: [] }), MAPPING));
    expect(city.state.steps['account']?.status).toBe('open');
  });

  it('a wish to be let off needs a step that may be waived, a meeting one that is held', () => {
    const waivable = changed(REPORT, { waiver: { proof: false } }, resilientCitiesChina);
    const wishing = new JourneyInHand('2026-02-26', waivable).join({
      seats: [{ seat: 'cro', person: 'p-cro', fromOn: null }],
      done: ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw'].map((step) => ({ step, happenedOn: null })),
    });
    wishing.give(
      { kind: 'submit', step: REPORT, evidence: { text: null, keys: [] }, waiver: { reason: 't' } },
      'p-cro',
    );
    expect(refusal(wishing, version2, MAPPING).code).toBe('mapping-loses-evidence');

    const meeting = afterWorkshop();
    const names = { asw: 'workshop' };
    const noMeeting = changed(
      'workshop',
      { kind: 'document', due: { rule: 'to-be-confirmed' } },
      nextVersion(resilientCitiesChina, { names }),
    );
    const counted = {
      ...noMeeting,
      steps: noMeeting.steps.map((step) =>
        step.due.rule === 'after' && step.due.anchor.of === 'event'
          ? { ...step, due: { rule: 'to-be-confirmed' as const } }
          : step,
      ),
    };
    expect(refusal(meeting, counted, names).code).toBe('mapping-loses-evidence');
  });
});

describe('a mapping that makes no sense is refused by name, and changes nothing', () => {
  const code = (definition: ProgrammeDefinition, steps: Adopt['steps']) =>
    afterWorkshop().refusalOf(taking(definition, steps));
  const at = (step: string) => ({ field: `/steps/${step}` });

  it.each<[string, ProgrammeDefinition, Adopt['steps'], string, string]>([
    [
      'from a step that there never was',
      version2,
      { ...MAPPING, nonsense: 'account' },
      'nonsense',
      'mapping-from-unknown',
    ],
    ['from one that stays', version2, { ...MAPPING, pra: null }, 'pra', 'mapping-needless'],
    ['to a step that the version lacks', version2, { ...MAPPING, [REPORT]: 'nonsense' }, REPORT, 'mapping-to-unknown'],
    ['to a step that has begun', version2, { ...MAPPING, [REPORT]: 'p1_actions' }, REPORT, 'mapping-onto-another'],
    ['to one that waits', version2, { ...MAPPING, [REPORT]: 'p2_opportunity' }, REPORT, 'mapping-onto-another'],
    ['of two steps into one', version2, { [REPORT]: 'account', [GROUP]: 'account' }, GROUP, 'mapping-into-one'],
    [
      'of one step onto one a quarter',
      changed('account', { repeats: { every: 'quarter', from: 'asw' } }),
      MAPPING,
      REPORT,
      'mapping-changes-repeats',
    ],
    [
      'with a step that stays, and is one a quarter from now on',
      changed('p1_actions', { repeats: { every: 'quarter', from: 'asw' } }, changed('pra', { needs: 'asw' })),
      MAPPING,
      'p1_actions',
      'mapping-changes-repeats',
    ],
  ])('%s', (_, definition, steps, step, expected) => {
    expect(code(definition, steps)).toMatchObject({ code: expected, ...at(step) });
  });

  it('a seat of the city that the version lacks is named', () => {
    const seats = version2.seats.map((seat) => (seat.key === 'cro' ? { ...seat, key: 'chief' } : seat));
    const responsible = version2.steps.map((step) => ({
      ...step,
      responsible: step.responsible === 'cro' ? 'chief' : step.responsible,
      ...(step.appoints === 'cro' ? { appoints: 'chief' } : {}),
      ...(step.contributors ? { contributors: step.contributors.filter((seat) => seat !== 'cro') } : {}),
      whileVacant: step.whileVacant.filter((seat) => seat !== 'cro'),
    }));
    expect(code({ ...version2, seats, steps: responsible }, MAPPING)).toEqual({
      code: 'definition-drops-seats',
      field: '/definition',
      params: { seat: 'cro' },
    });
  });

  it('a name that a step of the city had once is no other step’s', () => {
    const city = take(afterWorkshop());
    const back = nextVersion(version2, { names: { account: REPORT } });
    expect(city.refusalOf(taking(back, { account: REPORT })).code).toBe('mapping-onto-another');
  });
});
