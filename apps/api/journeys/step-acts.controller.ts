import {
  acceptRequest,
  askWaiverRequest,
  commentRequest,
  agreeDateRequest,
  completeRequest,
  reassignRequest,
  reopenRequest,
  returnRequest,
  scheduleEventRequest,
  skipRequest,
  submitRequest,
  waiveRequest,
} from '@citypath/contracts';
import { Body, Controller } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CommandGateway } from '../commands/command-gateway';
import { Given } from '../commands/given.decorator';
import type { GivenAct } from '../commands/given-act';
import { ActRoute } from '../messages/answers';
import { KnownPeople } from '../people/known-people';
import { PapersService } from '../papers/papers.service';
import { comment } from './comment';
import { JourneyReader } from './journey-reader';
import { plainActs } from './plain-acts';
import { stepOf } from './target-of';
import { peopleNamedIn, submission } from './submission';

/** What people do to a step of a journey: one route an act. */
@ApiTags('journeys')
@ApiParam({ name: 'id', example: '100rc-cn.yiwu' })
@ApiParam({ name: 'ref', example: 'asw_report' })
@Controller('api/v1/journeys/:id/steps/:ref')
export class StepActsController {
  constructor(
    private readonly gateway: CommandGateway,
    private readonly people: KnownPeople,
    private readonly papers: PapersService,
    private readonly journeys: JourneyReader,
  ) {}

  @ActRoute('submission', 'submit')
  async submit(@Given() given: GivenAct, @Body({ schema: submitRequest }) body: z.output<typeof submitRequest>) {
    const asked = submission(given, body);
    await this.people.require(peopleNamedIn(given, body));
    await this.papers.requireForStep(given.journey.row.id, stepOf(given), body.evidence);
    return this.gateway.give(given, asked);
  }

  @ActRoute('waiver-request', 'ask-waiver')
  askWaiver(@Given() given: GivenAct, @Body({ schema: askWaiverRequest }) body: z.output<typeof askWaiverRequest>) {
    const { reason, proof } = body;
    return this.gateway.give(given, {
      body,
      texts: { reason, proof },
      command: (ref) => ({
        kind: 'submit',
        step: stepOf(given),
        evidence: { text: null, keys: [] },
        waiver: { reason: ref('reason'), ...(proof !== undefined && { proof: ref('proof') }) },
      }),
    });
  }

  @ActRoute('comments', 'comment')
  async comment(@Given() given: GivenAct, @Body({ schema: commentRequest }) body: z.output<typeof commentRequest>) {
    const directory = (await this.journeys.directory([given.journey]))(given.journey.row.programmeKey);
    return this.gateway.give(given, comment(given, directory, body));
  }

  @ActRoute('acceptance', 'accept')
  accept(@Given() given: GivenAct, @Body({ schema: acceptRequest }) body: z.output<typeof acceptRequest>) {
    const { comment } = body;
    return this.gateway.give(given, {
      body,
      texts: { comment },
      command: (ref) => ({
        kind: 'accept',
        step: stepOf(given),
        ...(comment !== undefined && { comment: ref('comment') }),
      }),
    });
  }

  @ActRoute('return', 'return')
  return(@Given() given: GivenAct, @Body({ schema: returnRequest }) body: z.output<typeof returnRequest>) {
    const { comment, to } = body;
    return this.gateway.give(given, {
      body,
      texts: { comment },
      command: (ref) => ({
        kind: 'return',
        step: stepOf(given),
        comment: ref('comment'),
        ...(to !== undefined && { to }),
      }),
    });
  }

  @ActRoute('completion', 'complete')
  complete(@Given() given: GivenAct, @Body({ schema: completeRequest }) body: z.output<typeof completeRequest>) {
    return this.gateway.give(given, plainActs.complete(given, body));
  }

  @ActRoute('waiver', 'waive')
  waive(@Given() given: GivenAct, @Body({ schema: waiveRequest }) body: z.output<typeof waiveRequest>) {
    return this.gateway.give(given, plainActs.waive(given, body));
  }

  @ActRoute('skip', 'skip')
  skip(@Given() given: GivenAct, @Body({ schema: skipRequest }) body: z.output<typeof skipRequest>) {
    return this.gateway.give(given, plainActs.skip(given, body));
  }

  @ActRoute('reopening', 'reopen')
  reopen(@Given() given: GivenAct, @Body({ schema: reopenRequest }) body: z.output<typeof reopenRequest>) {
    return this.gateway.give(given, plainActs.reopen(given, body));
  }

  @ActRoute('reassignment', 'reassign')
  reassign(@Given() given: GivenAct, @Body({ schema: reassignRequest }) body: z.output<typeof reassignRequest>) {
    return this.gateway.give(given, plainActs.reassign(given, body));
  }

  @ActRoute('date', 'agree-date')
  agreeDate(@Given() given: GivenAct, @Body({ schema: agreeDateRequest }) body: z.output<typeof agreeDateRequest>) {
    return this.gateway.give(given, plainActs['agree-date'](given, body));
  }

  @ActRoute('event', 'schedule-event')
  scheduleEvent(
    @Given() given: GivenAct,
    @Body({ schema: scheduleEventRequest }) body: z.output<typeof scheduleEventRequest>,
  ) {
    return this.gateway.give(given, plainActs['schedule-event'](given, body));
  }
}
