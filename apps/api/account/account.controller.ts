import {
  organisationResponse,
  sessionsResponse,
  type OrganisationResponse,
  type SessionsResponse,
} from '@citypath/contracts';
import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AnswersNothing } from '../messages/answers';
import { Allow, oneself } from '../policies/policy';
import type { Reader } from '../session/reader';
import { AskedBy } from '../session/reader.decorator';
import { AccountService } from './account.service';

/** My own account. */
@ApiTags('session')
@Controller('api/v1/account')
export class AccountController {
  constructor(private readonly service: AccountService) {}

  /** Where I am signed in. */
  @Get('sessions')
  @Allow(oneself, { en: 'See where one is signed in', zh: '查看本人登录位置' })
  @Answers(sessionsResponse)
  sessions(@AskedBy() reader: Reader): Promise<SessionsResponse> {
    return this.service.sessionsOf(reader.person, reader);
  }

  /** Signs me out everywhere but here. */
  @Delete('sessions')
  @HttpCode(204)
  @Allow(oneself, { en: 'Sign out everywhere else', zh: '退出其他位置的登录' })
  @AnswersNothing()
  endOthers(@AskedBy() reader: Reader): Promise<void> {
    return this.service.endOthers(reader.person, reader);
  }

  /** Signs me out in one browser. */
  @Delete('sessions/:session')
  @HttpCode(204)
  @Allow(oneself, { en: 'End one of one’s sessions', zh: '结束本人的某个会话' })
  @AnswersNothing()
  endOne(@AskedBy() reader: Reader, @Param('session') id: string): Promise<void> {
    return this.service.endOne(reader.person, id);
  }

  /** The account of my organisation, where this installation takes one. */
  @Get('organisation')
  @Allow(oneself, { en: 'See one’s account at an organisation', zh: '查看本人的机构账户' })
  @Answers(organisationResponse)
  organisation(@AskedBy() reader: Reader): Promise<OrganisationResponse> {
    return this.service.organisationOf(reader);
  }

  /** The account of my organisation signs me in no more. */
  @Delete('organisation')
  @HttpCode(204)
  @Allow(oneself, { en: 'Undo the link to an organisation’s account', zh: '解除机构账户关联' })
  @AnswersNothing()
  unlink(@AskedBy() reader: Reader): Promise<void> {
    return this.service.unlink(reader);
  }
}
