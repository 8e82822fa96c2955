import {
  adoptCalendarRequest,
  adoptDefinitionRequest,
  finishRequest,
  holdRequest,
  resetCadenceRequest,
  resumeRequest,
  setCadenceRequest,
  withdrawRequest,
} from '@citypath/contracts';
import { Body, Controller } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CalendarStack } from '../calendars/calendar-stack';
import { CommandGateway } from '../commands/command-gateway';
import { Given } from '../commands/given.decorator';
import type { GivenAct } from '../commands/given-act';
import { ActRoute } from '../messages/answers';
import { cadenceSet } from './cadence-set';
import { DefinitionAdoptions } from './definition-adoptions';
import { Editions } from './editions';
import { plainActs } from './plain-acts';

/** Acts upon a journey as a whole: one route an act. */
@ApiTags('journeys')
@ApiParam({ name: 'id', example: '100rc-cn.yiwu' })
@Controller('api/v1/journeys/:id')
export class JourneyActsController {
  constructor(
    private readonly gateway: CommandGateway,
    private readonly editions: Editions,
    private readonly calendars: CalendarStack,
    private readonly adoptions: DefinitionAdoptions,
  ) {}

  @ActRoute('hold', 'hold')
  hold(@Given() given: GivenAct, @Body({ schema: holdRequest }) body: z.output<typeof holdRequest>) {
    return this.gateway.give(given, plainActs.hold(given, body));
  }

  @ActRoute('resume', 'resume')
  resume(@Given() given: GivenAct, @Body({ schema: resumeRequest }) body: z.output<typeof resumeRequest>) {
    return this.gateway.give(given, plainActs.resume(given, body));
  }

  @ActRoute('withdrawal', 'withdraw')
  withdraw(@Given() given: GivenAct, @Body({ schema: withdrawRequest }) body: z.output<typeof withdrawRequest>) {
    return this.gateway.give(given, plainActs.withdraw(given, body));
  }

  @ActRoute('finish', 'finish')
  finish(@Given() given: GivenAct, @Body({ schema: finishRequest }) body: z.output<typeof finishRequest>) {
    return this.gateway.give(given, plainActs.finish(given, body));
  }

  /** The days of reminders for all steps that have none of their own. */
  @ActRoute('cadence', 'set-cadence')
  setCadence(@Given() given: GivenAct, @Body({ schema: setCadenceRequest }) body: z.output<typeof setCadenceRequest>) {
    return this.gateway.give(given, cadenceSet(null, body));
  }

  @ActRoute('programme-cadence', 'reset-cadence')
  resetCadence(
    @Given() given: GivenAct,
    @Body({ schema: resetCadenceRequest }) body: z.output<typeof resetCadenceRequest>,
  ) {
    return this.gateway.give(given, cadenceSet(null, body));
  }

  /** The newest calendar of the city. */
  @ActRoute('calendar', 'adopt-calendar')
  async adoptCalendar(
    @Given() given: GivenAct,
    @Body({ schema: adoptCalendarRequest }) body: z.output<typeof adoptCalendarRequest>,
  ) {
    const { hash, calendar } = await this.calendars.adoptable(given.journey.row.city);
    return this.gateway.give(given, {
      body,
      texts: { reason: body.reason },
      command: (ref) => ({ kind: 'adopt-calendar', hash, calendar, reason: ref('reason') }),
    });
  }

  /** The newest definition of the programme; `steps` says what becomes of those that it lacks. */
  @ActRoute('definition', 'adopt-definition')
  async adoptDefinition(
    @Given() given: GivenAct,
    @Body({ schema: adoptDefinitionRequest }) body: z.output<typeof adoptDefinitionRequest>,
  ) {
    const { hash, definition } = this.editions.newest(given.journey.row.programmeKey);
    const { reason, steps } = body;
    const moves = steps === undefined ? {} : { steps, holding: await this.adoptions.holdingOf(given.journey) };
    return this.gateway.give(given, {
      body,
      texts: { reason },
      ...(steps === undefined ? {} : { onlyAsRead: true }),
      command: (ref) => ({ kind: 'adopt-definition', hash, definition, reason: ref('reason'), ...moves }),
    });
  }
}
