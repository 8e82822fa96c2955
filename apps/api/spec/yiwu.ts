import type { CalendarData, Instant } from '@citypath/calendar';
import type { PersonShort } from '@citypath/contracts';
import {
  emptyState,
  judge,
  NEWEST_RULES,
  type Command,
  type Fact,
  type JoinCommand,
  type JourneyState,
  type RuleContext,
} from '@citypath/journey';
import type { PersonStanding } from '@citypath/post';
import { resilientCitiesChina } from '@citypath/programmes';
import type { JourneyInList } from '@citypath/store';
import { chinaCalendar } from '../calendars/china';
import type { KnownJourney } from '../journeys/journey-reader';
import { Names, type Directory } from '../journeys/names';
import type { Reader } from '../session/reader';

/** Yiwu, taken over on 23 November 2026 at nine, as specs look at it: judged by the real rules. */
export const MONDAY = '2026-11-23T01:00:00.000Z' as Instant;

const calendar: CalendarData = chinaCalendar(2016, 2031);
export const context: RuleContext = { rules: NEWEST_RULES, definition: resilientCitiesChina, calendar };

export const joining: JoinCommand = {
  kind: 'join',
  city: 'yiwu',
  programme: '100rc-cn',
  definitionHash: 'd',
  calendarHash: 'c',
  joinedOn: null,
  takeover: true,
  seats: [
    { seat: 'cro', person: 'p-xiong', liaison: 'p-liaison', fromOn: null },
    { seat: 'mayors_office', person: null, liaison: 'p-office', fromOn: null },
  ],
  done: ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw'].map((step) => ({ step, happenedOn: null })),
};

export interface Told {
  state: JourneyState;
  facts: Fact[];
}

/** What the rules make of commands, one after the other; fails when they refuse one. */
export function told(...acts: [by: string | null, at: Instant, command: Command][]): Told {
  let state = emptyState('100rc-cn.yiwu');
  const facts: Fact[] = [];
  for (const [by, now, command] of [['p-administrator', MONDAY, joining] as const, ...acts]) {
    const stamp = { id: `c${facts.length}`, hash: 'h', by, onBehalfOf: null, now };
    const judged = judge(context, state, command, stamp);
    if (judged.kind === 'refused') throw new Error(`${command.kind} was refused: ${judged.refusal.code}`);
    state = judged.state;
    facts.push(...judged.facts);
  }
  return { state, facts };
}

export function journeyOf(state: JourneyState): KnownJourney {
  const row: JourneyInList = {
    id: '100rc-cn.yiwu',
    cityKey: 'yiwu',
    programmeKey: '100rc-cn',
    generation: 1,
    head: state.head,
    status: state.status,
    definitionHash: 'd',
    calendarHash: 'c',
    state,
    stale: false,
    runId: null,
    stateHash: null,
    nextMomentAt: null,
    updatedAt: MONDAY,
    demonstration: true,
    city: {
      key: 'yiwu',
      nameEn: 'Yiwu',
      nameZh: '义乌',
      level: 'county-level-city',
      gbCode: '330782',
      country: 'CN',
      calendarHash: 'c',
      topicEn: null,
      topicZh: null,
    },
  };
  return { row, state, context };
}

const standing = (id: string): [string, PersonStanding] => [
  id,
  { id, address: `${id}@yiwu.example`, erased: false, bounced: false, leave: null },
];

const person = (id: string, name: string, nameZh: string | null = null): [string, PersonShort] => [
  id,
  { id, name, nameZh, title: null, erased: false },
];

export const directory: Directory = {
  people: new Map([
    person('p-xiong', 'Xiong Tao', '熊涛'),
    person('p-liaison', 'Li Na', '李娜'),
    person('p-office', 'Zhou Min', '周敏'),
    person('p-manager', 'Chen Wei', '陈伟'),
    person('p-director', 'Lauren Sorkin'),
    person('p-administrator', 'Ada Min'),
  ]),
  programmeSeats: { manager: 'p-manager', director: 'p-director' },
  standing: new Map(['p-xiong', 'p-liaison', 'p-office', 'p-manager', 'p-director', 'p-administrator'].map(standing)),
};

export function namesOf(state: JourneyState): Names {
  return new Names(resilientCitiesChina, directory, state);
}

/** A reader without any seat of a programme. */
export function reader(id: string, more: Partial<Reader> = {}): Reader {
  return { person: id, language: 'en', administrator: false, seats: [], citySeats: [], tokenHash: 'h', ...more };
}

export const manager = reader('p-manager', { seats: [{ programme: '100rc-cn', seat: 'manager' }] });
export const director = reader('p-director', { seats: [{ programme: '100rc-cn', seat: 'director' }] });
