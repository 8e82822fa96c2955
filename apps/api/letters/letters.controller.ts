import {
  comingLettersQuery,
  comingLettersResponse,
  letterResponse,
  letterToComeResponse,
  lettersQuery,
  lettersResponse,
  type ComingLettersResponse,
  type LetterResponse,
  type LetterToComeResponse,
  type LettersResponse,
} from '@citypath/contracts';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Answers } from '../messages/answers';
import { Allow, lettersOneReads } from '../policies/policy';
import type { Reader } from '../session/reader';
import { AskedBy } from '../session/reader.decorator';
import { ComingLettersService } from './coming-letters.service';
import { LettersService } from './letters.service';

const letterId = z.uuid('key-malformed');

/** The ledger of letters, backwards and forwards. Whoever runs no programme sees the letters written to themselves. */
@ApiTags('letters')
@Controller('api/v1/letters')
export class LettersController {
  constructor(
    private readonly letters: LettersService,
    private readonly comingLetters: ComingLettersService,
  ) {}

  @Get()
  @Allow(lettersOneReads, { en: 'List the letters that were written', zh: '查看已发信函' })
  @Answers(lettersResponse)
  ledger(
    @AskedBy() reader: Reader,
    @Query({ schema: lettersQuery }) query: z.output<typeof lettersQuery>,
  ): Promise<LettersResponse> {
    return this.letters.ledger(reader, query);
  }

  @Get('coming')
  @Allow(lettersOneReads, { en: 'List the letters to come', zh: '查看待发信函' })
  @Answers(comingLettersResponse)
  coming(
    @AskedBy() reader: Reader,
    @Query({ schema: comingLettersQuery }) query: z.output<typeof comingLettersQuery>,
  ): Promise<ComingLettersResponse> {
    return this.comingLetters.coming(reader, query);
  }

  /** Its words, as they would stand if nobody acts. */
  @Get('coming/:key')
  @ApiParam({ name: 'key', description: 'As the list of coming letters gives it.' })
  @Allow(lettersOneReads, { en: 'Read a letter before it falls due', zh: '预览待发信函' })
  @Answers(letterToComeResponse)
  letterToCome(@AskedBy() reader: Reader, @Param('key') key: string): Promise<LetterToComeResponse> {
    return this.comingLetters.one(reader, key);
  }

  /** The exact text. */
  @Get(':id')
  @Allow(lettersOneReads, { en: 'Read a letter', zh: '查看信函全文' })
  @Answers(letterResponse)
  letter(@AskedBy() reader: Reader, @Param('id', { schema: letterId }) id: string): Promise<LetterResponse> {
    return this.letters.letter(reader, id);
  }
}
