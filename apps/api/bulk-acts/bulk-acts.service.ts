import { createHash } from 'node:crypto';
import type {
  BulkActJourneysResponse,
  BulkActResponse,
  BulkActsResponse,
  bulkActJourneysQuery,
} from '@citypath/contracts';
import type { Refusal } from '@citypath/journey';
import {
  BulkActs,
  BulkActWork,
  contentHash,
  People,
  Texts,
  type BulkActProgress,
  type HandAct,
  type HandActKind,
  type KeptBulkAct,
} from '@citypath/store';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Clock } from '../clock';
import { commandHashOf, commandIdOf } from '../commands/command-identity';
import { actTitle } from '../journeys/act-titles';
import { Editions } from '../journeys/editions';
import { JourneyReader } from '../journeys/journey-reader';
import { Names } from '../journeys/names';
import { personShort } from '../people/person-short';
import { MANAGER } from '../policies/programme-seats';
import { ProblemError, type ProblemCode } from '../problems/problem-error';
import type { Reader } from '../session/reader';
import { askedOfEach } from './bulk-asked';
import { refusalInWords, standingInWords } from './bulk-in-words';
import { BulkRuns } from './bulk-runs';
import { BulkSelection, headSeen, type BulkAsked } from './bulk-selection';

const MOST_LISTED = 30;

/** One act upon many journeys: kept with a command for each, carried out by a workflow, and shown as it goes on. */
@Injectable()
export class BulkActsService {
  constructor(
    private readonly bulkActs: BulkActs,
    private readonly work: BulkActWork,
    private readonly runs: BulkRuns,
    private readonly selection: BulkSelection,
    private readonly journeys: JourneyReader,
    private readonly people: People,
    private readonly texts: Texts,
    private readonly editions: Editions,
    private readonly clock: Clock,
  ) {}

  /** The same key again finds the same one. @throws ProblemError idempotency-key-reused, and what the selection has against it */
  async start(reader: Reader, idempotencyKey: string, bulk: BulkAsked): Promise<BulkActResponse> {
    this.editions.newest(bulk.programme);
    const id = bulkIdOf(reader.person, idempotencyKey);
    const requestHash = contentHash(bulk);
    const known = (await this.bulkActs.byId(id)) ?? (await this.keep(reader, id, requestHash, bulk));
    if (known.requestHash !== requestHash) throw new ProblemError('idempotency-key-reused');
    if (known.status === 'waiting') await this.runs.begin(id, known.runs);
    return this.one(id);
  }

  async one(id: string): Promise<BulkActResponse> {
    const act = await this.kept(id);
    const progress = (await this.bulkActs.progress([id])).get(id);
    const words = act.words === null ? null : ((await this.texts.byRefs([act.words])).get(act.words) ?? null);
    const { definition } = this.editions.newest(act.programmeKey);
    const shown = await this.inList([act], new Map(progress && [[id, progress]]));
    const [listed] = shown;
    if (!listed) throw new ProblemError('bulk-act-unknown');
    return {
      ...listed,
      programme: { key: definition.key, title: definition.title },
      step: act.step,
      reason: act.words === null ? null : { words: typeof words === 'string' ? words : null },
      sentence: standingInWords(act.status, listed.progress),
    };
  }

  async ofProgramme(programme: string): Promise<BulkActsResponse> {
    const acts = await this.bulkActs.ofProgramme(programme, MOST_LISTED);
    return { bulkActs: await this.inList(acts, await this.bulkActs.progress(acts.map(({ id }) => id))) };
  }

  async rows(
    reader: Reader,
    id: string,
    { only, after, limit }: z.output<typeof bulkActJourneysQuery>,
  ): Promise<BulkActJourneysResponse> {
    const act = await this.kept(id);
    const rows = await this.bulkActs.rows(id, { ...(only !== 'all' && { state: only }), after, limit: limit + 1 });
    const page = rows.slice(0, limit);
    const known = await this.journeys.all(reader, { ids: page.map(({ journeyId }) => journeyId) });
    const byId = new Map(known.map((journey) => [journey.row.id, journey]));
    const ended = act.status === 'stopped' || act.status === 'rights-ended';
    return {
      journeys: page.flatMap(({ place, journeyId, state, refusal }) => {
        const journey = byId.get(journeyId);
        // One that was taken back with its import is shown no more.
        if (!journey) return [];
        const { key, nameEn, nameZh } = journey.row.city;
        const result = state === 'waiting' ? (ended ? 'stopped' : 'not-yet') : state;
        const why = refusal === null ? null : refusalInWords(journey, refusal as Refusal | { code: ProblemCode });
        return [{ place, journeyId, city: { key, nameEn, nameZh }, result, refusal: why }];
      }),
      next: rows.length > limit ? (page.at(-1)?.place ?? null) : null,
    };
  }

