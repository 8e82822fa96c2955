import {
  adoptionsRequest,
  adoptionsResponse,
  offersResponse,
  type AdoptionsResponse,
  type OffersResponse,
} from '@citypath/contracts';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { OnceKey } from '../commands/once-key.decorator';
import { Answers } from '../messages/answers';
import { Allow, keepsCities } from '../policies/policy';
import type { Reader } from '../session/reader';
import { AskedBy } from '../session/reader.decorator';
import { CalendarAdoption } from './calendar-adoption';

/** Journeys take the newest edition of their city's calendar, once somebody has looked at what moves. */
@ApiTags('calendars')
@Controller('api/v1/calendar-adoptions')
export class CalendarAdoptionController {
  constructor(private readonly adoption: CalendarAdoption) {}

  /** Those of the cities that the reader manages. */
  @Get()
  @Allow(keepsCities, { en: 'See which dates a newer calendar would move', zh: '查看新日历将变动的期限' })
  @Answers(offersResponse)
  offers(@AskedBy() reader: Reader): Promise<OffersResponse> {
    return this.adoption.offers(reader);
  }

  @Post()
  @HttpCode(200)
  @Allow(keepsCities, { en: 'Take the newest calendar for many cities', zh: '为多个城市采用最新日历' })
  @Answers(adoptionsResponse)
  async adopt(
    @AskedBy() reader: Reader,
    @OnceKey() onceKey: string,
    @Body({ schema: adoptionsRequest }) body: z.output<typeof adoptionsRequest>,
  ): Promise<AdoptionsResponse> {
    return { results: await this.adoption.adopt(reader, onceKey, body) };
  }
}
