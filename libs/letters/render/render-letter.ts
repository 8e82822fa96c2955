import type { Language } from '@citypath/calendar';
import type { LetterText, Paragraph } from '../kinds/letter-text';
import { htmlOf } from './html';
import type { Wording } from './letter-sheet';
import { oneLine, spaceScripts } from './plain';
import { plainTextOf } from './plain-text';

/** What goes into the mail and, unchanged, into the ledger. */
export interface RenderedLetter {
  subject: string;
  /** What a list of mails shows beside the subject. */
  preview: string;
  text: string;
  html: string;
}

/** The order of a letter in both languages: most of those whose language is not known read Chinese. */
const BOTH = ['zh', 'en'] as const satisfies Language[];

/** Makes a letter's words in one language into a subject, plain text and HTML. */
export function renderLetter(letter: LetterText, language: Language): RenderedLetter {
  return render([{ language, letter }]);
}

/**
 * Writes and renders a letter in the reader's language; in both, one after the other, where that is not known.
 * @param write the letter's words in one language; called once for each that is needed
 */
export function renderFor(language: Language | null, write: (language: Language) => LetterText): RenderedLetter {
  if (language !== null) return renderLetter(write(language), language);
  return render(BOTH.map((one) => ({ language: one, letter: saidInBoth(write(one), one) })));
}

const WHY_BOTH: Record<Language, string> = {
  zh: '我们不清楚您习惯使用哪种语言，因此本信中英文并用；登录CityPath后，可在页面顶部选择语言。',
  en: 'This letter is in two languages, since we do not know which one you read. Choose yours at the top of any page of CityPath.',
};

function saidInBoth(letter: LetterText, language: Language): LetterText {
  return { ...letter, footnotes: [...letter.footnotes, WHY_BOTH[language]] };
}

function render(written: Wording[]): RenderedLetter {
  const wordings = written.map(({ language, letter }) => ({ language, letter: tidied(letter, tidyIn(language)) }));
  const subject = wordings.map(({ letter }) => letter.subject).join(' / ');
  const preview = wordings.map(({ letter }) => previewOf(letter)).join(' / ');
  return { subject, preview, text: plainTextOf(wordings), html: htmlOf({ subject, preview, wordings }) };
}

function tidyIn(language: Language): (text: string) => string {
  return language === 'zh' ? (text) => spaceScripts(oneLine(text)) : oneLine;
}

function previewOf({ preview, paragraphs }: LetterText): string {
  return preview ?? paragraphs.find((paragraph) => typeof paragraph === 'string') ?? '';
}

/** Our own sentences on one line each; somebody's quoted words are left to the renderers, which keep their lines. */
function tidied(letter: LetterText, tidy: (text: string) => string): LetterText {
  const { letterhead, notice, preview, button } = letter;
  return {
    subject: tidy(letter.subject),
    ...(letterhead !== undefined && { letterhead: tidy(letterhead) }),
    ...(notice !== undefined && { notice: tidy(notice) }),
    ...(preview !== undefined && { preview: tidy(preview) }),
    greeting: tidy(letter.greeting),
    paragraphs: letter.paragraphs.map((paragraph) => tidyParagraph(paragraph, tidy)),
    button: button && { label: tidy(button.label), url: button.url },
    afterwards: letter.afterwards.map(tidy),
    footnotes: letter.footnotes.map((note) =>
      typeof note === 'string' ? tidy(note) : { label: tidy(note.label), url: note.url },
    ),
  };
}

function tidyParagraph(paragraph: Paragraph, tidy: (text: string) => string): Paragraph {
  if (typeof paragraph === 'string') return tidy(paragraph);
  if ('quote' in paragraph) return paragraph;
  if ('code' in paragraph) return { code: tidy(paragraph.code) };
  if ('aside' in paragraph) return { aside: tidy(paragraph.aside) };
  if ('list' in paragraph) return { list: paragraph.list.map(tidy) };
  return {
    group: tidy(paragraph.group),
    entries: paragraph.entries.map(({ text, url }) => ({ text: tidy(text), url })),
  };
}
