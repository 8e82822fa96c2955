import type { Day } from '@citypath/calendar';
import {
  appointOfficerRequest,
  appointRequest,
  handOverRequest,
  nameLiaisonRequest,
  vacateRequest,
} from '@citypath/contracts';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { CommandAnswer } from '../commands/command-answer';
import { CommandGateway } from '../commands/command-gateway';
import { Given } from '../commands/given.decorator';
import type { GivenAct } from '../commands/given-act';
import { AnswersCommand } from '../messages/answers';
import { KnownPeople } from '../people/known-people';
import { Allow, may } from '../policies/policy';
import { seatOf } from './target-of';

/** Who sits where in a city: one route an act. */
@ApiTags('journeys')
@ApiParam({ name: 'id', example: '100rc-cn.yiwu' })
@Controller('api/v1/journeys/:id')
export class SeatActsController {
  constructor(
    private readonly gateway: CommandGateway,
    private readonly people: KnownPeople,
  ) {}

  /** The city appoints the officer that the programme asks for. */
  @Post('officer')
  @Allow(may('appoint'), { en: 'Appoint the officer that the programme asks for', zh: '任命项目要求的首席韧性官' })
  @AnswersCommand()
  appointOfficer(
    @Given() given: GivenAct,
    @Body({ schema: appointOfficerRequest }) body: z.output<typeof appointOfficerRequest>,
  ) {
    return this.seat(given, body);
  }

  @Post('seats/:seat/appointment')
  @ApiParam({ name: 'seat', example: 'cro' })
  @Allow(may('appoint'))
  @AnswersCommand()
  appoint(@Given() given: GivenAct, @Body({ schema: appointRequest }) body: z.output<typeof appointRequest>) {
    return this.seat(given, body);
  }

  @Post('seats/:seat/hand-over')
  @ApiParam({ name: 'seat', example: 'cro' })
  @Allow(may('hand-over'))
  @AnswersCommand()
  async handOver(@Given() given: GivenAct, @Body({ schema: handOverRequest }) body: z.output<typeof handOverRequest>) {
    const { person, fromOn } = body;
    await this.people.require([{ pointer: '/person', person }]);
    return this.gateway.give(given, {
      body,
      texts: {},
      command: () => ({ kind: 'hand-over', seat: seatOf(given), person, fromOn: fromOn as Day | null }),
    });
  }

  @Post('seats/:seat/vacancy')
  @ApiParam({ name: 'seat', example: 'cro' })
  @Allow(may('vacate'))
  @AnswersCommand()
  vacate(@Given() given: GivenAct, @Body({ schema: vacateRequest }) body: z.output<typeof vacateRequest>) {
    return this.gateway.give(given, {
      body,
      texts: {},
      command: () => ({ kind: 'vacate', seat: seatOf(given), on: body.on as Day }),
    });
  }

  @Post('seats/:seat/liaison')
  @ApiParam({ name: 'seat', example: 'cro' })
  @Allow(may('name-liaison'))
  @AnswersCommand()
  async nameLiaison(
    @Given() given: GivenAct,
    @Body({ schema: nameLiaisonRequest }) body: z.output<typeof nameLiaisonRequest>,
  ) {
    const { person } = body;
    await this.people.require([{ pointer: '/person', person }]);
    return this.gateway.give(given, {
      body,
      texts: {},
      command: () => ({ kind: 'name-liaison', seat: seatOf(given), person }),
    });
  }

  private async seat(given: GivenAct, body: z.output<typeof appointRequest>): Promise<CommandAnswer> {
    const { person, liaison, fromOn } = body;
    await this.people.require([
      { pointer: '/person', person },
      { pointer: '/liaison', person: liaison },
    ]);
    return this.gateway.give(given, {
      body,
      texts: {},
      command: () => ({
        kind: 'appoint',
        seat: seatOf(given),
        person,
        fromOn: fromOn as Day | null,
        ...(liaison !== undefined && { liaison }),
      }),
    });
  }
}
