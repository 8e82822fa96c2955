import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { House } from '../support/house';
import { RestoredHouse } from '../support/restored-house';
import { report, takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';
import { keepPicture, openBrowser, pageOf, sidewaysOf, violationsOf } from './open-browser';

let house: House;
let yiwu: Yiwu;
let restored: RestoredHouse;
let browser: Browser;
beforeAll(async () => {
  [house, browser] = [await House.start({ lettersAtOnce: true }), await openBrowser()];
  yiwu = await takeOverYiwu(house);
  await house.deliver();
  await (await house.as(yiwu.people.cro)).does(`${yiwu.path}/steps/asw_report/submission`, report());
  const folder = path.join(house.folder, 'hourly');
  await house.citypath('backup', folder, '--by-copy');
  await house.deliver();
  await Promise.all([house.processes.api.stop(), house.processes.worker.stop()]);
  restored = await RestoredHouse.from(house, folder);
  await restored.start();
});
afterAll(async () => {
  await browser.close();
  await restored.stop();
  await house.stop();
});

async function isInOrder(page: Page, where: string): Promise<void> {
  await keepPicture(page, where);
  expect({ where, violations: await violationsOf(page) }).toEqual({ where, violations: [] });
  expect({ where, sideways: await sidewaysOf(page) }).toEqual({ where, sideways: 0 });
}

const eyes = (['en', 'zh'] as const).flatMap((language) => [1440, 390].map((width) => ({ language, width })));

test.each(eyes)(
  'an administrator is told that records came back from a backup, in $language at $width',
  async (eye) => {
    const page = await pageOf(restored, browser, 'p-administrator', eye);
    await page.goto('/stuck');
    await page.getByText('citypath recover').waitFor();
    const told = eye.language === 'en' ? 'The records came back from a backup of' : '其间发生的事项尚未补回';
    await page.getByText(told).waitFor();
    await isInOrder(page, `recovery-stuck-${eye.language}-${eye.width}`);
  },
);

describe('after the recovery', () => {
  beforeAll(async () => {
    expect((await restored.citypath('recover')).code).toBe(0);
  });

  test.each(eyes)('the manager finds the letter that may have gone, in $language at $width', async (eye) => {
    const page = await pageOf(restored, browser, yiwu.people.manager, eye);
    await page.goto('/letters?state=unknown');
    const [status, lost] =
      eye.language === 'en'
        ? ['presumed sent: the records came back from a backup', 'Its words, if it went, are not in the records']
        : ['推定已发送：数据已从备份恢复', '此信若已发出，其正文未保留'];
    const line = page.locator('tr[data-line-of-list]');
    await line.getByText(status).waitFor();
    await line.getByRole('button').click();
    await page.getByText(lost).waitFor();
    await isInOrder(page, `recovery-letter-${eye.language}-${eye.width}`);
  });

  test('and has it sent once more, which says so itself', async () => {
    const page = await pageOf(restored, browser, yiwu.people.manager, { width: 1440 });
    await page.goto('/letters?state=unknown');
    await page.locator('tr[data-line-of-list]').getByRole('button').click();
    await page.getByText('Goes to Li Wen with the next post if it is still wanted').waitFor();
    await page.getByRole('button', { name: 'Send it once more' }).click();
    await page.getByText('No letter of this choice.').waitFor();
    await restored.deliver();
    expect(house.inbox.messages().filter(({ subject }) => subject.startsWith('Sent again: '))).toHaveLength(1);
  });
});
