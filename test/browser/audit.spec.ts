import type { Browser, Page } from 'playwright-core';
import { House } from '../support/house';
import { addPerson, report, takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';
import { keepPicture, openBrowser, pageOf, sidewaysOf, violationsOf } from './open-browser';

let house: House;
let browser: Browser;
let yiwu: Yiwu;
beforeAll(async () => {
  [house, browser] = [await House.start(), await openBrowser()];
  yiwu = await takeOverYiwu(house);
  const liaison = await addPerson(house, {
    familyName: 'Li',
    givenName: 'Na',
    address: 'li.na@yiwu.example',
    nameZh: '李娜',
  });
  const manager = await house.as(yiwu.people.manager);
  await manager.does(`${yiwu.path}/seats/cro/liaison`, { person: liaison });
  await (await house.as(liaison)).does(`${yiwu.path}/steps/asw_report/submission`, report());
  await manager.does(`${yiwu.path}/steps/asw_report/return`, { comment: 'The list of participants is missing.' });
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

test('an administrator finds who did what for whom and why, narrows it down, goes back, and takes it along', async () => {
  const page = await pageOf(house, browser, 'p-administrator', { width: 1440 });
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Audit' }).click();
  const lines = page.locator('li[data-line-of-list]');
  const handedIn = lines.filter({ hasText: 'Li Na for Xiong Tao handed in Workshop report' });
  await handedIn.getByText('on behalf of Xiong Tao').waitFor();
  await lines.getByText('The list of participants is missing.').waitFor();
  await lines.filter({ hasText: 'taken over on its way' }).getByText('changes with it').click();
  await lines.getByText('recorded Agenda-Setting Workshop as done').first().waitFor();
  await isInOrder(page, 'audit-all');

  await page.getByLabel('Act', { exact: true }).selectOption({ label: 'Returned' });
  await lines.filter({ hasText: 'handed in' }).waitFor({ state: 'detached' });
  expect(await lines.count()).toBe(1);
  expect(new URL(page.url()).search).toBe('?act=step-returned');
  await lines.getByRole('link', { name: 'Li Wen' }).click();
  await page.waitForURL(/person=/);
  await page.getByRole('group', { name: 'Narrow the list down' }).getByText('Li Wen').waitFor();
  await page.getByLabel('From').fill('2199-01-01');
  await page.getByText('Nobody did anything of this choice.').waitFor();
  await isInOrder(page, 'audit-none');
  await page.goBack();
  await lines.getByText('The list of participants is missing.').waitFor();

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'As a CSV file' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('audit.csv');
  await page.context().close();
});

test('on a telephone, in Chinese and in the dark, a manager reads the own programme', async () => {
  const page = await pageOf(house, browser, yiwu.people.manager, { language: 'zh', dark: true, width: 390 });
  await page.goto('/audit');
  await page.getByText('李娜代Xiong Tao提交了“研讨会报告”').waitFor();
  await page.getByText('代表 Xiong Tao').waitFor();
  await isInOrder(page, 'audit-telephone');
  expect(await page.getByText('添加了').count()).toBe(0);
  await page.context().close();
});

test('an officer of a city has no way to it in the pages, and finds nothing there', async () => {
  const page = await pageOf(house, browser, yiwu.people.cro, { language: 'en' });
  await page.goto('/audit');
  await page.getByText('Nobody has done anything yet that you may see here.').waitFor();
  expect(await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Audit' }).count()).toBe(0);
  await page.context().close();
});
