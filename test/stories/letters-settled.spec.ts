import { addWorkingDays, dayAt, instantAt, type Instant } from '@citypath/calendar';
import { personResponse, quarantineResponse } from '@citypath/contracts';
import { ReportRound, RunningJourneys } from '@citypath/courier';
import { TemporalDoor } from '@citypath/runtime';
import { JourneyReports, People, Quarantine, type LedgerEntry } from '@citypath/store';
import type { Caller } from '../support/caller';
import { china } from '../support/china';
import { House, orStop } from '../support/house';
import { takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

let house: House;
let yiwu: Yiwu;
let manager: Caller;
let officer: Caller;
let temporal: TemporalDoor;

beforeAll(async () => {
  house = await House.start();
  await orStop(house, async () => {
    // Between the final dot and the answer the line breaks: nobody knows what became of the first letters.
    house.inbox.judgeBy(() => ({ kind: 'accept-and-drop' }));
    yiwu = await takeOverYiwu(house);
    [manager, officer] = [await house.as(yiwu.people.manager), await house.as(yiwu.people.cro)];
    await house.deliver();
  });
  const { TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE } = house.environment;
  temporal = TemporalDoor.open({ temporalAddress: TEMPORAL_ADDRESS, temporalNamespace: TEMPORAL_NAMESPACE });
});

afterAll(async () => {
  await temporal.close();
  await house.stop();
});

const welcome = async (): Promise<LedgerEntry> =>
  (await house.ledger()).find(({ recipient }) => recipient === yiwu.people.cro)!;
const unknownAgain = () =>
  house.dataSource.query("UPDATE letters SET status = 'unknown', settled_by = NULL WHERE recipient = $1", [
    yiwu.people.cro,
  ]);

test('a letter of unknown outcome is settled by a manager’s word, once', async () => {
  const { id, status } = await welcome();
  expect(status).toBe('unknown');
  const path = `/letters/${id}/settlement`;
  expect((await officer.send('POST', path, { body: { outcome: 'arrived' } })).status).toBe(403);

  expect(await manager.send('POST', path, { body: { outcome: 'arrived' } })).toMatchObject({
    status: 200,
    body: { id, status: 'accepted' },
  });
  expect(await welcome()).toMatchObject({ status: 'accepted', settledBy: yiwu.people.manager });
  expect((await manager.send('POST', path, { body: { outcome: 'arrived' } })).status).toBe(200);
  expect(await manager.send('POST', path, { body: { outcome: 'did-not-arrive' } })).toMatchObject({
    status: 409,
    body: { code: 'letter-not-unknown' },
  });

  await unknownAgain();
  await manager.send('POST', path, { body: { outcome: 'did-not-arrive' } });
  expect(await welcome()).toMatchObject({ status: 'refused', reason: 'did-not-arrive', bouncedAt: null });
});

test('it is settled by a click, which the page tells by POST: a scanner that follows the link changes nothing', async () => {
  await unknownAgain();
  const { id } = await welcome();
  const link = /https?:\S+\?letter=[0-9a-f-]{36}/.exec(
    house.inbox.messages().find(({ text }) => text.includes(id))!.text,
  )![0];
  expect(link).toMatch(new RegExp(`^${house.apiUrl}/journeys/${yiwu.journeyId}.*\\?letter=${id}$`));
  for (const method of ['GET', 'HEAD']) expect((await fetch(link, { method })).status).toBe(200);
  expect((await officer.send('GET', `/letters/${id}/seen`)).status).toBe(404);
  expect(await welcome()).toMatchObject({ status: 'unknown' });

  // Somebody to whom it was passed on says nothing of its arrival.
  expect((await manager.send('POST', `/letters/${id}/seen`, { body: {} })).status).toBe(404);
  expect(await officer.send('POST', `/letters/${id}/seen`, { body: {} })).toMatchObject({
    status: 200,
    body: { id, status: 'accepted' },
  });
  expect(await welcome()).toMatchObject({ status: 'accepted', settledBy: 'click' });
});

test('mails in quarantine are listed, for administrators only', async () => {
  const mail = { sender: '', recipient: 'bounce+x@citypath.example', sizeBytes: 9, content: Buffer.from('forged') };
  await new Quarantine(house.dataSource).keep({ reason: 'forged', ...mail }, '2027-03-01T01:00:00.000Z');
  expect((await manager.send('GET', '/quarantine')).status).toBe(403);
  const administrator = await house.asAdministrator();
  const { mails } = quarantineResponse.parse((await administrator.send('GET', '/quarantine')).body);
  expect(mails).toMatchObject([{ reason: 'forged', recipient: 'bounce+x@citypath.example', sizeBytes: 9 }]);
});

test('a bounce is told to the journey: the contact is lost; a confirmed address is told, and it is mended', async () => {
  const cro = yiwu.people.cro;
  await house.dataSource.query("DELETE FROM letters WHERE recipient = $1 AND kind <> 'welcome'", [cro]);
  await house.dataSource.query(
    "UPDATE letters SET status = 'due', settled_at = NULL, again_at = NULL WHERE recipient = $1",
    [cro],
  );
  house.inbox.judgeBy(({ envelopeTo }) =>
    envelopeTo.includes(yiwu.addresses.cro)
      ? { kind: 'refuse', code: 550, text: '5.1.1 No such user' }
      : { kind: 'accept' },
  );
  await house.deliver();
  expect(await welcome()).toMatchObject({ status: 'refused' });
  expect((await new People(house.dataSource).byId(cro))!.bounced).toMatchObject({ reason: '550 5.1.1 No such user' });

  const reports = new ReportRound(house.dataSource, new RunningJourneys(temporal));
  const morning = (days: number) => {
    const today = dayAt(china, new Date().toISOString() as Instant);
    return instantAt(china, addWorkingDays(china, today, days), '12:00');
  };
  const factsOf = async (kind: string) => (await house.factsOf(yiwu.journeyId)).filter((fact) => fact.kind === kind);
  expect((await reports.go(morning(1))).notNow).toEqual(new Map());
  expect(await factsOf('contact-lost')).toMatchObject([{ seat: 'cro', person: cro, why: 'bounced' }]);
  expect((await reports.go(morning(1))).given).toBe(0);
  expect((await reports.go(morning(2))).given).toBe(0);

  const shown = personResponse.parse((await manager.send('POST', `/people/${cro}/address-confirmation`)).body);
  expect(shown.person.id).toBe(cro);
  // The manager's letter about it goes first: reports come after the morning's post.
  expect((await reports.go(morning(3))).given).toBe(0);
  await house.deliver();
  expect((await reports.go(morning(3))).given).toBe(1);
  expect(await factsOf('contact-mended')).toMatchObject([{ seat: 'cro', person: cro }]);
});

test('a report that finds its journey ended is laid aside: nothing fails, nothing is told, and it is not tried again', async () => {
  const { id } = await welcome();
  await new JourneyReports(house.dataSource).prepare({
    journeyId: yiwu.journeyId,
    reportOn: '2027-03-01',
    command: { kind: 'post-reported', outcomes: [], mended: [] },
    letters: { [id]: 'bounced' },
  });
  await manager.does(`${yiwu.path}/withdrawal`, { reason: 'The city leaves the programme.' });
  const before = await house.factsOf(yiwu.journeyId);

  const reports = new ReportRound(house.dataSource, new RunningJourneys(temporal));
  const now = new Date().toISOString() as Instant;
  expect(await reports.go(now)).toEqual({ given: 0, notNow: new Map() });
  expect(await new JourneyReports(house.dataSource).waiting(10, [])).toEqual([]);
  expect(await welcome()).toMatchObject({ reportedOutcome: 'bounced' });
  expect(await house.factsOf(yiwu.journeyId)).toEqual(before);
});
