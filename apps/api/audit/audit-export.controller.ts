import { auditExportQuery } from '@citypath/contracts';
import { beyondReader, HandActs, type TrailKey } from '@citypath/store';
import { Controller, Get, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { stringify } from 'csv-stringify/sync';
import type { Response } from 'express';
import writeWorkbook from 'write-excel-file/node';
import type { z } from 'zod';
import { Clock } from '../clock';
import { WORKBOOK } from '../imports/import-files';
import { AnswersFile } from '../messages/answers';
import { Allow, trailOneReads } from '../policies/policy';
import type { Reader } from '../session/reader';
import { AskedBy } from '../session/reader.decorator';
import { auditHeader, auditLine } from './audit-sheet';
import { AuditService } from './audit.service';

const LINES_A_PAGE = 200;
/** So many acts a file holds: read page by page, as lines of text, they are some megabytes. */
const MOST_LINES = 5_000;
const CSV = 'text/csv; charset=utf-8';

/** The trail's view as a file to take along. That it was taken along stands in the trail too. */
@ApiTags('audit')
@Controller('api/v1/audit-export')
export class AuditExportController {
  constructor(
    private readonly audit: AuditService,
    private readonly acts: HandActs,
    private readonly clock: Clock,
  ) {}

  /** What the choice leaves, the newest first, in the reader's language. */
  @Get()
  @Allow(trailOneReads, { en: 'Take the audit along as a file', zh: '导出操作记录' })
  @AnswersFile(WORKBOOK)
  async export(
    @AskedBy() reader: Reader,
    @Query({ schema: auditExportQuery }) { format, ...asked }: z.output<typeof auditExportQuery>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const lines: string[][] = [];
    let after: TrailKey | undefined;
    do {
      const page = await this.audit.read(reader, asked, LINES_A_PAGE, after);
      lines.push(...page.entries.map((entry) => auditLine(entry, reader.language)));
      after = page.next ?? undefined;
    } while (after && lines.length < MOST_LINES);
    if (after) lines.push(auditHeader(reader.language).map((_, column) => (column === 0 ? MORE[reader.language] : '')));
    const act = { at: this.clock.now(), byPerson: reader.person, kind: 'trail-exported' as const };
    const { programme } = asked;
    await beyondReader(() => this.acts.note({ ...act, ...(programme !== undefined && { programmeKey: programme }) }));
    const header = auditHeader(reader.language);
    response.attachment(`audit.${format}`);
    if (format === 'csv') {
      // With a mark, without which Excel takes Chinese for something else.
      const text = stringify([header, ...lines], { bom: true, record_delimiter: 'windows' });
      return new StreamableFile(Buffer.from(text), { type: CSV });
    }
    const bold = header.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
    const body = lines.map((line) => line.map((value) => (value === '' ? null : { value, type: String, wrap: true })));
    const workbook = writeWorkbook([bold, ...body], {
      columns: header.map((_, column) => ({ width: column < 8 ? 18 : 48 })),
      stickyRowsCount: 1,
    });
    return new StreamableFile(await workbook.toBuffer(), { type: WORKBOOK });
  }
}

const MORE = {
  en: `This file ends after ${MOST_LINES} acts. Choose fewer days, a city or a person for the others.`,
  zh: `本文件仅含最新的${MOST_LINES}项操作。请缩小日期、城市或人员范围后再次导出。`,
};
