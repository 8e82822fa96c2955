import { calendarResponse, type CalendarResponse } from '@citypath/contracts';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Editions } from '../journeys/editions';
import { Answers } from '../messages/answers';
import { Allow, signedIn } from '../policies/policy';

/** Of the calendars that are a country's: that of plain weekdays differs from zone to zone, and says nothing else. */
const calendarKey = z.enum(['cn']);

@ApiTags('calendars')
@Controller('api/v1/calendars')
export class CalendarsController {
  constructor(private readonly editions: Editions) {}

  /** The newest edition of a country's working days. */
  @Get(':key')
  @Allow(signedIn, { en: 'Look at a calendar', zh: '查看工作日历' })
  @Answers(calendarResponse)
  newest(@Param('key', { schema: calendarKey }) calendar: z.output<typeof calendarKey>): CalendarResponse {
    return this.editions.newestCalendar({ calendar });
  }
}
