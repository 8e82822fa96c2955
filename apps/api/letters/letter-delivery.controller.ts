import {
  letterActRequest,
  letterActResponse,
  quarantineQuery,
  quarantineResponse,
  settleLetterRequest,
  type LetterActResponse,
  type QuarantineResponse,
} from '@citypath/contracts';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { idempotencyKeyOf } from '../commands/idempotency-key';
import { Answers } from '../messages/answers';
import { administrator, Allow, keepsLetters, oneself } from '../policies/policy';
import type { ApiRequest } from '../session/api-request';
import type { Reader } from '../session/reader';
import { AskedBy } from '../session/reader.decorator';
import { LetterDeliveryService } from './letter-delivery.service';

const letterId = z.uuid('key-malformed');
const KEY = { name: 'Idempotency-Key', required: true, description: 'The same key is the same act.' };

/** What becomes known of letters after they were posted. */
@ApiTags('letters')
@Controller('api/v1')
export class LetterDeliveryController {
  constructor(private readonly delivery: LetterDeliveryService) {}

  /** Of a letter whose outcome is unknown: it arrived, or it did not. It is not posted again. */
  @Post('letters/:id/settlement')
  @HttpCode(200)
  @ApiHeader(KEY)
  @Allow(keepsLetters, { en: 'Say whether an unknown letter arrived', zh: '登记结果不明的信函是否送达' })
  @Answers(letterActResponse)
  settle(
    @AskedBy() reader: Reader,
    @Req() request: ApiRequest,
    @Param('id', { schema: letterId }) id: string,
    @Body({ schema: settleLetterRequest }) { outcome }: z.output<typeof settleLetterRequest>,
  ): Promise<LetterActResponse> {
    idempotencyKeyOf(request);
    return this.delivery.settle(reader, id, outcome);
  }

  /** The page says that its reader came by the link of a letter: so it arrived. Nothing else changes. */
  @Post('letters/:id/seen')
  @HttpCode(200)
  @ApiHeader(KEY)
  @Allow(oneself, { en: 'Come by the link of a letter', zh: '通过信函链接打开页面' })
  @Answers(letterActResponse)
  seen(
    @AskedBy() reader: Reader,
    @Req() request: ApiRequest,
    @Param('id', { schema: letterId }) id: string,
    @Body({ schema: letterActRequest }) _: z.output<typeof letterActRequest>,
  ): Promise<LetterActResponse> {
    idempotencyKeyOf(request);
    return this.delivery.seen(reader, id);
  }

  /** Mails that came to the address for bounces and could not be believed; they changed nothing. */
  @Get('quarantine')
  @Allow(administrator, { en: 'List the mails in quarantine', zh: '查看隔离邮件' })
  @Answers(quarantineResponse)
  quarantine(@Query({ schema: quarantineQuery }) query: z.output<typeof quarantineQuery>): Promise<QuarantineResponse> {
    return this.delivery.quarantine(query);
  }
}
