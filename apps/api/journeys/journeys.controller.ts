import {
  boardQuery,
  boardResponse,
  cityPageResponse,
  forecastQuery,
  forecastResponse,
  historyQuery,
  historyResponse,
  joinPreviewResponse,
  joinRequest,
  type BoardResponse,
  type CityPageResponse,
  type ForecastResponse,
  type HistoryResponse,
  type JoinPreviewResponse,
} from '@citypath/contracts';
import { Body, Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { idempotencyKeyOf } from '../commands/idempotency-key';
import { Answers, AnswersCommand } from '../messages/answers';
import { Allow, joinsCities, seesJourney, citiesOneSees } from '../policies/policy';
import type { ApiRequest } from '../session/api-request';
import type { Reader } from '../session/reader';
import { AskedBy } from '../session/reader.decorator';
import type { KnownJourney } from './journey-reader';
import { JourneysService } from './journeys.service';
import { JoinPreview } from './join-preview';
import { Joining } from './joining';
import { Seen } from './seen.decorator';

/** Cities on their way: the board, a city's page, its history and what lies ahead; and how one joins. */
@ApiTags('journeys')
@Controller('api/v1/journeys')
export class JourneysController {
  constructor(
    private readonly journeys: JourneysService,
    private readonly joining: Joining,
    private readonly joinPreview: JoinPreview,
  ) {}

  @Get()
  @Allow(citiesOneSees, { en: 'Look at the board', zh: '查看总览' })
  @Answers(boardResponse)
  board(
    @AskedBy() reader: Reader,
    @Query({ schema: boardQuery }) query: z.output<typeof boardQuery>,
  ): Promise<BoardResponse> {
    return this.journeys.board(reader, query);
  }

  @Post()
  @Allow(joinsCities, { en: 'Take a city into a programme', zh: '将城市纳入项目' })
  @AnswersCommand()
  join(
    @AskedBy() reader: Reader,
    @Req() request: ApiRequest,
    @Body({ schema: joinRequest }) body: z.output<typeof joinRequest>,
  ) {
    return this.joining.join(reader, idempotencyKeyOf(request), body);
  }

  /** What would follow from a joining; nothing is changed. */
  @Post('preview')
  @HttpCode(200)
  @Allow(joinsCities, { en: 'Look at what a joining would cause', zh: '预览城市加入的影响' })
  @Answers(joinPreviewResponse)
  preview(@Body({ schema: joinRequest }) body: z.output<typeof joinRequest>): Promise<JoinPreviewResponse> {
    return this.joinPreview.of(body);
  }

  @Get(':id')
  @Allow(seesJourney, { en: 'Look at the page of a city', zh: '查看城市页面' })
  @ApiParam({ name: 'id', example: '100rc-cn.yiwu' })
  @Answers(cityPageResponse)
  cityPage(@AskedBy() reader: Reader, @Seen() journey: KnownJourney): Promise<CityPageResponse> {
    return this.journeys.cityPage(journey, reader);
  }

  @Get(':id/history')
  @Allow(seesJourney, { en: 'Read the history of a city', zh: '查看城市历程记录' })
  @ApiParam({ name: 'id', example: '100rc-cn.yiwu' })
  @Answers(historyResponse)
  history(
    @AskedBy() reader: Reader,
    @Seen() journey: KnownJourney,
    @Query({ schema: historyQuery }) query: z.output<typeof historyQuery>,
  ): Promise<HistoryResponse> {
    return this.journeys.history(journey, reader, query);
  }

  @Get(':id/forecast')
  @Allow(seesJourney, { en: 'Look at what lies ahead of a city', zh: '查看城市后续安排' })
  @ApiParam({ name: 'id', example: '100rc-cn.yiwu' })
  @Answers(forecastResponse)
  forecast(
    @Seen() journey: KnownJourney,
    @Query({ schema: forecastQuery }) { months }: z.output<typeof forecastQuery>,
  ): Promise<ForecastResponse> {
    return this.journeys.forecast(journey, months);
  }
}
