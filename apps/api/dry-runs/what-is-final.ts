import type { Day } from '@citypath/calendar';
import type { ActName, LetterChange, StepChange, Text } from '@citypath/contracts';

const ENDS: ActName[] = ['withdraw', 'finish'];

/** What no later act takes back: letters that go today, the end of a journey, and steps that are let go. */
export function whatIsFinal(
  act: ActName,
  letters: readonly LetterChange[],
  steps: readonly StepChange[],
  today: Day,
): Text[] {
  const atOnce = letters.filter(({ change, afterOn }) => change === 'added' && afterOn === today).length;
  const letter = {
    en: `${atOnce === 1 ? 'A letter goes' : `${atOnce} letters go`} today and cannot be called back.`,
    zh: `今天发出${atOnce}封信，发出后无法撤回。`,
  };
  const end = {
    en: 'The journey ends, and nobody is reminded of anything any more.',
    zh: '该历程就此结束，不再发送任何提醒。',
  };
  const letGo = steps
    .filter(({ fate }) => fate === 'let-go')
    .map(({ title }) => ({
      en: `${title.en} is let go, and no act brings it back.`,
      zh: `“${title.zh}”就此取消，之后无法恢复。`,
    }));
  return [...(atOnce > 0 ? [letter] : []), ...(ENDS.includes(act) ? [end] : []), ...letGo];
}
