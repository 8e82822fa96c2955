import ICAL from 'ical.js';

/** An iCalendar object as a calendar program reads it. */
export interface CalendarFile {
  method: string | null;
  uid: string;
  sequence: number;
  stampedAt: string;
  status: string;
  title: string;
  place: string | null;
  words: string;
  /** A day, or a time of the wall clock without its zone: '2026-12-17', '2026-12-17T09:30:00'. */
  start: string;
  /** The instant of the start by the zone's own rules in the file; null for a whole day. */
  startsAt: string | null;
  organizer: string | null;
  attendees: { address: string; name: string | null }[];
}

/** Reads an iCalendar object strictly. @throws Error where it is none, has not exactly one entry, or names a zone that it does not describe */
export function calendarFile(content: string): CalendarFile {
  expect(content.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
  expect(content).not.toMatch(/[^\r]\n|\r[^\n]/);
  const calendar = new ICAL.Component(ICAL.parse(content) as never);
  const [event, ...more] = calendar.getAllSubcomponents('vevent');
  if (!event || more.length > 0) throw new Error(`Not one entry:\n${content}`);
  const text = (name: string): string | null => {
    const value = event.getFirstPropertyValue(name);
    return value === null ? null : String(value);
  };
  const start = event.getFirstProperty('dtstart')!;
  const time = start.getFirstValue() as ICAL.Time;
  return {
    method: calendar.getFirstPropertyValue('method') as string | null,
    uid: text('uid') ?? '',
    sequence: Number(text('sequence')),
    stampedAt: text('dtstamp') ?? '',
    status: text('status') ?? '',
    title: text('summary') ?? '',
    place: text('location'),
    words: text('description') ?? '',
    start: time.toString(),
    startsAt: time.isDate ? null : startsAt(calendar, time, start.getParameter('tzid') as string | undefined),
    organizer: text('organizer'),
    attendees: event.getAllProperties('attendee').map((attendee) => ({
      address: String(attendee.getFirstValue()).replace(/^mailto:/i, ''),
      name: (attendee.getParameter('cn') as string | undefined) ?? null,
    })),
  };
}

/** By the rules that the file brings along, not by what this machine knows of the zone. */
function startsAt(calendar: ICAL.Component, time: ICAL.Time, tzid: string | undefined): string {
  if (tzid === undefined) return time.toJSDate().toISOString();
  const block = calendar.getAllSubcomponents('vtimezone').find((one) => one.getFirstPropertyValue('tzid') === tzid);
  if (!block) throw new Error(`The zone ${tzid} is not described.`);
  const zone = new ICAL.Timezone({ component: block, tzid });
  const seconds = zone.utcOffset(time);
  return new Date(Date.parse(`${time.toString()}Z`) - seconds * 1000).toISOString();
}
