import type { ProgrammeDefinition } from '@citypath/journey';
import { resilientCitiesChina } from '@citypath/programmes';
import { nextVersion } from './renamed-programme';

/** What steps are called that have another name in the version to come. */
export const NEW_TITLES: Record<string, { en: string; zh: string }> = {
  account: { en: 'Account of the workshop', zh: '研讨会纪要' },
  register: { en: 'Register of actions', zh: '行动登记册' },
};

/** The next version of the programme: its report is an account, its inventory a register, and nobody draws the profile any more. */
export const versionTwo = titled(
  nextVersion(resilientCitiesChina, {
    names: { asw_report: 'account', p1_actions: 'register' },
    gone: ['p1_cri'],
  }),
);

function titled(definition: ProgrammeDefinition): ProgrammeDefinition {
  const steps = definition.steps.map((step) => ({ ...step, title: NEW_TITLES[step.key] ?? step.title }));
  return { ...definition, steps };
}
