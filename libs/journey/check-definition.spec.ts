import { checkDefinition } from './check-definition';
import type { ProgrammeDefinition, StepDefinition } from './grammar';

const step = (key: string, change: Partial<StepDefinition> = {}): StepDefinition => ({
  key,
  kind: 'document',
  stage: 'only',
  title: { en: key, zh: key },
  responsible: 'city_seat',
  accepts: 'manager',
  whileVacant: ['manager'],
  due: { rule: 'after', amount: 5, unit: 'working-days', anchor: { of: 'opening' } },
  evidence: [],
  ...change,
});

const programme = (steps: StepDefinition[], change: Partial<ProgrammeDefinition> = {}): ProgrammeDefinition => ({
  grammar: 1,
  key: 'p',
  version: 1,
  title: { en: 'P', zh: '项目' },
  seats: [
    { key: 'city_seat', of: 'city', title: { en: 'Seat', zh: '席位' } },
    { key: 'manager', of: 'programme', title: { en: 'Manager', zh: '经理' } },
    { key: 'watcher', of: 'programme', readOnly: true, title: { en: 'Watcher', zh: '观察员' } },
  ],
  stages: [{ key: 'only', title: { en: 'Only', zh: '唯一' } }],
  cadence: { before: { unit: 'working-days', days: [3, 0] }, afterWorkingDays: [1, 4] },
  escalation: { rungs: [{ afterWorkingDays: 3, seat: 'manager' }] },
  acceptance: { workingDays: 5, remindOnWorkingDays: [3], rungs: [], whileVacant: 'manager' },
  hold: { maxWorkingDays: 20 },
  steps,
  ...change,
});

const complaints = (definition: ProgrammeDefinition) =>
  checkDefinition(definition).map(({ code, place }) => `${code} at ${place}`);

it('a sound definition has no complaint', () => {
  expect(checkDefinition(programme([step('a'), step('b', { needs: 'a' })]))).toEqual([]);
});

