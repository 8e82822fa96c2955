import { emptyState, fold, NEWEST_RULES, nextMoment, openNeeds, type JourneyState } from '@citypath/journey';
import { Journal } from '@citypath/store';
import type { ActRequest, ActResult } from '@citypath/workflows/messages';
import { Injectable } from '@nestjs/common';
import { ChangeFeed, type Heard } from '../changes/change-feed';
import { Clock } from '../clock';
import { JourneyRuns } from '../commands/journey-runs';
import { wordRefusal } from '../commands/word-refusal';
import type { KnownJourney } from '../journeys/journey-reader';
import { ProblemError } from '../problems/problem-error';

const RECORDED_WITHIN_MS = 5_000;

/**
 * A journey that has ended runs no more, so its command cannot be given to it: a run is started again from its journal,
 * and begins with the command.
 */
@Injectable()
export class Readmissions {
  constructor(
    private readonly journal: Journal,
    private readonly runs: JourneyRuns,
    private readonly changes: ChangeFeed,
    private readonly clock: Clock,
  ) {}

  /** @returns null when the run has begun and nothing is recorded yet @throws ProblemError for a journey that goes on */
  async begin({ row, context }: KnownJourney, request: ActRequest): Promise<ActResult | null> {
    const { id: journeyId } = row;
    const now = this.clock.now();
    const heard = this.changes.heard(journeyId);
    try {
      // Hazard: looked at where nobody can record, or the generation of a run that goes on would be raised.
      const begun = await this.journal.beginAnew(journeyId, {
        fold: (facts) => {
          const state = fold(emptyState(journeyId), facts);
          if (!state.ended) throw wordRefusal(context.definition, { code: 'journey-not-closed' });
          if (request.onlyAtHead !== undefined && request.onlyAtHead !== state.head) {
            throw new ProblemError('preview-outdated');
          }
          return state;
        },
        needs: openNeeds,
        nextMoment: (editions, state) => nextMoment({ ...editions, rules: NEWEST_RULES }, state, now),
      });
      if (begun === null) throw new ProblemError('not-found');
      const { generation, state, definition, calendar } = begun;
      const { command, stamp } = request;
      await this.runs.goOn(
        {
          journeyId,
          generation,
          rules: NEWEST_RULES,
          definition,
          calendar,
          state,
          birth: null,
          first: { command, stamp },
        },
        statusAfter(state),
      );
      return await this.recorded(stamp.id, heard);
    } finally {
      heard.stop();
    }
  }

  private async recorded(commandId: string, heard: Heard): Promise<ActResult | null> {
    const giveUpAt = performance.now() + RECORDED_WITHIN_MS;
    while (performance.now() < giveUpAt) {
      await heard.changed();
      const known = await this.journal.ofCommand(commandId);
      if (known) return { repeated: false, facts: known.facts, head: known.facts.at(-1)?.seq ?? 0 };
    }
    return null;
  }
}

/** What Temporal's list of runs says of it from the beginning. */
function statusAfter({ ended }: JourneyState): 'active' | 'on-hold' {
  return ended?.hold ? 'on-hold' : 'active';
}
