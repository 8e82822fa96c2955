import type { Page } from 'playwright-core';
import { keepPicture, sidewaysOf, violationsOf } from './open-browser';

/** Axe objects to nothing on the page as it is now, and it does not move sideways; a picture of it is kept for people. */
export async function calm(page: Page, name: string): Promise<void> {
  await keepPicture(page, name);
  expect(await violationsOf(page)).toEqual([]);
  expect(await sidewaysOf(page)).toBe(0);
}
