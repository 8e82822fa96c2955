import type { RuleContext } from '@citypath/journey';
import { Journal } from '@citypath/store';
import { takeInAgain, type ActRequest, type ActResult, type NotBegun } from '@citypath/workflows/messages';
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
    const heard = this.changes.heard(journeyId);
    try {
      const against = await takeInAgain(
        journeyId,
        request,
        this.clock.now(),
        (rules) => this.journal.beginAnew(journeyId, rules),
        (input, status) => this.runs.goOn(input, status),
      );
      if (against !== null && against !== 'taken-already') throw this.problemOf(against, context);
      return await this.recorded(request.stamp.id, heard);
    } finally {
      heard.stop();
    }
  }

  private problemOf(against: Exclude<NotBegun, 'taken-already'>, { definition }: RuleContext): ProblemError {
    if (against === 'journey-unknown') return new ProblemError('not-found');
    if (against === 'journey-moved') return new ProblemError('preview-outdated');
    return wordRefusal(definition, { code: against });
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
