import type { Instant } from '@citypath/calendar';

/** Where no zone of a person is known: the zone of the first programme's cities. */
const USUAL_ZONE = 'Asia/Shanghai';

/** The calendar day of an instant where a person is. @param timeZone IANA name; null: not known */
export function dayIn(timeZone: string | null, at: Instant): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: timeZone ?? USUAL_ZONE, dateStyle: 'short' }).format(
    new Date(at),
  );
}
