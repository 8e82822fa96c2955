import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { LetterSheet, type LetterSheetProps } from './letter-sheet';

/** A letter as a whole HTML document. */
export function htmlOf(props: LetterSheetProps): string {
  return `<!doctype html>\n${renderToStaticMarkup(createElement(LetterSheet, props))}\n`;
}
