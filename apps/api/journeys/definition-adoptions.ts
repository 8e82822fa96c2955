import type { DroppedStep } from '@citypath/contracts';
import { droppedSteps, parseStepRef, refToday, requireStep, type StepKey } from '@citypath/journey';
import { beyondReader, StepHoldings } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import { Editions } from './editions';
import type { KnownJourney } from './journey-reader';

/** What it means for a journey to take the newest version of its programme. */
@Injectable()
export class DefinitionAdoptions {
  constructor(
    private readonly editions: Editions,
    private readonly holdings: StepHoldings,
  ) {}

  /** Steps that the journey has and the newest version lacks; no statement where it lacks none, else one. */
  async droppedBy(journey: KnownJourney): Promise<DroppedStep[]> {
    const { context, state, row } = journey;
    const { definition } = this.editions.newest(row.programmeKey);
    const adoption = { context, state, definition };
    if (droppedSteps({ ...adoption, holding: [] }).length === 0) return [];
    return droppedSteps({ ...adoption, holding: await this.holdingOf(journey) }).map(({ step, becomes, mayLetGo }) => ({
      step,
      title: requireStep(context.definition, step).title,
      becomes: becomes.map((key) => ({ step: key, title: requireStep(definition, key).title })),
      mayLetGo,
    }));
  }

  /** Steps of which the records keep what no state knows. Whoever asks: what the reader may not see is lost just so. One statement. */
  async holdingOf({ row, state }: KnownJourney): Promise<StepKey[]> {
    const kept = await beyondReader(() => this.holdings.of(row.id));
    return [...new Set(kept.map(({ step, seq }) => parseStepRef(refToday(state, step, seq)).step))];
  }
}
