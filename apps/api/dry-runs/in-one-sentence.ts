import type { LetterChange, Text } from '@citypath/contracts';

/** "4 steps change; 3 letters go no more; 1 new letter goes." */
export function inOneSentence(steps: number, letters: readonly Pick<LetterChange, 'change'>[]): Text {
  if (steps + letters.length === 0) {
    return { en: 'No step changes, and no letter of the next 30 days.', zh: '步骤和未来30天的信函均无变化。' };
  }
  const count = (change: LetterChange['change']) => letters.filter((letter) => letter.change === change).length;
  const parts = [
    part(steps, ['step changes', 'steps change'], '个步骤有变化'),
    part(count('cancelled'), ['letter goes no more', 'letters go no more'], '封信不再发送'),
    part(count('moved'), ['letter goes on another day', 'letters go on other days'], '封信改日发送'),
    part(count('added'), ['new letter goes', 'new letters go'], '封新信将发送'),
  ].flat();
  return { en: `${parts.map(({ en }) => en).join('; ')}.`, zh: `${parts.map(({ zh }) => zh).join('；')}。` };
}

function part(number: number, [one, many]: [string, string], zh: string): Text[] {
  return number === 0 ? [] : [{ en: `${number} ${number === 1 ? one : many}`, zh: `${number}${zh}` }];
}
