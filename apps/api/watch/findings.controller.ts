import { findingsResponse, type FindingsResponse } from '@citypath/contracts';
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers } from '../messages/answers';
import { administrator, Allow } from '../policies/policy';
import { FindingsService } from './findings.service';

/** What the watch over all journeys has found. */
@ApiTags('health')
@Controller('api/v1/findings')
export class FindingsController {
  constructor(private readonly findings: FindingsService) {}

  @Get()
  @Allow(administrator, { en: 'See what the watch over all cities has found', zh: '查看巡检发现的问题' })
  @Answers(findingsResponse)
  list(): Promise<FindingsResponse> {
    return this.findings.list();
  }
}
