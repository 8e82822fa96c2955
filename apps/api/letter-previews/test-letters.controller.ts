import { testLettersResponse, type TestLettersResponse } from '@citypath/contracts';
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers } from '../messages/answers';
import { Allow, oneself } from '../policies/policy';
import type { Reader } from '../session/reader';
import { AskedBy } from '../session/reader.decorator';
import { TestLettersService } from './test-letters.service';

/** What became of one's own test letters. */
@ApiTags('letters')
@Controller('api/v1/test-letters')
export class TestLettersController {
  constructor(private readonly letters: TestLettersService) {}

  @Get()
  @Allow(oneself, { en: 'See whether one’s test letters have gone', zh: '查看本人测试信函的发送情况' })
  @Answers(testLettersResponse)
  own(@AskedBy() reader: Reader): Promise<TestLettersResponse> {
    return this.letters.own(reader);
  }
}
