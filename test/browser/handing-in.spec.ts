import type { Browser, Page } from 'playwright-core';
import { House } from '../support/house';
import { takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';
import { openBrowser, pageOf, violationsOf } from './open-browser';

let house: House;
let browser: Browser;
let yiwu: Yiwu;
let officer: Page;
let manager: Page;

beforeAll(async () => {
  [house, browser] = [await House.start(), await openBrowser()];
  yiwu = await takeOverYiwu(house);
  officer = await pageOf(house, browser, yiwu.people.cro);
  manager = await pageOf(house, browser, yiwu.people.manager);
});

afterAll(async () => {
  await browser.close();
  await house.stop();
});

const comment = 'The list of participants is missing.\n请补充各部门的优先事项。';

async function handIn(title: string): Promise<void> {
  const form = officer.getByRole('form', { name: /Workshop report/ });
  await form.getByLabel('Title of the paper').fill(title);
  await form.getByLabel('Link to it').fill('https://yiwu.example/report.pdf');
  await form.getByRole('button', { name: /Workshop report/ }).click();
  await officer.getByText('Recorded.').waitFor();
}

async function decide(act: 'Accept' | 'Return'): Promise<void> {
  await manager.getByRole('form').getByRole('button', { name: act }).click();
  await manager.getByText('Recorded.').waitFor();
}

test('a report goes back and forth; each sees what the other did without loading the page', async () => {
  await manager.goto(yiwu.path);
  await manager.getByRole('heading', { name: 'The story so far' }).waitFor();
  await officer.goto(`${yiwu.path}/steps/asw_report`);

  // The letter's link opens the form; what is wrong stands at its field, and nothing typed is lost.
  const form = officer.getByRole('form', { name: /Workshop report/ });
  await form.getByLabel('Title of the paper').fill('Workshop report');
  await form.getByLabel('Link to it').fill('on my desk');
  await form.getByRole('button', { name: /Workshop report/ }).click();
  await form.getByText('A link begins with https:// or http://.').waitFor();
  expect(await form.getByLabel('Link to it').getAttribute('aria-invalid')).toBe('true');
  expect(await form.getByLabel('Title of the paper').inputValue()).toBe('Workshop report');
  expect(await violationsOf(officer)).toEqual([]);

  await handIn('Workshop report <script>alert(1)</script>');
  await manager
    .getByRole('button', { name: /^Return/ })
    .first()
    .click();
  await manager.getByLabel('What has to change').fill(comment);
  await decide('Return');

  await officer.getByText('请补充各部门的优先事项。').first().waitFor();
  await officer
    .getByRole('button', { name: /^Hand in.*Workshop report/ })
    .first()
    .click();
  await handIn('Workshop report, second version');
  await manager
    .getByRole('button', { name: /^Accept/ })
    .first()
    .click();
  await decide('Accept');

  // Both rounds stay, and markup is text.
  await manager.getByRole('link', { name: 'Workshop report', exact: true }).first().click();
  const rounds = manager.getByRole('list', { name: 'Rounds' }).getByRole('listitem');
  await rounds.nth(1).filter({ hasText: 'accepted by' }).waitFor();
  const [first, second] = await rounds.allInnerTexts();
  expect(first).toContain('Workshop report <script>alert(1)</script>');
  expect(first).toContain('returned by');
  expect(first).toContain(comment);
  expect(second).toContain('Workshop report, second version');
  expect(second).toContain('accepted by');
  expect(await violationsOf(manager)).toEqual([]);
});

test('while the api is gone the page says so calmly, keeps what was typed, and sends it once when it is back', async () => {
  await officer.goto(`${yiwu.path}/steps/p1_actions`);
  const form = officer.getByRole('form', { name: /Inventory of actions/ });
  await form.getByLabel('Title of the paper').fill('Actions of Yiwu');
  await form.getByLabel('Link to it').fill('https://yiwu.example/actions');

  await house.processes.api.kill();
  await officer.getByText('What you see may be old').waitFor();
  await form.getByRole('button', { name: /Inventory of actions/ }).click();
  await form.getByText('No answer came').waitFor();
  expect(await form.getByLabel('Title of the paper').inputValue()).toBe('Actions of Yiwu');

  await house.processes.api.start();
  await officer.getByText('What you see may be old').waitFor({ state: 'detached' });
  await form.getByRole('button', { name: 'Send again' }).click();
  await officer.getByText('Recorded.').waitFor();

  const submitted = (await house.factsOf(yiwu.journeyId)).filter(
    (fact) => fact.kind === 'step-submitted' && fact.step === 'p1_actions',
  );
  expect(submitted).toHaveLength(1);
});
