import type { Text } from '@citypath/calendar';
import type { ProgrammeDefinition, StepDefinition } from '@citypath/journey';

/** The steps of the model in the order of the programme: how long each takes, in working days, and what it needs. */
export const STEPS = {
  plan: { takes: 10, needs: [] },
  survey: { takes: 5, needs: ['plan'] },
  talks: { takes: 8, needs: ['plan'] },
  strategy: { takes: 12, needs: ['survey', 'talks'] },
} as const satisfies Record<string, { takes: number; needs: readonly string[] }>;

export type StepName = keyof typeof STEPS;
export const NAMES = Object.keys(STEPS) as StepName[];

/** Working days before and after a due day on which its owner hears of it. */
export const REMINDED = { before: [3, 1, 0], after: [2, 5] };
/** Working days in which an answer is given to what was handed in; as many has what was sent back. */
export const ANSWERED_WITHIN = 5;

const text = (en: string): Text => ({ en, zh: en });

/** The same programme in the grammar of definitions; nobody above is told of a delay. */
export const FOUR_STEPS: ProgrammeDefinition = {
  grammar: 1,
  key: 'four-steps',
  version: 1,
  title: text('Four steps'),
  seats: [
    { key: 'officer', title: text('Officer'), of: 'city' },
    { key: 'manager', title: text('Manager'), of: 'programme' },
    { key: 'director', title: text('Director'), of: 'programme' },
  ],
  stages: [{ key: 'all', title: text('All') }],
  steps: NAMES.map((key): StepDefinition => {
    const { takes, needs } = STEPS[key];
    return {
      key,
      kind: 'document',
      stage: 'all',
      title: text(key),
      responsible: 'officer',
      accepts: 'manager',
      whileVacant: ['manager'],
      ...(needs.length === 0 ? {} : { needs: { allOf: [...needs] } }),
      due: { rule: 'after', amount: takes, unit: 'working-days', anchor: { of: 'opening' } },
      evidence: [{ key: 'document', kind: 'document', title: text('Document') }],
    };
  }),
  cadence: { before: { unit: 'working-days', days: REMINDED.before }, afterWorkingDays: REMINDED.after },
  escalation: { rungs: [] },
  acceptance: { workingDays: ANSWERED_WITHIN, remindOnWorkingDays: [], rungs: [], whileVacant: 'manager' },
  hold: { maxWorkingDays: 60 },
};
