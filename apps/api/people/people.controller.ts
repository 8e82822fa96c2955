import {
  createPersonRequest,
  createPersonResponse,
  peopleQuery,
  peopleResponse,
  personResponse,
  putAdministratorRequest,
  putLeaveRequest,
  putLetterHoldRequest,
  putPersonRequest,
  putPostWindowRequest,
  type CreatePersonResponse,
  type PeopleResponse,
  type PersonResponse,
} from '@citypath/contracts';
import { Body, Controller, Get, HttpCode, Post, Put, Query, Req } from '@nestjs/common';
import { ApiHeader, ApiParam, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { idempotencyKeyOf } from '../commands/idempotency-key';
import { Answers } from '../messages/answers';
import type { SeatedPerson } from '../policies/may-manage-people';
import { Allow, people, person } from '../policies/policy';
import type { ApiRequest } from '../session/api-request';
import type { Reader } from '../session/reader';
import { AskedBy } from '../session/reader.decorator';
import { PeopleDirectory } from './people-directory';
import { PeopleService } from './people.service';
import { About } from './seated-people';

const ONE = { name: 'id', example: 'p-administrator' };

/** People and what is known of them. */
@ApiTags('people')
@Controller('api/v1/people')
export class PeopleController {
  constructor(
    private readonly service: PeopleService,
    private readonly directory: PeopleDirectory,
  ) {}

  @Get()
  @Allow(people('look-up'), { en: 'Look people up', zh: '查找人员' })
  @Answers(peopleResponse)
  list(@Query({ schema: peopleQuery }) query: z.output<typeof peopleQuery>): Promise<PeopleResponse> {
    return this.directory.find(query);
  }

  @Post()
  @Allow(people('add'), { en: 'Add a person', zh: '添加人员' })
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'The same key is the same person.' })
  @Answers(createPersonResponse, 201)
  create(
    @AskedBy() reader: Reader,
    @Req() request: ApiRequest,
    @Body({ schema: createPersonRequest }) body: z.output<typeof createPersonRequest>,
  ): Promise<CreatePersonResponse> {
    return this.service.create(reader, idempotencyKeyOf(request), body);
  }

  @Get(':id')
  @ApiParam(ONE)
  @Allow(person('see'), { en: 'Look at a person’s record', zh: '查看人员资料' })
  @Answers(personResponse)
  show(@AskedBy() reader: Reader, @About() about: SeatedPerson): Promise<PersonResponse> {
    return this.service.show(reader, about);
  }

  @Put(':id')
  @ApiParam(ONE)
  @Allow(person('correct'), { en: 'Correct a person’s record', zh: '更正人员资料' })
  @Answers(personResponse)
  correct(
    @AskedBy() reader: Reader,
    @About() about: SeatedPerson,
    @Body({ schema: putPersonRequest }) body: z.output<typeof putPersonRequest>,
  ): Promise<PersonResponse> {
    return this.service.correct(reader, about, body);
  }

  /** The address is right: letters to it came back for another reason, and go again. */
  @Post(':id/address-confirmation')
  @HttpCode(200)
  @ApiParam(ONE)
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'The same key is the same act.' })
  @Allow(person('correct'), { en: 'Confirm an address that letters came back from', zh: '确认曾退信的邮箱地址' })
  @Answers(personResponse)
  confirmAddress(
    @AskedBy() reader: Reader,
    @Req() request: ApiRequest,
    @About() about: SeatedPerson,
  ): Promise<PersonResponse> {
    idempotencyKeyOf(request);
    return this.service.confirmAddress(reader, about);
  }

  /** Days away, with somebody who gets the letters meanwhile. */
  @Put(':id/leave')
  @ApiParam(ONE)
  @Allow(person('set-leave'), { en: 'Set somebody’s leave', zh: '设置休假' })
  @Answers(personResponse)
  setLeave(
    @AskedBy() reader: Reader,
    @About() about: SeatedPerson,
    @Body({ schema: putLeaveRequest }) { leave }: z.output<typeof putLeaveRequest>,
  ): Promise<PersonResponse> {
    return this.service.setLeave(reader, about, leave);
  }

  /** The hours in which letters go to somebody; what is held outside of them is decided anew at once. */
  @Put(':id/post-window')
  @ApiParam(ONE)
  @Allow(person('set-post'), { en: 'Set the hours of somebody’s letters', zh: '设置收信时段' })
  @Answers(personResponse)
  setPostWindow(
    @AskedBy() reader: Reader,
    @About() about: SeatedPerson,
    @Body({ schema: putPostWindowRequest }) { window }: z.output<typeof putPostWindowRequest>,
  ): Promise<PersonResponse> {
    return this.service.setPostWindow(reader, about, window);
  }

  /** No letter goes to somebody until a day; those that fall due are held. */
  @Put(':id/letter-hold')
  @ApiParam(ONE)
  @Allow(person('set-post'), { en: 'Hold somebody’s letters until a day', zh: '暂缓某人的信函' })
  @Answers(personResponse)
  holdLetters(
    @AskedBy() reader: Reader,
    @About() about: SeatedPerson,
    @Body({ schema: putLetterHoldRequest }) { untilOn }: z.output<typeof putLetterHoldRequest>,
  ): Promise<PersonResponse> {
    return this.service.holdLetters(reader, about, untilOn);
  }

  /** From the next request on; nobody takes away the last one. */
  @Put(':id/administrator')
  @ApiParam(ONE)
  @Allow(person('change-administrator'), {
    en: 'Make somebody an administrator, or no longer',
    zh: '授予或撤销系统管理员',
  })
  @Answers(personResponse)
  setAdministrator(
    @AskedBy() reader: Reader,
    @About() about: SeatedPerson,
    @Body({ schema: putAdministratorRequest }) { administrator }: z.output<typeof putAdministratorRequest>,
  ): Promise<PersonResponse> {
    return this.service.setAdministrator(reader, about, administrator);
  }
}
