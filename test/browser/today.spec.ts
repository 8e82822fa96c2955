import type { Browser } from 'playwright-core';
import { House } from '../support/house';
import { report, takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';
import { calm } from './calm';
import { openBrowser, pageOf } from './open-browser';

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

test('a manager goes from what needs her to the paper, asks about it, and accepts it', async () => {
  const officer = await house.as(yiwu.people.cro);
  await officer.does(`${yiwu.path}/steps/asw_report/submission`, report('Report of the workshop'));
  const manager = await pageOf(house, browser, yiwu.people.manager, { width: 1440 });
  await manager.goto('/');
  // Where Today was before it had a page of its own.
  await manager.goto('/?filter=today');
  await manager.getByRole('heading', { name: 'What needs you' }).waitFor();
  await manager.getByRole('link', { name: /^Today \d/ }).waitFor();
  await calm(manager, 'today-manager');

  await manager.getByRole('link', { name: 'Accept or return: Workshop report' }).click();
  const form = manager.getByRole('form', { name: 'Accept: Workshop report' });
  await form.waitFor();
  await manager.getByText('Report of the workshop').first().waitFor();
  await calm(manager, 'accepting');

  await manager.getByRole('link', { name: 'Ask a question about it' }).first().click();
  const comment = manager.getByRole('form', { name: 'Comments' });
  await comment.getByLabel('Your comment').fill('Which departments came?');
  await comment.getByText('The city sees this too.').waitFor();
  await comment.getByLabel('Who sees it').selectOption({ label: 'The programme only' });
  await comment.getByText('Only the programme sees this.').waitFor();
  await comment.getByLabel('Who sees it').selectOption({ label: 'The city and the programme' });
  await comment.getByLabel(/Ask somebody/).selectOption({ label: 'Xiong Tao, Chief Resilience Officer' });
  await calm(manager, 'asking');
  await comment.getByRole('button', { name: 'Ask the question' }).click();
  await manager.getByText('asks Xiong Tao: not answered yet').waitFor();
  await house.deliver();
  // It may come beside other things in the day's digest: the way to the question is the same.
  const letter = house.inbox.messages().findLast(({ text }) => text.includes('at=comments'))!;

  // The officer comes from the letter, on a phone, and answers.
  const phone = await pageOf(house, browser, yiwu.people.cro, { language: 'zh', width: 390 });
  await phone.goto('/today');
  await phone.getByText('Which departments came?').waitFor();
  await calm(phone, 'today-officer-zh-390');
  await phone.goto(/https?:\/\/\S+at=comments/.exec(letter.text)![0]);
  await phone.getByLabel('留言内容').fill('财政、水务、规划三个部门。');
  await calm(phone, 'answering-zh-390');
  await phone.getByRole('button', { name: '发送留言' }).click();
  await phone.getByText('财政、水务、规划三个部门。').first().waitFor();
  await manager.getByText('asks Xiong Tao: answered').waitFor();
  await calm(manager, 'answered');
});

test('two decide on one paper at once: the second is told so, and keeps what was typed', async () => {
  const manager = await pageOf(house, browser, yiwu.people.manager);
  const director = await house.as(yiwu.people.director);
  await manager.goto(`${yiwu.path}/steps/asw_report`);
  await manager.getByRole('button', { name: 'Return: Workshop report' }).first().click();
  const typed = 'The list of participants is missing, and so is the map.';
  await manager.getByLabel('What has to change').fill(typed);
  await director.does(`${yiwu.path}/steps/asw_report/acceptance`, {});
  await manager.getByText('This was decided meanwhile by somebody else.', { exact: false }).waitFor();
  const form = manager.getByRole('form', { name: 'Return: Workshop report' });
  await form.getByRole('button', { name: 'Return: Workshop report' }).click();
  await form.getByText('Nothing waits to be accepted for Workshop report.', { exact: false }).waitFor();
  expect(await form.getByLabel('What has to change').inputValue()).toBe(typed);
  await calm(manager, 'decided-meanwhile');
});

test('nothing left to do is said so', async () => {
  const director = await pageOf(house, browser, yiwu.people.director);
  await director.goto('/today');
  await director.getByText('Nothing needs you now.', { exact: false }).waitFor();
  await calm(director, 'today-empty');
});

test('the board’s filters are places: by what a city waits for', async () => {
  const manager = await pageOf(house, browser, yiwu.people.manager);
  await manager.goto('/?filter=vacancy');
  await manager.getByText('Every seat with open work is held by somebody.').waitFor();
  await manager.getByRole('link', { name: 'Show all cities' }).click();
  await manager.getByRole('link', { name: /Yiwu/ }).first().waitFor();
  await calm(manager, 'board-filters');
});
