import { liveResponse, readyResponse, type LiveResponse, type ReadyResponse } from '@citypath/contracts';
import { Controller, Get, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Answers } from '../messages/answers';
import { Allow, anyone } from '../policies/policy';
import { Parts } from './parts';

/** For whatever watches the process: whether it lives, and whether everything that it needs is there. */
@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly parts: Parts) {}

  @Get('live')
  @Allow(anyone, { en: 'Ask whether the api is up', zh: '查询接口是否运行' })
  @Answers(liveResponse)
  live(): LiveResponse {
    return { status: 'up' };
  }

  /** Names each part; 503 when one is down. */
  @Get('ready')
  @Allow(anyone, { en: 'Ask whether all parts are up', zh: '查询各部分是否运行' })
  @Answers(readyResponse)
  @ApiResponse({ status: 503, standardSchema: readyResponse, description: 'A part is down: see which.' })
  async ready(@Res({ passthrough: true }) response: Response): Promise<ReadyResponse> {
    const parts = await this.parts.look();
    const isUp = parts.every(({ up }) => up);
    response.status(isUp ? 200 : 503).setHeader('Cache-Control', 'no-store');
    return { status: isUp ? 'up' : 'down', parts };
  }
}
