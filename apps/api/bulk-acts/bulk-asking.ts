import type { ActName } from '@citypath/contracts';
import type { Refusal } from '@citypath/journey';
import { Injectable } from '@nestjs/common';
import { assertNever } from '../assert-never';
import { CalendarStack } from '../calendars/calendar-stack';
import type { Asked, WrittenTexts } from '../commands/given-act';
import { Editions } from '../journeys/editions';
import type { KnownJourney } from '../journeys/journey-reader';
import { plainActs } from '../journeys/plain-acts';
import type { ActTarget } from '../policies/may-act';
import type { ProblemCode } from '../problems/problem-error';
import type { BulkAsked, Chosen } from './bulk-selection';

/** What keeps one journey from being given the act: a refusal of the rules, or something before them. */
export type Against = Refusal | { code: ProblemCode };

/** What one of the journeys is asked. */
interface AskedOfOne {
  body: unknown;
  command: Asked['command'];
  /** Why it is not given its command at all; null: its rules say. */
  against: Against | null;
}

/** What all of the journeys are asked. */
export interface AskedOfEach {
  act: ActName;
  target: ActTarget;
  texts: WrittenTexts;
  of(journey: KnownJourney): AskedOfOne;
}

/** Makes of a bulk act what each journey takes, by the same way as its own route. */
@Injectable()
export class BulkAsking {
  constructor(
    private readonly editions: Editions,
    private readonly calendars: CalendarStack,
  ) {}

  async of(bulk: BulkAsked, chosen: readonly Chosen[]): Promise<AskedOfEach> {
    const target: ActTarget = 'step' in bulk ? { kind: 'step', ref: bulk.step } : { kind: 'journey' };
    const common = { act: bulk.act, target };
    switch (bulk.act) {
      case 'adopt-calendar':
        return { ...common, ...(await this.newestCalendars(bulk.body, chosen)) };
      case 'adopt-definition':
        return { ...common, ...this.newestDefinition(bulk.programme, bulk.body) };
      default: {
        const same = sameOfEach(bulk, { target });
        const one: AskedOfOne = { body: same.body, command: (ref) => same.command(ref), against: null };
        return { ...common, texts: same.texts, of: () => one };
      }
    }
  }

  /** Each city has its own: its closures lie over the holidays of its country. */
  private async newestCalendars(
    body: { reason: string },
    chosen: readonly Chosen[],
  ): Promise<Pick<AskedOfEach, 'texts' | 'of'>> {
    const newest = await this.calendars.newestOf(chosen.map(({ journey }) => journey.row.city));
    for (const edition of new Set(newest.values())) await this.calendars.keep(edition);
    return {
      texts: { reason: body.reason },
      of: ({ row, state }) => {
        const edition = newest.get(row.city.key);
        if (!edition) throw new Error(`No calendar of ${row.city.key}`);
        return {
          body,
          command: (ref) => ({ kind: 'adopt-calendar', ...edition, reason: ref('reason') }),
          against: edition.hash === state.calendarHash ? HAS_IT : null,
        };
      },
    };
  }

  private newestDefinition(programme: string, body: { reason: string }): Pick<AskedOfEach, 'texts' | 'of'> {
    const { hash, definition } = this.editions.newest(programme);
    return {
      texts: { reason: body.reason },
      of: ({ state }) => ({
        body,
        command: (ref) => ({ kind: 'adopt-definition', hash, definition, reason: ref('reason') }),
        against: hash === state.definitionHash ? HAS_IT : null,
      }),
    };
  }
}

const HAS_IT: Against = { code: 'bulk-act-changes-nothing' };

type SameOfEach = Exclude<BulkAsked, { act: 'adopt-calendar' | 'adopt-definition' }>;

function sameOfEach(bulk: SameOfEach, given: { target: ActTarget }): Asked {
  switch (bulk.act) {
    case 'skip':
      return plainActs.skip(given, bulk.body);
    case 'reopen':
      return plainActs.reopen(given, bulk.body);
    case 'complete':
      return plainActs.complete(given, bulk.body);
    case 'waive':
      return plainActs.waive(given, bulk.body);
    case 'agree-date':
      return plainActs['agree-date'](given, bulk.body);
    case 'go-to':
      return plainActs['go-to'](given, bulk.body);
    case 'restart-from':
      return plainActs['restart-from'](given, bulk.body);
    case 'reassign':
      return plainActs.reassign(given, bulk.body);
    case 'schedule-event':
      return plainActs['schedule-event'](given, bulk.body);
    case 'hold':
      return plainActs.hold(given, bulk.body);
    case 'resume':
      return plainActs.resume(given, bulk.body);
    case 'withdraw':
      return plainActs.withdraw(given, bulk.body);
    case 'finish':
      return plainActs.finish(given, bulk.body);
    case 'readmit':
      return plainActs.readmit(given, bulk.body);
    default:
      return assertNever(bulk);
  }
}
