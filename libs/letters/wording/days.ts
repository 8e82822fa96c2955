import { dateInWords, dayToComeInWords, type Day, type Language } from '@citypath/calendar';
import type { LetterFacts } from '../kinds/letter-facts';

/** A day without its year where that is this year: 'Mon 26 Oct', '10月26日（周一）'. */
export function dayInShort(day: Day, language: Language, today: Day): string {
  return dateInWords(day, language, Number(today.slice(0, 4)));
}

/** A day to come in a sentence, which says where it may still move: 'Mon 4 Jan 2027 (provisional)'. */
export function dayToCome(day: Day, { language, provisionalFromOn }: LetterFacts): string {
  return dayToComeInWords(day, provisionalFromOn, language);
}

/** The same without its year where that is this year. */
export function dayToComeInShort(
  day: Day,
  { language, provisionalFromOn, today }: Pick<LetterFacts, 'language' | 'provisionalFromOn' | 'today'>,
): string {
  return dayToComeInWords(day, provisionalFromOn, language, Number(today.slice(0, 4)));
}

/** How far a day is away: 'today', 'in 3 working days', '3 working days ago'; '就是今天', '还有3个工作日', '已过3个工作日'. */
export function distanceInWords(workingDays: number, language: Language): string {
  const days = Math.abs(workingDays);
  if (language === 'zh') {
    if (days === 0) return '就是今天';
    return workingDays > 0 ? `还有${days}个工作日` : `已过${days}个工作日`;
  }
  if (days === 0) return 'today';
  const amount = `${days} working ${days === 1 ? 'day' : 'days'}`;
  return workingDays > 0 ? `in ${amount}` : `${amount} ago`;
}
