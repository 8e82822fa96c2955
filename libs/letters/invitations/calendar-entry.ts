import { addDays, wallClock, type CalendarData, type Instant } from '@citypath/calendar';
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalAttendeeData,
  type ICalEventData,
} from 'ical-generator';
import { tzlib_get_ical_block, tzlib_get_timezones } from 'timezones-ical-library';
import { oneLine } from '../render/plain';
import type { MeetingTime } from '../wording/meeting-time';
import { wallClockValue } from './wall-clock-value';

/** Somebody in a calendar entry. */
export interface Mailbox {
  name: string;
  address: string;
}

/** An entry for somebody's calendar. Words are plain; they are made safe here. */
export interface CalendarEntry {
  /** An invitation, its end, or an entry that somebody takes in by themselves. */
  method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
  /** The same for all versions of one entry, and of no other. */
  uid: string;
  /** Greater in each newer version. */
  sequence: number;
  now: Instant;
  when: MeetingTime;
  /** Whose clock `when` is read from. */
  calendar: CalendarData;
  title: string;
  place: string | null;
  /** Line by line. */
  words: string[];
  url: string;
  organizer: Mailbox | null;
  attendee: Mailbox | null;
}

const METHODS = {
  REQUEST: ICalCalendarMethod.REQUEST,
  CANCEL: ICalCalendarMethod.CANCEL,
  PUBLISH: ICalCalendarMethod.PUBLISH,
} as const;

/** A calendar entry as an iCalendar object (RFC 5545, RFC 5546), lines ended and folded as they go into a mail. */
export function icalendarOf(entry: CalendarEntry): string {
  const { method, organizer, attendee, place } = entry;
  const calendar = ical({
    prodId: { company: 'CityPath', product: 'CityPath' },
    method: METHODS[method],
    // The zone stands at the event. Of the whole calendar it would also rule the stamp, which has to be in UTC.
    timezone: { name: null, generator: zoneBlock },
  });
  calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    stamp: new Date(entry.now),
    summary: oneLine(entry.title),
    description: [...entry.words.map(oneLine), entry.url].join('\n'),
    url: entry.url,
    location: place === null ? null : oneLine(place),
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    // A deadline takes no time of its day.
    transparency: method === 'PUBLISH' ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    organizer: organizer && { name: oneLine(organizer.name), email: oneLine(organizer.address) },
    attendees: attendee === null ? [] : [guest(attendee)],
    ...timesOf(entry),
  });
  return calendar.toString();
}

/** Nobody reads answers at the sender's address, so none is asked for. */
function guest({ name, address }: Mailbox): ICalAttendeeData {
  return {
    name: oneLine(name),
    email: oneLine(address),
    role: ICalAttendeeRole.REQ,
    status: ICalAttendeeStatus.NEEDSACTION,
    rsvp: false,
  };
}

function timesOf({
  when: { on, time },
  calendar,
}: CalendarEntry): Pick<ICalEventData, 'start'> & Partial<ICalEventData> {
  if (time === null) return { allDay: true, start: new Date(on), end: new Date(addDays(on, 1)) };
  const { zone } = calendar;
  const { at, comesAgain } = wallClock(calendar, on, time);
  // A zone that nobody describes cannot be looked up. And of a time that comes twice calendar programs take either,
  // though the first is meant (RFC 5545, 3.3.5). The instant itself leaves nothing open.
  if (comesAgain || zoneBlock(zone) === null) return { start: new Date(at) };
  return { start: wallClockValue(on, time, zone), timezone: zone };
}

/** The rules of a zone, for calendars that do not know its name; null where there are none to be had. */
function zoneBlock(zone: string): string | null {
  if (!tzlib_get_timezones(false).includes(zone)) return null;
  const block = tzlib_get_ical_block(zone);
  return Array.isArray(block) ? (block[0] ?? null) : null;
}
