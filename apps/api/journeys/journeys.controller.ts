import {
  boardQuery,
  boardResponse,
  cityPageResponse,
  forecastQuery,
  forecastResponse,
  historyQuery,
  historyResponse,
  joinRequest,
  journeyId,
  type BoardResponse,
  type CityPageResponse,
  type ForecastResponse,
  type HistoryResponse,
} from '@citypath/contracts';
import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { idempotencyKeyOf } from '../commands/idempotency-key';
import { Answers, AnswersCommand } from '../messages/answers';
import { Allow, joinsCities, signedIn } from '../policies/policy';
import type { ApiRequest } from '../session/api-request';
import type { Reader } from '../session/reader';
import { AskedBy } from '../session/reader.decorator';
import { JourneysService } from './journeys.service';
import { Joining } from './joining';

/** Cities on their way: the board, a city's page, its history and what lies ahead; and how one joins. */
@ApiTags('journeys')
@Controller('api/v1/journeys')
export class JourneysController {
  constructor(
    private readonly journeys: JourneysService,
    private readonly joining: Joining,
  ) {}

  @Get()
  @Allow(signedIn)
  @Answers(boardResponse)
  board(@Query({ schema: boardQuery }) query: z.output<typeof boardQuery>): Promise<BoardResponse> {
    return this.journeys.board(query);
  }

  @Post()
  @Allow(joinsCities)
  @AnswersCommand()
  join(
    @AskedBy() reader: Reader,
    @Req() request: ApiRequest,
    @Body({ schema: joinRequest }) body: z.output<typeof joinRequest>,
  ) {
    return this.joining.join(reader, idempotencyKeyOf(request), body);
  }

  @Get(':id')
  @Allow(signedIn)
  @Answers(cityPageResponse)
  cityPage(@AskedBy() reader: Reader, @Param('id', { schema: journeyId }) id: string): Promise<CityPageResponse> {
    return this.journeys.cityPage(id, reader);
  }

  @Get(':id/history')
  @Allow(signedIn)
  @Answers(historyResponse)
  history(
    @Param('id', { schema: journeyId }) id: string,
    @Query({ schema: historyQuery }) query: z.output<typeof historyQuery>,
  ): Promise<HistoryResponse> {
    return this.journeys.history(id, query);
  }

  @Get(':id/forecast')
  @Allow(signedIn)
  @Answers(forecastResponse)
  forecast(
    @Param('id', { schema: journeyId }) id: string,
    @Query({ schema: forecastQuery }) { months }: z.output<typeof forecastQuery>,
  ): Promise<ForecastResponse> {
    return this.journeys.forecast(id, months);
  }
}
