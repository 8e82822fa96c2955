import { readFileSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { House } from '../support/house';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

export function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CITYPATH_TEST_CHROMIUM'];
  if (!executablePath) throw new Error('CITYPATH_TEST_CHROMIUM names no browser: run `npm test`.');
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export interface Eyes {
  language?: 'en' | 'zh';
  dark?: boolean;
  /** Pixels. */
  width?: number;
}

/**
 * A page of somebody who is signed in as the person (null: of a stranger), and reads in the language wished. Faults of
 * the page fail the story.
 */
export async function pageOf(
  house: Pick<House, 'apiUrl'>,
  browser: Browser,
  person: string | null,
  eyes: Eyes = {},
): Promise<Page> {
  const { language = 'en', dark = false, width = 1280 } = eyes;
  const context = await browser.newContext({
    baseURL: house.apiUrl,
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    locale: language === 'en' ? 'en-GB' : 'zh-CN',
    // What fades in would be measured halfway.
    reducedMotion: 'reduce',
  });
  const headers = { Origin: house.apiUrl };
  if (person !== null) {
    await context.request.post('/api/v1/session', { data: { person }, headers });
    await context.request.patch('/api/v1/session', { data: { language }, headers });
  }
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  return page;
}

interface Violation {
  id: string;
  nodes: { target: string[]; failureSummary: string }[];
}

/**
 * What axe finds wrong with the page as it is now: a line each.
 * @param rules `wcag`: those of the standard only; a letter has no landmarks, as pages have
 */
export async function violationsOf(page: Page, rules: 'all' | 'wcag' = 'all'): Promise<string[]> {
  await page.evaluate(axe);
  const options = rules === 'all' ? '' : ", { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }";
  const found = await page.evaluate<Violation[]>(`axe.run(document${options}).then((result) => result.violations)`);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
  );
}

/** How many pixels the page can be moved sideways: none, on any screen. */
export function sidewaysOf(page: Page): Promise<number> {
  return page.evaluate<number>(
    'Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)',
  );
}

/** Keeps a picture of the whole page for people to look at, where CITYPATH_TEST_PICTURES names a folder. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env['CITYPATH_TEST_PICTURES'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}
