import type { Day } from '@citypath/calendar';
import {
  appointOfficerRequest,
  appointRequest,
  handOverRequest,
  nameLiaisonRequest,
  vacateRequest,
} from '@citypath/contracts';
import { Body, Controller } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { CommandAnswer } from '../commands/command-answer';
import { CommandGateway } from '../commands/command-gateway';
import { Given } from '../commands/given.decorator';
import type { GivenAct } from '../commands/given-act';
import { ActRoute } from '../messages/answers';
import { KnownPeople } from '../people/known-people';
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
  @ActRoute('officer', 'appoint', {
    en: 'Appoint the officer that the programme asks for',
    zh: '任命项目要求的首席韧性官',
  })
  appointOfficer(
    @Given() given: GivenAct,
    @Body({ schema: appointOfficerRequest }) body: z.output<typeof appointOfficerRequest>,
  ) {
    return this.seat(given, body);
  }

  @ActRoute('seats/:seat/appointment', 'appoint')
  @ApiParam({ name: 'seat', example: 'cro' })
  appoint(@Given() given: GivenAct, @Body({ schema: appointRequest }) body: z.output<typeof appointRequest>) {
    return this.seat(given, body);
  }

  @ActRoute('seats/:seat/hand-over', 'hand-over')
  @ApiParam({ name: 'seat', example: 'cro' })
  async handOver(@Given() given: GivenAct, @Body({ schema: handOverRequest }) body: z.output<typeof handOverRequest>) {
    const { person, fromOn } = body;
    await this.people.require([{ pointer: '/person', person }]);
    return this.gateway.give(given, {
      body,
      texts: {},
      command: () => ({ kind: 'hand-over', seat: seatOf(given), person, fromOn: fromOn as Day | null }),
    });
  }

  @ActRoute('seats/:seat/vacancy', 'vacate')
  @ApiParam({ name: 'seat', example: 'cro' })
  vacate(@Given() given: GivenAct, @Body({ schema: vacateRequest }) body: z.output<typeof vacateRequest>) {
    return this.gateway.give(given, {
      body,
      texts: {},
      command: () => ({ kind: 'vacate', seat: seatOf(given), on: body.on as Day }),
    });
  }

  @ActRoute('seats/:seat/liaison', 'name-liaison')
  @ApiParam({ name: 'seat', example: 'cro' })
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
