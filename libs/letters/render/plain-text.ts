import type { Language } from '@citypath/calendar';
import type { LetterText, Link, Paragraph } from '../kinds/letter-text';
import { manyLines } from './plain';

/** A letter for a terminal: blocks with an empty line between them, links on lines of their own. */
export function plainTextOf(letter: LetterText, language: Language): string {
  const colon = language === 'zh' ? '：' : ':';
  const blocks = [
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
  if ('list' in paragraph) return paragraph.list.map((item) => `- ${item}`).join('\n');
  return manyLines(paragraph.quote)
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

function linkAsText({ label, url }: Link, colon: string): string {
  return `${label}${colon}\n${url}`;
}
