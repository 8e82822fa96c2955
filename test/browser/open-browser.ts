import { readFileSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { Yiwu } from '../support/yiwu-on-its-way';
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

/** A page of somebody who is signed in as the person, and reads in the language wished. Faults of the page fail the story. */
export async function pageOf(house: House, browser: Browser, person: string, eyes: Eyes = {}): Promise<Page> {
  const { language = 'en', dark = false, width = 1280 } = eyes;
  const context = await browser.newContext({
    baseURL: house.apiUrl,
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    // What fades in would be measured halfway.
    reducedMotion: 'reduce',
  });
  const headers = { Origin: house.apiUrl };
  await context.request.post('/api/v1/session', { data: { person }, headers });
  await context.request.patch('/api/v1/session', { data: { language }, headers });
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

/** What axe finds wrong with the page as it is now: a line each. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate<Violation[]>('axe.run(document).then((result) => result.violations)');
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

/** Every address of the house's pages, with what has to stand on each before it is judged. */
export function everyPage({ path }: Yiwu): { address: string; shows: RegExp }[] {
  return [
    { address: '/', shows: /Yiwu|义乌/ },
    { address: '/?filter=today', shows: /Yiwu|义乌|Nothing is due|没有到期/ },
    { address: path, shows: /The story so far|历程记录/ },
    { address: `${path}/steps/asw_report`, shows: /Workshop report|研讨会报告/ },
    { address: '/letters', shows: /Letters|信函/ },
    { address: '/letters?view=coming', shows: /by itself until|自动发出/ },
    { address: '/programmes', shows: /1 city on its way|1个城市/ },
    { address: '/nowhere', shows: /leads nowhere|没有对应的页面/ },
  ];
}
