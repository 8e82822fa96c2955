import type { bulkUndoRequest } from '@citypath/contracts';
import { UNDO_MS } from '@citypath/journey';
import { BulkActs, Journal, type KeptBulkAct } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Clock } from '../clock';
import { JourneyReader } from '../journeys/journey-reader';
import { ProblemError } from '../problems/problem-error';
import type { Reader } from '../session/reader';
import type { AskedOfEach } from './bulk-asking';
import type { ToBegin } from './bulk-beginning';
import { chosenAmong } from './bulk-selection';

export type BulkUndoAsked = z.output<typeof bulkUndoRequest>;

/** More than any bulk act has. */
const ALL_OF_THEM = 100_000;

/** Makes of a bulk act another one that takes it back: each journey that has its command is asked to undo just that. */
@Injectable()
export class BulkUndoing {
  constructor(
    private readonly bulkActs: BulkActs,
    private readonly journeys: JourneyReader,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError bulk-act-still-running, bulk-act-without-journeys; malformed-request that names a journey without it */
  async toBegin(reader: Reader, act: KeptBulkAct, { reason, journeys }: BulkUndoAsked): Promise<ToBegin> {
    if (act.status === 'running' || act.status === 'waiting') throw new ProblemError('bulk-act-still-running');
    const done = await this.bulkActs.rows(act.id, { state: 'done', after: 0, limit: ALL_OF_THEM });
    const commandOf = new Map(done.map(({ journeyId, commandId }) => [journeyId, commandId]));
    const known = await this.journeys.all(reader, { ids: [...commandOf.keys()] });
    const chosen = journeys ? chosenAmong(known, journeys) : known.map((journey) => ({ journey, seen: null }));
    if (chosen.length === 0) throw new ProblemError('bulk-act-without-journeys');
    const asked: AskedOfEach = {
      act: 'undo',
      target: { kind: 'journey' },
      texts: { reason },
      of: await this.askedOf(commandOf, reason),
    };
    return { programme: act.programmeKey, chosen, asked, of: act };
  }

  /** The journey forgets after a day; the journal still knows when it was. */
  private async askedOf(commandOf: ReadonlyMap<string, string>, reason: string): Promise<AskedOfEach['of']> {
    const known = await this.journal.ofCommands([...commandOf.values()]);
    const nowMs = Date.parse(this.clock.now());
    return ({ row }) => {
      const act = commandOf.get(row.id) ?? '';
      const [first] = known.get(act)?.facts ?? [];
      const isOld = first !== undefined && nowMs - Date.parse(first.recordedAt) >= UNDO_MS;
      return {
        body: { reason, act },
        command: (ref) => ({ kind: 'undo', act, reason: ref('reason') }),
        against: isOld ? { code: 'act-too-old' } : null,
      };
    };
  }
}
