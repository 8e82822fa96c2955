import {
  addNoticeRequest,
  calendarKey,
  calendarMarkId,
  calendarQuery,
  calendarResponse,
  calendarsResponse,
  type CalendarResponse,
  type CalendarsResponse,
} from '@citypath/contracts';
import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { OnceKey } from '../commands/once-key.decorator';
import { Answers } from '../messages/answers';
import { administrator, Allow, signedIn } from '../policies/policy';
import type { Reader } from '../session/reader';
import { AskedBy } from '../session/reader.decorator';
import { CountryCalendars } from './country-calendars';

/** The working days of countries, and what an administrator lays over them. */
@ApiTags('calendars')
@Controller('api/v1/calendars')
export class CalendarsController {
  constructor(private readonly countries: CountryCalendars) {}

  @Get()
  @Allow(signedIn, { en: 'See which calendars there are', zh: '查看工作日历列表' })
  @Answers(calendarsResponse)
  list(): Promise<CalendarsResponse> {
    return this.countries.list();
  }

  /** The newest edition of a country's working days. */
  @Get(':key')
  @Allow(signedIn, { en: 'Look at a calendar', zh: '查看工作日历' })
  @Answers(calendarResponse)
  newest(
    @Param('key', { schema: calendarKey }) key: string,
    @Query({ schema: calendarQuery }) { timeZone }: z.output<typeof calendarQuery>,
  ): Promise<CalendarResponse> {
    return this.countries.newest(key, timeZone);
  }

  /** New journeys of the country's cities begin with it; running ones are offered it. */
  @Post(':key/notices')
  @Allow(administrator, { en: 'Enter a notice of holidays', zh: '登记放假通知' })
  @Answers(calendarResponse, 201)
  addNotice(
    @AskedBy() reader: Reader,
    @Param('key', { schema: calendarKey }) key: string,
    @OnceKey() onceKey: string,
    @Body({ schema: addNoticeRequest }) body: z.output<typeof addNoticeRequest>,
  ): Promise<CalendarResponse> {
    return this.countries.addNotice(reader, key, onceKey, body);
  }

  @Delete(':key/notices/:mark')
  @Allow(administrator, { en: 'Take a notice of holidays back', zh: '撤回放假通知' })
  @Answers(calendarResponse)
  takeBackNotice(
    @AskedBy() reader: Reader,
    @Param('key', { schema: calendarKey }) key: string,
    @Param('mark', { schema: calendarMarkId }) mark: string,
  ): Promise<CalendarResponse> {
    return this.countries.takeBackNotice(reader, key, mark);
  }
}
