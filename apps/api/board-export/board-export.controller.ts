import { boardExportQuery } from '@citypath/contracts';
import { Controller, Get, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { stringify } from 'csv-stringify/sync';
import type { Response } from 'express';
import writeWorkbook from 'write-excel-file/node';
import type { z } from 'zod';
import { WORKBOOK } from '../imports/import-files';
import { JourneysService } from '../journeys/journeys.service';
import { AnswersFile } from '../messages/answers';
import { Allow, seesProgramme } from '../policies/policy';
import type { Reader } from '../session/reader';
import { AskedBy } from '../session/reader.decorator';
import { boardSheet } from './board-sheet';

const ROWS_A_PAGE = 200;
const CSV = 'text/csv; charset=utf-8';

/** The board's view as a file to take along. */
@ApiTags('journeys')
@Controller('api/v1/board-export')
export class BoardExportController {
  constructor(private readonly journeys: JourneysService) {}

  /** The cities that the filter leaves, all pages of them, in the reader's language. */
  @Get()
  @Allow(seesProgramme, { en: 'Take the board along as a file', zh: '导出总览' })
  @AnswersFile(WORKBOOK)
  async export(
    @AskedBy() reader: Reader,
    @Query({ schema: boardExportQuery }) { format, ...query }: z.output<typeof boardExportQuery>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const first = await this.journeys.board(reader, { ...query, limit: ROWS_A_PAGE });
    const rows = [...first.rows];
    for (let after = first.next; after !== null;) {
      const page = await this.journeys.board(reader, { ...query, limit: ROWS_A_PAGE, after });
      rows.push(...page.rows);
      after = page.next;
    }
    const sheet = boardSheet(first.programme, rows, reader.language);
    response.attachment(`${query.programme}-${query.filter}.${format}`);
    if (format === 'csv') {
      // With a mark, without which Excel takes Chinese for something else.
      const text = stringify([sheet.header, ...sheet.rows], { bom: true, record_delimiter: 'windows' });
      return new StreamableFile(Buffer.from(text), { type: CSV });
    }
    const header = sheet.header.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
    const body = sheet.rows.map((line) => line.map((value) => (value === '' ? null : { value, type: String })));
    const workbook = writeWorkbook([header, ...body], {
      columns: sheet.header.map((_, column) => ({ width: column < 2 ? 20 : 28 })),
      stickyRowsCount: 1,
    });
    return new StreamableFile(await workbook.toBuffer(), { type: WORKBOOK });
  }
}
