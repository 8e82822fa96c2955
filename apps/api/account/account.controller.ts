import {
  organisationResponse,
  sessionsResponse,
  type OrganisationResponse,
  type SessionsResponse,
} from '@citypath/contracts';
import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AnswersNothing } from '../messages/answers';
import { Allow, signedIn } from '../policies/policy';
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
  @Allow(signedIn)
  @Answers(sessionsResponse)
  sessions(@AskedBy() reader: Reader): Promise<SessionsResponse> {
    return this.service.sessionsOf(reader.person, reader);
  }

  /** Signs me out everywhere but here. */
  @Delete('sessions')
  @HttpCode(204)
  @Allow(signedIn)
  @AnswersNothing()
  endOthers(@AskedBy() reader: Reader): Promise<void> {
    return this.service.endOthers(reader.person, reader);
  }

  /** Signs me out in one browser. */
  @Delete('sessions/:session')
  @HttpCode(204)
  @Allow(signedIn)
  @AnswersNothing()
  endOne(@AskedBy() reader: Reader, @Param('session') id: string): Promise<void> {
    return this.service.endOne(reader.person, id);
  }

  /** The account of my organisation, where this installation takes one. */
  @Get('organisation')
  @Allow(signedIn)
  @Answers(organisationResponse)
  organisation(@AskedBy() reader: Reader): Promise<OrganisationResponse> {
    return this.service.organisationOf(reader);
  }

  /** The account of my organisation signs me in no more. */
  @Delete('organisation')
  @HttpCode(204)
  @Allow(signedIn)
  @AnswersNothing()
  unlink(@AskedBy() reader: Reader): Promise<void> {
    return this.service.unlink(reader);
  }
}
