import type { DueRule, ProgrammeDefinition, StepDefinition, StepKey } from '@citypath/journey';
import { resilientCitiesChina } from '@citypath/programmes';

interface YearStep {
  /** From opening to the due day; null: the step's own rule stays (the day of the workshop). */
  workingDays: number | null;
  /** Reminders that go out before it is handed in. */
  reminders: number;
}

/**
 * The 19 steps of `100rc-cn` that do not repeat, with durations under which a city that hands in each step after one
 * or two reminders goes from application to release within a year. 29 reminders, 1.5 a step.
 */
export const referenceSteps: Readonly<Record<StepKey, YearStep>> = {
  application: { workingDays: 10, reminders: 2 },
  selection: { workingDays: 10, reminders: 1 },
  grant: { workingDays: 10, reminders: 2 },
  cro: { workingDays: 55, reminders: 1 },
  asw_prep: { workingDays: 10, reminders: 1 },
  asw: { workingDays: null, reminders: 3 },
  leadership_group: { workingDays: 12, reminders: 1 },
  asw_report: { workingDays: 15, reminders: 1 },
  p1_stakeholders: { workingDays: 30, reminders: 2 },
  p1_actions: { workingDays: 26, reminders: 1 },
  p1_assets: { workingDays: 22, reminders: 2 },
  p1_cri: { workingDays: 24, reminders: 1 },
  pra: { workingDays: 28, reminders: 1 },
  p2_discovery: { workingDays: 36, reminders: 2 },
  p2_opportunity: { workingDays: 28, reminders: 1 },
  draft: { workingDays: 34, reminders: 2 },
  city_review: { workingDays: 34, reminders: 1 },
  release: { workingDays: 28, reminders: 2 },
  cro_funding_end: { workingDays: null, reminders: 2 },
};

/** Reminders before each of the four quarterly reviews is handed in. */
export const reviewReminders = [1, 2, 1, 2];

/** The officer's funding ends so many months after the first day in post, instead of 24. */
const FUNDING_MONTHS = 8;

/** `100rc-cn` compressed into a year; without the yearly update, which no year that begins with joining has. */
export const referenceYear: ProgrammeDefinition = {
  ...resilientCitiesChina,
  steps: resilientCitiesChina.steps.filter(({ key }) => key in referenceSteps || key === 'q_review').map(compressed),
};

function compressed(step: StepDefinition): StepDefinition {
  const workingDays = referenceSteps[step.key]?.workingDays ?? null;
  if (workingDays !== null) return { ...step, due: afterOpening(workingDays) };
  if (step.key !== 'cro_funding_end') return step;
  return {
    ...step,
    due: { rule: 'after', amount: FUNDING_MONTHS, unit: 'months', anchor: { of: 'event', step: 'cro' } },
  };
}

function afterOpening(workingDays: number): DueRule {
  return { rule: 'after', amount: workingDays, unit: 'working-days', anchor: { of: 'opening' } };
}
