import type { Text } from '@citypath/calendar';
import type { Cadence, ProgrammeDefinition, SeatDefinition, StepDefinition } from '@citypath/journey';

/** Whose step it may be. Officer and secretary are of the city; whoever manages the programme always has somebody. */
export const SEATS = ['officer', 'secretary', 'manager'] as const;
export type SeatName = (typeof SEATS)[number];
export type CitySeat = Exclude<SeatName, 'manager'>;

/** A step as one version of the programme has it: how it is called there, how many working days it takes, what it needs. */
interface PaperStep {
  called: string;
  takes: number;
  needs: StepName[];
  /** One may be let off it. */
  waivable?: true;
}

export type StepName = 'plan' | 'survey' | 'talks' | 'pledge' | 'strategy';
export const NAMES: StepName[] = ['plan', 'survey', 'talks', 'pledge', 'strategy'];
export type Version = 1 | 2 | 3;

/** The second calls one step otherwise, has others take other days, and a new one; the third lets one go, and reminds less. */
export const VERSIONS: Record<Version, { steps: Partial<Record<StepName, PaperStep>>; reminded: Reminded }> = {
  1: {
    steps: {
      plan: { called: 'plan', takes: 10, needs: [] },
      survey: { called: 'survey', takes: 5, needs: ['plan'] },
      talks: { called: 'talks', takes: 8, needs: ['plan'], waivable: true },
      strategy: { called: 'strategy', takes: 12, needs: ['survey', 'talks'] },
    },
    reminded: { before: [3, 1, 0], after: [2, 5] },
  },
  2: {
    steps: {
      plan: { called: 'plan', takes: 10, needs: [] },
      survey: { called: 'study', takes: 7, needs: ['plan'] },
      talks: { called: 'talks', takes: 6, needs: ['plan'], waivable: true },
      pledge: { called: 'pledge', takes: 4, needs: ['talks'], waivable: true },
      strategy: { called: 'strategy', takes: 12, needs: ['survey', 'pledge'] },
    },
    reminded: { before: [3, 1, 0], after: [2, 5] },
  },
  3: {
    steps: {
      plan: { called: 'plan', takes: 10, needs: [] },
      survey: { called: 'study', takes: 7, needs: ['plan'] },
      pledge: { called: 'pledge', takes: 4, needs: ['plan'], waivable: true },
      strategy: { called: 'strategy', takes: 9, needs: ['survey', 'pledge'] },
    },
    reminded: { before: [4, 0], after: [3] },
  },
};

/** Working days before and after a due day on which whoever has the step hears of it. */
export interface Reminded {
  before: number[];
  after: number[];
}

/** Working days in which an answer is given to what was handed in; as many has what was sent back. */
export const ANSWERED_WITHIN = 5;

/** Who acts for a seat that nobody holds, in this order. */
export const STAND_INS: SeatName[] = ['secretary', 'manager'];

const text = (en: string): Text => ({ en, zh: en });
const seat = (key: string, of: SeatDefinition['of']): SeatDefinition => ({ key, title: text(key), of });

/** The same programme in the grammar of definitions; nobody above is told of a delay. */
export function definitionOf(version: Version): ProgrammeDefinition {
  const { steps, reminded } = VERSIONS[version];
  const called = (name: StepName): string => steps[name]?.called ?? name;
  return {
    grammar: 1,
    key: 'four-steps',
    version,
    title: text('Four steps'),
    seats: [
      seat('officer', 'city'),
      seat('secretary', 'city'),
      seat('manager', 'programme'),
      seat('director', 'programme'),
    ],
    stages: [{ key: 'all', title: text('All') }],
    steps: Object.values(steps).map(({ called: key, takes, needs, waivable }): StepDefinition => ({
      key,
      kind: 'document',
      stage: 'all',
      title: text(key),
      responsible: 'officer',
      accepts: 'manager',
      whileVacant: STAND_INS,
      ...(needs.length === 0 ? {} : { needs: { allOf: needs.map(called) } }),
      ...(waivable ? { waiver: { proof: false } } : {}),
      due: { rule: 'after', amount: takes, unit: 'working-days', anchor: { of: 'opening' } },
      evidence: [{ key: 'document', kind: 'document', title: text('Document') }],
    })),
    cadence: cadenceOf(reminded),
    escalation: { rungs: [] },
    acceptance: { workingDays: ANSWERED_WITHIN, remindOnWorkingDays: [], rungs: [], whileVacant: 'manager' },
    hold: { maxWorkingDays: 60 },
  };
}

export function cadenceOf({ before, after }: Reminded): Cadence {
  return { before: { unit: 'working-days', days: before }, afterWorkingDays: after };
}
