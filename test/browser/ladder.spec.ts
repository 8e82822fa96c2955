import { addWorkingDays, dayAt, type Instant } from '@citypath/calendar';
import type { Browser } from 'playwright-core';
import { china } from '../support/china';
import { takeOverWithLeadership } from '../support/city-with-leadership';
import { House } from '../support/house';
import { takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';
import { calm } from './calm';
import { openBrowser, pageOf } from './open-browser';

let house: House;
let browser: Browser;
let yiwu: Yiwu;
let path: string;

const inWorkingDays = (days: number) => addWorkingDays(china, dayAt(china, new Date().toISOString() as Instant), days);

beforeAll(async () => {
  [house, browser] = [await House.start(), await openBrowser()];
  yiwu = await takeOverYiwu(house);
  path = await takeOverWithLeadership(house, yiwu, 'deyang', 'Deyang');
  const manager = await house.as(yiwu.people.manager);
  await manager.does(`${path}/steps/asw_report/date`, { dueOn: inWorkingDays(-3), reason: 'It was agreed.' });
  // The director leaves: a gap in every chain.
  const administrator = await house.asAdministrator();
  await administrator.put('PUT', '/programmes/100rc-cn/seats/director', { person: null });
});

afterAll(async () => {
  await browser.close();
  await house.stop();
});

test.each([
  ['en', 1440],
  ['zh', 390],
] as const)('a manager sees what would fail, and reads the prepared letter: %s, %i pixels', async (language, width) => {
  const says = (en: string, zh: string) => (language === 'en' ? en : zh);
  const page = await pageOf(house, browser, yiwu.people.manager, { language, width });
  await page.goto('/');
  await page.getByText(says('1 gap', '1处缺口')).first().waitFor();
  await calm(page, `ladder-board-${language}`);
  await page.goto('/today');
  await page.getByRole('heading', { name: says('What would fail', '上报路径缺口') }).waitFor();
  await page.getByText(says('Nobody is Programme director.', '项目主任空缺。')).waitFor();
  await calm(page, `ladder-today-${language}`);
  await page.getByRole('link', { name: says('Release or decline', '决定是否放行') }).click();
  const form = page.getByRole('form', { name: says('Release the letter', '放行此信') });
  // The letter is in the language of whoever gets it, not in the reader's.
  await form.getByText('此信由 Li Wen 审阅后发出').waitFor();
  await form.getByRole('button', { name: says('Begin with the words of the letter', '以原信内容为底稿') }).click();
  expect(await form.getByLabel(says('In your own words instead', '改用您自己的措辞')).inputValue()).toMatch(
    /^Deyang的/,
  );
  await calm(page, `ladder-release-${language}`);
});

test('declined, everybody above was told; the way back is one button, and a new day ends it', async () => {
  const page = await pageOf(house, browser, yiwu.people.manager, { width: 1440 });
  await page.goto(`${path}/steps/asw_report?act=decline-rung`);
  const decline = page.getByRole('form', { name: 'Do not send the letter' });
  await decline.getByLabel('Reason').fill('I shall call the mayor.');
  await decline.getByRole('button', { name: 'Do not send the letter' }).click();
  await page.getByText('Everybody above was told').first().waitFor();
  await calm(page, 'ladder-ended');
  await page.goto('/');
  await page.getByRole('link', { name: 'everybody above was told' }).waitFor();
  await calm(page, 'ladder-ended-board');
  await page.goto('/today?section=ladder-ended');
  await page.getByRole('link', { name: 'Agree another day: Workshop report' }).click();
  const form = page.getByRole('form', { name: 'Agree another day: Workshop report' });
  await form.getByLabel('New due day').fill(inWorkingDays(5));
  await form.getByLabel('Reason').fill('Agreed by telephone.');
  await form.getByRole('button', { name: 'Agree another day: Workshop report' }).click();
  await page.getByText('Everybody above was told').first().waitFor({ state: 'detached' });
});

test('who comes to mend an address or to choose days finds the form open', async () => {
  const page = await pageOf(house, browser, yiwu.people.manager, { language: 'zh', width: 390 });
  await page.goto(`/people/${yiwu.people.cro}?form=details`);
  await page.getByLabel('邮箱地址', { exact: true }).waitFor();
  await page.goto(`${yiwu.path}/steps/asw_report?act=set-cadence`);
  const form = page.getByRole('form', { name: /设定提醒日/ });
  expect(await form.getByLabel('到期前的工作日数').inputValue()).toBe('7, 3, 1, 0');
  await calm(page, 'ladder-cadence');
  await form.getByLabel('到期前的工作日数').fill('5、2、0');
  await form.getByRole('button', { name: /设定提醒日/ }).click();
  await page.getByText('已记录。').waitFor();
});
