import type { CalendarData } from '@citypath/calendar';
import type { ProgrammeDefinition } from '@citypath/journey';
import { programmes } from '@citypath/programmes';
import { Calendars, contentHash, Definitions, type City } from '@citypath/store';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { chinaCalendar } from '../calendars/china';
import { weekdaysCalendar } from '../calendars/weekdays';
import { Clock } from '../clock';
import { ProblemError } from '../problems/problem-error';

export interface DefinitionEdition {
  hash: string;
  definition: ProgrammeDefinition;
}

export interface CalendarEdition {
  hash: string;
  calendar: CalendarData;
}

/** The calendar that a city wants to count by. */
export type CalendarWish = { calendar: 'cn' } | { calendar: 'weekdays'; timeZone: string };

/** Before any city of the seed set out. */
const FIRST_YEAR = 2016;
/** Journeys plan a few years ahead; years without a notice yet are provisional. */
const YEARS_AHEAD = 5;

/** The newest editions of programmes and calendars: what new journeys begin with, and running ones may adopt. */
@Injectable()
export class Editions implements OnApplicationBootstrap {
  private readonly definitions = new Map(
    programmes.map((definition) => [definition.key, { hash: contentHash(definition), definition }]),
  );
  private readonly calendars = new Map<string, CalendarData>();

  constructor(
    private readonly definitionStore: Definitions,
    private readonly calendarStore: Calendars,
    private readonly clock: Clock,
  ) {}

  /** Journeys name definitions by hash, so each must be in the records before the first of them begins. */
  async onApplicationBootstrap(): Promise<void> {
    for (const { definition } of this.definitions.values()) await this.definitionStore.put(definition);
  }

  all(): DefinitionEdition[] {
    return [...this.definitions.values()];
  }

  /** @throws ProblemError programme-unknown */
  newest(programme: string): DefinitionEdition {
    const edition = this.definitions.get(programme);
    if (!edition) throw new ProblemError('programme-unknown', { params: { programme } });
    return edition;
  }

  /** The calendar that a city counts by now; kept, since what has a hash never changes. */
  async calendarOfCity({ calendarHash }: Pick<City, 'calendarHash'>): Promise<CalendarEdition> {
    const calendar = this.calendars.get(calendarHash) ?? (await this.calendarStore.byHash(calendarHash));
    if (!calendar) throw new Error(`Not in the records: calendar ${calendarHash}`);
    this.calendars.set(calendarHash, calendar);
    return { hash: calendarHash, calendar };
  }

  /** The newest edition of a calendar, whether it is in the records or not. */
  newestCalendar(wish: CalendarWish): CalendarEdition {
    const lastYear = Number(this.clock.now().slice(0, 4)) + YEARS_AHEAD;
    const calendar =
      wish.calendar === 'cn'
        ? chinaCalendar(FIRST_YEAR, lastYear)
        : weekdaysCalendar(wish.timeZone, FIRST_YEAR, lastYear);
    return { hash: contentHash(calendar), calendar };
  }

  /** Puts the newest edition of a calendar into the records. @returns its hash */
  async putCalendar(wish: CalendarWish): Promise<string> {
    const { calendar } = this.newestCalendar(wish);
    const hash = await this.calendarStore.put(calendar);
    this.calendars.set(hash, calendar);
    return hash;
  }
}
