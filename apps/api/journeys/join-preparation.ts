import type { Day } from '@citypath/calendar';
import type { joinRequest } from '@citypath/contracts';
import { NEWEST_RULES, type JoinCommand, type RuleContext } from '@citypath/journey';
import { Texts, type City } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { CalendarStack } from '../calendars/calendar-stack';
import { Clock } from '../clock';
import { KnownPeople } from '../people/known-people';
import type { Reader } from '../session/reader';
import { Editions } from './editions';

export type JoinBody = z.output<typeof joinRequest>;

/** Makes the command of a joining: with the newest editions, people who exist, and references instead of words. */
@Injectable()
export class JoinPreparation {
  constructor(
    private readonly people: KnownPeople,
    private readonly editions: Editions,
    private readonly calendars: CalendarStack,
    private readonly texts: Texts,
    private readonly clock: Clock,
  ) {}

  /**
   * The words of what was done before are kept first, the command has their references.
   * @throws ProblemError for a programme or a person that nobody knows
   */
  async prepare(
    body: JoinBody,
    city: City,
    actor: Pick<Reader, 'person'>,
    journeyId: string,
  ): Promise<{ context: RuleContext; command: JoinCommand }> {
    await this.people.require(
      body.seats.flatMap(({ person, liaison }, index) => [
        { pointer: `/seats/${index}/person`, person },
        { pointer: `/seats/${index}/liaison`, person: liaison },
      ]),
    );
    const prepared = await this.unwritten(body, city);
    const notes = body.done.flatMap(({ note }) => (note === undefined ? [] : [note]));
    const refs = await this.texts.put(journeyId, notes, actor.person, this.clock.now());
    const done = prepared.command.done.map((step, index) => {
      const reason = body.done[index]?.note === undefined ? undefined : refs.shift();
      return reason === undefined ? step : { ...step, reason };
    });
    return { ...prepared, command: { ...prepared.command, done } };
  }

  /** The same without the words, and nothing is kept: what the rules say to it is no different. */
  async unwritten(
    { joinedOn, takeover, demonstration, ...body }: JoinBody,
    city: Pick<City, 'calendarHash'>,
  ): Promise<{ context: RuleContext; command: JoinCommand }> {
    const { hash: definitionHash, definition } = this.editions.newest(body.programme);
    const { hash: calendarHash, calendar } = await this.calendars.given(city);
    const command: JoinCommand = {
      kind: 'join',
      city: body.city,
      programme: body.programme,
      definitionHash,
      calendarHash,
      joinedOn: joinedOn as Day | null,
      takeover,
      demonstration,
      seats: body.seats.map((seat) => ({ ...seat, fromOn: seat.fromOn as Day | null })),
      done: body.done.map(({ note: _, happenedOn, ...rest }) => ({ ...rest, happenedOn: happenedOn as Day | null })),
    };
    return { context: { rules: NEWEST_RULES, definition, calendar }, command };
  }
}
