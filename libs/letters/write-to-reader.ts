import { dateInWords, type Day } from '@citypath/calendar';
import type { Sending } from './facts/common-facts';
import type { Dossier } from './facts/dossier';
import { holderOf } from './facts/holder-of';
import type { LetterText } from './kinds/letter-text';
import { nameOf } from './wording/names';
import { writeLetter } from './write-letter';

/** Writes a letter as a message of its own: whoever stands in for somebody on leave is told first for whom. */
export function writeToReader(dossier: Dossier, sending: Sending): LetterText {
  const letter = writeLetter(dossier, sending);
  const standsIn = standsInFor(dossier, sending);
  const notice = [standsIn, letter.notice].filter(Boolean).join(sending.language === 'zh' ? '' : ' ');
  return standsIn === null ? letter : { ...letter, notice };
}

function standsInFor(dossier: Dossier, { reader, language }: Sending): string | null {
  const holder = dossier.letter.passedOnTo === reader.id ? holderOf(dossier) : undefined;
  if (holder === undefined) return null;
  const name = nameOf(holder, language);
  const day = holder.leave === null ? null : dateInWords(holder.leave.untilOn as Day, language);
  if (language === 'zh') return `${name}${day === null ? '' : `休假至${day}`}，此信由您代收。`;
  return `You get this in place of ${name}${day === null ? '' : `, who is on leave until ${day}`}.`;
}
