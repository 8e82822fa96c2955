import type { Browser } from 'playwright-core';
import { bulkActToSee } from '../support/bulk-act-to-see';
import { House } from '../support/house';
import { takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';
import { everyPage, type PageToSee } from './every-page';
import { keepPicture, openBrowser, pageOf, sidewaysOf, violationsOf } from './open-browser';

let house: House;
let browser: Browser;
let yiwu: Yiwu;
let bulkAct: string;

beforeAll(async () => {
  [house, browser] = [await House.start(), await openBrowser()];
  yiwu = await takeOverYiwu(house);
  bulkAct = await bulkActToSee(house, yiwu);
  await house.deliver();
});

afterAll(async () => {
  await browser.close();
  await house.stop();
});

// Each page is seen twice, with eyes that have nothing in common.
describe.each([
  { half: 0, language: 'en', dark: false, width: 1440 },
  { half: 0, language: 'zh', dark: true, width: 390 },
  { half: 1, language: 'zh', dark: false, width: 1440 },
  { half: 1, language: 'en', dark: true, width: 390 },
] as const)('every second page, in $language, dark: $dark, $width pixels wide', ({ half, ...eyes }) => {
  test('has nothing that axe objects to, and does not move sideways', async () => {
    const ours = everyPage(yiwu, bulkAct).filter((_, index) => index % 2 === half);
    for (const [person, pages] of Map.groupBy(ours, personOf)) {
      const page = await pageOf(house, browser, person, eyes);
      for (const { name, address, shows } of pages) {
        await page.goto(address);
        await page.getByRole('main').getByText(shows).filter({ visible: true }).first().waitFor();
        await keepPicture(page, `${name}.${Object.values(eyes).join('-')}`);
        expect({ address, violations: await violationsOf(page) }).toEqual({ address, violations: [] });
        expect({ address, sideways: await sidewaysOf(page) }).toEqual({ address, sideways: 0 });
      }
      await page.context().close();
    }
  });
});

function personOf({ by }: PageToSee): string | null {
  if (by === null) return null;
  return by === 'administrator' ? 'p-administrator' : yiwu.people[by];
}

test('the keyboard alone leads through the house', async () => {
  const page = await pageOf(house, browser, yiwu.people.cro);
  await page.goto('/letters');
  await page.getByRole('heading', { name: 'Letters' }).waitFor();

  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await page.getByRole('rowheader', { name: /Yiwu/ }).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${yiwu.path}`);
  await page.getByRole('heading', { name: 'The story so far' }).waitFor();
  await page.keyboard.press('a');
  await page.getByLabel('Title of the paper').first().waitFor();
  expect(await page.evaluate('document.activeElement.closest("form") !== null')).toBe(true);

  await page.getByLabel('Link to it').first().focus();
  await page.keyboard.type('/?gb');
  expect(await page.getByLabel('Link to it').first().inputValue()).toBe('/?gb');
  await page.evaluate('document.activeElement.blur()');
  await page.keyboard.press('/');
  await page.keyboard.type('xiong');
  await page.getByRole('dialog').getByRole('link', { name: /Yiwu/ }).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await page.context().close();
});
