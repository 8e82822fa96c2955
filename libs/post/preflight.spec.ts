import type { Day } from '@citypath/calendar';
import type { JourneyState, ProgrammeDefinition, StepDefinition } from '@citypath/journey';
import { preflight, type Gap } from './preflight';
import type { PersonStanding, PeopleStanding } from './standing';

const today: Day = '2026-11-23';

const report: StepDefinition = {
  key: 'report',
  kind: 'document',
  stage: 'work',
  title: { en: 'Report', zh: '报告' },
  responsible: 'cro',
  accepts: 'manager',
  whileVacant: ['focal_point', 'manager'],
  due: { rule: 'to-be-confirmed' },
  evidence: [],
};

const definition: ProgrammeDefinition = {
  grammar: 1,
  key: 'small',
  version: 1,
  title: { en: 'Small', zh: '小' },
  seats: [
    { key: 'cro', of: 'city', title: { en: 'Officer', zh: '首席韧性官' } },
    { key: 'focal_point', of: 'city', title: { en: 'Focal point', zh: '联络人' } },
    { key: 'mayors_office', of: 'city', office: true, title: { en: "Mayor's office", zh: '市长办公室' } },
    { key: 'manager', of: 'programme', title: { en: 'Manager', zh: '项目经理' } },
    { key: 'director', of: 'programme', title: { en: 'Director', zh: '项目主任' } },
  ],
  stages: [{ key: 'work', title: { en: 'Work', zh: '工作' } }],
  steps: [
    report,
    { ...report, key: 'profile', optional: true },
    { ...report, key: 'decision', responsible: 'manager', accepts: 'director', whileVacant: [] },
    { ...report, key: 'appointment', responsible: 'mayors_office', whileVacant: ['manager'] },
  ],
  cadence: { before: { unit: 'working-days', days: [1, 0] }, afterWorkingDays: [1] },
  escalation: {
    rungs: [
      { afterWorkingDays: 3, seat: 'manager' },
      { afterWorkingDays: 10, seat: 'director' },
    ],
  },
  acceptance: {
    workingDays: 5,
    remindOnWorkingDays: [3],
    rungs: [{ afterWorkingDays: 6, seat: 'director' }],
    whileVacant: 'manager',
  },
  hold: { maxWorkingDays: 130 },
};

const held = (holder: string | null, liaison: string | null = null) => ({
  holder,
  liaison,
  fromOn: null,
  vacancyTold: false,
});

const away = (fromOn: Day, untilOn: Day, substitute: string | null = null) => ({ fromOn, untilOn, substitute });

interface Told {
  seats?: JourneyState['seats'];
  steps?: { ref: string; status: 'open' | 'submitted' }[];
  programmeSeats?: PeopleStanding['programmeSeats'];
  people?: (Partial<PersonStanding> & { id: string })[];
}

const open = (ref = 'report') => [{ ref, status: 'open' as const }];
const submitted = (ref = 'report') => [{ ref, status: 'submitted' as const }];

/** Yiwu with everybody in post and in reach, but for what is told. */
function gapsOf({ seats, steps = open(), programmeSeats, people = [] }: Told): Gap[] {
  const everybody = ['p-xiong', 'p-focal', 'p-manager', 'p-director', 'p-office', 'p-deputy'].map(
    (id): PersonStanding => ({ id, address: `${id}@city.example`, erased: false, bounced: false, leave: null }),
  );
  const told = new Map(people.map((person) => [person.id, person]));
  return preflight(
    { definition, seats: { cro: held('p-xiong'), focal_point: held('p-focal'), ...seats }, steps },
    {
      today,
      programmeSeats: { manager: 'p-manager', director: 'p-director', ...programmeSeats },
      people: new Map(everybody.map((person) => [person.id, { ...person, ...told.get(person.id) }])),
    },
  );
}

test('where everybody is in post and in reach there is no gap', () => {
  expect(gapsOf({ steps: [...open(), ...open('profile'), ...open('decision'), ...submitted()] })).toEqual([]);
});

describe('a vacant seat', () => {
  test('of the officer is a gap, though the focal point acts for it', () => {
    expect(gapsOf({ seats: { cro: held(null) } })).toEqual([
      { step: 'report', place: 'owner', seat: 'cro', kind: 'vacant' },
    ]);
  });

  test('that a liaison works for is none, and neither is an office without a name', () => {
    expect(gapsOf({ seats: { cro: held(null, 'p-office') } })).toEqual([]);
    expect(gapsOf({ steps: open('appointment') })).toEqual([]);
  });

  test('of the director leaves the last rung without anybody, the manager still hears', () => {
    expect(gapsOf({ programmeSeats: { director: null } })).toEqual([
      { step: 'report', place: 'rung', seat: 'director', kind: 'vacant' },
    ]);
  });

  test('of both leaves nobody above, and nobody to accept', () => {
    expect(gapsOf({ programmeSeats: { manager: null, director: null } })).toEqual([
      { step: 'report', place: 'rung', seat: 'manager', kind: 'vacant' },
      { step: 'report', place: 'rung', seat: 'director', kind: 'vacant' },
      { step: 'report', place: 'rung', seat: 'cro', kind: 'nobody-above' },
      { step: 'report', place: 'acceptor', seat: 'manager', kind: 'vacant' },
    ]);
  });
});

