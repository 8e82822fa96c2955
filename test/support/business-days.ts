import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Day } from '@citypath/calendar';
import { checkout } from './checkout';

interface BusinessDays {
  vectors: { from: Day; add: number; is: Day }[];
  amendments: { from: Day; add: number; beforeNotice: Day; noticeOn: Day; afterNotice: Day }[];
}

/** Hand-counted answers that every calendar of China has to give. */
export const businessDays = JSON.parse(
  readFileSync(path.join(checkout, 'libs/calendar/fixtures/business-days.json'), 'utf8'),
) as BusinessDays;
