import { machineryResponse } from '@citypath/contracts';
import { emptyState, fold } from '@citypath/journey';
import { runningState } from '../faults/running-state';
import type { Caller } from '../support/caller';
import { House } from '../support/house';
import { ownTemporal, type OwnTemporal } from '../support/own-servers';
import { until } from '../support/until';
import { report, takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

const LOOKED_AT_ANEW_MS = 60_000;

let temporal: OwnTemporal;
let house: House;
let yiwu: Yiwu;
let manager: Caller;
let administrator: Caller;
let before: Awaited<ReturnType<typeof everything>>;

const journeys = ['yiwu', 'deyang', 'huangshi'].map((city) => `100rc-cn.${city}`);
const date = (dueOn: string) => ({ dueOn, reason: 'It was agreed.' });
const dateOf = (journeyId: string) => `/journeys/${journeyId}/steps/leadership_group/date`;

/** All that lasts: the facts, the ledger, and what the mail server took. */
async function everything() {
  await house.deliver();
  return {
    facts: await Promise.all(journeys.map((journeyId) => house.factsOf(journeyId))),
    ledger: await house.ledger(),
    letters: house.inbox.messages().map(({ messageId }) => messageId),
  };
}

async function joins(city: string): Promise<void> {
  const done = ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw'].map((step) => ({
    step,
    happenedOn: null,
  }));
  await administrator.does('/journeys', {
    programme: '100rc-cn',
    city,
    joinedOn: null,
    takeover: true,
    seats: [{ seat: 'cro', person: yiwu.people.cro, fromOn: null }],
    done,
  });
}

/** Temporal comes back from an hour ago; meanwhile a report was returned, one city joined and another one left. */
beforeAll(async () => {
  temporal = await ownTemporal();
  house = await House.start({ temporalAddress: temporal.address, lettersAtOnce: true });
  yiwu = await takeOverYiwu(house);
  [manager, administrator] = [await house.as(yiwu.people.manager), await house.asAdministrator()];
  for (const nameEn of ['Deyang', 'Huangshi']) {
    const city = { nameEn, level: 'prefecture', country: 'CN', calendar: 'cn' };
    await administrator.put('PUT', `/cities/${nameEn.toLowerCase()}`, city);
  }
  await joins('huangshi');
  await house.deliver();
  const backToThen = await temporal.backUp();

  const officer = await house.as(yiwu.people.cro);
  const path = `${yiwu.path}/steps/asw_report`;
  await officer.insists(`${path}/submission`, report(), 'the-first-report');
  await house.deliver();
  await manager.does(`${path}/return`, { comment: 'The list is missing.' });
  await joins('deyang');
  await manager.does('/journeys/100rc-cn.huangshi/withdrawal', { reason: 'The city leaves.' });
  before = await everything();
  await backToThen();
});
afterAll(async () => {
  await house.stop();
  await temporal.remove();
});

test('a journey that joined since has no workflow there: it is named, with what mends it', async () => {
  const finding = await until(
    'Deyang’s workflow is missed',
    async () => {
      const { findings } = await administrator.read(machineryResponse, '/stuck/machinery');
      return findings.find(({ kind }) => kind === 'workflow-missing');
    },
    LOOKED_AT_ANEW_MS,
  );
  expect(finding).toMatchObject({
    journeyId: '100rc-cn.deyang',
    mends: { command: 'citypath rebuild 100rc-cn.deyang' },
  });
});

test('one whose run is behind its journal refuses what it is asked, and writes and sends nothing', async () => {
  const problem = await until('Yiwu’s run is asked', async () => {
    const answer = await manager.send('POST', dateOf(yiwu.journeyId), { body: date('2099-03-02') });
    return answer.status === 409 ? (answer.body as { code: string }) : null;
  });
  expect(problem.code).toBe('journal-disagrees');
  expect(await everything()).toEqual(before);
});

test('all are rebuilt by one command, and stand where their journals stand', async () => {
  const { said, code } = await house.citypath('rebuild', '--every-journey', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(said)).toMatchObject({
    rebuilt: [
      { journey: '100rc-cn.deyang', runs: true },
      { journey: '100rc-cn.huangshi', runs: false },
      { journey: '100rc-cn.yiwu', runs: true },
    ],
  });
  expect(await everything()).toEqual(before);
  for (const journeyId of ['100rc-cn.deyang', yiwu.journeyId]) {
    const state = await until(`${journeyId} runs`, () => runningState(house, journeyId).catch(() => null));
    expect(state).toEqual(fold(emptyState(journeyId), await house.factsOf(journeyId)));
  }
});

test('each goes on, and no letter went twice', async () => {
  for (const journeyId of ['100rc-cn.deyang', yiwu.journeyId])
    await manager.does(dateOf(journeyId), date('2099-04-01'));
  await house.deliver();
  const ledger = await house.ledger();
  expect(ledger.filter(({ status }) => status !== 'accepted')).toEqual([]);
  const taken = house.inbox.messages().map(({ messageId }) => messageId);
  expect(taken).toHaveLength(ledger.length);
  expect([...taken].sort()).toEqual(ledger.map(({ messageId }) => messageId).sort());
});
