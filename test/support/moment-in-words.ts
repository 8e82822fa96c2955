import { dateInWords, type Day } from '@citypath/calendar';

/** A moment as sentences of the machinery say it. */
export function momentInWords(at: string): { en: string; zh: string } {
  const [day, time] = [at.slice(0, 10) as Day, at.slice(11, 16)];
  return { en: `${dateInWords(day, 'en')}, ${time} UTC`, zh: `${dateInWords(day, 'zh')}${time}（UTC）` };
}
