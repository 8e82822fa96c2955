import type { Browser } from 'playwright-core';
import { OwnStart } from '../support/own-start';
import { decide, giveSeat, handIn, importCities, nameOn, seatSomebodyNew } from './at-work';
import { Desk, linkOf } from './desk';
import { networkOfFive, people, type Somebody } from './network-of-five';
import { openBrowser, sidewaysOf } from './open-browser';
import { pdfOf, photoOf } from './papers-made-here';

/** People, papers and the front door, as one would show them to somebody: each test goes on where the last one ended. */
describe.each(['en', 'zh'] as const)('a first network in an empty house, in %s', (language) => {
  let start: OwnStart;
  let browser: Browser;
  let administrator: Desk;
  let manager: Desk;
  let officer: Desk;

  const words = (en: string, zh: string) => (language === 'en' ? en : zh);
  const deskOf = ({ address }: Somebody, more: { phone?: boolean } = {}) =>
    Desk.of(start, browser, { address, language, ...more });
  const report = words('Workshop report', '研讨会报告');
  const comment = words('The list of participants is missing.', '请补充参会人员名单。');

  beforeAll(async () => {
    [start, browser] = await Promise.all([OwnStart.empty(), openBrowser()]);
    await start.takesLettersAtAnyHour();
  });
  afterAll(async () => {
    await browser.close();
    await start.remove();
  });

  test('the command line makes the first administrator, whom a letter lets in', async () => {
    const { familyName, givenName, address } = people.administrator;
    const names = ['--family-name', familyName, '--given-name', givenName];
    await start.citypath('add-administrator', ...names, '--address', address, '--language', language);

    administrator = await deskOf(people.administrator);
    await administrator.signIn();

    await administrator.page.getByText(words('No city has joined this programme yet', '尚无城市加入此项目')).waitFor();
  });

  test('a programme manager is added, takes the seat, and comes in by a letter', async () => {
    const { page } = administrator;
    await page.getByRole('link', { name: words('Programmes', '项目'), exact: true }).click();
    await page.getByRole('link', { name: words('Seats of the programme', '项目职务') }).click();
    await giveSeat(administrator, words('Programme manager', '项目经理'), people.manager);

    manager = await deskOf(people.manager);
    await manager.signIn();
  });

  test('five cities come in from a spreadsheet, one of them far on its way', async () => {
    await importCities(manager, await networkOfFive(language));
    const { page } = manager;
    await page.goto('/');
    await page.getByRole('rowheader', { name: words('Jiaxing', '嘉兴市') }).waitFor();
    expect(await page.getByRole('rowheader').count()).toBe(5);
  });

  test('the mayor’s office gets somebody, from the page of the city', async () => {
    const { page } = manager;
    await page.goto('/journeys/100rc-cn.yiwu');
    const office = words("Mayor's office", '市长办公室');
    await seatSomebodyNew(manager, office, words(`Appoint the ${office}`, `任命${office}`), people.office);
  });

  test('the officer comes in from the letter on a phone, and hands in a photo and a PDF', async () => {
    officer = await deskOf(people.officer, { phone: true });
    const welcome = await officer.letter(words('Yiwu', '义乌'));
    const { pathname } = new URL(linkOf(welcome, '/journeys/'));
    await officer.signIn(pathname);
    await officer.page.goto(`${pathname}/steps/asw_report`);
    const photo = await photoOf(browser, words('The workshop', '研讨会现场'), words('workshop.jpg', '研讨会现场.jpg'));
    const paper = await pdfOf(browser, report, words('report.pdf', '研讨会报告.pdf'));
    await handIn(officer, report, [photo, paper]);
    expect(await sidewaysOf(officer.page)).toBe(0);
  });

  test('the manager returns it with a comment, the officer hands it in again, the manager accepts', async () => {
    await manager.letter(report);
    await manager.page.reload();
    await decide(manager, words(`Return: ${report}`, `退回${report}`), comment);

    const returned = await officer.letter(words('Returned', '退回'));
    expect(returned.text).toContain(comment);
    await officer.page.goto(new URL(linkOf(returned, '/journeys/')).pathname);
    await officer.page.getByText(comment).first().waitFor();
    const better = words('report with participants.pdf', '研讨会报告（含名单）.pdf');
    await handIn(officer, report, [await pdfOf(browser, report, better)]);

    await manager.page.reload();
    await decide(manager, words(`Accept: ${report}`, `通过${report}`));
    await officer.letter(words('Accepted', '通过'));
  });

  test('the officer is replaced; the successor reads what came with the seat, the predecessor no longer sees the city', async () => {
    const seat = words('Chief Resilience Officer', '首席韧性官');
    await seatSomebodyNew(manager, seat, words(`Hand over: ${seat}`, `交接${seat}`), people.successor);

    const successor = await deskOf(people.successor, { phone: true });
    const letter = await successor.letter(seat);
    await successor.signIn(new URL(linkOf(letter, '/journeys/')).pathname);
    const { page } = successor;
    await page.getByRole('heading', { name: words('handover pack', '交接材料') }).waitFor();
    await page.getByText(nameOn(successor, people.officer)).first().waitFor();
    await page.getByText(words('report with participants.pdf', '研讨会报告（含名单）.pdf')).first().waitFor();
    expect(await sidewaysOf(page)).toBe(0);
    const gone = await officer.page.request.get('/api/v1/journeys/100rc-cn.yiwu');
    expect(gone.status()).toBe(404);
  });
});
