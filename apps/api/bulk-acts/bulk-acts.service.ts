import type {
  ActName,
  BulkActJourneysResponse,
  BulkActName,
  BulkActResponse,
  BulkActsResponse,
  bulkActJourneysQuery,
  BulkDryRunResponse,
  Text,
} from '@citypath/contracts';
import { UNDO_MS } from '@citypath/journey';
import {
  BulkActs,
  BulkActWork,
  contentHash,
  People,
  Texts,
  type BulkActProgress,
  type KeptBulkAct,
} from '@citypath/store';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Clock } from '../clock';
import { actTitle, undoTitle } from '../journeys/act-titles';
import { Editions } from '../journeys/editions';
import { JourneyReader } from '../journeys/journey-reader';
import { Names, NO_PEOPLE } from '../journeys/names';
import { personShort } from '../people/person-short';
import { MANAGER } from '../policies/programme-seats';
import { ProblemError } from '../problems/problem-error';
import type { Reader } from '../session/reader';
import { BulkAsking, type Against } from './bulk-asking';
import { BulkBeginning } from './bulk-beginning';
import { refusalInWords, standingInWords } from './bulk-in-words';
import { BulkDryRun } from './bulk-dry-run';
import { BulkRuns } from './bulk-runs';
import { BulkSelection, type BulkAsked } from './bulk-selection';
import { BulkUndoing, type BulkUndoAsked } from './bulk-undoing';

const MOST_LISTED = 30;
/** Acts whose nature allows to take them back: README, “Undoing”. */
const UNDOABLE = new Set<string>([
  'skip',
  'waive',
  'complete',
  'reopen',
  'go-to',
  'restart-from',
  'agree-date',
  'hold',
  'resume',
] satisfies BulkActName[]);

/** One act upon many journeys: kept with a command for each, carried out by a workflow, and shown as it goes on. */
@Injectable()
export class BulkActsService {
  constructor(
    private readonly bulkActs: BulkActs,
    private readonly work: BulkActWork,
    private readonly runs: BulkRuns,
    private readonly selection: BulkSelection,
    private readonly asking: BulkAsking,
    private readonly undoing: BulkUndoing,
    private readonly beginning: BulkBeginning,
    private readonly dryRun: BulkDryRun,
    private readonly journeys: JourneyReader,
    private readonly people: People,
    private readonly texts: Texts,
    private readonly editions: Editions,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError bulk-act-of-too-many, and what the selection has against it */
  async look(reader: Reader, bulk: BulkAsked): Promise<BulkDryRunResponse> {
    const chosen = await this.selection.of(reader, bulk);
    return this.dryRun.of(reader, await this.asking.of(bulk, chosen), chosen);
  }

  /** The same key again finds the same one. @throws ProblemError idempotency-key-reused, and what the selection has against it */
  async start(reader: Reader, idempotencyKey: string, bulk: BulkAsked): Promise<BulkActResponse> {
    this.editions.newest(bulk.programme);
    const id = await this.beginning.begin(reader, idempotencyKey, contentHash(bulk), async () => {
      const chosen = await this.selection.of(reader, bulk);
      return { programme: bulk.programme, chosen, asked: await this.asking.of(bulk, chosen) };
    });
    return this.one(id);
  }

  /** What it would change to take one back. @throws ProblemError bulk-act-still-running, bulk-act-without-journeys, bulk-act-of-too-many */
  async lookAtUndo(reader: Reader, id: string, body: BulkUndoAsked): Promise<BulkDryRunResponse> {
    const { asked, chosen } = await this.undoing.toBegin(reader, await this.kept(id), body);
    return this.dryRun.of(reader, asked, chosen);
  }

  /** Takes one back, as a bulk act of its own. @throws ProblemError idempotency-key-reused, bulk-act-still-running, bulk-act-without-journeys */
  async undo(reader: Reader, idempotencyKey: string, id: string, body: BulkUndoAsked): Promise<BulkActResponse> {
    const act = await this.kept(id);
    const requestHash = contentHash({ undo: id, ...body });
    return this.one(
      await this.beginning.begin(reader, idempotencyKey, requestHash, () => this.undoing.toBegin(reader, act, body)),
    );
  }

  async one(id: string): Promise<BulkActResponse> {
    const act = await this.kept(id);
    const progress = (await this.bulkActs.progress([id])).get(id);
    const words = act.words === null ? null : ((await this.texts.byRefs([act.words])).get(act.words) ?? null);
    const { definition } = this.editions.newest(act.programmeKey);
    const [listed] = await this.inList([act], new Map(progress && [[id, progress]]));
    if (!listed) throw new ProblemError('bulk-act-unknown');
    const takenBackBy = await this.bulkActs.takingBack(id);
    const takenBack = await this.bulkActs.progress(takenBackBy.map((other) => other.id));
    // Each city takes it back once: what all of them have taken back is offered no more.
    const left = listed.progress.done - [...takenBack.values()].reduce((sum, { done }) => sum + done, 0);
    return {
      ...listed,
      programme: { key: definition.key, title: definition.title },
      step: act.step,
      reason: act.words === null ? null : { words: typeof words === 'string' ? words : null },
      sentence: standingInWords(act.status, listed.progress),
      takesBack: act.details.of ?? null,
      takenBackBy: takenBackBy.map((other) => ({ id: other.id, createdAt: other.createdAt })),
      mayBeTakenBack: left > 0 && this.mayBeTakenBack(act),
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
        const why = refusal === null ? null : refusalInWords(journey, refusal as Against);
        return [{ place, journeyId, city: { key, nameEn, nameZh }, result, refusal: why }];
      }),
      next: rows.length > limit ? (page.at(-1)?.place ?? null) : null,
    };
  }

  /** Gives no more journeys the act; those under way are through when it is answered. @throws ProblemError bulk-act-not-running */
  async stop(reader: Reader, id: string): Promise<BulkActResponse> {
    const act = await this.kept(id);
    if (act.status !== 'running' && act.status !== 'waiting') throw new ProblemError('bulk-act-not-running');
    await this.bulkActs.note(this.beginning.trail(reader, act, 'bulk-act-stopped'));
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
      act.status === 'waiting'
        ? act.runs
        : await this.bulkActs.again(id, this.beginning.trail(reader, act, 'bulk-act-resumed'));
    if (run !== null) await this.runs.begin(id, run);
    return this.one(id);
  }

  /** By its nature and its age; whether each city still can, its rules say. */
  private mayBeTakenBack({ act, endedAt }: KeptBulkAct): boolean {
    const ageMs = endedAt === null ? null : Date.parse(this.clock.now()) - Date.parse(endedAt);
    return ageMs !== null && ageMs < UNDO_MS && UNDOABLE.has(act);
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
    return acts.map(({ id, act, step, details, programmeKey, status, byPerson, createdAt, endedAt }) => {
      const { waiting = 0, done = 0, refused = 0 } = progress.get(id) ?? {};
      const by = byId.get(byPerson);
      return {
        id,
        act,
        title: this.title(programmeKey, details.act ?? act, step, act === 'undo'),
        status,
        by: by ? personShort(by) : null,
        createdAt,
        endedAt,
        progress: { journeys: waiting + done + refused, done, refused, waiting },
      };
    });
  }

  /** @param back it takes that act back */
  private title(programme: string, act: string, step: string | null, back: boolean): Text {
    const names = new Names(this.editions.newest(programme).definition, NO_PEOPLE);
    const title = actTitle(act as ActName, step === null ? { en: '', zh: '' } : names.stepTitle(step));
    return back ? undoTitle(title) : title;
  }
}
