import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { atAGlance } from '../support/at-a-glance';
import type { InboxMessage, OwnStart } from '../support/own-start';
import { until } from '../support/until';

export type Language = 'en' | 'zh';

/** Somebody's own screen in a house that was started: a browser that knows nobody yet, and the letters of one address. */
export class Desk {
  private constructor(
    private readonly start: OwnStart,
    readonly page: Page,
    readonly address: string,
    readonly language: Language,
  ) {}

  /** @param phone a screen of 390 pixels, with a finger instead of a mouse */
  static async of(
    start: OwnStart,
    browser: Browser,
    who: { address: string; language: Language; phone?: boolean },
  ): Promise<Desk> {
    const screen: BrowserContextOptions = who.phone
      ? { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
      : { viewport: { width: 1280, height: 900 } };
    const context = await browser.newContext({
      baseURL: start.address,
      locale: who.language === 'en' ? 'en-GB' : 'zh-CN',
      reducedMotion: 'reduce',
      ...screen,
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => {
      throw error;
    });
    return new Desk(start, page, who.address, who.language);
  }

  /** What is read on this screen, in its language. */
  words(en: string, zh: string): string {
    return this.language === 'en' ? en : zh;
  }

  /** The newest letter of the desk's address with this in its subject or beside it, once it has come. */
  letter(about: string): Promise<InboxMessage> {
    return until(`${this.address} has a letter about ${about}`, async () => (await this.letters(about))[0]);
  }

  /**
   * Signs in as people do: types the address, opens the link of the letter that comes, and presses its button.
   * @param where a page that the door stands before
   */
  async signIn(where = '/'): Promise<void> {
    const { page } = this;
    const subject = this.words('Sign in to CityPath', '登录 CityPath');
    const before = (await this.letters(subject)).length;
    await page.goto(where);
    await page.getByLabel(this.words('Your e-mail address', '您的电子邮件地址')).fill(this.address);
    await this.press(this.words('Send me the letter', '发送登录邮件'));
    await page.getByRole('heading', { name: this.words('Look into your mailbox', '请查收邮件') }).waitFor();
    const letter = await until(`${this.address} has the letter that signs in`, async () => {
      const [newest, ...older] = await this.letters(subject);
      return older.length === before ? newest : null;
    });
    await page.goto(linkOf(letter, '/sign-in/'));
    await this.press(this.words('Sign in', '登录'));
    await page.waitForURL((url) => url.pathname === where);
  }

  async press(button: string | RegExp): Promise<void> {
    await this.page
      .getByRole('button', { name: button, exact: typeof button === 'string' })
      .first()
      .click();
  }

  private async letters(about: string): Promise<InboxMessage[]> {
    const messages = await this.start.messagesTo(this.address);
    return messages.filter((message) => atAGlance(message).includes(about));
  }
}

/** The address in a letter that leads to a place of the house. */
export function linkOf(letter: InboxMessage, place: string): string {
  const links = letter.text.match(/https?:\/\/\S+/g) ?? [];
  const link = links.find((each) => new URL(each).pathname.startsWith(place));
  if (!link) throw new Error(`No link to ${place} stands in the letter:\n${letter.text}`);
  return link;
}
