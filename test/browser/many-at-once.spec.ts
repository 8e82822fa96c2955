import type { Browser, Page } from 'playwright-core';
import { RecordGate } from '../faults/record-gate';
import { House } from '../support/house';
import { manyCities, type ManyCities } from '../support/many-cities';
import { stopIsAsked } from '../support/stop-is-asked';
import { keepPicture, openBrowser, pageOf, sidewaysOf, violationsOf } from './open-browser';

/** More than one batch. */
const CITIES = 22;

let house: House;
let browser: Browser;
let cities: ManyCities;
let gate: RecordGate;

beforeEach(async () => {
  [house, browser] = [await House.start(), await openBrowser()];
  cities = await manyCities(house, CITIES);
  await house.dataSource.query('DELETE FROM letters');
  gate = await RecordGate.build(house.database.url);
});
afterEach(async () => {
  await gate.remove();
  await browser.close();
  await house.stop();
});

const calm = async (page: Page, name: string): Promise<void> => {
  await keepPicture(page, name);
  expect(await violationsOf(page)).toEqual([]);
  expect(await sidewaysOf(page)).toBe(0);
};
const withFact = async (wanted: string) => {
  const facts = await Promise.all(cities.journeyIds.map((id) => house.factsOf(id)));
  return facts.filter((each) => each.some(({ kind }) => kind === wanted)).length;
};
const reopened = () => withFact('step-reopened');
const takenBack = () => withFact('act-undone');

test.each([
  ['en', 1440],
  ['zh', 390],
] as const)(
  'a manager chooses cities on the board, sees what an act changes, stops it half way and goes on: %s, %i pixels',
  async (language, width) => {
    const says = <Said>(en: Said, zh: Said) => (language === 'en' ? en : zh);
    const page = await pageOf(house, browser, cities.people.manager, { language, width });
    await page.goto('/');
    // Which steps an act may name could not be read: that is said, and they are asked for again.
    const problem = { type: 'about:blank', status: 400, code: 'internal-error', title: 'No', detail: 'No steps.' };
    const refuse = { status: 400, contentType: 'application/problem+json', body: JSON.stringify(problem) };
    await page.route(/\/bulk-acts\/choices/, (route) => route.fulfill(refuse), { times: 1 });
    await page.getByRole('link', { name: says('Act on many', '批量操作') }).click();
    const form = page.getByRole('form', { name: says('Many at once', '批量操作') });
    await form.getByRole('alert').getByText('No steps.').waitFor();
    await form.getByRole('button', { name: says('Try again', '重试') }).click();
    await form.getByRole('alert').waitFor({ state: 'detached' });
    const look = form.getByRole('button', { name: says('See what it changes', '查看将产生的变化') });
    await form.getByRole('checkbox', { name: /Rowtown 01/ }).waitFor();
    await look.click();
    await form.getByText(says('Please choose at least one city.', '请您至少选择一个城市。')).waitFor();

    // By the keyboard: j walks from line to line, the space bar ticks.
    await page.locator('body').press('Escape');
    await page.locator('h1').click();
    for (const _ of [1, 2]) {
      await page.keyboard.press('j');
      await page.keyboard.press('Space');
    }
    await form.getByText(says('2 cities are chosen', '已选2个城市')).waitFor();
    await form.getByLabel(says('What is to be done', '办理事项')).selectOption('reopen');
    await form.getByLabel(says('Which step', '步骤'), { exact: true }).selectOption('asw');
    await form.getByLabel(says('Reason', '理由')).fill('It has to be held once more.');
    await look.click();
    const seen = form.getByRole('region', { name: says('What it changes', '将产生的变化') });
    await seen.getByText(says('2 matters in one letter', '2项事项合为一封')).waitFor();
    await calm(page, `many-chosen-${language}`);

    await form.getByRole('checkbox', { name: says(`All ${CITIES}`, `全部${CITIES}个`) }).check();
    await form.getByText(says('You have changed the choice', '您在查看之后改动了所选城市')).waitFor();
    await form.getByRole('button', { name: says('Look again', '重新查看') }).click();
    const confirm = form.getByRole('button', { name: says(`Do it to ${CITIES} cities`, `对${CITIES}个城市执行`) });
    await confirm.waitFor();
    expect(await reopened()).toBe(0);

    await gate.close('before it wrote anything', cities.journeyIds[0] ?? '');
    await confirm.click();
    await page.waitForURL(/\/bulk-acts\/b-/);
    await gate.untilHeld();
    await page.getByRole('button', { name: says('Stop it', '停止') }).waitFor();
    await calm(page, `many-goes-on-${language}`);
    const stopped = page.waitForResponse((response) => response.url().endsWith('/stop'));
    await page.getByRole('button', { name: says('Stop it', '停止') }).click();
    await stopIsAsked(house, page.url().split('/').at(-1) ?? '');
    await gate.open();
    await stopped;
    await page.getByRole('button', { name: says('Go on with the rest', '继续办理其余城市') }).waitFor();
    await calm(page, `many-stopped-${language}`);

    await page.getByRole('button', { name: says('Go on with the rest', '继续办理其余城市') }).click();
    await page
      .getByText(
        says(
          `${CITIES} of ${CITIES} cities have it; it is done.`,
          `共${CITIES}个城市，已办理${CITIES}个；已全部办结。`,
        ),
      )
      .waitFor();
    await calm(page, `many-done-${language}`);
    expect(await reopened()).toBe(CITIES);

    await page.getByText(says('Take back for all of them', '全部撤销')).click();
    const back = page.getByRole('form', { name: says('Take back for all of them', '全部撤销') });
    const lookBack = back.getByRole('button', { name: says('See what it changes', '查看将产生的变化') });
    await lookBack.click();
    await back.getByText(says('Please fill this in.', '请您填写此项。')).waitFor();
    await back.getByLabel(says('Reason', '理由')).fill('The other workshop was meant.');
    await lookBack.click();
    await back.getByRole('region', { name: says('What it changes', '将产生的变化') }).waitFor();
    await calm(page, `many-to-take-back-${language}`);
    await back.getByRole('button', { name: says(`Do it to ${CITIES} cities`, `对${CITIES}个城市执行`) }).click();
    const undone = page.getByRole('link', { name: says('What is taken back', '被撤销的操作') });
    await undone.waitFor();
    await page.getByText(says(`${CITIES} of ${CITIES} cities have it; it is done.`, '已全部办结。')).waitFor();
    await calm(page, `many-taken-back-${language}`);
    expect(await takenBack()).toBe(CITIES);
    await undone.click();
    await page.getByRole('link', { name: says(/^It was taken back/, /撤销$/) }).waitFor();
  },
);
