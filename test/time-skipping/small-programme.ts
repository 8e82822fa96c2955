import type { CalendarData, Text } from '@citypath/calendar';
import type { ProgrammeDefinition, StepDefinition } from '@citypath/journey';

const text = (en: string): Text => ({ en, zh: en });

/** Working days of Monday to Friday at UTC+8, no holidays: stories here are about the workflow, not about days. */
export const plainCalendar: CalendarData = {
  format: 1,
  key: 'plain',
  title: text('Plain weeks'),
  zone: 'Asia/Shanghai',
  offsets: [{ from: '1990-01-01T00:00:00.000Z', minutes: 480 }],
  weekend: [6, 7],
  morning: '09:00',
  closures: [],
  makeUpDays: [],
  publishedYears: Array.from({ length: 40 }, (_, index) => 2020 + index),
};

const document = (key: string, rest: Pick<StepDefinition, 'due'> & Partial<StepDefinition>): StepDefinition => ({
  key,
  kind: 'document',
  stage: 'all',
  title: text(key),
  responsible: 'officer',
  accepts: 'manager',
  whileVacant: ['manager'],
  evidence: [{ key: 'document', kind: 'document', title: text('Document') }],
  ...rest,
});

/** A programme small enough to count on: a report, then a plan, and a note each quarter after the report. */
const smallProgramme: ProgrammeDefinition = {
  grammar: 1,
  key: 'small',
  version: 1,
  title: text('Small programme'),
  seats: [
    { key: 'officer', title: text('Officer'), of: 'city' },
    { key: 'manager', title: text('Manager'), of: 'programme' },
    { key: 'director', title: text('Director'), of: 'programme' },
  ],
  stages: [{ key: 'all', title: text('All') }],
  steps: [
    document('report', { due: { rule: 'after', amount: 10, unit: 'working-days', anchor: { of: 'opening' } } }),
    document('plan', {
      needs: 'report',
      due: { rule: 'after', amount: 60, unit: 'working-days', anchor: { of: 'opening' } },
    }),
    document('note', {
      needs: 'report',
      due: { rule: 'before-quarter-end', workingDays: 5 },
      repeats: { every: 'quarter', from: 'report', until: 'plan' },
    }),
  ],
  cadence: { before: { unit: 'working-days', days: [7, 3, 1, 0] }, afterWorkingDays: [1, 4, 7, 12, 17] },
  escalation: {
    rungs: [
      { afterWorkingDays: 3, seat: 'manager' },
      { afterWorkingDays: 7, seat: 'director' },
    ],
  },
  acceptance: {
    workingDays: 5,
    remindOnWorkingDays: [3, 5],
    rungs: [{ afterWorkingDays: 6, seat: 'director' }],
    whileVacant: 'manager',
  },
  hold: { maxWorkingDays: 60 },
};

/** What journeys of the small programme are pinned to. */
export const small = { definition: smallProgramme, calendar: plainCalendar };
