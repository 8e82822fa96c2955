import { stepRef } from '@citypath/contracts';
import { Controller, Get, Inject, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Clock } from '../clock';
import { AnswersFile } from '../messages/answers';
import { Allow, seesJourney } from '../policies/policy';
import type { Reader } from '../session/reader';
import { AskedBy } from '../session/reader.decorator';
import { PUBLIC_URL } from '../tokens';
import { deadlineEntry } from './deadline-entry';
import type { KnownJourney } from './journey-reader';
import { Seen } from './seen.decorator';

const ICALENDAR = 'text/calendar';

/** The days of steps, for people's own calendars. */
@ApiTags('journeys')
@Controller('api/v1/journeys/:id/steps/:ref/deadline.ics')
export class DeadlinesController {
  constructor(
    private readonly clock: Clock,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  @Get()
  @Allow(seesJourney, { en: 'Put the day of a step into a calendar', zh: '将步骤期限加入日历' })
  @ApiParam({ name: 'id', example: '100rc-cn.yiwu' })
  @ApiParam({ name: 'ref', example: 'asw_report' })
  @AnswersFile(ICALENDAR)
  read(
    @AskedBy() reader: Reader,
    @Seen() journey: KnownJourney,
    @Param('ref', { schema: stepRef }) ref: string,
    @Res({ passthrough: true }) response: Response,
  ): StreamableFile {
    const { language } = reader;
    const entry = deadlineEntry(journey, ref, { language, now: this.clock.now(), publicUrl: this.publicUrl });
    response.attachment(`${ref.replaceAll('@', '-')}.ics`);
    return new StreamableFile(Buffer.from(entry), { type: `${ICALENDAR}; charset=utf-8` });
  }
}
