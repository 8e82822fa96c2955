import type { Language } from '@citypath/calendar';
import type { LetterText } from '../kinds/letter-text';
import { oneLine, spaceScripts } from './plain';
import { htmlOf } from './html';
import { plainTextOf } from './plain-text';

/** What goes into the mail and, unchanged, into the ledger. */
export interface RenderedLetter {
  subject: string;
  text: string;
  html: string;
}

/** Makes a letter's words into a subject, plain text and HTML. */
export function renderLetter(letter: LetterText, language: Language): RenderedLetter {
  const tidy = tidied(letter, language === 'zh' ? (text) => spaceScripts(oneLine(text)) : oneLine);
  return { subject: tidy.subject, text: plainTextOf(tidy, language), html: htmlOf(tidy, language) };
}

/** Our own sentences on one line each; somebody's quoted words are left to the renderers, which keep their lines. */
function tidied(letter: LetterText, tidy: (text: string) => string): LetterText {
  return {
    subject: tidy(letter.subject),
    greeting: tidy(letter.greeting),
    paragraphs: letter.paragraphs.map((paragraph) => {
      if (typeof paragraph === 'string') return tidy(paragraph);
      return 'list' in paragraph ? { list: paragraph.list.map(tidy) } : paragraph;
    }),
    button: letter.button && { label: tidy(letter.button.label), url: letter.button.url },
    afterwards: letter.afterwards.map(tidy),
    footnotes: letter.footnotes.map((note) =>
      typeof note === 'string' ? tidy(note) : { label: tidy(note.label), url: note.url },
    ),
  };
}
