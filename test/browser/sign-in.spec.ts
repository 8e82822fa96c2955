import type { Browser, BrowserContext, Page } from 'playwright-core';
import { House } from '../support/house';
import { secretsOf } from '../support/visitor';
import { takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';
import { openBrowser, sidewaysOf, violationsOf } from './open-browser';

let house: House;
let browser: Browser;
let yiwu: Yiwu;

beforeAll(async () => {
  [house, browser] = [await House.start(), await openBrowser()];
  yiwu = await takeOverYiwu(house);
  await house.deliver();
});

afterAll(async () => {
  await browser.close();
  await house.stop();
});

interface Eyes {
  language: 'en' | 'zh';
  width: number;
  dark?: boolean;
}

/** A browser that nobody is signed in with. */
function newBrowser({ language, width, dark = false }: Eyes): Promise<BrowserContext> {
  return browser.newContext({
    baseURL: house.apiUrl,
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    viewport: { width, height: 844 },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
}

async function isFine(page: Page): Promise<void> {
  expect(await violationsOf(page)).toEqual([]);
  expect(await sidewaysOf(page)).toBe(0);
}

/** The newest letter that signs in, once the courier has gone round. */
async function letter(): Promise<ReturnType<typeof secretsOf>> {
  await house.deliver();
  const last = house.inbox.messages().findLast(({ text }) => /\/sign-in\//.test(text));
  return secretsOf(last!);
}

const words = {
  en: {
    address: 'Your e-mail address',
    send: 'Send me the letter',
    signIn: 'Sign in',
    mailbox: 'Look into your mailbox',
  },
  zh: { address: '您的电子邮件地址', send: '发送登录邮件', signIn: '登录', mailbox: '请查收邮件' },
} as const;

/** Types the address, as far as the page that waits for the letter. */
async function ask(page: Page, address: string, { language }: Eyes): Promise<void> {
  await page.getByLabel(words[language].address).fill(address);
  await page.getByRole('button', { name: words[language].send }).click();
  await page.getByRole('heading', { name: words[language].mailbox }).waitFor();
}

describe.each([
  { language: 'en', width: 390, dark: true },
  { language: 'zh', width: 390 },
  { language: 'zh', width: 1440 },
] as const)('in $language, $width pixels wide', (eyes) => {
  test('the button of a letter leads through the door to its step', async () => {
    const context = await newBrowser(eyes);
    const page = await context.newPage();
    await page.goto(`${yiwu.path}/steps/asw_report`);
    await page.getByLabel(words[eyes.language].address).waitFor();
    await isFine(page);
    await ask(page, yiwu.addresses.cro, eyes);
    await isFine(page);

    const { token } = await letter();
    const opened = await context.newPage();
    await opened.goto(`/sign-in/${token}`);
    await opened.getByRole('heading', { name: /Sign in to CityPath|登录 CityPath/ }).waitFor();
    await isFine(opened);
    await opened.getByRole('button', { name: words[eyes.language].signIn, exact: true }).click();
    await opened.waitForURL((url) => url.pathname === `${yiwu.path}/steps/asw_report`);
    await opened
      .getByLabel(/文件标题|Title of the paper/)
      .first()
      .waitFor();

    // The tab that waited goes on by itself once it is looked at.
    await page.bringToFront();
    await page.reload();
    await page.waitForURL((url) => url.pathname === `${yiwu.path}/steps/asw_report`);
    await context.close();
  });
});

test('a scanner of mail that runs scripts, without a click, changes nothing', async () => {
  const eyes = { language: 'en', width: 1280 } as const;
  const [owner, scanner] = [await newBrowser(eyes), await newBrowser(eyes)];
  const page = await owner.newPage();
  await page.goto('/sign-in');
  await ask(page, yiwu.addresses.manager, eyes);
  const { token } = await letter();

  // Also one with the owner's cookie: a mail program that opens links in the owner's own browser to preview them.
  for (const context of [scanner, owner]) {
    for (let visit = 0; visit < 3; visit += 1) {
      const preview = await context.newPage();
      await preview.goto(`/sign-in/${token}`);
      await preview.getByRole('heading', { level: 1 }).waitFor();
      await preview.close();
    }
    expect((await context.cookies()).map(({ name }) => name)).not.toContain('citypath_session');
  }
  const last = await owner.newPage();
  await last.goto(`/sign-in/${token}`);
  await last.getByText('You are signing in as Li Wen.').waitFor();
  await last.getByRole('button', { name: 'Sign in', exact: true }).click();
  await last.waitForURL((url) => url.pathname === '/');

  await last.goto(`/sign-in/${token}`);
  await last.getByRole('heading', { name: 'This link was used' }).waitFor();
  await isFine(last);
  await Promise.all([owner.close(), scanner.close()]);
});

test('a letter read on the phone: the link says where to go, and the code signs in at the desk', async () => {
  const eyes = { language: 'en', width: 390 } as const;
  const [desk, phone] = [await newBrowser({ ...eyes, width: 1440 }), await newBrowser(eyes)];
  const page = await desk.newPage();
  await page.goto('/sign-in?to=%2Fletters');
  await page.getByLabel('Your e-mail address').fill('li.wen');
  await page.getByRole('button', { name: 'Send me the letter' }).click();
  await page.getByText('Please type your e-mail address').waitFor();
  await isFine(page);
  await ask(page, yiwu.addresses.manager, eyes);
  const { token, code } = await letter();

  const there = await phone.newPage();
  await there.goto(`/sign-in/${token}`);
  await there.getByRole('heading', { name: 'This letter was asked for in another browser' }).waitFor();
  await isFine(there);

  // Nothing is lost when the page is loaded anew while one looks for the letter.
  await page.reload();
  await page.getByText(yiwu.addresses.manager).waitFor();
  await page.getByLabel('Code of eight digits').fill(code === '12345678' ? '87654321' : '12345678');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText('This is not the code of the newest letter. Tries left: 4.').waitFor();
  await isFine(page);
  await page.getByLabel('Code of eight digits').fill(`${code.slice(0, 4)} ${code.slice(4)}`);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((url) => url.pathname === '/letters');
  await Promise.all([desk.close(), phone.close()]);
});

test('the account: its browsers are listed and signed out, and the language is chosen', async () => {
  const eyes = { language: 'en', width: 390 } as const;
  const [here, there] = [await newBrowser(eyes), await newBrowser(eyes)];
  for (const context of [here, there]) {
    await context.request.post('/api/v1/session', {
      data: { person: yiwu.people.manager },
      headers: { Origin: house.apiUrl },
    });
  }
  const page = await here.newPage();
  await page.goto('/account');
  await page.getByText('this browser').waitFor();
  await isFine(page);
  await page.getByRole('button', { name: 'Sign out everywhere but here' }).click();
  await page.getByText('You are signed in nowhere else.').waitFor();

  const gone = await there.newPage();
  await gone.goto('/letters');
  await gone.waitForURL((url) => url.pathname === '/sign-in' && url.searchParams.get('to') === '/letters');

  const content = page.locator('#content');
  await content.getByRole('button', { name: '中文' }).click();
  await page.getByRole('heading', { name: '您的账户' }).waitFor();
  await isFine(page);
  await content.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Your account' }).waitFor();
  await Promise.all([here.close(), there.close()]);
});
