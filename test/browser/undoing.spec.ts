import type { Browser } from 'playwright-core';
import { House } from '../support/house';
import { takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';
import { calm } from './calm';
import { openBrowser, pageOf } from './open-browser';

let house: House;
let browser: Browser;
let yiwu: Yiwu;

beforeAll(async () => {
  [house, browser] = [await House.start(), await openBrowser()];
  yiwu = await takeOverYiwu(house);
});

afterAll(async () => {
  await browser.close();
  await house.stop();
});

test('a manager undoes what she skipped by mistake, from the story of the city', async () => {
  const administrator = await house.as(yiwu.people.manager);
  await administrator.does(`${yiwu.path}/steps/asw_report/skip`, { reason: 'The wrong city.' });
  const manager = await pageOf(house, browser, yiwu.people.manager, { width: 1440 });
  await manager.goto(`/journeys/${yiwu.journeyId}`);
  const story = manager.getByRole('region', { name: 'The story so far' });
  const skipped = story.getByRole('listitem').filter({ hasText: 'Li Wen skipped Workshop report.' });
  await skipped.getByRole('button', { name: 'Undo' }).click();
  const form = skipped.getByRole('form', { name: 'Undo' });
  await form.getByText('everything stands as it did before this act').waitFor();
  await calm(manager, 'undo-asked');
  await form.getByRole('textbox').fill('It was meant for another city.');
  await form.getByRole('button', { name: 'See what it changes' }).click();
  const seen = form.getByRole('region', { name: 'What it changes' });
  await seen.getByText('Workshop report', { exact: true }).first().waitFor();
  await calm(manager, 'undo-seen');
  await form.getByRole('button', { name: 'Undo' }).click();
  await story.getByText('Li Wen undid this: Li Wen skipped Workshop report.').waitFor();
  await story.getByText('It was meant for another city.').waitFor();
  await skipped.first().waitFor();
  expect(await story.getByRole('button', { name: 'Undo' }).count()).toBe(0);
});

test('on a phone, in Chinese, a step is chosen at which the journey goes on, and that is undone too', async () => {
  const phone = await pageOf(house, browser, yiwu.people.manager, { language: 'zh', width: 390 });
  await phone.goto(`/journeys/${yiwu.journeyId}/steps/draft?at=details`);
  const goTo = phone.locator('button[data-act="go-to"]');
  await phone.locator('details').filter({ has: goTo }).locator('summary').click();
  await goTo.click();
  await phone.getByText(/^跳过此前\d+个步骤并开放此步骤$/u).waitFor();
  await phone.locator('form textarea').fill('战略文本已在编写。');
  await calm(phone, 'go-to-asked');
  await phone.locator('form button[type=submit]').click();
  const undo = phone
    .locator('li')
    .filter({ hasText: '此前未办结的步骤一并跳过' })
    .getByRole('button', { name: '撤销' });
  await undo.waitFor();
  await calm(phone, 'undo-offered-zh');
});
