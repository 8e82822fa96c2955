import type { Day } from '@citypath/calendar';
import type { addClosureRequest, ClosuresResponse } from '@citypath/contracts';
import { CalendarMarks, Cities, People, type City } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Clock } from '../clock';
import { personShort } from '../people/person-short';
import { ProblemError } from '../problems/problem-error';
import type { Reader } from '../session/reader';
import { CalendarStack } from './calendar-stack';
import { markId } from './mark-id';

/** The days on which a city hall is closed though its country works. */
@Injectable()
export class CityClosures {
  constructor(
    private readonly stack: CalendarStack,
    private readonly marks: CalendarMarks,
    private readonly cities: Cities,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError city-unknown */
  async of(key: string): Promise<ClosuresResponse> {
    const city = await this.city(key);
    const [closures, { calendar }] = await Promise.all([this.marks.closures([key]), this.stack.newest(city)]);
    const people = await this.people.byIds([...new Set(closures.map(({ byPerson }) => byPerson))]);
    const names = new Map(people.map((person) => [person.id, personShort(person).name]));
    return {
      city: { key, nameEn: city.nameEn, nameZh: city.nameZh },
      calendar,
      closures: closures.map(({ id, fromOn, toOn, titleEn, titleZh, reason, byPerson, since }) => ({
        ...{ id, fromOn, toOn, reason, since },
        title: { en: titleEn, zh: titleZh },
        by: names.get(byPerson) ?? byPerson,
      })),
    };
  }

  /** The same request again is the same closure. @throws ProblemError city-unknown */
  async add(
    reader: Reader,
    key: string,
    onceKey: string,
    { fromOn, toOn, titleEn, titleZh, reason }: z.output<typeof addClosureRequest>,
  ): Promise<ClosuresResponse> {
    await this.city(key);
    const stamp = { id: markId(reader.person, key, onceKey), byPerson: reader.person, since: this.clock.now() };
    const days = { fromOn: fromOn as Day, toOn: toOn as Day };
    await this.marks.addClosure({ ...stamp, cityKey: key, ...days, titleEn, titleZh, reason });
    return this.changed(key);
  }

  /** @throws ProblemError city-unknown, closure-unknown */
  async takeBack(reader: Reader, key: string, id: string): Promise<ClosuresResponse> {
    await this.city(key);
    const there = await this.marks.takeBackClosure(key, id, { by: reader.person, now: this.clock.now() });
    if (!there) throw new ProblemError('closure-unknown');
    return this.changed(key);
  }

  private async changed(key: string): Promise<ClosuresResponse> {
    await this.stack.refresh([await this.city(key)]);
    return this.of(key);
  }

  private async city(key: string): Promise<City> {
    const city = await this.cities.byKey(key);
    if (!city) throw new ProblemError('city-unknown', { params: { city: key } });
    return city;
  }
}
