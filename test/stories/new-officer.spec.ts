import { addWorkingDays, dayAt, type Instant } from '@citypath/calendar';
import { cityPageResponse, historyResponse, packResponse } from '@citypath/contracts';
import { atAGlance } from '../support/at-a-glance';
import { china } from '../support/china';
import { House } from '../support/house';
import { toldAbout } from '../support/told';
import { addPerson, report, takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

let house: House;
let yiwu: Yiwu;
let successor: string;
beforeAll(async () => {
  house = await House.start();
  yiwu = await takeOverYiwu(house);
  successor = await addPerson(house, {
    familyName: 'Ren',
    givenName: 'Xin',
    address: 'ren.xin@yiwu.example',
    language: 'en',
  });
});
afterAll(() => house.stop());

const inWorkingDays = (days: number) => addWorkingDays(china, dayAt(china, new Date().toISOString() as Instant), days);
/** What a list of mails shows, in no order: letters of one round go side by side. */
const lettersTo = (address: string) =>
  house.inbox
    .messages()
    .filter(({ envelopeTo }) => envelopeTo.includes(address))
    .map(atAGlance)
    .sort();

const textOf = (address: string, subject: RegExp) =>
  house.inbox.messages().find((mail) => mail.envelopeTo.includes(address) && subject.test(mail.subject))?.text;

describe('the officer is replaced in the middle', () => {
  test('the report is due: a reminder to the old officer waits to be posted', async () => {
    const manager = await house.as(yiwu.people.manager);
    const officer = await house.as(yiwu.people.cro);
    const stakeholders = `${yiwu.path}/steps/p1_stakeholders`;
    const paper = { kind: 'document', title: 'Paper', link: 'https://yiwu.example/paper' };
    await officer.does(`${stakeholders}/submission`, { evidence: { outreach: paper, survey: paper } });
    await house.deliver();
    await manager.does(`${yiwu.path}/steps/asw_report/date`, { dueOn: inWorkingDays(2), reason: 'As agreed.' });
    expect((await house.ledger()).find(({ kind, status }) => kind === 'reminder' && status === 'due')).toMatchObject({
      step: 'asw_report',
      holder: yiwu.people.cro,
    });
  });

  test('open work and letters move to the successor; the old officer is thanked and gets nothing more, whatever happens', async () => {
    house.inbox.forget();
    const manager = await house.as(yiwu.people.manager);
    await manager.does(`${yiwu.path}/seats/cro/hand-over`, { person: successor, fromOn: null });
    await house.deliver();

    expect(lettersTo('ren.xin@yiwu.example')).toEqual([expect.stringMatching(/^Yiwu: Chief Resilience Officer, /)]);
    const reminder = (await house.ledger()).find(({ kind, step }) => kind === 'reminder' && step === 'asw_report');
    expect(reminder).toMatchObject({ status: 'cancelled', reason: 'seat-changed' });

    // What the old officer had handed in is decided now: that goes to the one who has the seat.
    await manager.does(`${yiwu.path}/steps/p1_stakeholders/return`, { comment: 'The survey is missing.' });
    await manager.does(`${yiwu.path}/steps/asw_report/date`, { dueOn: inWorkingDays(-2), reason: 'It is late.' });
    await house.deliver();
    expect(lettersTo(yiwu.addresses.cro)).toEqual([expect.stringMatching(/^义乌市：首席韧性官，感谢您的工作/)]);
    expect(lettersTo('ren.xin@yiwu.example')).toEqual([
      expect.stringMatching(/^Yiwu: 1 overdue, .+ \| Yiwu: Workshop report\. Was due /),
      expect.stringMatching(/^Yiwu: Chief Resilience Officer, /),
    ]);
    // The seat is told by a letter of its own; the rest is one letter, with a line for each.
    const to = { to: 'ren.xin@yiwu.example', grouped: true };
    expect(await toldAbout(house, 'p1_stakeholders', /Stakeholders and perceptions/)).toMatchObject([
      {
        ...to,
        kind: 'returned',
        text: expect.stringMatching(/^Yiwu: Stakeholders and perceptions\. Returned, due /) as string,
      },
    ]);
    expect(await toldAbout(house, 'asw_report', /Workshop report/)).toMatchObject([
      { ...to, kind: 'overdue', text: expect.stringMatching(/^Yiwu: Workshop report\. Was due /) as string },
    ]);
  });

  test('the successor’s letter is the pack in short, and its button leads to all of it', async () => {
    const text = textOf('ren.xin@yiwu.example', /^Yiwu: Chief Resilience Officer, /);
    expect(text).toMatch(/You take over from Xiong Tao\.\n/);
    expect(text).toMatch(/Open in this seat:\n\n(- .+\n)*- Workshop report: /);
    expect(text).toMatch(/Done so far: .*Agenda-Setting Workshop/);
    expect(text).toContain(`- Li Wen, Programme manager: ${yiwu.addresses.manager}`);
    expect(text).toMatch(/Reminders of this seat now come to you: .+ in the next 30 days, the first on /);
    expect(text).toContain(`Read the handover pack:\n${house.apiUrl}${yiwu.path}/seats/cro/pack`);

    const pack = await (await house.as(successor)).read(packResponse, `${yiwu.path}/seats/cro/pack`);
    expect(pack).toMatchObject({ holder: { id: successor }, predecessor: { id: yiwu.people.cro }, seat: 'cro' });
    expect(pack.open.map(({ step }) => step)).toEqual(expect.arrayContaining(['asw_report', 'p1_stakeholders']));
    expect(pack.papers).toMatchObject([{ step: 'p1_stakeholders', handedIn: { survey: { title: 'Paper' } } }]);
    const manager = pack.contacts.find(({ person }) => person.id === yiwu.people.manager);
    expect(manager).toMatchObject({ seatTitle: { en: 'Programme manager' }, address: yiwu.addresses.manager });
    expect(pack.letters.length).toBeGreaterThan(0);
    expect(pack.history[0]?.sentence.en).toBeTruthy();
  });

  test('the pack is for the seat, its liaison and the programme, and for nobody else', async () => {
    const path = `${yiwu.path}/seats/cro/pack`;
    const manager = await house.as(yiwu.people.manager);
    expect((await manager.send('GET', path)).status).toBe(200);
    const office = await house.as(yiwu.people.mayor);
    expect(await office.problemOf('GET', path)).toMatchObject({ status: 403, code: 'not-allowed' });
    await manager.does(`${yiwu.path}/seats/cro/liaison`, { person: yiwu.people.mayor });
    expect((await office.send('GET', path)).status).toBe(200);
    expect(await manager.problemOf('GET', `${yiwu.path}/seats/manager/pack`)).toMatchObject({ code: 'seat-unknown' });
    const old = await house.as(yiwu.people.cro);
    expect(await old.problemOf('GET', path)).toMatchObject({ status: 404 });
  });

  test('the thanks say that nothing is left, in the old officer’s language, and lead nowhere', () => {
    const text = textOf(yiwu.addresses.cro, /感谢您的工作$/);
    expect(text).toContain('Ren Xin 担任义乌市首席韧性官。感谢您在');
    expect(text).toContain('未办结的事项均已移交，无需您再办理');
    expect(text).not.toContain(house.apiUrl);
  });

  test('the successor may hand in, the old officer may not', async () => {
    const [old, fresh] = [await house.as(yiwu.people.cro), await house.as(successor)];
    const submission = `${yiwu.path}/steps/asw_report/submission`;
    expect(await old.problemOf('POST', submission, { body: report() })).toMatchObject({
      status: 404,
      code: 'journey-unknown',
    });
    await fresh.does(submission, report());
    const page = await fresh.read(cityPageResponse, yiwu.path);
    const step = page.steps.find(({ ref }) => ref === 'asw_report');
    expect(step).toMatchObject({ sign: 'submitted', rounds: [{ submittedBy: { id: successor, name: 'Ren Xin' } }] });
  });

  test('history keeps the old name', async () => {
    const reader = await house.as(successor);
    const { entries } = await reader.read(historyResponse, `${yiwu.path}/history?limit=200`);
    const sentences = entries.map(({ sentence }) => sentence.en);
    expect(sentences).toContainEqual(
      expect.stringMatching(/^Li Wen handed the seat of Chief Resilience Officer over from Xiong Tao to Ren Xin/),
    );
    expect(sentences).toContainEqual(expect.stringMatching(/^Xiong Tao handed in Stakeholders and perceptions/));
  });
});
