import type { BulkChoicesResponse } from '@citypath/contracts';
import { isMeeting } from '@citypath/journey';
import { OpenSteps } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import { Editions } from '../journeys/editions';
import { Names, NO_PEOPLE } from '../journeys/names';

/** What an act upon many cities may name: the programme says, and the cities which reviews are open. */
@Injectable()
export class BulkChoices {
  constructor(
    private readonly editions: Editions,
    private readonly openSteps: OpenSteps,
  ) {}

  /** @throws ProblemError programme-unknown */
  async of(programme: string): Promise<BulkChoicesResponse> {
    const { definition } = this.editions.newest(programme);
    const names = new Names(definition, NO_PEOPLE);
    const again = definition.steps.filter(({ repeats }) => repeats).map(({ key }) => key);
    const open = await this.openSteps.occurrences(programme, again);
    return {
      // What a list of the city makes is another thing in each city.
      steps: definition.steps
        .filter(({ perItem }) => !perItem)
        .flatMap((step) => {
          const refs = step.repeats ? open.filter((ref) => ref.startsWith(`${step.key}@`)) : [step.key];
          return refs.map((ref) => ({ ref, title: names.stepTitle(ref), isMeeting: isMeeting(step) }));
        }),
      seats: definition.seats.filter(({ readOnly }) => readOnly !== true).map(({ key, title }) => ({ key, title })),
    };
  }
}
