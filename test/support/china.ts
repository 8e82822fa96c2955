import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CalendarData } from '@citypath/calendar';
import { checkout } from './checkout';

/** China's working days of 2016 to 2026 as published, later years provisional: what the api builds, kept as data. */
export const china = JSON.parse(
  readFileSync(path.join(checkout, 'libs/calendar/fixtures/china-2016-2028.json'), 'utf8'),
) as CalendarData;
