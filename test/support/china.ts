import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CalendarData } from '@citypath/calendar';

/** Where the calendar's room lies: this file is run from the sources by the specs, and built by the bench. */
const room = path.dirname(require.resolve('@citypath/calendar')).replace(/[/\\]dist$/, '');

/** China's working days of 2016 to 2026 as published, later years provisional: what the api builds, kept as data. */
export const china = JSON.parse(
  readFileSync(path.join(room, 'fixtures', 'china-2016-2028.json'), 'utf8'),
) as CalendarData;
