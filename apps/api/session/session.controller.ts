import {
  changeLanguageRequest,
  sessionResponse,
  signInPeopleResponse,
  signInRequest,
  type SessionResponse,
  type SignInPeopleResponse,
} from '@citypath/contracts';
import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { z } from 'zod';
import { Answers, AnswersNothing } from '../messages/answers';
import { Allow, anyone, oneself } from '../policies/policy';
import { readerLanguage } from '../problems/reader-language';
import type { ApiRequest } from './api-request';
import type { Reader } from './reader';
import { AskedBy } from './reader.decorator';
import { SessionDoor } from './session-door';
import { SessionService } from './session.service';

@ApiTags('session')
@Controller('api/v1/session')
export class SessionController {
  constructor(
    private readonly service: SessionService,
    private readonly door: SessionDoor,
  ) {}

  /** Who am I; also without a session. */
  @Get()
  @Allow(anyone, { en: 'Ask who is signed in', zh: '查询当前登录人员' })
  @Answers(sessionResponse)
  show(@Req() request: ApiRequest): Promise<SessionResponse> {
    const { reader = null } = request;
    return this.service.describe(reader, readerLanguage(reader?.language, request.headers['accept-language']));
  }

  /** Whom one may sign in as, in local mode only. */
  @Get('people')
  @Allow(anyone, { en: 'See whom one may sign in as, on this machine only', zh: '查看可选登录身份（仅限本机模式）' })
  @Answers(signInPeopleResponse)
  people(): Promise<SignInPeopleResponse> {
    return this.service.peopleToBe();
  }

  /** Signs in as somebody, in local mode only. */
  @Post()
  @Allow(anyone, { en: 'Sign in as anybody, on this machine only', zh: '以任意身份登录（仅限本机模式）' })
  @Answers(sessionResponse, 201)
  async signIn(
    @Body({ schema: signInRequest }) body: z.output<typeof signInRequest>,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionResponse> {
    this.service.requireLocalMode();
    const reader = await this.door.open(body.person, 'local', request, response);
    return this.service.describe(reader, reader.language);
  }

  @Delete()
  @HttpCode(204)
  @Allow(oneself, { en: 'Sign out', zh: '退出登录' })
  @AnswersNothing()
  async signOut(@AskedBy() reader: Reader, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.door.close(reader, response);
  }

  /** The language of my pages and letters. */
  @Patch()
  @Allow(oneself, { en: 'Choose one’s language', zh: '选择语言' })
  @Answers(sessionResponse)
  changeLanguage(
    @AskedBy() reader: Reader,
    @Body({ schema: changeLanguageRequest }) body: z.output<typeof changeLanguageRequest>,
  ): Promise<SessionResponse> {
    return this.service.changeLanguage(reader, body.language);
  }
}
