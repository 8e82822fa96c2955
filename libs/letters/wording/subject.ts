import type { Text } from '@citypath/calendar';
import type { LetterFacts } from '../kinds/letter-facts';

const LONGEST_PART = 60;

/** A subject says city, matter and date: 'Yiwu: Workshop report, due Mon 26 Oct', '义乌市：研讨会报告，10月26日（周一）到期'. */
export function subjectOf({ language, city }: LetterFacts, matter: Text, tail: string): string {
  const parts = { city: shortened(city[language]), matter: shortened(matter[language]) };
  return language === 'zh' ? `${parts.city}：${parts.matter}，${tail}` : `${parts.city}: ${parts.matter}, ${tail}`;
}

/** A name too long for a subject line keeps its beginning; the letter itself has all of it. */
function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length <= LONGEST_PART ? text : `${characters.slice(0, LONGEST_PART - 1).join('')}…`;
}
