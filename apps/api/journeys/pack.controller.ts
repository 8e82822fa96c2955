import { key, packResponse, type PackResponse } from '@citypath/contracts';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Answers } from '../messages/answers';
import { Allow, seesPack } from '../policies/policy';
import type { Reader } from '../session/reader';
import { AskedBy } from '../session/reader.decorator';
import type { KnownJourney } from './journey-reader';
import { PackService } from './pack.service';
import { Seen } from './seen.decorator';

/** What whoever is new in a seat of a city has to know. */
@ApiTags('journeys')
@Controller('api/v1/journeys/:id/seats/:seat/pack')
export class PackController {
  constructor(private readonly packs: PackService) {}

  @Get()
  @Allow(seesPack, { en: 'Read the handover pack of a seat', zh: '查看职务交接材料' })
  @ApiParam({ name: 'id', example: '100rc-cn.yiwu' })
  @ApiParam({ name: 'seat', example: 'cro' })
  @Answers(packResponse)
  show(
    @AskedBy() reader: Reader,
    @Seen() journey: KnownJourney,
    @Param('seat', { schema: key }) seat: string,
  ): Promise<PackResponse> {
    return this.packs.of(journey, seat, reader);
  }
}
