import type { Day, TimeOfDay } from '@citypath/calendar';
import type { ICalTemporalPlainDateTimeStub, ICalTemporalZonedDateTimeStub } from 'ical-generator';

/**
 * A reading of the wall clock of a zone, in the form in which the library takes one. It is written as it is: a plain
 * Date would be read by the clock of this machine, whose zone is none of the city's.
 */
export function wallClockValue(on: Day, time: TimeOfDay, zone: string): ICalTemporalZonedDateTimeStub {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const written = `${on}T${time}:00`;
  const reading = { year, month, day, hour, minute, second: 0, toString: () => written, toJSON: () => written };
  const epochMilliseconds = Date.UTC(year, month - 1, day, hour, minute);
  const plain: ICalTemporalPlainDateTimeStub = {
    ...reading,
    toPlainDate: () => ({ year, month, day, toString: () => on, toJSON: () => on }),
    toZonedDateTime: () => zoned,
  };
  const zoned: ICalTemporalZonedDateTimeStub = {
    ...reading,
    timeZoneId: zone,
    toPlainDateTime: () => plain,
    withTimeZone: () => zoned,
    // Only for comparing start and end, of which an entry here has one.
    toInstant: () => ({
      epochMilliseconds,
      toString: () => written,
      toJSON: () => written,
      toZonedDateTimeISO: () => zoned,
    }),
  };
  return zoned;
}