describe('somebody whom no letter reaches', () => {
  test.each<[string, Partial<PersonStanding>, object]>([
    ['whose letters came back', { bounced: true }, { kind: 'unreachable', because: 'bounced' }],
    ['without an address', { address: ' ' }, { kind: 'unreachable', because: 'no-address' }],
    ['who was erased', { erased: true, address: '' }, { kind: 'unreachable', because: 'erased' }],
    ['on leave without a substitute', { leave: away(today, '2026-12-04') }, { kind: 'away', untilOn: '2026-12-04' }],
  ])('%s', (_, change, expected) => {
    expect(gapsOf({ people: [{ id: 'p-xiong', ...change }] })).toEqual([
      { step: 'report', place: 'owner', seat: 'cro', person: 'p-xiong', ...expected },
    ]);
  });

  test('nobody knows the id', () => {
    expect(gapsOf({ seats: { cro: held('p-gone') } })).toMatchObject([{ kind: 'unreachable', because: 'unknown' }]);
  });

  test('on leave with a substitute they are reached through them, unless those cannot be reached either', () => {
    const leave = away('2026-11-20', today, 'p-deputy');
    expect(gapsOf({ people: [{ id: 'p-xiong', leave }] })).toEqual([]);
    const gone = [{ kind: 'away', person: 'p-xiong', untilOn: today }];
    expect(
      gapsOf({
        people: [
          { id: 'p-xiong', leave },
          { id: 'p-deputy', bounced: true },
        ],
      }),
    ).toMatchObject(gone);
    const both = [
      { id: 'p-xiong', leave },
      { id: 'p-deputy', leave: { ...leave, substitute: 'p-xiong' } },
    ];
    expect(gapsOf({ people: both })).toMatchObject(gone);
  });

  test('a leave that has not begun or is over is no gap today', () => {
    const over = away('2026-11-01', '2026-11-22');
    const ahead = away('2026-11-24', '2026-12-01');
    for (const leave of [over, ahead]) expect(gapsOf({ people: [{ id: 'p-xiong', leave }] })).toEqual([]);
  });
});

describe('a chain that comes back to somebody', () => {
  test('who is manager and director at once is told twice', () => {
    expect(gapsOf({ programmeSeats: { director: 'p-manager' } })).toEqual([
      { step: 'report', place: 'rung', seat: 'director', kind: 'loop', person: 'p-manager', alsoSeat: 'manager' },
    ]);
  });

  test('the owner as every rung has nobody above', () => {
    const everything = { manager: 'p-xiong', director: 'p-xiong' };
    expect(gapsOf({ programmeSeats: everything }).map(({ kind, seat }) => [kind, seat])).toEqual([
      ['loop', 'manager'],
      ['loop', 'director'],
      ['nobody-above', 'cro'],
    ]);
  });

  test('through a leave: the substitute of the manager is the officer who is late', () => {
    const leave = away(today, today, 'p-xiong');
    expect(gapsOf({ people: [{ id: 'p-manager', leave }] })).toMatchObject([
      { kind: 'loop', seat: 'manager', person: 'p-xiong', alsoSeat: 'cro' },
    ]);
  });
});

describe('who is above', () => {
  test('of the manager is the director; their own rung is left out', () => {
    expect(gapsOf({ steps: open('decision'), programmeSeats: { director: null } })).toEqual([
      { step: 'decision', place: 'rung', seat: 'director', kind: 'vacant' },
      { step: 'decision', place: 'rung', seat: 'manager', kind: 'nobody-above' },
      { step: 'decision', place: 'acceptor', seat: 'director', kind: 'vacant' },
    ]);
  });

  test('of what the director has to decide is nobody by design', () => {
    expect(gapsOf({ steps: submitted('decision') })).toEqual([]);
  });

  test('of an optional step nobody is asked; it is never late', () => {
    expect(gapsOf({ steps: open('profile'), programmeSeats: { director: null } })).toEqual([]);
  });

  test('of what waits to be accepted is the director, and its chain begins with whoever accepts', () => {
    expect(gapsOf({ steps: submitted(), people: [{ id: 'p-manager', bounced: true }] })).toMatchObject([
      { place: 'acceptor', seat: 'manager', kind: 'unreachable' },
    ]);
    expect(gapsOf({ steps: submitted(), programmeSeats: { director: null } })).toMatchObject([
      { place: 'rung', seat: 'director', kind: 'vacant' },
      { place: 'rung', seat: 'manager', kind: 'nobody-above' },
    ]);
  });
});
