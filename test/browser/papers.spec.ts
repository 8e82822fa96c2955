import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { draftResponse } from '@citypath/contracts';
import { House } from '../support/house';
import { html, jpg, pdf } from '../support/sample-files';
import { until } from '../support/until';
import { addPerson, takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';
import { openBrowser, pageOf, sidewaysOf, violationsOf } from './open-browser';

let house: House;
let browser: Browser;
let yiwu: Yiwu;
let liaison: string;
let address: string;

beforeAll(async () => {
  [house, browser] = [await House.start(), await openBrowser()];
  yiwu = await takeOverYiwu(house);
  const person = { familyName: 'Zhu', givenName: 'Min', address: 'zhu.min@yiwu.example', language: 'en' } as const;
  liaison = await addPerson(house, person);
  const manager = await house.as(yiwu.people.manager);
  await manager.does(`${yiwu.path}/seats/cro/liaison`, { person: liaison });
  address = `${yiwu.path}/steps/asw_report`;
});
afterAll(async () => {
  await browser.close();
  await house.stop();
});

const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });
const formOf = (page: Page) => page.getByRole('form', { name: /Workshop report|研讨会报告/ });

async function choose(page: Page, ...files: (ReturnType<typeof file> | string)[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await formOf(page).getByRole('button', { name: 'Choose files' }).first().click();
  await (await chooser).setFiles(files as string[]);
}

/** Resolves once the draft on the server is as wished. */
async function draftHolds(wished: (answers: string) => boolean): Promise<void> {
  const officer = await house.as(yiwu.people.cro);
  await until('the draft is saved', async () =>
    wished(JSON.stringify((await officer.read(draftResponse, `${address}/draft`)).answers)),
  );
}

test('several files go up at once, with how far each got; what is refused says why; a reload keeps it all', async () => {
  const page = await pageOf(house, browser, yiwu.people.cro, { width: 390 });
  await page.goto(address);
  await choose(page, file('report.pdf', pdf(300_000)), file('hall.jpg', jpg), file('page.pdf', html));
  const form = formOf(page);
  await form.getByText(/^"page\.pdf" is called pdf and holds something else/).waitFor();
  for (const name of ['report.pdf', 'hall.jpg']) await form.getByRole('link', { name }).waitFor();
  expect(await sidewaysOf(page)).toBe(0);
  expect(await violationsOf(page)).toEqual([]);
  await form.getByRole('button', { name: 'Take away page.pdf' }).click();
  await form.getByLabel('Title of the paper').fill('What the workshop found');
  await draftHolds((answers) => answers.includes('What the workshop found') && answers.split('paper-').length === 3);

  await page.reload();
  for (const name of ['report.pdf', 'hall.jpg']) await form.getByRole('link', { name }).waitFor();
  expect(await form.getByLabel('Title of the paper').inputValue()).toBe('What the workshop found');
  await page.context().close();
});

test('a file is paused and goes on; cut off by the api’s end and a reload, it goes on where it stopped', async () => {
  const page = await pageOf(house, browser, yiwu.people.cro);
  await page.goto(address);
  const form = formOf(page);
  // From the disk: a file is known again by its time, too.
  const large = path.join(house.folder, 'large.pdf');
  await writeFile(large, pdf(9_000_000));
  const patches: string[] = [];
  // The second piece waits until the story lets it go.
  let letGo: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(/\/papers\/paper-/, async (route) => {
    const request = route.request();
    if (request.method() === 'PATCH') {
      const offset = request.headers()['upload-offset'] ?? '';
      patches.push(offset);
      if (offset !== '0') await gate;
    }
    await route.continue().catch(() => undefined);
  });
  await choose(page, large);
  await until('a piece waits', () => patches.includes('4194304'));
  await form.getByRole('button', { name: 'Pause large.pdf' }).click();
  await form.getByText('paused').waitFor();
  expect(await form.getByRole('progressbar', { name: /large\.pdf/ }).getAttribute('value')).toMatch(/^\d+$/);
  expect(await violationsOf(page)).toEqual([]);
  await house.processes.api.kill();
  await house.processes.api.start();
  letGo();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.reload();
  await form.getByText('“large.pdf” did not get through last time.').waitFor();
  const resumed: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PATCH') resumed.push(request.headers()['upload-offset'] ?? '');
  });
  await choose(page, large);
  await form.getByRole('link', { name: 'large.pdf' }).waitFor();
  expect(resumed[0]).toBe('4194304');
  await form.getByRole('button', { name: 'Take away large.pdf' }).click();
  await page.context().close();
});

test('holder and liaison share the draft, and neither writes over the other unseen', async () => {
  const [officer, helper] = [await pageOf(house, browser, yiwu.people.cro), await pageOf(house, browser, liaison)];
  await officer.goto(address);
  await helper.goto(address);
  const title = (page: Page) => formOf(page).getByLabel('Title of the paper');
  await until('the draft is shown', async () => (await title(helper).inputValue()) === 'What the workshop found');
  await title(officer).fill('Found by the officer');
  await draftHolds((answers) => answers.includes('Found by the officer'));
  await title(helper).fill('Found by the liaison');
  const form = formOf(helper);
  await form.getByText('Xiong Tao changed this draft meanwhile.').waitFor();
  expect(await title(helper).inputValue()).toBe('Found by the liaison');
  expect(await violationsOf(helper)).toEqual([]);
  await form.getByRole('button', { name: 'Show the other one' }).click();
  expect(await title(helper).inputValue()).toBe('Found by the officer');
  await Promise.all([officer.context().close(), helper.context().close()]);
});

test('a role that is withdrawn in the middle is said, and what was typed stays in the browser', async () => {
  const page = await pageOf(house, browser, liaison);
  await page.goto(address);
  const form = formOf(page);
  const title = form.getByLabel('Title of the paper');
  await until('the draft is shown', async () => (await title.inputValue()) === 'Found by the officer');
  const manager = await house.as(yiwu.people.manager);
  await manager.does(`${yiwu.path}/seats/cro/liaison`, { person: null });
  await title.fill('Typed too late');
  await form.getByText('What you typed stays in this browser.').waitFor();
  expect(await title.inputValue()).toBe('Typed too late');
  await manager.does(`${yiwu.path}/seats/cro/liaison`, { person: liaison });
  await page.reload();
  await until('what was typed is back', async () => (await title.inputValue()) === 'Typed too late');
  await page.context().close();
});

test('handed in, the papers stand on the page with who and when, and come back byte for byte', async () => {
  const page = await pageOf(house, browser, yiwu.people.cro);
  await page.goto(address);
  const form = formOf(page);
  await form.getByRole('link', { name: 'report.pdf' }).waitFor();
  await form.getByRole('button', { name: /Workshop report/ }).click();
  await page.getByText('Recorded.').waitFor();
  const manager = await pageOf(house, browser, yiwu.people.manager);
  await manager.goto(yiwu.path);
  await manager.getByRole('link', { name: 'Workshop report', exact: true }).first().click();
  const papers = manager.getByRole('list', { name: 'Papers' }).first();
  expect(await papers.innerText()).toMatch(/report\.pdf\s+293 KB · Xiong Tao, /);
  const coming = manager.waitForEvent('download');
  await papers.getByRole('link', { name: 'report.pdf' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe('report.pdf');
  expect((await readFile(await download.path())).equals(pdf(300_000))).toBe(true);
  expect(await violationsOf(manager)).toEqual([]);
});
