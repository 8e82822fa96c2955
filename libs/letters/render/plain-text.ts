import type { Language } from '@citypath/calendar';
import type { LetterText, Link, Paragraph } from '../kinds/letter-text';
import { BELOW } from './languages';
import type { Wording } from './letter-sheet';
import { manyLines } from './plain';

/** Between the languages of one letter. */
const OTHER_LANGUAGE = `\n${'='.repeat(64)}\n\n`;

/** A letter for a terminal: blocks with an empty line between them, links on lines of their own. */
export function plainTextOf(wordings: Wording[]): string {
  return wordings
    .map(({ letter, language }, position) => {
      const below = wordings[position + 1]?.language;
      return `${below ? `(${BELOW[below]})\n\n` : ''}${inOneLanguage(letter, language)}`;
    })
    .join(OTHER_LANGUAGE);
}

function inOneLanguage(letter: LetterText, language: Language): string {
  const colon = language === 'zh' ? '：' : ':';
  const blocks = [
    ...(letter.notice === undefined ? [] : [letter.notice]),
    letter.greeting,
    ...letter.paragraphs.map(paragraphAsText),
    ...(letter.button ? [linkAsText(letter.button, colon)] : []),
    ...letter.afterwards,
    ['--', ...letter.footnotes.map((note) => (typeof note === 'string' ? note : linkAsText(note, colon)))].join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function paragraphAsText(paragraph: Paragraph): string {
  if (typeof paragraph === 'string') return paragraph;
  if ('aside' in paragraph) return paragraph.aside;
  if ('code' in paragraph) return `    ${paragraph.code}`;
  if ('list' in paragraph) return paragraph.list.map((item) => `- ${item}`).join('\n');
  if ('quote' in paragraph) {
    return manyLines(paragraph.quote)
      .map((line) => `> ${line}`.trimEnd())
      .join('\n');
  }
  const entries = paragraph.entries.map(({ text, url }) => `- ${text}\n  ${url}`);
  return [paragraph.group, ...entries].join('\n');
}

function linkAsText({ label, url }: Link, colon: string): string {
  return `${label}${colon}\n${url}`;
}
