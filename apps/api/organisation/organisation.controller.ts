import {
  beginOrganisationRequest,
  beginOrganisationResponse,
  organisationAnswerRequest,
  organisationAnswerResponse,
  type BeginOrganisationResponse,
  type OrganisationAnswerResponse,
} from '@citypath/contracts';
import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { z } from 'zod';
import { Answers } from '../messages/answers';
import { Allow, anyone, oneself } from '../policies/policy';
import type { ApiRequest } from '../session/api-request';
import type { Reader } from '../session/reader';
import { AskedBy } from '../session/reader.decorator';
import { NetworkLimits } from '../sign-in/network-limits';
import { LOCAL_MODE, PUBLIC_URL } from '../tokens';
import { visitCookie, visitIn, writtenVisit } from './flow-cookie';
import { Organisation } from './organisation';
import { OrganisationVisits } from './organisation-visits';

/** The page of ours that the organisation sends the browser back to: what is registered there. */
const ANSWER_PAGE = '/sign-in/organisation';

/** The door for those whom an organisation vouches for. */
@ApiTags('session')
@Controller('api/v1/organisation')
export class OrganisationController {
  constructor(
    private readonly organisation: Organisation,
    private readonly visits: OrganisationVisits,
    private readonly limits: NetworkLimits,
    @Inject(LOCAL_MODE) private readonly localMode: boolean,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  /** Begins to sign in through the organisation: says where to go. */
  @Post('sign-in')
  @HttpCode(200)
  @Allow(anyone, { en: 'Begin to sign in with an organisation’s account', zh: '开始以机构账户登录' })
  @Answers(beginOrganisationResponse)
  async signIn(
    @Body({ schema: beginOrganisationRequest }) body: z.output<typeof beginOrganisationRequest>,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<BeginOrganisationResponse> {
    await this.limits.tries(request.ip);
    return this.begin({ to: body.to ?? null, linkTo: null }, response);
  }

  /** Begins to link an account of the organisation to the one who asks. */
  @Post('link')
  @HttpCode(200)
  @Allow(oneself, { en: 'Link one’s account at an organisation', zh: '关联机构账户' })
  @Answers(beginOrganisationResponse)
  link(@AskedBy() reader: Reader, @Res({ passthrough: true }) response: Response): Promise<BeginOrganisationResponse> {
    return this.begin({ to: null, linkTo: reader.person }, response);
  }

  /** What the organisation sent the browser back with; the page hands it over, since opening a page changes nothing. */
  @Post('answer')
  @HttpCode(200)
  @Allow(anyone, { en: 'Come back from an organisation', zh: '从机构登录返回' })
  @Answers(organisationAnswerResponse)
  async finish(
    @Body({ schema: organisationAnswerRequest }) body: z.output<typeof organisationAnswerRequest>,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OrganisationAnswerResponse> {
    await this.limits.tries(request.ip);
    const { name, options } = visitCookie(this.localMode);
    // Whatever comes of it, a visit is over with its answer.
    response.clearCookie(name, { ...options, maxAge: undefined });
    const answered = new URL(`${this.publicUrl}${ANSWER_PAGE}${body.query}`);
    return { to: await this.visits.finish(answered, visitIn(request), request, response) };
  }

  private async begin(
    wish: { to: string | null; linkTo: string | null },
    response: Response,
  ): Promise<BeginOrganisationResponse> {
    const { url, flow } = await this.organisation.begin(`${this.publicUrl}${ANSWER_PAGE}`);
    const { name, options } = visitCookie(this.localMode);
    response.cookie(name, writtenVisit({ ...flow, ...wish }), options);
    return { url };
  }
}
