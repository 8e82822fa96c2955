import { sessionsResponse, type SessionsResponse } from '@citypath/contracts';
import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AnswersNothing } from '../messages/answers';
import { administrator, Allow } from '../policies/policy';
import type { Reader } from '../session/reader';
import { AskedBy } from '../session/reader.decorator';
import { AccountService } from './account.service';

/** Where somebody is signed in, for administrators: a lost phone, a person who left. */
@ApiTags('people')
@Controller('api/v1/people/:person/sessions')
export class PersonSessionsController {
  constructor(private readonly service: AccountService) {}

  @Get()
  @Allow(administrator, { en: 'See where somebody is signed in', zh: '查看他人登录位置' })
  @Answers(sessionsResponse)
  sessions(@AskedBy() reader: Reader, @Param('person') person: string): Promise<SessionsResponse> {
    return this.service.sessionsOf(person, reader);
  }

  /** Signs the person out everywhere (an administrator's own browser stays). */
  @Delete()
  @HttpCode(204)
  @Allow(administrator, { en: 'Sign somebody out everywhere', zh: '结束他人的全部会话' })
  @AnswersNothing()
  endAll(@AskedBy() reader: Reader, @Param('person') person: string): Promise<void> {
    return this.service.endOthers(person, reader);
  }

  @Delete(':session')
  @HttpCode(204)
  @Allow(administrator, { en: 'End one of somebody’s sessions', zh: '结束他人的某个会话' })
  @AnswersNothing()
  endOne(@Param('person') person: string, @Param('session') id: string): Promise<void> {
    return this.service.endOne(person, id);
  }
}
