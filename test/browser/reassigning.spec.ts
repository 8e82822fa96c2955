import type { Browser } from 'playwright-core';
import { House } from '../support/house';
import { takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';
import { keepPicture, openBrowser, pageOf, sidewaysOf, violationsOf } from './open-browser';

let house: House;
let browser: Browser;
let yiwu: Yiwu;

beforeEach(async () => {
  [house, browser] = [await House.start(), await openBrowser()];
  yiwu = await takeOverYiwu(house);
});

afterEach(async () => {
  await browser.close();
  await house.stop();
});

test.each([
  ['en', 1440],
  ['zh', 390],
] as const)(
  'the manager gives a step to another seat, once she has seen what that changes: %s, %i pixels',
  async (language, width) => {
    const says = (en: string, zh: string) => (language === 'en' ? en : zh);
    const page = await pageOf(house, browser, yiwu.people.manager, { language, width });
    await page.goto(`${yiwu.path}/steps/asw_report?act=reassign`);
    const name = says('Give to another seat: Workshop report', '转交其他职务：研讨会报告');
    const form = page.getByRole('form', { name });
    await form.getByLabel(says('Who has it from now on', '今后由谁负责')).selectOption('mayors_office');
    await form.getByLabel(says('Reason', '理由')).fill('The officer is away for a month.');
    await form.getByRole('button', { name: says('See what it changes', '查看将产生的变化') }).click();
    const seen = form.getByRole('region', { name: says('What it changes', '将产生的变化') });
    await seen.getByText(says("· Mayor's office", '· 市长办公室'), { exact: true }).first().waitFor();
    await keepPicture(page, `reassign-${language}`);
    expect(await violationsOf(page)).toEqual([]);
    expect(await sidewaysOf(page)).toBe(0);
    await form.getByRole('button', { name }).click();
    await form.waitFor({ state: 'detached' });
    expect((await house.factsOf(yiwu.journeyId)).map(({ kind }) => kind)).toContain('step-reassigned');
  },
);
