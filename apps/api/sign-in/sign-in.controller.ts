import {
  askSignInRequest,
  askSignInResponse,
  signedInResponse,
  signInLinkResponse,
  useSignInCodeRequest,
  useSignInLinkRequest,
  type AskSignInResponse,
  type SignedInResponse,
  type SignInLinkResponse,
  type SignInWay,
} from '@citypath/contracts';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { z } from 'zod';
import { Answers } from '../messages/answers';
import { Allow, anyone } from '../policies/policy';
import type { ApiRequest } from '../session/api-request';
import { SessionDoor } from '../session/session-door';
import { SessionService } from '../session/session.service';
import { LOCAL_MODE } from '../tokens';
import { bindingCookie, bindingIn, bindingOf } from './binding-cookie';
import { NetworkLimits } from './network-limits';
import { SignInService, type LetIn } from './sign-in.service';

/** The door for everybody: an address, a letter, a click. */
@ApiTags('session')
@Controller('api/v1/sign-in')
export class SignInController {
  constructor(
    private readonly service: SignInService,
    private readonly limits: NetworkLimits,
    private readonly door: SessionDoor,
    private readonly sessions: SessionService,
    @Inject(LOCAL_MODE) private readonly localMode: boolean,
  ) {}

  /** Asks for a letter with a link and a code. Answered the same, in the same time, whether the address is known. */
  @Post()
  @HttpCode(202)
  @Allow(anyone, { en: 'Ask for a letter to sign in with', zh: '申请登录信函' })
  @Answers(askSignInResponse, 202)
  async ask(
    @Body({ schema: askSignInRequest }) body: z.output<typeof askSignInRequest>,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AskSignInResponse> {
    await this.limits.asks(request.ip);
    const binding = bindingOf(request);
    const { name, options } = bindingCookie(this.localMode);
    response.cookie(name, binding, options);
    return this.service.ask(body.address, body.to, binding);
  }

  /** How it stands with a link. Changes nothing: scanners of mail look too. */
  @Get('link/:token')
  @Allow(anyone, { en: 'Look at where a sign-in stands', zh: '查看登录进度' })
  @Answers(signInLinkResponse)
  look(@Param('token') token: string, @Req() request: ApiRequest): Promise<SignInLinkResponse> {
    return this.service.look(token, bindingIn(request));
  }

  /** Signs in by the link of a letter, in the browser that asked for it. */
  @Post('link')
  @HttpCode(200)
  @Allow(anyone, { en: 'Sign in with the link of a letter', zh: '以信函链接登录' })
  @Answers(signedInResponse)
  async useLink(
    @Body({ schema: useSignInLinkRequest }) body: z.output<typeof useSignInLinkRequest>,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignedInResponse> {
    await this.limits.tries(request.ip);
    return this.signIn(await this.service.useLink(body.token, bindingIn(request)), 'link', request, response);
  }

  /** Signs in by the code of a letter that is read elsewhere, in the browser that asked for it. */
  @Post('code')
  @HttpCode(200)
  @Allow(anyone, { en: 'Sign in with the code of a letter', zh: '以信函验证码登录' })
  @Answers(signedInResponse)
  async useCode(
    @Body({ schema: useSignInCodeRequest }) body: z.output<typeof useSignInCodeRequest>,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignedInResponse> {
    await this.limits.tries(request.ip);
    return this.signIn(await this.service.useCode(body.code, bindingIn(request)), 'code', request, response);
  }

  private async signIn(
    { person, to }: LetIn,
    way: SignInWay,
    request: ApiRequest,
    response: Response,
  ): Promise<SignedInResponse> {
    const reader = await this.door.open(person, way, request, response);
    return { session: await this.sessions.describe(reader, reader.language), to };
  }
}
