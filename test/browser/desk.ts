import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { OwnStart } from '../support/own-start';
import { until } from '../support/until';

export type Language = 'en' | 'zh';

/** Somebody's own screen in a house that was started: a browser that knows nobody yet, and the letters of one address. */
export class Desk {
  private constructor(
    private readonly start: OwnStart,
    readonly page: Page,
    readonly address: string,
    private readonly language: Language,
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

  /** The newest letter of the desk's address with this in its subject, once it has come. */
  letter(subject: string): Promise<{ subject: string; text: string }> {
    return until(`${this.address} has a letter about ${subject}`, async () =>
      (await this.start.messagesTo(this.address)).find((message) => message.subject.includes(subject)),
    );
  }
}