it.each<[string, ProgrammeDefinition, string]>([
  [
    'a circle of needs',
    programme([step('a', { needs: 'b' }), step('b', { needs: { allOf: ['a'] } })]),
    'needs-cycle at steps/a/needs',
  ],
  [
    'a circle through a milestone',
    programme([step('a', { needs: 'm' })], { milestones: [{ key: 'm', title: { en: 'M', zh: '里' }, needs: 'a' }] }),
    'needs-cycle at steps/a/needs',
  ],
  ['a step that needs nobody knows what', programme([step('a', { needs: 'ghost' })]), 'need-unknown at steps/a/needs'],
  ['any of nothing', programme([step('a', { needs: { anyOf: [] } })]), 'step-unreachable at steps/a/needs'],
  [
    'a step after one that never ends',
    programme([
      step('a'),
      step('r', { repeats: { every: 'quarter', from: 'a' }, due: { rule: 'before-quarter-end', workingDays: 5 } }),
      step('b', { needs: 'r' }),
    ]),
    'step-unreachable at steps/b/needs',
  ],
  [
    'an acceptance that takes no whole days',
    programme([step('a')], {
      acceptance: { workingDays: 2.5, remindOnWorkingDays: [], rungs: [], whileVacant: 'manager' },
    }),
    'date-cannot-be-computed at acceptance/workingDays',
  ],
  [
    'reminders to accept out of order',
    programme([step('a')], {
      acceptance: { workingDays: 5, remindOnWorkingDays: [5, 3], rungs: [], whileVacant: 'manager' },
    }),
    'cadence-malformed at acceptance/remindOnWorkingDays',
  ],
  [
    'holds of no length',
    programme([step('a')], { hold: { maxWorkingDays: 0 } }),
    'date-cannot-be-computed at hold/maxWorkingDays',
  ],
  [
    'half a day before a quarter ends',
    programme([
      step('a'),
      step('r', { repeats: { every: 'quarter', from: 'a' }, due: { rule: 'before-quarter-end', workingDays: 0.5 } }),
    ]),
    'date-cannot-be-computed at steps/r/due',
  ],
  [
    'an appointment that names nobody',
    programme([step('a', { kind: 'appointment', appoints: 'city_seat' })]),
    'evidence-malformed at steps/a/evidence',
  ],
  ['a seat nobody defined', programme([step('a', { responsible: 'king' })]), 'seat-unknown at steps/a/responsible'],
  ['a seat that only sees', programme([step('a', { accepts: 'watcher' })]), 'seat-read-only at steps/a/accepts'],
  [
    'a vacancy without an answer',
    programme([step('a', { whileVacant: ['city_seat'] })]),
    'vacancy-unanswered at steps/a/whileVacant',
  ],
  ['a stage nobody defined', programme([step('a', { stage: 'attic' })]), 'stage-unknown at steps/a/stage'],
  ['two steps of one name', programme([step('a'), step('a')]), 'key-used-twice at steps and milestones/a'],
  ['a key that would break an id', programme([step('A@b')]), 'key-malformed at steps and milestones/A@b'],
  [
    'a day that is none',
    programme([step('a', { due: { rule: 'on', day: '2026-02-30' } })]),
    'date-cannot-be-computed at steps/a/due',
  ],
  [
    'a date after an event of something that is none',
    programme([
      step('a'),
      step('b', { due: { rule: 'after', amount: 1, unit: 'months', anchor: { of: 'event', step: 'a' } } }),
    ]),
    'date-cannot-be-computed at steps/b/due/anchor',
  ],
  [
    'a quarter’s end without quarters',
    programme([step('a', { due: { rule: 'before-quarter-end', workingDays: 5 } })]),
    'date-cannot-be-computed at steps/a/due',
  ],
  [
    'reminders in the wrong order',
    programme([step('a', { cadence: { before: { unit: 'working-days', days: [0, 3] }, afterWorkingDays: [] } })]),
    'cadence-malformed at steps/a/cadence/before',
  ],
  [
    'rungs on the due day',
    programme([step('a', { escalation: { rungs: [{ afterWorkingDays: 0, seat: 'manager' }] } })]),
    'rung-malformed at steps/a/escalation/rungs',
  ],
  [
    'a return to a step it does not need',
    programme([step('a'), step('b', { mayReturnTo: ['a'] })]),
    'return-malformed at steps/b/mayReturnTo',
  ],
  [
    'rows of a list that is not wanted',
    programme([step('a'), step('b', { perItem: { step: 'a', evidence: 'areas' } })]),
    'list-unknown at steps/b/perItem',
  ],
  [
    'a decision of one option',
    programme([
      step('a', {
        evidence: [
          {
            key: 'd',
            kind: 'decision',
            title: { en: 'D', zh: '决' },
            options: [{ key: 'yes', title: { en: 'Y', zh: '是' } }],
          },
        ],
      }),
    ]),
    'evidence-malformed at steps/a/evidence/d',
  ],
])('%s is a complaint with its place', (_name, definition, expected) => {
  expect(complaints(definition)).toContain(expected);
});

/** The knots of the other programmes: entry by any of several stages, no officer at all, missions whose day others set. */
it('can say what the other programmes need', () => {
  const others = programme(
    [
      step('commitment_letter', { waiver: { proof: true } }),
      step('stage_a', { needs: 'commitment_letter' }),
      step('assessment', {
        kind: 'assessment',
        needs: 'commitment_letter',
        evidence: [
          {
            key: 'score',
            kind: 'form',
            title: { en: 'Score', zh: '得分' },
            fields: [{ key: 'total', type: 'number', min: 90, max: 100, title: { en: 'Total', zh: '总分' } }],
          },
        ],
      }),
      step('stage_b', { needs: { anyOf: ['stage_a', 'assessment'] } }),
      step('mission', { kind: 'event', needs: 'stage_b', due: { rule: 'event-day' } }),
      step('agreement', {
        needs: 'mission',
        due: { rule: 'after', amount: 3, unit: 'months', anchor: { of: 'event', step: 'mission' } },
      }),
      step('hub', {
        optional: true,
        needs: 'stage_b',
        cadence: { before: { unit: 'calendar-days', days: [180, 90] }, afterWorkingDays: [] },
        due: { rule: 'after', amount: 36, unit: 'months', anchor: { of: 'completion', step: 'stage_b' } },
      }),
      step('commissioner', { kind: 'event', due: { rule: 'to-be-confirmed' } }),
      step('yearly', { needs: 'agreement', repeats: { every: 'year', from: 'agreement', until: 'closing' } }),
      step('closing', { needs: 'agreement', due: { rule: 'on', day: '2030-12-31' } }),
    ],
    { endsOn: '2030-12-31' },
  );
  expect(checkDefinition(others)).toEqual([]);
});
