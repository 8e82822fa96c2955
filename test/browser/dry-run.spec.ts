import { addWorkingDays, dayAt, type Instant } from '@citypath/calendar';
import type { Browser } from 'playwright-core';
import { china } from '../support/china';
import { House } from '../support/house';
import { report, takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';
import { calm } from './calm';
import { openBrowser, pageOf } from './open-browser';

let house: House;
let browser: Browser;
let yiwu: Yiwu;

beforeEach(async () => {
  [house, browser] = [await House.start(), await openBrowser()];
  yiwu = await takeOverYiwu(house);
  const manager = await house.as(yiwu.people.manager);
  const dueOn = addWorkingDays(china, dayAt(china, new Date().toISOString() as Instant), 12);
  await manager.does(`${yiwu.path}/steps/asw_report/date`, { dueOn, reason: 'It was agreed.' });
});
afterEach(async () => {
  await browser.close();
  await house.stop();
});

const skipped = async () => (await house.factsOf(yiwu.journeyId)).filter(({ kind }) => kind === 'step-skipped').length;

test.each([
  ['en', 1440],
  ['zh', 390],
] as const)(
  'a manager sees what skipping would change, and confirms just that: %s, %i pixels',
  async (language, width) => {
    const says = (en: string, zh: string) => (language === 'en' ? en : zh);
    const page = await pageOf(house, browser, yiwu.people.manager, { language, width });
    await page.goto(`${yiwu.path}/steps/asw_report?act=skip`);
    const form = page.getByRole('form', { name: says('Skip: Workshop report', '跳过研讨会报告') });
    const look = form.getByRole('button', { name: says('See what it changes', '查看将产生的变化') });
    await look.click();
    await form.getByText(says('Please fill this in.', '请您填写此项。')).waitFor();
    await form.getByLabel(says('Reason', '理由')).fill('Agreed on the telephone.');
    await look.click();

    const seen = form.getByRole('region', { name: says('What it changes', '将产生的变化') });
    await seen.getByText(says('Workshop report', '研讨会报告'), { exact: true }).waitFor();
    await seen.getByText(says('goes no more', '不再发送')).first().waitFor();
    await calm(page, `dry-run-${language}`);
    expect(await skipped()).toBe(0);

    // Other words are another act: what was seen is not what would be done.
    await form.getByLabel(says('Reason', '理由')).fill('Agreed in writing.');
    await form.getByText(says('You have changed the form since', '您在查看之后改动了表单')).waitFor();
    await form.getByRole('button', { name: says('Look again', '重新查看') }).click();
    await seen.waitFor();
    await form.getByRole('button', { name: says('Skip: Workshop report', '跳过研讨会报告') }).click();
    await form.waitFor({ state: 'detached' });
    expect(await skipped()).toBe(1);
  },
);

test('where the city was quicker, the confirmation is refused, and one looks again', async () => {
  const page = await pageOf(house, browser, yiwu.people.manager, { width: 1440 });
  await page.goto(`${yiwu.path}/steps/asw_report?act=skip`);
  const form = page.getByRole('form', { name: 'Skip: Workshop report' });
  await form.getByLabel('Reason').fill('Agreed on the telephone.');
  await form.getByRole('button', { name: 'See what it changes' }).click();
  await form.getByRole('region', { name: 'What it changes' }).waitFor();

  await (await house.as(yiwu.people.cro)).does(`${yiwu.path}/steps/asw_report/submission`, report());
  await form.getByRole('button', { name: 'Skip: Workshop report' }).click();
  await form.getByText(/the act would now do something else than what you were shown/).waitFor();
  expect(await skipped()).toBe(0);
  await form.getByRole('button', { name: 'Look again' }).click();
  await form.getByText('handed in').first().waitFor();
});
