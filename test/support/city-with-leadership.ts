import { CITY_JOURNEY, journeyAttributes, type CityJourneyInput } from '@citypath/workflows/messages';
import type { Instant } from '@citypath/calendar';
import { NEWEST_RULES, type ProgrammeDefinition } from '@citypath/journey';
import { resilientCitiesChina } from '@citypath/programmes';
import { Calendars, Definitions } from '@citypath/store';
import { china } from './china';
import type { House } from './house';
import { until } from './until';
import type { Yiwu } from './yiwu-on-its-way';

/** The programme with a report of the officer's whose delay is told to the mayor's office, one working day after it. */
export const reachingLeadership: ProgrammeDefinition = {
  ...resilientCitiesChina,
  steps: resilientCitiesChina.steps.map((step) =>
    step.key === 'asw_report'
      ? { ...step, responsible: 'cro', escalation: { rungs: [{ afterWorkingDays: 1, seat: 'mayors_office' }] } }
      : step,
  ),
};

/**
 * Another city with the people of Yiwu, in an edition of the programme that reaches its mayor's office. No such edition
 * is among those of the house, so the journey is begun as the api begins one. @returns its path
 */
export async function takeOverWithLeadership(
  house: House,
  { people }: Yiwu,
  city: string,
  name: string,
): Promise<string> {
  const administrator = await house.asAdministrator();
  const names = { nameEn: name, level: 'prefecture', country: 'CN', calendar: 'cn' };
  await administrator.put('PUT', `/cities/${city}`, names);
  const definitionHash = await new Definitions(house.dataSource).put(reachingLeadership);
  const calendarHash = await new Calendars(house.dataSource).put(china);
  const journeyId = `100rc-cn.${city}`;
  const input: CityJourneyInput = {
    journeyId,
    generation: 1,
    rules: NEWEST_RULES,
    definition: reachingLeadership,
    calendar: china,
    state: null,
    birth: {
      command: {
        kind: 'join',
        city,
        programme: '100rc-cn',
        definitionHash,
        calendarHash,
        joinedOn: null,
        takeover: true,
        seats: [
          { seat: 'cro', person: people.cro, fromOn: null },
          { seat: 'mayors_office', person: people.mayor, fromOn: null },
        ],
        done: ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw'].map((step) => ({
          step,
          happenedOn: null,
        })),
      },
      stamp: {
        id: `join-${city}`,
        hash: 'h',
        by: 'p-administrator',
        onBehalfOf: null,
        now: new Date().toISOString() as Instant,
      },
    },
  };
  await house.temporal.workflow.start(CITY_JOURNEY, {
    workflowId: journeyId,
    taskQueue: house.environment.TEMPORAL_TASK_QUEUE,
    args: [input],
    typedSearchAttributes: journeyAttributes('100rc-cn', city, 'active'),
  });
  await until(`${city} has joined`, async () => (await house.factsOf(journeyId)).length > 0);
  return `/journeys/${journeyId}`;
}
