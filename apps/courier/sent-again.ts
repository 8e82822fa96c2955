import type { Language } from '@citypath/calendar';
import type { LetterText } from '@citypath/letters';

/** A letter that goes a second time because nobody knows whether the first one arrived: it says so before all else. */
export function sentAgain(letter: LetterText, language: Language): LetterText {
  const said = SAID[language];
  const notice = letter.notice === undefined ? said.notice : `${said.notice}${said.between}${letter.notice}`;
  return { ...letter, subject: `${said.subject}${letter.subject}`, notice };
}

const SAID: Record<Language, { subject: string; notice: string; between: string }> = {
  en: {
    subject: 'Sent again: ',
    notice:
      'We cannot tell whether this letter reached you the first time, so it is sent again. Nothing is asked of you twice.',
    between: ' ',
  },
  zh: {
    subject: '再次发送：',
    notice: '我们无法确认此信首次是否送达，因此再次发送。如您已收到并处理，无需重复办理。',
    between: '',
  },
};
