import type { Language } from '@citypath/calendar';
import type { LetterText } from '@citypath/letters';
import type { TakenLetter } from '@citypath/store';
import { sentAgain } from './sent-again';

/**
 * A letter's words as this one is posted: its button names the letter, so that a click tells that it arrived, and one
 * that goes a second time says so.
 */
export function asPosted(
  words: LetterText,
  { id, isAgain }: Pick<TakenLetter, 'id' | 'isAgain'>,
  language: Language,
): LetterText {
  const named =
    words.button === null ? words : { ...words, button: { ...words.button, url: withLetter(words.button.url, id) } };
  return isAgain === true ? sentAgain(named, language) : named;
}

function withLetter(address: string, id: string): string {
  const url = new URL(address);
  url.searchParams.set('letter', id);
  return url.href;
}
