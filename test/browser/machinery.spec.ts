import { Client, Connection } from '@temporalio/client';
import type { Browser, Page } from 'playwright-core';
import { House } from '../support/house';
import { takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';
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

async function terminateInTemporal(): Promise<void> {
  const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace } = house.environment;
  const connection = await Connection.connect({ address });
  await new Client({ connection, namespace }).workflow.getHandle(yiwu.journeyId).terminate('It looked idle.');
  await connection.close();
}

async function isInOrder(page: Page, where: string): Promise<void> {
  await keepPicture(page, where);
  expect({ where, violations: await violationsOf(page) }).toEqual({ where, violations: [] });
  expect({ where, sideways: await sidewaysOf(page) }).toEqual({ where, sideways: 0 });
}

test('an administrator rebuilds a workflow where the page says that it was ended, and gives a reason', async () => {
  await terminateInTemporal();
  const page = await pageOf(house, browser, 'p-administrator', { width: 1440 });
  await page.goto('/stuck');
  await page.getByText('which was terminated from outside').waitFor();
  await page.getByRole('button', { name: 'Rebuild the workflow of Yiwu' }).click();
  const form = page.getByRole('form', { name: 'Rebuild the workflow of Yiwu' });
  await form.getByRole('button', { name: 'Rebuild the workflow' }).click();
  await form.getByText('Please fill this in.').waitFor();
  await isInOrder(page, 'rebuild-form');
  await form.getByLabel('Reason').fill('Somebody ended it by mistake.');
  await form.getByRole('button', { name: 'Rebuild the workflow' }).click();
  await page.getByText('workers, workflows, the records and the letters do what they should').waitFor();
  await isInOrder(page, 'rebuilt');
  await page.context().close();
});

test('on a telephone, in Chinese, the same; what another has mended meanwhile is refused by name', async () => {
  await terminateInTemporal();
  const page = await pageOf(house, browser, 'p-administrator', { language: 'zh', width: 390 });
  await page.goto('/stuck');
  await page.getByRole('button', { name: '重建义乌市的流程' }).click();
  const form = page.getByRole('form', { name: '重建义乌市的流程' });
  await form.getByLabel('理由').fill('误操作终止。');
  const administrator = await house.asAdministrator();
  await administrator.put('POST', `${yiwu.path}/run/rebuild`, { reason: 'It was quicker.' });
  await form.getByRole('button', { name: '重建流程' }).click();
  await form.getByText('该历程的流程正在运行，且与记录一致，无需重建。').waitFor();
  await isInOrder(page, 'rebuild-refused-telephone');
  await page.context().close();
});
