import {
  addClosureRequest,
  calendarMarkId,
  closuresResponse,
  key as keySchema,
  type ClosuresResponse,
} from '@citypath/contracts';
import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { OnceKey } from '../commands/once-key.decorator';
import { Answers } from '../messages/answers';
import { Allow, keepsCities } from '../policies/policy';
import type { Reader } from '../session/reader';
import { AskedBy } from '../session/reader.decorator';
import { CityClosures } from './city-closures';

/** A city's own days off. */
@ApiTags('calendars')
@Controller('api/v1/cities/:key/closures')
export class CityClosuresController {
  constructor(private readonly closures: CityClosures) {}

  @Get()
  @Allow(keepsCities, { en: 'See a city’s own closures', zh: '查看城市停办安排' })
  @Answers(closuresResponse)
  list(@Param('key', { schema: keySchema }) key: string): Promise<ClosuresResponse> {
    return this.closures.of(key);
  }

  /** The city's new journeys count by it; running ones are offered it. */
  @Post()
  @Allow(keepsCities, { en: 'Enter a city’s own closure', zh: '登记城市停办安排' })
  @Answers(closuresResponse, 201)
  add(
    @AskedBy() reader: Reader,
    @Param('key', { schema: keySchema }) key: string,
    @OnceKey() onceKey: string,
    @Body({ schema: addClosureRequest }) body: z.output<typeof addClosureRequest>,
  ): Promise<ClosuresResponse> {
    return this.closures.add(reader, key, onceKey, body);
  }

  @Delete(':mark')
  @Allow(keepsCities, { en: 'Take a city’s own closure back', zh: '撤回城市停办安排' })
  @Answers(closuresResponse)
  takeBack(
    @AskedBy() reader: Reader,
    @Param('key', { schema: keySchema }) key: string,
    @Param('mark', { schema: calendarMarkId }) mark: string,
  ): Promise<ClosuresResponse> {
    return this.closures.takeBack(reader, key, mark);
  }
}
