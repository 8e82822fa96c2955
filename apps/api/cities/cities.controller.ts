import {
  addCityRequest,
  citiesQuery,
  citiesResponse,
  cityProposalQuery,
  cityProposalResponse,
  key as keySchema,
  putCityRequest,
  putCityResponse,
  type CitiesResponse,
  type CityProposalResponse,
  type PutCityResponse,
} from '@citypath/contracts';
import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Answers } from '../messages/answers';
import { Allow, keepsCities } from '../policies/policy';
import { CitiesService } from './cities.service';

@ApiTags('cities')
@Controller('api/v1/cities')
export class CitiesController {
  constructor(private readonly service: CitiesService) {}

  @Get()
  @Allow(keepsCities, { en: 'Look up cities', zh: '查找城市' })
  @Answers(citiesResponse)
  list(@Query({ schema: citiesQuery }) query: z.output<typeof citiesQuery>): Promise<CitiesResponse> {
    return this.service.list(query);
  }

  /** What is to be said of a city while it is typed: its key, its code, and whether it is here already. */
  @Get('proposal')
  @Allow(keepsCities, { en: 'Have a city’s data proposed', zh: '获取城市资料建议' })
  @Answers(cityProposalResponse)
  proposal(
    @Query({ schema: cityProposalQuery }) query: z.output<typeof cityProposalQuery>,
  ): Promise<CityProposalResponse> {
    return this.service.proposal(query);
  }

  /** Adds a city; the same one again is nothing new. */
  @Post()
  @Allow(keepsCities, { en: 'Add a city', zh: '添加城市' })
  @Answers(putCityResponse, 201)
  add(@Body({ schema: addCityRequest }) body: z.output<typeof addCityRequest>): Promise<PutCityResponse> {
    return this.service.add(body);
  }

  /** Adds a city or corrects what is known of it. Its running journeys keep their calendar until they adopt one. */
  @Put(':key')
  @Allow(keepsCities, { en: 'Correct a city', zh: '更正城市资料' })
  @Answers(putCityResponse)
  put(
    @Param('key', { schema: keySchema }) key: string,
    @Body({ schema: putCityRequest }) body: z.output<typeof putCityRequest>,
  ): Promise<PutCityResponse> {
    return this.service.put(key, body);
  }
}
