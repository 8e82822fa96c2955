import type { Browser, Page } from 'playwright-core';
import { House } from '../support/house';
import { lookedOver } from '../support/looked-over';
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

const terminateInTemporal = () => house.temporal.workflow.getHandle(yiwu.journeyId).terminate('It looked idle.');

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
  const looked = page.getByRole('region', { name: 'What it does' });
  await looked.getByText('No workflow runs: one begins where the journal stands.').waitFor();
  await looked.getByText('Workshop report').waitFor();
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
  await page.getByRole('button', { name: '重建流程：义乌市' }).click();
  const form = page.getByRole('form', { name: '重建流程：义乌市' });
  await form.getByLabel('理由').fill('误操作终止。');
  const administrator = await house.asAdministrator();
  await administrator.put('POST', `${yiwu.path}/run/rebuild`, { reason: 'It was quicker.' });
  await form.getByRole('button', { name: '重建流程' }).click();
  await form.getByText('该历程的流程正在运行，且与记录一致，无需重建。').waitFor();
  await isInOrder(page, 'rebuild-refused-telephone');
  await page.context().close();
});

test.each(['en', 'zh'] as const)(
  'what the watch found stands below with its button, and stays as gone once mended: %s',
  async (language) => {
    const administrator = await house.asAdministrator();
    await house.dataSource.query(`UPDATE journeys SET state = jsonb_set(state, '{city}', '"elsewhere"')`);
    await lookedOver(house.temporal, administrator);
    const page = await pageOf(house, browser, 'p-administrator', { language, width: language === 'en' ? 1440 : 390 });
    const words = (en: string, zh: string) => (language === 'en' ? en : zh);
    await page.goto('/stuck');
    const watch = page.getByRole('region', { name: words('What the watch found', '巡检发现') });
    await watch
      .getByText(words('What is shown of Yiwu is not what its journal says', '显示的内容与记录不符'))
      .first()
      .waitFor();
    await isInOrder(page, `watch-found-${language}`);
    await watch.getByRole('button', { name: words('Try again now for Yiwu', '立即重试：义乌市') }).click();
    await watch.getByLabel(words('Reason', '理由')).fill(words('The watch found it.', '巡检发现。'));
    await watch.getByRole('button', { name: words('Try again now', '立即重试') }).click();
    await watch.getByText(words('the one city agrees with the journal', '1个城市均与记录一致')).waitFor();
    await watch.getByText(words('Gone since', '起已消失')).first().waitFor();
    await isInOrder(page, `watch-gone-${language}`);
    await page.context().close();
  },
);
