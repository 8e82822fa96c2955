import {
  beginOrganisationRequest,
  beginOrganisationResponse,
  type BeginOrganisationResponse,
} from '@citypath/contracts';
import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { Answers } from '../messages/answers';
import { Allow, anyone, signedIn } from '../policies/policy';
import { knownError } from '../problems/known-error';
import type { ApiRequest } from '../session/api-request';
import type { Reader } from '../session/reader';
import { AskedBy } from '../session/reader.decorator';
import { NetworkLimits } from '../sign-in/network-limits';
import { LOCAL_MODE, PUBLIC_URL } from '../tokens';
import { visitCookie, visitIn, writtenVisit } from './flow-cookie';
import { Organisation } from './organisation';
import { OrganisationVisits } from './organisation-visits';

const CALLBACK = '/api/v1/organisation/callback';

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
  @Allow(anyone)
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
  @Allow(signedIn)
  @Answers(beginOrganisationResponse)
  link(@AskedBy() reader: Reader, @Res({ passthrough: true }) response: Response): Promise<BeginOrganisationResponse> {
    return this.begin({ to: null, linkTo: reader.person }, response);
  }

  /** Where the organisation sends the browser back to. Leads on to a page, whatever came of it. */
  @Get('callback')
  @Allow(anyone)
  @ApiResponse({ status: 302, description: 'To a page of ours; `problem` in its address names what went wrong.' })
  async finish(@Req() request: ApiRequest, @Res() response: Response): Promise<void> {
    const visit = visitIn(request);
    const { name, options } = visitCookie(this.localMode);
    response.clearCookie(name, { ...options, maxAge: undefined });
    try {
      await this.limits.tries(request.ip);
      response.redirect(302, await this.visits.finish(this.answered(request), visit, request, response));
    } catch (error) {
      const problem = knownError(error);
      if (!problem) throw error;
      const query = new URLSearchParams({ problem: problem.code });
      if (visit?.to) query.set('to', visit.to);
      response.redirect(302, `${visit?.linkTo ? '/account' : '/sign-in'}?${query.toString()}`);
    }
  }

  private async begin(
    wish: { to: string | null; linkTo: string | null },
    response: Response,
  ): Promise<BeginOrganisationResponse> {
    const { url, flow } = await this.organisation.begin(`${this.publicUrl}${CALLBACK}`);
    const { name, options } = visitCookie(this.localMode);
    response.cookie(name, writtenVisit({ ...flow, ...wish }), options);
    return { url };
  }

  /** As the organisation knows our address, whatever proxies made of it. */
  private answered(request: Request): URL {
    return new URL(`${this.publicUrl}${CALLBACK}${new URL(request.originalUrl, this.publicUrl).search}`);
  }
}
