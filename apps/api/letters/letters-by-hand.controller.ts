import { letterActRequest, letterActResponse, skipLetterRequest, type LetterActResponse } from '@citypath/contracts';
import { Body, Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiHeader, ApiParam, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { idempotencyKeyOf } from '../commands/idempotency-key';
import { Answers } from '../messages/answers';
import { Allow, keepsLetters } from '../policies/policy';
import type { ApiRequest } from '../session/api-request';
import type { Reader } from '../session/reader';
import { AskedBy } from '../session/reader.decorator';
import { LettersByHandService } from './letters-by-hand.service';

const letterId = z.uuid('key-malformed');
const KEY = { name: 'Idempotency-Key', required: true, description: 'The same key is the same act.' };
const COMING = { name: 'key', description: 'As the list of coming letters gives it.' };
type Skip = z.output<typeof skipLetterRequest>;

/** Acts upon single letters. Sent again they find done what they wanted, and answer the same. */
@ApiTags('letters')
@Controller('api/v1/letters')
export class LettersByHandController {
  constructor(private readonly acts: LettersByHandService) {}

  /** A due or held letter goes with the next round, at any hour and alone. */
  @Post(':id/send-now')
  @HttpCode(200)
  @ApiHeader(KEY)
  @Allow(keepsLetters, { en: 'Send a waiting letter at once', zh: '立即发送待发信函' })
  @Answers(letterActResponse)
  sendNow(
    @AskedBy() reader: Reader,
    @Req() request: ApiRequest,
    @Param('id', { schema: letterId }) id: string,
    @Body({ schema: letterActRequest }) _: z.output<typeof letterActRequest>,
  ): Promise<LetterActResponse> {
    idempotencyKeyOf(request);
    return this.acts.sendNow(reader, id);
  }

  /** A due or held letter does not go. */
  @Post(':id/skip')
  @HttpCode(200)
  @ApiHeader(KEY)
  @Allow(keepsLetters, { en: 'Skip a waiting letter', zh: '跳过待发信函' })
  @Answers(letterActResponse)
  skip(
    @AskedBy() reader: Reader,
    @Req() request: ApiRequest,
    @Param('id', { schema: letterId }) id: string,
    @Body({ schema: skipLetterRequest }) { reason }: Skip,
  ): Promise<LetterActResponse> {
    idempotencyKeyOf(request);
    return this.acts.skip(reader, id, reason);
  }

  /** Takes a skip back, also one of a letter that has not fallen due yet. */
  @Post(':id/unskip')
  @HttpCode(200)
  @ApiHeader(KEY)
  @Allow(keepsLetters, { en: 'Take the skipping of a letter back', zh: '撤销跳过信函' })
  @Answers(letterActResponse)
  unskip(
    @AskedBy() reader: Reader,
    @Req() request: ApiRequest,
    @Param('id', { schema: letterId }) id: string,
    @Body({ schema: letterActRequest }) _: z.output<typeof letterActRequest>,
  ): Promise<LetterActResponse> {
    idempotencyKeyOf(request);
    return this.acts.unskip(reader, id);
  }

  /** A letter that has not fallen due yet will not go. */
  @Post('coming/:key/skip')
  @HttpCode(200)
  @ApiHeader(KEY)
  @ApiParam(COMING)
  @Allow(keepsLetters, { en: 'Skip a letter before it falls due', zh: '提前跳过信函' })
  @Answers(letterActResponse)
  skipAhead(
    @AskedBy() reader: Reader,
    @Req() request: ApiRequest,
    @Param('key') key: string,
    @Body({ schema: skipLetterRequest }) { reason }: Skip,
  ): Promise<LetterActResponse> {
    idempotencyKeyOf(request);
    return this.acts.skipAhead(reader, key, reason);
  }
}
