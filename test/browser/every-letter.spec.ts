import type { Browser } from 'playwright-core';
import { everyLetter } from './every-letter';
import { keepPicture, openBrowser, sidewaysOf, violationsOf } from './open-browser';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const inEyes = [390, 700].flatMap((width) => [false, true].map((dark) => ({ width, dark })));
const languages = [
  { language: 'en' as const, called: 'English' },
  { language: 'zh' as const, called: 'Chinese' },
  { language: null, called: 'both languages' },
];

describe.each(inEyes)('every letter, $width pixels wide, dark: $dark', ({ width, dark }) => {
  test.each(languages)('in $called: fits, and everybody can read it', async ({ language }) => {
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      colorScheme: dark ? 'dark' : 'light',
    });
    const page = await context.newPage();
    for (const { name, letter } of everyLetter(language)) {
      await page.setContent(letter.html);
      await keepPicture(page, `letter-${name}.${language ?? 'both'}-${dark ? 'dark' : 'light'}-${width}`);
      expect({ name, violations: await violationsOf(page, 'wcag') }).toEqual({ name, violations: [] });
      expect({ name, sideways: await sidewaysOf(page) }).toEqual({ name, sideways: 0 });
      expect({ name, bytes: Buffer.byteLength(letter.html) < 40_000 }).toEqual({ name, bytes: true });
    }
    await context.close();
  });
});

test('without its style sheet, as QQ Mail shows it, a letter looks the same by daylight', async () => {
  const context = await browser.newContext({ viewport: { width: 700, height: 800 }, colorScheme: 'light' });
  const page = await context.newPage();
  for (const { name, letter } of everyLetter('zh')) {
    await page.setContent(letter.html);
    const whole = await page.screenshot({ fullPage: true });
    await page.setContent(letter.html.replace(/<style>[^]*?<\/style>/, ''));
    expect({ name, isSame: whole.equals(await page.screenshot({ fullPage: true })) }).toEqual({ name, isSame: true });
  }
  await context.close();
});
