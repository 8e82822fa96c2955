import type { RunActResponse } from '@citypath/contracts';
import { emptyState, fold, openNeeds, type JourneyId } from '@citypath/journey';
import {
  Findings,
  HandActs,
  Journal,
  Journeys,
  RecordHealth,
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
import { RunStandings, type Known } from './run-standings';
import { RunWorkings } from './run-workings';

/** What an administrator asks of a run, and why. */
export interface AskedOfRun {
  reader: Reader;
  onceKey: string;
  journeyId: JourneyId;
  reason: string;
}

/** For so long a request is known when it comes again, as those upon a journey are. */
const KNOWN_FOR_MS = 24 * 60 * 60 * 1_000;

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
    private readonly records: RecordHealth,
    private readonly machinery: MachineryService,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError journey-unknown, recovery-awaited, run-agrees, temporal-away, worker-away */
  async rebuild(asked: AskedOfRun): Promise<RunActResponse> {
    const known = await this.known(asked.journeyId);
    // Hazard: its journal is as old as the backup. Rebuilt from it, a run would lose what it holds that was recorded since.
    if ((await this.records.awaitedRecovery()) !== null) throw new ProblemError('recovery-awaited');
    if (await this.standings.agrees(known, this.clock.now())) {
      return this.orBefore(asked, 'run-rebuilt', known, () => new ProblemError('run-agrees'));
    }
    const note = await this.noteOf(asked, 'run-rebuilt', known);
    const rebuilt = await this.workings.rebuild(asked.journeyId, this.clock.now(), note);
    await this.mended(asked, ['workflow-missing', 'run-differs', 'read-model-differs']);
    const { head, generation, runs } = rebuilt;
    return { journeyId: asked.journeyId, head, generation, runs, repeated: false };
  }

  /** Also a run that has no journey any more. @throws ProblemError journey-unknown, run-ended-already, temporal-away */
  async terminate(asked: AskedOfRun): Promise<RunActResponse> {
    const known = await this.journeys.byId(asked.journeyId);
    if (!(await this.standings.isOpen(asked.journeyId))) {
      if (known === null) throw new ProblemError('journey-unknown');
      return this.orBefore(asked, 'run-ended', known, () => new ProblemError('run-ended-already'));
    }
    const note = await this.noteOf(asked, 'run-ended', known);
    await this.workings.terminate(asked.journeyId);
    await this.trail.note(note);
    await this.mended(asked, ['workflow-superfluous']);
    return outcome(asked, known, false);
  }

  /** @throws ProblemError journey-unknown, nothing-fails, temporal-away */
  async retry(asked: AskedOfRun): Promise<RunActResponse> {
    const known = await this.known(asked.journeyId);
    const failing = await this.standings.failingActivities(asked.journeyId);
    const isBehind = known.stale || (await this.findings.has('read-model-differs', asked.journeyId));
    if (failing.length === 0 && !isBehind) {
      return this.orBefore(asked, 'run-tried-again', known, () => new ProblemError('nothing-fails'));
    }
    await this.trail.note(await this.noteOf(asked, 'run-tried-again', known));
    if (isBehind) {
      const { journeyId } = asked;
      await this.journal.refresh(journeyId, (facts) => fold(emptyState(journeyId), facts), openNeeds);
    }
    await this.workings.tryAgain(asked.journeyId, failing);
    await this.mended(asked, ['read-model-differs']);
    return outcome(asked, known, true);
  }

  private async known(journeyId: JourneyId): Promise<Known> {
    const known = await this.journeys.byId(journeyId);
    if (!known) throw new ProblemError('journey-unknown');
    return known;
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
    known: Known,
    refusal: () => ProblemError,
  ): Promise<RunActResponse> {
    const since = new Date(Date.parse(this.clock.now()) - KNOWN_FOR_MS).toISOString() as Instant;
    if (!(await this.trail.did(kind, onceOf(asked), since))) throw refusal();
    const { head, generation } = known;
    return { journeyId: asked.journeyId, head, generation, runs: kind !== 'run-ended', repeated: true };
  }

  /** Whoever looks next is told how it stands then. */
  private async mended({ journeyId }: AskedOfRun, kinds: FindingKind[]): Promise<void> {
    await this.findings.mended(kinds, journeyId, this.clock.now());
    this.machinery.lookAgain();
  }
}

function outcome({ journeyId }: AskedOfRun, known: Known | null, runs: boolean): RunActResponse {
  return { journeyId, head: known?.head ?? 0, generation: known?.generation ?? 0, runs, repeated: false };
}

function onceOf({ reader, journeyId, onceKey }: AskedOfRun): string {
  return commandIdOf(reader.person, journeyId, onceKey);
}
