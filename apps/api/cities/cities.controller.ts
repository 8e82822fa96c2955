import { key as keySchema, putCityRequest, putCityResponse, type PutCityResponse } from '@citypath/contracts';
import { Cities } from '@citypath/store';
import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Editions } from '../journeys/editions';
import { Answers } from '../messages/answers';
import { administrator, Allow } from '../policies/policy';

@ApiTags('cities')
@Controller('api/v1/cities')
export class CitiesController {
  constructor(
    private readonly cities: Cities,
    private readonly editions: Editions,
  ) {}

  /** Adds a city or replaces what was known of it. Its running journeys keep their calendar until they adopt one. */
  @Put(':key')
  @Allow(administrator)
  @Answers(putCityResponse)
  async put(
    @Param('key', { schema: keySchema }) key: string,
    @Body({ schema: putCityRequest }) body: z.output<typeof putCityRequest>,
  ): Promise<PutCityResponse> {
    const { nameEn, level, country, nameZh = null, gbCode = null, topicEn = null, topicZh = null } = body;
    const calendarHash = await this.editions.putCalendar(body.calendar);
    await this.cities.put({ key, nameEn, nameZh, level, gbCode, country, calendarHash, topicEn, topicZh });
    return { city: { key, nameEn, nameZh } };
  }
}
