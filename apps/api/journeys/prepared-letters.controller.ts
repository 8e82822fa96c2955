import { preparedLetterResponse, stepRef, type PreparedLetterResponse } from '@citypath/contracts';
import { People } from '@citypath/store';
import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Clock } from '../clock';
import { Answers } from '../messages/answers';
import { Allow, runsJourney } from '../policies/policy';
import type { Reader } from '../session/reader';
import { AskedBy } from '../session/reader.decorator';
import { PUBLIC_URL } from '../tokens';
import { directoryOf, peopleOf, type KnownJourney } from './journey-reader';
import { Names } from './names';
import { preparedLetter } from './prepared-letter';
import { Seen } from './seen.decorator';

/** Letters to a city's leadership, which wait for a person to read them. */
@ApiTags('journeys')
@Controller('api/v1/journeys/:id/steps/:ref/prepared-letter')
export class PreparedLettersController {
  constructor(
    private readonly people: People,
    private readonly clock: Clock,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  /** As it would read if it went now. */
  @Get()
  @Allow(runsJourney, { en: 'Read a letter before releasing it', zh: '查阅待放行的信件' })
  @ApiParam({ name: 'id', example: '100rc-cn.yiwu' })
  @Answers(preparedLetterResponse)
  async show(
    @AskedBy() reader: Reader,
    @Seen() journey: KnownJourney,
    @Param('ref', { schema: stepRef }) ref: string,
  ): Promise<PreparedLetterResponse> {
    const { programmeKey } = journey.row;
    const people = await this.people.concerned([...peopleOf(journey.state), reader.person], [programmeKey]);
    const directory = directoryOf(people)(programmeKey);
    const { programmeSeats } = directory;
    const names = new Names(journey.context.definition, directory, journey.state);
    const asked = { journey, ref, reader: reader.person, people, programmeSeats, names };
    return { letter: preparedLetter({ ...asked, now: this.clock.now(), publicUrl: this.publicUrl }) };
  }
}
