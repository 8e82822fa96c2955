import type { RunAct, RunActResponse, RunDryRunResponse } from '@citypath/contracts';
import { emptyState, fold, openNeeds, type JourneyId } from '@citypath/journey';
import {
  Findings,
  HandActs,
  Journal,
  Journeys,
  Texts,
  type HandAct,
  type HandActKind,
  type Instant,
  type FindingKind,
} from '@citypath/store';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { commandIdOf } from '../commands/command-identity';
import { ProblemError } from '../problems/problem-error';
import type { Reader } from '../session/reader';
import { MachineryService } from '../stuck/machinery/machinery.service';
import { RunDryRuns } from './run-dry-runs';
import { RunJudge, type Judged } from './run-judge';
import { RunStandings, type Known } from './run-standings';
import { RunWorkings } from './run-workings';

/** What an administrator asks of a run, and why. */
export interface AskedOfRun {
  reader: Reader;
  onceKey: string;
  journeyId: JourneyId;
  reason: string;
  /** What a dry run gave; null: none was looked at. */
  seen: string | null;
}

/** For so long a request is known when it comes again, as those upon a journey are. */
const KNOWN_FOR_MS = 24 * 60 * 60 * 1_000;

const MENDS_NOTHING = ['run-agrees', 'run-ended-already', 'nothing-fails'] as const;

/** Rebuilds, ends and retries the runs of journeys. Each is refused by name where it mends nothing. */
@Injectable()
export class RunsService {
  constructor(
    private readonly standings: RunStandings,
    private readonly workings: RunWorkings,
    private readonly journal: Journal,
    private readonly journeys: Journeys,
    private readonly texts: Texts,
    private readonly trail: HandActs,
    private readonly findings: Findings,
    private readonly dryRuns: RunDryRuns,
    private readonly judge: RunJudge,
    private readonly machinery: MachineryService,
    private readonly clock: Clock,
  ) {}

  /** What an act would do. @throws ProblemError with what the act itself would be refused for */
  async look(act: RunAct, journeyId: JourneyId): Promise<RunDryRunResponse> {
    return this.dryRuns.of(act, await this.judge.of(act, journeyId));
  }

  /** @throws ProblemError journey-unknown, recovery-awaited, run-agrees, preview-outdated, temporal-away, worker-away */
  async rebuild(asked: AskedOfRun): Promise<RunActResponse> {
    return this.orBefore(asked, 'run-rebuilt', async () => {
      const { known } = await this.judged('rebuild', asked);
      const note = await this.noteOf(asked, 'run-rebuilt', known);
      const { head, generation, runs } = await this.workings.rebuild(asked.journeyId, this.clock.now(), note);
      await this.mended(asked, ['workflow-missing', 'run-differs', 'read-model-differs']);
      return { journeyId: asked.journeyId, head, generation, runs, repeated: false };
    });
  }

  /** Also a run that has no journey any more. @throws ProblemError journey-unknown, run-ended-already, preview-outdated, temporal-away */
  async terminate(asked: AskedOfRun): Promise<RunActResponse> {
    return this.orBefore(asked, 'run-ended', async () => {
      const { known } = await this.judged('terminate', asked);
      const note = await this.noteOf(asked, 'run-ended', known);
      await this.workings.terminate(asked.journeyId);
      await this.trail.note(note);
      await this.mended(asked, ['workflow-superfluous']);
      return outcome(asked, known, false);
    });
  }

  /** @throws ProblemError journey-unknown, nothing-fails, preview-outdated, temporal-away */
  async retry(asked: AskedOfRun): Promise<RunActResponse> {
    return this.orBefore(asked, 'run-tried-again', async () => {
      const { known, run, isBehind } = await this.judged('retry', asked);
      await this.trail.note(await this.noteOf(asked, 'run-tried-again', known));
      if (isBehind) {
        const { journeyId } = asked;
        await this.journal.refresh(journeyId, (facts) => fold(emptyState(journeyId), facts), openNeeds);
      }
      await this.workings.tryAgain(asked.journeyId, run?.failing.map(({ id }) => id) ?? []);
      await this.mended(asked, ['read-model-differs']);
      return outcome(asked, known, run !== null);
    });
  }

  /** How it stands, where the act mends something and does what was looked at. */
  private async judged(act: RunAct, { journeyId, seen }: AskedOfRun): Promise<Judged> {
    const judged = await this.judge.of(act, journeyId);
    if (seen !== null && (await this.dryRuns.of(act, judged)).seen !== seen) throw new ProblemError('preview-outdated');
    return judged;
  }

  private async noteOf(asked: AskedOfRun, kind: HandActKind, known: Known | null): Promise<HandAct> {
    const { reader, journeyId, reason } = asked;
    const at = this.clock.now();
    const [words] = await this.texts.put(journeyId, [reason], reader.person, at);
    const of = known === null ? {} : { programmeKey: known.programmeKey, cityKey: known.cityKey };
    const note = { at, byPerson: reader.person, kind, journeyId, ...of, about: { once: onceOf(asked) } };
    return { ...note, ...(words !== undefined && { words }) };
  }

  /** What mends nothing is refused, unless this very request has mended it before. */
  private async orBefore(
    asked: AskedOfRun,
    kind: HandActKind,
    act: () => Promise<RunActResponse>,
  ): Promise<RunActResponse> {
    try {
      return await act();
    } catch (error) {
      const known = isMended(error) ? await this.journeys.byId(asked.journeyId) : null;
      const since = new Date(Date.parse(this.clock.now()) - KNOWN_FOR_MS).toISOString() as Instant;
      if (known === null || !(await this.trail.did(kind, onceOf(asked), since))) throw error;
      const runs = (await this.standings.openRun(asked.journeyId)) !== null;
      return { ...outcome(asked, known, runs), repeated: true };
    }
  }

  /** Whoever looks next is told how it stands then. */
  private async mended({ journeyId }: AskedOfRun, kinds: FindingKind[]): Promise<void> {
    await this.findings.mended(kinds, journeyId, this.clock.now());
    this.machinery.lookAgain();
  }
}

function isMended(error: unknown): boolean {
  return error instanceof ProblemError && (MENDS_NOTHING as readonly string[]).includes(error.code);
}

function outcome({ journeyId }: AskedOfRun, known: Known | null, runs: boolean): RunActResponse {
  return { journeyId, head: known?.head ?? 0, generation: known?.generation ?? 0, runs, repeated: false };
}

function onceOf({ reader, journeyId, onceKey }: AskedOfRun): string {
  return commandIdOf(reader.person, journeyId, onceKey);
}
