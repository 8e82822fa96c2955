import { provisionalFrom } from '@citypath/calendar';
import type { RunAct, RunDryRunResponse } from '@citypath/contracts';
import { emptyState, fold, runningSteps } from '@citypath/journey';
import { contentHash, Journal, RecordHealth } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import { Names, NO_PEOPLE } from '../journeys/names';
import { PinnedData } from '../journeys/pinned-data';
import { runActInWords, standsInWords, whatIsLost } from './run-act-in-words';
import type { Judged } from './run-judge';
import { RunStandings, type Known } from './run-standings';

/** Says what an act would do to a run, as it stands at this moment. Nothing is changed. */
@Injectable()
export class RunDryRuns {
  constructor(
    private readonly standings: RunStandings,
    private readonly journal: Journal,
    private readonly records: RecordHealth,
    private readonly pinned: PinnedData,
  ) {}

  async of(act: RunAct, judged: Judged): Promise<RunDryRunResponse> {
    const { journeyId, known, run } = judged;
    const held = run !== null && act !== 'retry' ? await this.standings.headHeldBy(journeyId) : null;
    // The read model may be what is wrong: what counts is the journal.
    const unrecorded = held === null || known === null ? 0 : Math.max(0, held - known.head);
    return {
      seen: fingerprintOf(act, judged, unrecorded),
      sentence: runActInWords(act, judged),
      stands: known === null ? null : await this.stands(known),
      activities: act === 'retry' ? (run?.failing.map(({ id: _, ...activity }) => activity) ?? []) : [],
      final: whatIsLost(act, judged, unrecorded),
    };
  }

  private async stands({ id }: Known): Promise<NonNullable<RunDryRunResponse['stands']>> {
    const [facts, letters] = [await this.journal.facts(id), await this.records.lettersOf(id)];
    const state = fold(emptyState(id), facts);
    await this.pinned.load([state]);
    const { definition, calendar } = this.pinned.context(state);
    const names = new Names(definition, NO_PEOPLE, state);
    const steps = runningSteps(state);
    return {
      sentence: standsInWords({ facts: facts.length, steps: steps.length, letters }),
      steps: steps.map(({ ref, dueOn }) => ({ ref, title: names.stepTitle(ref), dueOn })),
      provisionalFromOn: provisionalFrom(calendar),
    };
  }
}

/** Of what the act does: another run, another journal or another failure is another act. */
function fingerprintOf(act: RunAct, { known, run, isBehind }: Judged, unrecorded: number): string {
  const failing = act === 'retry' ? (run?.failing.map(({ id }) => id) ?? []) : [];
  const { head = null, generation = null } = known ?? {};
  return contentHash({ act, runId: run?.runId ?? null, head, generation, isBehind, failing, unrecorded }).slice(0, 32);
}
