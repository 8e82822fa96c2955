import { addWorkingDays, dayAt, type CalendarData, type Instant } from '@citypath/calendar';
import { closuresResponse } from '@citypath/contracts';
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

test('an administrator looks at the years, and enters a notice that CityPath did not know', async () => {
  const page = await pageOf(house, browser, 'p-administrator', { width: 1440 });
  await page.goto('/calendars?year=2026');
  await page.getByText('The holidays of 2026 are published.', { exact: false }).waitFor();
  await page.getByText('Thu 1 Oct 2026 – Wed 7 Oct 2026').waitFor();
  await calm(page, 'calendars-2026');
  await page.getByRole('button', { name: 'The year after' }).click();
  await page.getByText('2027 is provisional', { exact: false }).waitFor();
  expect(page.url()).toContain('year=2027');

  await page.getByRole('button', { name: 'Enter a notice' }).click();
  const form = page.getByRole('form', { name: 'Enter a notice' });
  await form.getByLabel('First day').fill('2027-02-12');
  await form.getByLabel('Last day').fill('2027-02-05');
  await form.getByLabel('Name in English').fill('Spring Festival');
  await form.getByLabel('Name in Chinese').fill('春节');
  await form.getByLabel('Where it is published').fill('State Council Office, November 2026');
  await form.getByRole('button', { name: 'Enter the notice' }).click();
  await form.getByText('The last day lies before the first one.').waitFor();
  await calm(page, 'calendars-notice-refused');
  await form.getByLabel('First day').fill('2027-02-05');
  await form.getByLabel('Last day').fill('2027-02-12');
  await form.getByRole('button', { name: 'Enter the notice' }).click();
  await page.getByRole('button', { name: 'Take back Spring Festival' }).waitFor();
  await calm(page, 'calendars-notice');
});

test('a manager enters a closure of her city, sees what would move, and takes the newer calendar', async () => {
  const caller = await house.as(yiwu.people.manager);
  const calendar = (await caller.read(closuresResponse, '/cities/yiwu/closures')).calendar as CalendarData;
  const day = addWorkingDays(calendar, dayAt(calendar, new Date().toISOString() as Instant), 4);

  const page = await pageOf(house, browser, yiwu.people.manager, { width: 1440 });
  await page.goto('/cities');
  await page.getByRole('link', { name: 'Own closures Yiwu' }).click();
  await page.getByRole('heading', { name: "Yiwu's own closures" }).waitFor();
  await page.getByRole('button', { name: 'Enter a closure' }).click();
  const form = page.getByRole('form', { name: 'Enter a closure' });
  await form.getByLabel('First day').fill(day);
  await form.getByLabel('Last day').fill(day);
  await form.getByLabel('Name in English').fill('Commodities Fair');
  await form.getByLabel('Name in Chinese').fill('义博会');
  await form.getByLabel('Why').fill('The whole city hall is at the fair.');
  await form.getByRole('button', { name: 'Enter the closure' }).click();
  await page.getByText('Commodities Fair').first().waitFor();

  await page.goto('/today');
  await page.getByText('A newer calendar is there for 1 city.').waitFor();
  await calm(page, 'today-newer-calendar');
  await page.getByRole('link', { name: 'See which dates would move' }).click();
  await page.getByRole('heading', { name: 'A newer calendar is there for 1 city' }).waitFor();
  await page.getByRole('cell', { name: 'Stakeholder map' }).or(page.getByRole('cell').first()).first().waitFor();
  await calm(page, 'calendars-offer');
  const phone = await pageOf(house, browser, 'p-administrator', { language: 'zh', width: 390 });
  await phone.goto('/calendars?city=yiwu&year=2026');
  await phone.getByRole('heading', { name: '有1个城市可采用新日历' }).waitFor();
  await calm(phone, 'calendars-offer-zh-390');

  await page.getByRole('button', { name: 'Take it for 1 city' }).click();
  await page.getByText('Why the calendar changes').waitFor();
  await page.getByLabel('Why the calendar changes').fill('Notice of November 2026, and the fair.');
  await page.getByRole('button', { name: 'Take it for 1 city' }).click();
  await page.getByText('Every city goes by the newest calendar.').waitFor();
  await page.getByText('taken', { exact: true }).waitFor();
  await calm(page, 'calendars-taken');
  await page.goto('/calendars');
  await page.getByText('The holidays of', { exact: false }).first().waitFor();
  await page.getByText('Spring Festival').first().waitFor();
  expect(await page.getByText('A newer calendar is there').count()).toBe(0);
});

test('a city of another country is added with the holidays of its country', async () => {
  const page = await pageOf(house, browser, yiwu.people.manager, { width: 1440 });
  await page.goto('/cities?add=');
  await page.getByLabel('English name').fill('Bonn');
  await page.getByLabel('Country').fill('DE');
  await page.getByText('Its public holidays are days off.', { exact: false }).waitFor();
  await page.getByLabel('Time zone', { exact: false }).fill('Europe/Berlin');
  await calm(page, 'city-abroad');
  await page.getByRole('button', { name: 'Add the city' }).click();
  await page.getByText('holidays of Germany').waitFor();
  await page.goto('/calendars?country=de&year=2027');
  await page.getByText('The holidays of 2027 are known by law.', { exact: false }).waitFor();
  await page.getByText('Easter Monday').waitFor();
  await calm(page, 'calendars-germany');
});
