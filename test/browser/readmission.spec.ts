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

test.each([
  ['en', 1440],
  ['zh', 390],
] as const)(
  'a city that withdrew is taken in again from its story, once the manager has seen what that changes: %s, %i pixels',
  async (language, width) => {
    const says = (en: string, zh: string) => (language === 'en' ? en : zh);
    await (await house.as(yiwu.people.manager)).does(`${yiwu.path}/withdrawal`, { reason: 'The city leaves.' });
    const page = await pageOf(house, browser, yiwu.people.manager, { language, width });
    await page.goto(`/journeys/${yiwu.journeyId}`);
    const name = says('Take the city in again', '重新纳入该市');
    const left = page
      .getByRole('region', { name: says('The story so far', '历程记录') })
      .getByRole('listitem')
      .filter({ hasText: says('Yiwu withdrew from', '义乌市退出') })
      .first();
    await left.getByRole('button', { name }).click();
    const form = left.getByRole('form', { name });
    await form.getByRole('textbox').fill('The mayor signed after all.');
    await form.getByRole('button', { name: says('See what it changes', '查看将产生的变化') }).click();
    const seen = form.getByRole('region', { name: says('What it changes', '将产生的变化') });
    await seen.getByText(says('new', '新增'), { exact: true }).first().waitFor();
    await calm(page, `readmission-${language}`);
    await form.getByRole('button', { name }).click();
    await page
      .getByText(says('Li Wen took Yiwu into 100 Resilient Cities · China again.', 'Li Wen将义乌市重新纳入'))
      .first()
      .waitFor();
    await calm(page, `readmitted-${language}`);
  },
);
