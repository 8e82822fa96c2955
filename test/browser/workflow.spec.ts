import type { Browser } from 'playwright-core';
import { House } from '../support/house';
import { takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';
import { keepPicture, openBrowser, pageOf, sidewaysOf, violationsOf } from './open-browser';

let house: House;
let browser: Browser;
let yiwu: Yiwu;
beforeAll(async () => {
  [house, browser] = [await House.start(), await openBrowser()];
  yiwu = await takeOverYiwu(house);
  await house.temporal.workflow.getHandle(yiwu.journeyId).terminate('It looked idle.');
});
afterAll(async () => {
  await browser.close();
  await house.stop();
});

const eyes = [
  { language: 'en', width: 1440 },
  { language: 'zh', width: 390 },
] as const;

test.each(eyes)(
  'from what is wrong an administrator goes to the workflow and reads why: $language, $width',
  async (eye) => {
    const page = await pageOf(house, browser, 'p-administrator', eye);
    const words = (en: string, zh: string) => (eye.language === 'en' ? en : zh);
    await page.goto('/stuck');
    await page
      .getByRole('link', { name: words('The workflow of Yiwu in Temporal', '义乌市的流程（Temporal 原始数据）') })
      .click();
    await page.getByRole('heading', { name: words('Workflow of Yiwu', '义乌市的流程') }).waitFor();
    await page.getByText(words('Terminated from outside by', '被外部终止')).waitFor();
    const inTemporal = page.getByRole('link', { name: words('Open in Temporal', '在 Temporal 中打开') });
    expect(await inTemporal.getAttribute('href')).toContain(`/workflows/${yiwu.journeyId}`);
    await keepPicture(page, `workflow-${eye.language}`);
    expect(await violationsOf(page)).toEqual([]);
    expect(await sidewaysOf(page)).toBe(0);

    await page.goto('/journeys/100rc-cn.atlantis/workflow');
    await page.getByRole('alert').waitFor();
    await keepPicture(page, `workflow-of-nowhere-${eye.language}`);
    expect(await violationsOf(page)).toEqual([]);
    await page.context().close();
  },
);

test('there an administrator looks at what a rebuild would do, has it done, and sees it run', async () => {
  const page = await pageOf(house, browser, 'p-administrator', { language: 'zh', width: 1440 });
  await page.goto(`/journeys/${yiwu.journeyId}/workflow`);
  await page.getByRole('button', { name: '重建流程：义乌市' }).click();
  await page.getByRole('textbox', { name: '理由' }).fill('被误终止。');
  await keepPicture(page, 'workflow-rebuilding');
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('button', { name: '重建流程' }).click();
  await page.getByRole('button', { name: '终止流程：义乌市' }).waitFor();
  await keepPicture(page, 'workflow-rebuilt');
  await page.context().close();
});
