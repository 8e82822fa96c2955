import type { Browser } from 'playwright-core';
import { House } from '../support/house';
import { versionTwo } from '../support/version-two';
import { report, takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';
import { keepPicture, openBrowser, pageOf, sidewaysOf, violationsOf } from './open-browser';

let house: House;
let browser: Browser;
let yiwu: Yiwu;

/** The report is handed in, and the profile of the index is open. */
beforeEach(async () => {
  [house, browser] = [await House.start(), await openBrowser()];
  yiwu = await takeOverYiwu(house);
  await (await house.as(yiwu.people.cro)).does(`${yiwu.path}/steps/asw_report/submission`, report());
  const manager = await house.as(yiwu.people.manager);
  await manager.does(`${yiwu.path}/steps/p1_assets/completion`, { happenedOn: null });
  await house.shipsWith(versionTwo);
});
afterEach(async () => {
  await browser.close();
  await house.stop();
});

test.each([
  ['en', 1440],
  ['en', 390],
  ['zh', 1440],
  ['zh', 390],
] as const)(
  'the manager says what takes the place of each step that a new version lacks, sees what that does, and has it done: %s, %i pixels',
  async (language, width) => {
    const says = (en: string, zh: string) => (language === 'en' ? en : zh);
    const page = await pageOf(house, browser, yiwu.people.manager, { language, width });
    await page.goto(`${yiwu.path}#whole`);
    const whole = page.getByRole('region', { name: says('The journey as a whole', '整个历程') });
    await whole.locator('summary').click();
    const name = says('Take the newest version of the programme', '采用最新项目定义');
    await whole.getByRole('button', { name }).click();
    const form = page.getByRole('form', { name });
    const takesPlaceOf = (en: string, zh: string) =>
      form.getByLabel(says(`${en}: what takes its place in the new version`, `${zh}：在新版本中由哪个步骤接替`));
    const account = takesPlaceOf('Workshop report', '研讨会报告');
    await account.selectOption('account');
    expect(await account.locator('option').allTextContents()).toEqual([
      says('Please choose', '请选择'),
      says('Account of the workshop', '研讨会纪要'),
    ]);
    await takesPlaceOf('Inventory of actions', '行动清单').selectOption('register');
    await takesPlaceOf('City Resilience Index profile', '城市韧性指数画像').selectOption({
      label: says('Nothing: it is let go', '无：予以取消'),
    });
    await form.getByLabel(says('Reason', '理由')).fill('The programme board decided it in May.');
    await form.getByRole('button', { name: says('See what it changes', '查看将产生的变化') }).click();
    const seen = form.getByRole('region', { name: says('What it changes', '将产生的变化') });
    await seen.getByText(says('was called Workshop report', '原名“研讨会报告”')).waitFor();
    await seen.getByText(says('let go', '取消'), { exact: true }).waitFor();
    await keepPicture(page, `another-version-${language}-${width}`);
    expect(await violationsOf(page)).toEqual([]);
    expect(await sidewaysOf(page)).toBe(0);
    await form.getByRole('button', { name }).click();
    await form.waitFor({ state: 'detached' });

    // What a letter of before leads to is the step that took the place of its own.
    await page.goto(`${yiwu.path}/steps/asw_report`);
    const accepting = says('Accept: Account of the workshop', '通过研讨会纪要');
    await page.getByRole('form', { name: accepting }).waitFor();
    await keepPicture(page, `another-version-after-${language}-${width}`);
  },
);
