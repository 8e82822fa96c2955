import type { Browser, Page } from 'playwright-core';
import { House } from '../support/house';
import { takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';
import { keepPicture, openBrowser, pageOf, sidewaysOf, violationsOf } from './open-browser';

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

const calm = async (page: Page, name: string): Promise<void> => {
  await keepPicture(page, name);
  expect(await violationsOf(page)).toEqual([]);
  expect(await sidewaysOf(page)).toBe(0);
};

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
  await form.getByRole('button', { name: 'Undo' }).click();
  await story.getByText('Li Wen undid this: Li Wen skipped Workshop report.').waitFor();
  await story.getByText('It was meant for another city.').waitFor();
  await skipped.first().waitFor();
  expect(await story.getByRole('button', { name: 'Undo' }).count()).toBe(0);
});
