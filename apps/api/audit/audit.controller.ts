import { auditQuery, auditResponse, type AuditResponse } from '@citypath/contracts';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Answers } from '../messages/answers';
import { Allow, trailOneReads } from '../policies/policy';
import type { Reader } from '../session/reader';
import { AskedBy } from '../session/reader.decorator';
import { AuditService } from './audit.service';

/** The trail of everything that people did. */
@ApiTags('audit')
@Controller('api/v1/audit')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  @Allow(trailOneReads, { en: 'See who did what, and why', zh: '查看操作记录' })
  @Answers(auditResponse)
  page(
    @AskedBy() reader: Reader,
    @Query({ schema: auditQuery }) query: z.output<typeof auditQuery>,
  ): Promise<AuditResponse> {
    return this.audit.page(reader, query);
  }
}
