import { addDays, dayAt, type Day } from '@citypath/calendar';
import { emptyState, fold, type Command } from '@citypath/journey';
import { resilientCitiesChina } from '@citypath/programmes';
import { china } from '../support/china';
import { nextVersion } from '../support/renamed-programme';
import { JourneyHouse } from './journey-house';

let house: JourneyHouse;
beforeAll(async () => {
  house = await JourneyHouse.open({ definition: resilientCitiesChina, calendar: china });
});
afterEach(() => house.endStory());
afterAll(() => house.close());

const done = ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw'];
const today = async (): Promise<Day> => dayAt(china, await house.now());

test('a city is taken over and given every kind of command, for three quarters; nothing of it is lost', async () => {
  const city = await house.join('anytown', {
    joinedOn: null,
    takeover: true,
    seats: [
      { seat: 'cro', person: 'p-xiong', fromOn: null },
      { seat: 'mayors_office', person: null, liaison: 'p-office', fromOn: null },
      { seat: 'focal_point', person: 'p-focal', fromOn: null },
    ],
    done: done.map((step) => ({ step, happenedOn: null })),
  });
  const handIn = (step: string, rest: Partial<Extract<Command, { kind: 'submit' }>['evidence']> = {}) => {
    const keys = resilientCitiesChina.steps.find(({ key }) => key === step)?.evidence.map(({ key }) => key) ?? [];
    return city.act({ kind: 'submit', step, evidence: { text: 't-evidence', keys, ...rest } });
  };

  await handIn('asw_report');
  await house.pass(4);
  await city.act({ kind: 'return', step: 'asw_report', comment: 't-comment' }, { by: 'p-manager' });
  await handIn('asw_report');
  await city.accept('asw_report');
  await city.act({ kind: 'agree-date', step: 'p1_actions', dueOn: addDays(await today(), 30), reason: 't-reason' });
  await city.act({ kind: 'complete', step: 'leadership_group', happenedOn: null });
  await city.act({ kind: 'reopen', step: 'leadership_group', reason: 't-reason' });
  await city.act({ kind: 'skip', step: 'leadership_group', reason: 't-reason' });
  await city.act({ kind: 'waive', step: 'cro_funding_end', reason: 't-reason', proof: 't-proof' });
  await city.act({ kind: 'hand-over', seat: 'cro', person: 'p-next', fromOn: await today() });
  await city.act({ kind: 'hold', awaiting: 't-party', reason: 't-reason', untilOn: addDays(await today(), 14) });
  await house.pass(20);
  expect((await city.state()).status).toBe('active');

  await house.pass(70);
  const calendar = { ...china, title: { en: 'China, amended', zh: '中国（修订）' } };
  const names = { asw_report: 'account', leadership_group: 'group', q_review: 'quarterly' };
  const definition = { ...nextVersion(resilientCitiesChina, { names }), hold: { maxWorkingDays: 20 } };
  const calendarHash = await house.records.putCalendar(calendar);
  const definitionHash = await house.records.putDefinition(definition);
  await city.act({ kind: 'adopt-calendar', hash: calendarHash, calendar, reason: 't-reason' });
  await city.act({ kind: 'adopt-definition', hash: definitionHash, definition, reason: 't-reason', steps: names });
  await house.pass(100);
  await city.act({ kind: 'vacate', seat: 'cro', on: await today() });

  const facts = await house.records.factsOf(city.id);
  const state = await city.state();
  expect(facts.map((fact) => fact.seq)).toEqual(facts.map((_, index) => index + 1));
  expect(fold(emptyState(city.id), facts)).toEqual(state);
  const refs = Object.keys(state.steps);
  expect(refs).toEqual(expect.arrayContaining(['account', 'group']));
  expect(refs.filter((ref) => ref.startsWith('quarterly@')).length).toBeGreaterThan(1);
  expect(await house.records.readModelOf(city.id)).toEqual(state);
  const inputs = await city.inputs();
  expect(inputs.length).toBeGreaterThan(2);
  expect(inputs.at(-1)).toMatchObject({ definition: { version: 2 }, calendar: { title: calendar.title }, birth: null });
});
