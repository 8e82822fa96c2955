import type { RunAct } from '@citypath/contracts';
import type { JourneyId } from '@citypath/journey';
import { Findings, Journeys, RecordHealth } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import { assertNever } from '../assert-never';
import { Clock } from '../clock';
import { ProblemError } from '../problems/problem-error';
import { RunStandings, type Known, type OpenRun } from './run-standings';

/** How a journey and its run stand before an act that mends something. */
export interface Judged {
  journeyId: JourneyId;
  /** Null: a run of no journey in the records. */
  known: Known | null;
  /** Null: none is open. */
  run: OpenRun | null;
  /** What is shown of the journey is not what its journal says. */
  isBehind: boolean;
}

/** Says whether an act upon a run mends something, before it is looked at and before it is done. */
@Injectable()
export class RunJudge {
  constructor(
    private readonly standings: RunStandings,
    private readonly journeys: Journeys,
    private readonly records: RecordHealth,
    private readonly findings: Findings,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError journey-unknown, recovery-awaited, run-agrees, run-ended-already, nothing-fails, temporal-away, worker-away */
  async of(act: RunAct, journeyId: JourneyId): Promise<Judged> {
    const known = await this.journeys.byId(journeyId);
    const run = known === null && act !== 'terminate' ? null : await this.standings.openRun(journeyId);
    if (known === null && run === null) throw new ProblemError('journey-unknown');
    const isBehind = known !== null && (known.stale || (await this.findings.has('read-model-differs', journeyId)));
    const judged = { journeyId, known, run, isBehind };
    await this.refuseWhatMendsNothing(act, judged);
    return judged;
  }

  private async refuseWhatMendsNothing(act: RunAct, { known, run, isBehind }: Judged): Promise<void> {
    switch (act) {
      case 'rebuild':
        // Hazard: its journal is as old as the backup. Rebuilt from it, a run would lose what was recorded since.
        if ((await this.records.awaitedRecovery()) !== null) throw new ProblemError('recovery-awaited');
        if (known && (await this.standings.agrees(known, this.clock.now()))) throw new ProblemError('run-agrees');
        return;
      case 'terminate':
        if (run === null) throw new ProblemError('run-ended-already');
        return;
      case 'retry':
        if ((run?.failing.length ?? 0) === 0 && !isBehind) throw new ProblemError('nothing-fails');
        return;
      default:
        assertNever(act);
    }
  }
}
