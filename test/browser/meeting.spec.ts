import { addWorkingDays, dayAt, type Instant } from '@citypath/calendar';
import { cityPageResponse } from '@citypath/contracts';
import type { Browser, Page } from 'playwright-core';
import { china } from '../support/china';
import { House } from '../support/house';
import { takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';
import { calm } from './calm';
import { openBrowser, pageOf } from './open-browser';

let house: House;
let browser: Browser;
let yiwu: Yiwu;
let review: string;

const on = addWorkingDays(china, dayAt(china, new Date().toISOString() as Instant), 4);

beforeAll(async () => {
  [house, browser] = [await House.start(), await openBrowser()];
  yiwu = await takeOverYiwu(house);
  const { steps } = await (await house.as(yiwu.people.manager)).read(cityPageResponse, yiwu.path);
  review = steps.find(({ step, sign }) => step === 'q_review' && sign !== 'done')!.ref;
});

afterAll(async () => {
  await browser.close();
  await house.stop();
});

/** The act stands behind "more", which stays as it was left. */
async function openForm(page: Page): Promise<void> {
  const more = page.locator('details:has([data-act="schedule-event"])').first();
  await more.waitFor();
  if ((await more.getAttribute('open')) === null) await more.locator('summary').click();
  await more.locator('[data-act="schedule-event"]').click();
}

test('a manager calls the session of a review, and the form begins with what stands when it moves', async () => {
  const page = await pageOf(house, browser, yiwu.people.manager, { width: 1440 });
  await page.goto(`${yiwu.path}/steps/${review}?at=details`);
  await openForm(page);
  const form = page.getByRole('form', { name: /^Set the day of the meeting: Quarterly review/ });
  await form.getByLabel('Day of the meeting').fill(on);
  await form.getByLabel('Time, on the city’s clock').fill('14:30');
  await form.getByLabel('Place').fill('市政府会议室');
  await calm(page, 'meeting-form');
  await form.getByRole('button', { name: /^Set the day of the meeting/ }).click();
  await page.getByText(/^Takes place on .+ at 14:30, 市政府会议室\.$/).waitFor();

  await openForm(page);
  expect(await form.getByLabel('Day of the meeting').inputValue()).toBe(on);
  expect(await form.getByLabel('Time, on the city’s clock').inputValue()).toBe('14:30');
  expect(await form.getByLabel('Place').inputValue()).toBe('市政府会议室');
});

test('the officer reads on a phone when and where it is, and takes the day of the report along', async () => {
  const phone = await pageOf(house, browser, yiwu.people.cro, { language: 'zh', width: 390 });
  await phone.goto(`${yiwu.path}/steps/${review}?at=details`);
  await phone.getByText(/^举办时间：.+14:30，地点：市政府会议室。$/).waitFor();
  await calm(phone, 'meeting-phone-zh');
  const download = phone.waitForEvent('download');
  await phone.getByRole('link', { name: '将期限加入日历' }).first().click();
  expect((await download).suggestedFilename()).toBe(`${review.replace('@', '-')}.ics`);
});
