import type { Browser } from 'playwright-core';

/** A paper as a file chooser takes it. */
export interface PaperFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** A photo as a phone takes one: a real JPEG. */
export async function photoOf(browser: Browser, subject: string, name: string): Promise<PaperFile> {
  const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
  await page.setContent(`<body style="background: linear-gradient(teal, khaki)"><h1>${subject}</h1></body>`);
  const buffer = await page.screenshot({ type: 'jpeg' });
  await page.close();
  return { name, mimeType: 'image/jpeg', buffer };
}

/** A report of one page: a real PDF. */
export async function pdfOf(browser: Browser, title: string, name: string): Promise<PaperFile> {
  const page = await browser.newPage();
  await page.setContent(`<h1>${title}</h1>`);
  const buffer = await page.pdf();
  await page.close();
  return { name, mimeType: 'application/pdf', buffer };
}
