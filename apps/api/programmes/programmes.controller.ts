import {
  key,
  programmeOutlineResponse,
  programmeResponse,
  programmesResponse,
  putProgrammeSeatRequest,
  putProgrammeSeatResponse,
  type ProgrammeOutlineResponse,
  type ProgrammeResponse,
  type ProgrammesResponse,
  type PutProgrammeSeatResponse,
} from '@citypath/contracts';
import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Answers } from '../messages/answers';
import { administrator, Allow, seesProgramme, signedIn, whatOneSees } from '../policies/policy';
import type { Reader } from '../session/reader';
import { AskedBy } from '../session/reader.decorator';
import { ProgrammesService } from './programmes.service';

@ApiTags('programmes')
@Controller('api/v1/programmes')
export class ProgrammesController {
  constructor(private readonly service: ProgrammesService) {}

  @Get()
  @Allow(whatOneSees, { en: 'List the programmes', zh: '查看项目列表' })
  @Answers(programmesResponse)
  list(@AskedBy() reader: Reader): Promise<ProgrammesResponse> {
    return this.service.list(reader);
  }

  /** The steps and seats that may be told of a city that joins. */
  @Get(':key/outline')
  @Allow(signedIn, { en: 'Look at the steps and seats of a programme', zh: '查看项目的步骤与职务' })
  @Answers(programmeOutlineResponse)
  outline(@Param('key', { schema: key }) programme: string): ProgrammeOutlineResponse {
    return this.service.outline(programme);
  }

  @Get(':key')
  @ApiParam({ name: 'key', example: '100rc-cn' })
  @Allow(seesProgramme, { en: 'Look at a programme and its seats', zh: '查看项目及其职务' })
  @Answers(programmeResponse)
  show(@AskedBy() reader: Reader, @Param('key', { schema: key }) programme: string): Promise<ProgrammeResponse> {
    return this.service.show(reader, programme);
  }

  /** Who holds a seat of the whole programme, from the next request on; letters to it go to this person from now on. */
  @Put(':key/seats/:seat')
  @Allow(administrator, { en: 'Appoint somebody to a seat of a programme', zh: '任命项目职务' })
  @Answers(putProgrammeSeatResponse)
  putSeat(
    @AskedBy() reader: Reader,
    @Param('key', { schema: key }) programme: string,
    @Param('seat', { schema: key }) seat: string,
    @Body({ schema: putProgrammeSeatRequest }) body: z.output<typeof putProgrammeSeatRequest>,
  ): Promise<PutProgrammeSeatResponse> {
    return this.service.putSeat(reader, programme, seat, body.person);
  }
}
