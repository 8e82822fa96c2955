import type { Browser, Page } from 'playwright-core';
import { House } from '../support/house';
import { addPerson, takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';
import { openBrowser, pageOf, sidewaysOf, violationsOf } from './open-browser';

let house: House;
let browser: Browser;
let yiwu: Yiwu;
beforeAll(async () => {
  [house, browser] = [await House.start(), await openBrowser()];
  yiwu = await takeOverYiwu(house);
  await addPerson(house, { familyName: 'Qiu', givenName: 'Aijun', address: 'qiu@deyang.example', language: 'zh' });
});
afterAll(async () => {
  await browser.close();
  await house.stop();
});

async function isInOrder(page: Page, where: string): Promise<void> {
  expect({ where, violations: await violationsOf(page) }).toEqual({ where, violations: [] });
  expect({ where, sideways: await sidewaysOf(page) }).toEqual({ where, sideways: 0 });
}

test('a person is found by the Chinese name, corrected, and keeps what was typed when the address is another’s', async () => {
  const page = await pageOf(house, browser, yiwu.people.manager, { width: 1440 });
  await page.goto('/people');
  await page.getByRole('searchbox').fill('邱爱军');
  await page.getByText('1 person').waitFor();
  await isInOrder(page, 'the list');
  await page.getByRole('link', { name: /Qiu Aijun/ }).click();

  await page.getByRole('button', { name: 'Correct' }).click();
  await page.getByLabel(/^Title in English/).fill('Vice Mayor');
  await page.getByLabel(/^Mail address/).fill(yiwu.addresses.cro);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Another person already has this mail address.').first().waitFor();
  expect(await page.getByLabel(/^Title in English/).inputValue()).toBe('Vice Mayor');
  await isInOrder(page, 'the refused form');

  await page.getByLabel(/^Mail address/).fill('aijun@deyang.example');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
  await page.getByRole('heading', { name: 'Vice Mayor Qiu Aijun' }).waitFor();
  await page.context().close();
});

test('a seat is handed over on a telephone to somebody who is written down there and then', async () => {
  const page = await pageOf(house, browser, yiwu.people.manager, { language: 'zh', width: 390 });
  await page.goto(yiwu.path);
  const seats = page.locator('section[aria-labelledby="people"]');
  const officer = seats.getByRole('listitem').filter({ hasText: '首席韧性官' }).first();
  await officer.locator('summary').click();
  await officer.locator('[data-act="hand-over"]').click();
  await officer.getByRole('searchbox').fill('Ren Xin');
  await officer.getByText('未找到此人。').waitFor();
  await isInOrder(page, 'the choice');
  await officer.getByRole('button', { name: '添加新人员' }).click();

  const adding = page.getByRole('dialog');
  expect(await adding.getByLabel(/^姓（/).inputValue()).toBe('Ren');
  await adding.getByLabel(/^邮箱地址/).fill('ren.xin@yiwu.example');
  await adding.getByLabel(/^页面和信函的语言/).selectOption('zh');
  await isInOrder(page, 'the window');
  await adding.getByRole('button', { name: '添加人员' }).click();

  await officer.getByText('Ren Xin', { exact: true }).waitFor();
  await officer.getByLabel('日期不详').check();
  await officer.locator('button[type="submit"]').click();
  await seats.getByRole('listitem').filter({ hasText: 'Ren Xin' }).first().waitFor();
  await page.context().close();
});

test('before a role is withdrawn it is said what is left; then it has no effect any more', async () => {
  const page = await pageOf(house, browser, 'p-administrator', { width: 390 });
  await page.goto('/programmes/100rc-cn');
  await page.getByRole('button', { name: 'Withdraw' }).first().click();
  await page.getByText('Li Wen then holds no seat any more.').waitFor();
  await isInOrder(page, 'the question');
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
  await page.getByText('Vacant').first().waitFor();
  const manager = await house.as(yiwu.people.manager);
  expect((await manager.send('GET', yiwu.path)).status).toBe(404);
  await page.context().close();
});

test('a telephone is lost, and an administrator signs its owner out everywhere', async () => {
  const lost = await pageOf(house, browser, yiwu.people.cro, { width: 390 });
  await lost.goto('/today');
  await lost.getByRole('heading', { level: 1 }).waitFor();

  const page = await pageOf(house, browser, 'p-administrator', { width: 1440 });
  await page.goto(`/people/${yiwu.people.cro}`);
  const signedIn = page.getByRole('region', { name: 'Signed in' });
  await signedIn.getByRole('listitem').waitFor();
  await isInOrder(page, 'where somebody is signed in');
  await signedIn.getByRole('button', { name: 'Sign out everywhere' }).click();
  await signedIn.getByText('Signed in nowhere.').waitFor();

  await lost.goto('/today');
  await lost.waitForURL(/\/sign-in/);
  await Promise.all([page.context().close(), lost.context().close()]);
});
