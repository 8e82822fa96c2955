import { createPersonRequest, createPersonResponse, type CreatePersonResponse } from '@citypath/contracts';
import { Body, Controller, Post, Req } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { idempotencyKeyOf } from '../commands/idempotency-key';
import { Answers } from '../messages/answers';
import { administrator, Allow } from '../policies/policy';
import type { ApiRequest } from '../session/api-request';
import type { Reader } from '../session/reader';
import { AskedBy } from '../session/reader.decorator';
import { PeopleService } from './people.service';

@ApiTags('people')
@Controller('api/v1/people')
export class PeopleController {
  constructor(private readonly service: PeopleService) {}

  @Post()
  @Allow(administrator)
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'The same key is the same person.' })
  @Answers(createPersonResponse, 201)
  create(
    @AskedBy() reader: Reader,
    @Req() request: ApiRequest,
    @Body({ schema: createPersonRequest }) body: z.output<typeof createPersonRequest>,
  ): Promise<CreatePersonResponse> {
    return this.service.create(reader, idempotencyKeyOf(request), body);
  }
}
