import {
  correctCellRequest,
  importMapping,
  importResponse,
  importRowsQuery,
  importRowsResponse,
  importsQuery,
  importsResponse,
  startImportRequest,
  uploadQuery,
  type ImportResponse,
  type ImportRowsResponse,
  type ImportsResponse,
} from '@citypath/contracts';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { idempotencyKeyOf } from '../commands/idempotency-key';
import { Answers, AnswersFile } from '../messages/answers';
import { Allow, importsCities } from '../policies/policy';
import type { ApiRequest } from '../session/api-request';
import type { Reader } from '../session/reader';
import { AskedBy } from '../session/reader.decorator';
import { readUpload } from './file/read-upload';
import { ImportFiles, WORKBOOK } from './import-files';
import { ImportsService } from './imports.service';

const ONE = { name: 'id', example: 'i-3f9c' };
const id = z.string().max(64);
const line = z.coerce.number().int().min(1).max(2_000_000);

/** Cities, people and where each stands, from a file: looked at first, then imported, and taken back. */
@ApiTags('imports')
@Controller('api/v1/imports')
export class ImportsController {
  constructor(
    private readonly service: ImportsService,
    private readonly files: ImportFiles,
  ) {}

  @Get()
  @Allow(importsCities, { en: 'List the imports of a programme', zh: '列出项目的导入记录' })
  @Answers(importsResponse)
  list(@Query({ schema: importsQuery }) query: z.output<typeof importsQuery>): Promise<ImportsResponse> {
    return this.service.ofProgramme(query.programme);
  }

  /** An empty workbook with every column, in both languages, and an example. */
  @Get('template')
  @Allow(importsCities, { en: 'Take the template of an import', zh: '下载导入模板' })
  @AnswersFile(WORKBOOK)
  async template(
    @Query({ schema: importsQuery }) query: z.output<typeof importsQuery>,
    @Res({ passthrough: true }) response: Response,
  ) {
    response.attachment('citypath-cities.xlsx');
    return this.files.template(query.programme);
  }

  /** The bytes of a workbook or of a table as text. Nothing is done with them but looking. */
  @Post()
  @Allow(importsCities, { en: 'Look at a file of cities', zh: '上传并检查城市文件' })
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'The same key is the same import.' })
  @Answers(importResponse, 201)
  async upload(
    @AskedBy() reader: Reader,
    @Req() request: ApiRequest,
    @Query({ schema: uploadQuery }) query: z.output<typeof uploadQuery>,
  ): Promise<ImportResponse> {
    const key = idempotencyKeyOf(request);
    return this.service.upload(reader, key, query, await readUpload(request));
  }

  @Get(':id')
  @Allow(importsCities, { en: 'Look at an import', zh: '查看导入' })
  @ApiParam(ONE)
  @Answers(importResponse)
  one(@Param('id', { schema: id }) importId: string): Promise<ImportResponse> {
    return this.service.byId(importId);
  }

  @Get(':id/rows')
  @Allow(importsCities, { en: 'Look at the rows of an import', zh: '查看导入的各行' })
  @ApiParam(ONE)
  @Answers(importRowsResponse)
  rows(
    @Param('id', { schema: id }) importId: string,
    @Query({ schema: importRowsQuery }) query: z.output<typeof importRowsQuery>,
  ): Promise<ImportRowsResponse> {
    return this.service.rows(importId, query);
  }

  /** The rows that are not imported as they are, with what is wrong: to be corrected and imported again. */
  @Get(':id/refused')
  @Allow(importsCities, { en: 'Take the rows that need correcting', zh: '下载需更正的行' })
  @ApiParam(ONE)
  @AnswersFile(WORKBOOK)
  async refused(
    @AskedBy() reader: Reader,
    @Param('id', { schema: id }) importId: string,
    @Res({ passthrough: true }) response: Response,
  ) {
    response.attachment('citypath-rows-to-correct.xlsx');
    return this.files.refusedRows(await this.service.file(importId), reader.language);
  }

  @Put(':id/mapping')
  @Allow(importsCities, { en: 'Say which column is what', zh: '指定各列含义' })
  @ApiParam(ONE)
  @Answers(importResponse)
  map(
    @Param('id', { schema: id }) importId: string,
    @Body({ schema: importMapping }) body: z.output<typeof importMapping>,
  ): Promise<ImportResponse> {
    return this.service.map(importId, body);
  }

  @Put(':id/rows/:line')
  @Allow(importsCities, { en: 'Correct a row of an import', zh: '更正导入的一行' })
  @ApiParam(ONE)
  @Answers(importResponse)
  correct(
    @Param('id', { schema: id }) importId: string,
    @Param('line', { schema: line }) lineNumber: number,
    @Body({ schema: correctCellRequest }) body: z.output<typeof correctCellRequest>,
  ): Promise<ImportResponse> {
    return this.service.correct(importId, lineNumber, body);
  }

  @Post(':id/start')
  @Allow(importsCities, { en: 'Import the rows', zh: '执行导入' })
  @HttpCode(200)
  @ApiParam(ONE)
  @Answers(importResponse)
  start(
    @AskedBy() reader: Reader,
    @Param('id', { schema: id }) importId: string,
    @Body({ schema: startImportRequest }) body: z.output<typeof startImportRequest>,
  ): Promise<ImportResponse> {
    return this.service.start(reader, importId, body.rows);
  }

  /** Takes back what nobody has used since; what stays is said row by row. */
  @Post(':id/undo')
  @Allow(importsCities, { en: 'Take an import back', zh: '撤销导入' })
  @HttpCode(200)
  @ApiParam(ONE)
  @Answers(importResponse)
  undo(@AskedBy() reader: Reader, @Param('id', { schema: id }) importId: string): Promise<ImportResponse> {
    return this.service.undo(reader, importId);
  }

  /** The letters of its journeys need not wait any longer. */
  @Post(':id/letters')
  @Allow(importsCities, { en: 'Let the letters of an import go', zh: '放行导入产生的信函' })
  @HttpCode(200)
  @ApiParam(ONE)
  @Answers(importResponse)
  sendNow(@AskedBy() reader: Reader, @Param('id', { schema: id }) importId: string): Promise<ImportResponse> {
    return this.service.sendNow(reader, importId);
  }
}