  /** Gives no more journeys the act; those under way are through when it is answered. @throws ProblemError bulk-act-not-running */
  async stop(reader: Reader, id: string): Promise<BulkActResponse> {
    const act = await this.kept(id);
    if (act.status !== 'running' && act.status !== 'waiting') throw new ProblemError('bulk-act-not-running');
    await this.bulkActs.note(this.trail(reader, act, 'bulk-act-stopped'));
    // One whose run is gone is stopped all the same.
    if (!(await this.runs.stop(id, act.runs))) await this.work.end(id, 'stopped', this.clock.now());
    return this.one(id);
  }

  /** Goes on with what is left, in the name of whoever started it. @throws ProblemError bulk-act-not-stopped, bulk-act-without-rights */
  async resume(reader: Reader, id: string): Promise<BulkActResponse> {
    const act = await this.kept(id);
    if (act.status === 'running' || act.status === 'done') throw new ProblemError('bulk-act-not-stopped');
    if (!(await this.work.rights(id, MANAGER))?.may) throw new ProblemError('bulk-act-without-rights');
    const run =
      act.status === 'waiting' ? act.runs : await this.bulkActs.again(id, this.trail(reader, act, 'bulk-act-resumed'));
    if (run !== null) await this.runs.begin(id, run);
    return this.one(id);
  }

  private async keep(reader: Reader, id: string, requestHash: string, bulk: BulkAsked): Promise<KeptBulkAct> {
    const chosen = await this.selection.of(reader, bulk);
    const { target, asked } = askedOfEach(bulk);
    const now = this.clock.now();
    const written = Object.entries(asked.texts).filter(([, words]) => words !== undefined);
    const refs = await this.texts.putEach(
      chosen.map(({ journey }) => ({ journeyId: journey.row.id, bodies: written.map(([, words]) => words) })),
      reader.person,
      now,
    );
    const commandHash = commandHashOf({ act: bulk.act, target, body: asked.body });
    const reason = written.findIndex(([name]) => name === 'reason');
    const act = {
      id,
      programmeKey: bulk.programme,
      byPerson: reader.person,
      act: bulk.act,
      step: target.kind === 'step' ? target.ref : null,
      details: {},
      words: refs[0]?.[reason] ?? null,
      requestHash,
      createdAt: now,
    };
    const rows = chosen.map(({ journey, seen }, index) => {
      const byName = new Map(written.map(([name], place) => [name, refs[index]?.[place]]));
      return {
        journeyId: journey.row.id,
        commandId: commandIdOf(reader.person, journey.row.id, id),
        commandHash,
        command: asked.command((name) => refOf(byName, name)),
        onlyAtHead: headSeen(seen),
      };
    });
    await this.bulkActs.create(act, rows, this.trail(reader, act, 'bulk-act-started', rows.length));
    return this.kept(id);
  }

  private async kept(id: string): Promise<KeptBulkAct> {
    const act = await this.bulkActs.byId(id);
    if (!act) throw new ProblemError('bulk-act-unknown');
    return act;
  }

  private async inList(
    acts: readonly KeptBulkAct[],
    progress: ReadonlyMap<string, BulkActProgress>,
  ): Promise<BulkActsResponse['bulkActs']> {
    const people = await this.people.concerned([...new Set(acts.map(({ byPerson }) => byPerson))], []);
    const byId = new Map(people.map((person) => [person.id, person]));
    return acts.map(({ id, act, step, programmeKey, status, byPerson, createdAt, endedAt }) => {
      const { waiting = 0, done = 0, refused = 0 } = progress.get(id) ?? {};
      const by = byId.get(byPerson);
      return {
        id,
        act,
        title: this.title(programmeKey, act, step),
        status,
        by: by ? personShort(by) : null,
        createdAt,
        endedAt,
        progress: { journeys: waiting + done + refused, done, refused, waiting },
      };
    });
  }

  private title(programme: string, act: string, step: string | null): BulkActsResponse['bulkActs'][number]['title'] {
    const names = new Names(this.editions.newest(programme).definition, {
      people: new Map<string, never>(),
      programmeSeats: {},
    });
    return actTitle(act as BulkAsked['act'], step === null ? { en: '', zh: '' } : names.stepTitle(step));
  }

  private trail(
    { person }: Reader,
    { id, programmeKey, act, words, step }: Pick<KeptBulkAct, 'id' | 'programmeKey' | 'act' | 'words' | 'step'>,
    kind: HandActKind,
    journeys?: number,
  ): HandAct {
    const about = { bulkAct: id, act, step, ...(journeys !== undefined && { journeys }) };
    return {
      at: this.clock.now(),
      byPerson: person,
      kind,
      programmeKey,
      about,
      words: kind === 'bulk-act-started' ? words : null,
    };
  }
}

function refOf(byName: ReadonlyMap<string, string | undefined>, name: string): string {
  const ref = byName.get(name);
  if (ref === undefined) throw new Error(`No text was given for ${name}`);
  return ref;
}

function bulkIdOf(person: string, idempotencyKey: string): string {
  const hash = createHash('sha256').update(`${person}\nbulk-act\n${idempotencyKey}`).digest('base64url');
  return `b-${hash.slice(0, 20)}`;
}
