import { eraseRequest, personExport, type PersonExport } from '@citypath/contracts';
import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { z } from 'zod';
import { Answers, AnswersNothing } from '../messages/answers';
import type { SeatedPerson } from '../policies/may-manage-people';
import { Allow, person } from '../policies/policy';
import type { Reader } from '../session/reader';
import { AskedBy } from '../session/reader.decorator';
import { PersonDataService } from './person-data.service';
import { About } from './seated-people';

/** What is kept about a person: all of it in one file, and none of it any more. */
@ApiTags('people')
@ApiParam({ name: 'id', example: 'p-administrator' })
@Controller('api/v1/people/:id')
export class PersonDataController {
  constructor(private readonly service: PersonDataService) {}

  @Get('export')
  @Allow(person('export'), { en: 'Download everything kept about a person', zh: '下载所存的全部个人资料' })
  @Answers(personExport)
  export(
    @AskedBy() reader: Reader,
    @About() about: SeatedPerson,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PersonExport> {
    response.setHeader('Content-Disposition', `attachment; filename="${about.person.id}.json"`);
    return this.service.export(reader, about);
  }

  /** Takes name and addresses away for ever; histories stay whole. */
  @Post('erasure')
  @HttpCode(204)
  @Allow(person('erase'), { en: 'Erase a person', zh: '删除人员资料' })
  @AnswersNothing()
  erase(
    @AskedBy() reader: Reader,
    @About() about: SeatedPerson,
    @Body({ schema: eraseRequest }) body: z.output<typeof eraseRequest>,
  ): Promise<void> {
    return this.service.erase(reader, about, body);
  }
}
