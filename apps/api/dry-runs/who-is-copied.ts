import type { Text } from '@citypath/contracts';
import type { Command } from '@citypath/journey';
import type { Names } from '../journeys/names';

/** Who gets copies by an act: the letters stay what they are, and somebody else reads them too. Null: that stays as it is. */
export function whoIsCopied(command: Command, names: Names): Text | null {
  if (command.kind !== 'name-liaison') return null;
  const seat = names.seatTitle(command.seat);
  if (command.person === null) {
    return {
      en: `Nobody gets copies of the letters to the seat any more: ${seat.en}.`,
      zh: `此后不再抄送致${seat.zh}的信件。`,
    };
  }
  const person = names.personText(command.person);
  return {
    en: `${person.en} gets copies of the letters to the seat: ${seat.en}.`,
    zh: `此后致${seat.zh}的信件抄送${person.zh}。`,
  };
}
