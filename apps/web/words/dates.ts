import type { Language } from '@citypath/contracts';

/** Days and times as people write them. A day is 'YYYY-MM-DD' and has no zone; an instant is shown on the reader's clock. */

const weekdays: Record<Language, string[]> = {
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
};
/** So near, a day needs no year. */
const nearMs = 300 * 24 * 3_600_000;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * @param nearOn where there is little room: a year goes without saying less than ten months from this day
 * @returns 'Mon 26 Oct 2026' or '2026年10月26日（周一）'; what is no day comes back as it is
 */
export function dayInWords(on: string, language: Language, nearOn?: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(on);
  if (!match) return on;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const weekday = weekdays[language][new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? '';
  const known = nearOn !== undefined && Math.abs(Date.parse(on) - Date.parse(nearOn)) < nearMs;
  if (language === 'zh') return `${known ? '' : `${year}年`}${month}月${day}日（${weekday}）`;
  return `${weekday} ${day} ${months[month - 1] ?? ''}${known ? '' : ` ${year}`}`;
}

const two = (value: number) => String(value).padStart(2, '0');

/** The day of an instant on the clock of the reader's machine: '2026-10-26'. */
export function localDay(at: string): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The time of an instant on the clock of the reader's machine: '09:00'. */
export function localTime(at: string): string {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/**
 * When a day begins on the clock of the reader's machine.
 * @param later so many days after it
 * @returns an instant; undefined for what is no day
 */
export function beginningOfDay(on: string, later = 0): string | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(on);
  if (!match) return undefined;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return new Date(year, month - 1, day + later).toISOString();
}

/** @returns 'Mon 26 Oct 2026, 09:00' or '2026年10月26日（周一）09:00', on the clock of the reader's machine. */
export function instantInWords(at: string, language: Language): string {
  if (Number.isNaN(Date.parse(at))) return at;
  const day = dayInWords(localDay(at), language);
  const time = localTime(at);
  return language === 'zh' ? `${day}${time}` : `${day}, ${time}`;
}

export interface DueDay {
  dueOn: string;
  todayOn?: string | undefined;
  late?: boolean | undefined;
}

/**
 * How far away a due day is, to stand beside the day itself.
 * @param left working days from today to the due day; negative when it is past
 * @param days what tells apart the cases of zero: `todayOn` in the city's zone, or that the day counts as `late`
 */
export function workingDaysInWords(left: number, language: Language, days: DueDay): string {
  const { dueOn, todayOn, late = false } = days;
  const zh = language === 'zh';
  if (left < 0) return zh ? `已逾期${-left}个工作日` : `${plural(-left, 'working day')} late`;
  if (left > 0) return zh ? `还有${left}个工作日` : `in ${plural(left, 'working day')}`;
  if (late || (todayOn !== undefined && todayOn > dueOn)) return zh ? '已过期' : 'day past';
  if (todayOn === undefined || todayOn === dueOn) return zh ? '今天' : 'today';
  return zh ? '下一个工作日之前' : 'before the next working day';
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
