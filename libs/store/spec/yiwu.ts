import { emptyState, fold } from '@citypath/journey';
import type { Fact, FactBody, LetterDue, ProgrammeDefinition } from '@citypath/journey';
import type { DataSource } from 'typeorm';
import { Calendars } from '../calendars';
import { Cities } from '../cities';
import { Definitions } from '../definitions';
import type { RecordRequest } from '../journal/record-request';
import type { CalendarData, Instant } from '../types';

export const MORNING: Instant = '2026-11-23T01:00:00.000Z';

const definition: ProgrammeDefinition = {
  grammar: 1,
  key: '100rc-cn',
  version: 1,
  title: { en: '100 Resilient Cities', zh: '全球100韧性城市' },
  seats: [],
  stages: [],
  steps: [],
  cadence: { before: { unit: 'working-days', days: [] }, afterWorkingDays: [] },
  escalation: { rungs: [] },
  acceptance: { workingDays: 5, remindOnWorkingDays: [], rungs: [], whileVacant: 'manager' },
  hold: { maxWorkingDays: 60 },
};

const calendar: CalendarData = {
  format: 1,
  key: 'cn',
  title: { en: 'China', zh: '中国' },
  zone: 'Asia/Shanghai',
  offsets: [{ from: '2020-01-01T00:00:00.000Z', minutes: 480 }],
  weekend: [6, 7],
  morning: '09:00',
  closures: [],
  makeUpDays: [],
  publishedYears: [2026],
};

/** Puts a city with its calendar and a programme, so that journeys can be recorded. */
export async function settle(
  dataSource: DataSource,
  key: string,
  nameEn: string,
): Promise<{ definitionHash: string; calendarHash: string }> {
  const calendarHash = await new Calendars(dataSource).put(calendar);
  const definitionHash = await new Definitions(dataSource).put(definition);
  await new Cities(dataSource).put({
    key,
    nameEn,
    nameZh: null,
    level: 'county-level-city',
    gbCode: null,
    country: 'CN',
    calendarHash,
    topicEn: null,
    topicZh: null,
  });
  return { definitionHash, calendarHash };
}

/** A fact of command `command-<seq>`, recorded on the morning of 23 November 2026. */
export function fact(seq: number, body: FactBody, stamp: Partial<Fact> = {}): Fact {
  return {
    ...body,
    seq,
    recordedAt: MORNING,
    by: 'p-xiong',
    onBehalfOf: null,
    commandId: `command-${seq}`,
    commandHash: `hash-${seq}`,
    ...stamp,
  } as Fact;
}

export function opened(seq: number, step = 'asw_report'): Fact {
  return fact(seq, {
    kind: 'step-opened',
    step,
    round: 1,
    dueOn: '2026-12-18',
    happenedOn: '2026-11-20',
    owner: { seat: 'cro', holder: 'p-xiong' },
    tell: true,
    takenOver: false,
  });
}

export function skipped(seq: number, step = 'asw_report'): Fact {
  return fact(seq, { kind: 'step-skipped', step, reason: 't-1', happenedOn: '2026-11-23' });
}

/** A reminder to Yiwu's CRO, due on that morning. */
export function reminder(seq: number, changes: Partial<LetterDue> = {}): LetterDue {
  return {
    kind: 'reminder',
    seq,
    step: 'asw_report',
    round: 1,
    threshold: '-3@2026-12-18',
    seat: 'cro',
    holder: 'p-xiong',
    dueAt: MORNING,
    ...changes,
  };
}

/** A city that joined the programme and writes records; each `record` follows the last one. */
export class Yiwu {
  private constructor(
    readonly journeyId: string,
    readonly joined: Fact,
  ) {}

  static async settled(dataSource: DataSource, key = 'yiwu', nameEn = 'Yiwu'): Promise<Yiwu> {
    const hashes = await settle(dataSource, key, nameEn);
    const programme = '100rc-cn';
    const joined = fact(1, { kind: 'joined', city: key, programme, ...hashes, takeover: true, happenedOn: null });
    return new Yiwu(`${programme}.${key}`, joined);
  }

  birth(changes: Partial<RecordRequest> = {}): RecordRequest {
    return this.request(0, [this.joined], changes);
  }

  request(afterSeq: number, facts: Fact[], changes: Partial<RecordRequest> = {}): RecordRequest {
    return {
      journeyId: this.journeyId,
      generation: 1,
      afterSeq,
      facts,
      nextMomentAt: '2026-11-24T01:00:00.000Z',
      letters: [],
      cancellations: [],
      project: (state) => fold(state ?? emptyState(this.journeyId), facts),
      needs: () => [],
      ...changes,
    };
  }
}
