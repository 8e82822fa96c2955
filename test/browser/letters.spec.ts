import { Quarantine } from '@citypath/store';
import type { Browser, Page } from 'playwright-core';
import { House } from '../support/house';
import { report, takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';
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

async function isInOrder(page: Page, where: string): Promise<void> {
  await keepPicture(page, where);
  expect({ where, violations: await violationsOf(page) }).toEqual({ where, violations: [] });
  expect({ where, sideways: await sidewaysOf(page) }).toEqual({ where, sideways: 0 });
}

test('a manager holds somebody’s letters on the person’s page, finds them held, and sends one of them now', async () => {
  const page = await pageOf(house, browser, yiwu.people.manager, { width: 1440 });
  await page.goto(`/people/${yiwu.people.cro}`);
  await page.getByRole('button', { name: 'Hold letters until a day' }).click();
  await page.getByLabel('The first day on which letters go again').fill('2199-01-04');
  await isInOrder(page, 'hold');
  await page.getByRole('button', { name: 'Hold letters until a day' }).click();
  await page.getByText('Letters are held: none goes before Fri 4 Jan 2199.').waitFor();
  await isInOrder(page, 'held-person');
  await house.deliver();

  await page.goto('/letters?state=held');
  const line = page.locator('tr[data-line-of-list]');
  await line.getByText('held until Fri 4 Jan 2199: the letters of this person are held').waitFor();
  await line.getByRole('button').click();
  await page.getByText('It was not written: the words are made when a letter is sent.').first().waitFor();
  await isInOrder(page, 'held-letter');
  await page.getByRole('button', { name: 'Send it now' }).click();
  await page.getByText('No letter of this choice.').waitFor();
  await house.deliver();

  await page.goto(`/letters?person=${yiwu.people.cro}`);
  await page.getByText('Li Wen asked for it at once').waitFor();
  await line.getByRole('button').click();
  await page.frameLocator('iframe').getByRole('link').first().waitFor();
  await isInOrder(page, 'sent-letter');
  await page.getByRole('button', { name: 'As text' }).click();
  await page.locator('pre').getByText('义乌市').first().waitFor();
  await page.context().close();
});

test('a letter to come is looked at, skipped and taken back with the keyboard alone, on a telephone in the dark', async () => {
  const page = await pageOf(house, browser, yiwu.people.manager, { language: 'zh', dark: true, width: 390 });
  await page.goto('/letters?view=coming');
  const lines = page.locator('li[data-line-of-list]');
  await lines.first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.frameLocator('iframe').getByRole('link').first().waitFor();
  await isInOrder(page, 'letter-to-come');
  await page.getByRole('button', { name: '跳过此信函' }).press('Enter');
  await page.getByRole('textbox', { name: '理由' }).fill('出差在外');
  await page.getByRole('button', { name: '跳过此信函' }).press('Enter');
  await lines.first().getByText('已跳过：届时不发送').waitFor();
  await lines.first().getByText('出差在外').waitFor();
  await isInOrder(page, 'skipped-ahead');
  await page.getByRole('button', { name: '撤销跳过' }).press('Enter');
  await page.getByRole('button', { name: '跳过此信函' }).waitFor();
  await page.context().close();
});

test('a letter of which nobody knows whether it arrived is settled in its row by somebody who does', async () => {
  house.inbox.judgeBy(() => ({ kind: 'accept-and-drop' }));
  const officer = await house.as(yiwu.people.cro);
  await officer.does(`${yiwu.path}/steps/asw_report/submission`, report());
  await house.deliver();
  house.inbox.judgeBy(() => ({ kind: 'accept' }));

  const page = await pageOf(house, browser, yiwu.people.manager, { language: 'zh', width: 390 });
  await page.goto('/letters?state=unknown');
  await page.locator('tr[data-line-of-list]').getByRole('button').first().click();
  await page.getByText('视为未送达，系统不会自动重发。您的姓名将记录在案。').waitFor();
  await isInOrder(page, 'unknown-letter');
  await page.getByRole('button', { name: '已送达' }).click();
  await page.getByText('没有符合条件的信函。').waitFor();
  expect((await house.ledger()).filter(({ settledBy }) => settledBy === yiwu.people.manager)).toMatchObject([
    { status: 'accepted' },
  ]);
  await page.context().close();
});

test('an administrator reads what came back and was not believed, and why', async () => {
  const mail = { sender: '', recipient: 'bounce+x@citypath.example', sizeBytes: 4_300, content: Buffer.from('forged') };
  await new Quarantine(house.dataSource).keep({ reason: 'forged', ...mail }, '2026-11-02T01:00:00.000Z');
  for (const [language, width, says] of [
    ['en', 1440, 'Its signature is not ours: it may be forged.'],
    ['zh', 390, '签名与本平台不符，可能系伪造。'],
  ] as const) {
    const page = await pageOf(house, browser, 'p-administrator', { language, width });
    await page.goto('/letters');
    await page.getByRole('link', { name: { en: 'Mail in quarantine', zh: '隔离邮件' }[language] }).click();
    await page.getByText(says).waitFor();
    await page.getByText('bounce+x@citypath.example').waitFor();
    await isInOrder(page, `quarantine-${language}`);
    await page.context().close();
  }
});
