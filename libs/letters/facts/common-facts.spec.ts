import {
  emptyState,
  NEWEST_RULES,
  type JourneyState,
  type ProgrammeDefinition,
  type StepDefinition,
  waitingStep,
} from '@citypath/journey';
import { openSteps, stepsWaitingFor } from './common-facts';
import type { Dossier } from './dossier';

const text = (en: string) => ({ en, zh: en });
const step = (key: string, change: Partial<StepDefinition> = {}): StepDefinition => ({
  key,
  kind: 'document',
  stage: 'only',
  title: text(key),
  responsible: 'officer',
  accepts: 'committee',
  whileVacant: ['office', 'manager'],
  due: { rule: 'to-be-confirmed' },
  evidence: [],
  ...change,
});
const definition: ProgrammeDefinition = {
  grammar: 1,
  key: 'p',
  version: 1,
  title: text('P'),
  seats: [
    { key: 'officer', of: 'city', title: text('Officer') },
    { key: 'office', of: 'city', title: text('Office') },
    { key: 'committee', of: 'city', title: text('Committee') },
    { key: 'manager', of: 'programme', title: text('Manager') },
  ],
  stages: [{ key: 'only', title: text('Only') }],
  steps: [step('report'), step('plan')],
  cadence: { before: { unit: 'working-days', days: [] }, afterWorkingDays: [] },
  escalation: { rungs: [] },
  acceptance: { workingDays: 5, remindOnWorkingDays: [], rungs: [], whileVacant: 'manager' },
  hold: { maxWorkingDays: 20 },
};

/** The plan is open, the report waits to be accepted; the office and the committee have a holder, the officer's seat not. */
function dossier(): Pick<Dossier, 'context' | 'state'> {
  const seat = (holder: string) => ({ holder, liaison: null, fromOn: null, vacancyTold: false });
  const running: JourneyState['steps'][string] = {
    ...waitingStep('plan'),
    status: 'open',
    round: 1,
    openedOn: '2026-11-02',
    dueOn: '2026-12-01',
  };
  const submitted = { ...running, ref: 'report', step: 'report', acceptanceDueOn: '2026-12-08' } as const;
  return {
    context: { rules: NEWEST_RULES, definition, calendar: CALENDAR },
    state: {
      ...emptyState('p.city'),
      seats: { office: seat('p-office'), committee: seat('p-committee') },
      steps: { plan: running, report: { ...submitted, status: 'submitted' } },
    },
  };
}

const CALENDAR: Dossier['context']['calendar'] = {
  format: 1,
  key: 'plain',
  title: text('Plain'),
  zone: 'UTC',
  offsets: [{ from: '2020-01-01T00:00:00.000Z', minutes: 0 }],
  weekend: [6, 7],
  morning: '09:00',
  closures: [],
  makeUpDays: [],
  publishedYears: [],
};

describe('what waits for a seat', () => {
  it('is what it is to accept, and what it does in place of a vacant seat', () => {
    const titles = (seat: string) => stepsWaitingFor(dossier(), seat).map(({ title, dueOn }) => [title.en, dueOn]);
    expect(titles('committee')).toEqual([['report', '2026-12-08']]);
    expect(titles('office')).toEqual([['plan', '2026-12-01']]);
    expect(titles('officer')).toEqual([]);
  });

  it('is not the same as what a vacant seat leaves behind', () => {
    expect(openSteps(dossier(), 'officer').map(({ title }) => title.en)).toEqual(['plan']);
  });
});
