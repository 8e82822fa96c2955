import { draftAnswers, type DraftResponse, type putDraftRequest } from '@citypath/contracts';
import { stepDefinition } from '@citypath/journey';
import { Papers, People, StepDrafts, type DraftPlace } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Clock } from '../clock';
import type { GivenAct } from '../commands/given-act';
import { personShort } from '../people/person-short';
import { ProblemError } from '../problems/problem-error';
import { paperShort } from './paper-short';

type Given = Pick<GivenAct, 'journey' | 'target' | 'actor'>;

/** Forms on their way: kept for whoever of the seat goes on with them, forgotten once the step is handed in. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly drafts: StepDrafts,
    private readonly papers: Papers,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  /** One statement, three for a draft with papers. */
  async read(given: Given): Promise<DraftResponse> {
    const draft = await this.drafts.find(placeOf(given));
    if (!draft) return { version: 0, answers: null, savedAt: null, by: null, papers: [] };
    // It passed the very schema when it was saved.
    const answers = draftAnswers.parse(draft.answers);
    const papers = await this.papers.byIds(Object.values(answers.papers).flat());
    const ofStep = papers.filter(
      ({ journeyId, stepRef }) => journeyId === draft.journeyId && stepRef === draft.stepRef,
    );
    const ids = new Set([draft.byPerson, ...ofStep.map(({ byPerson }) => byPerson)].filter((id) => id !== null));
    const people = new Map((await this.people.byIds([...ids])).map((person) => [person.id, personShort(person)]));
    return {
      version: draft.version,
      answers,
      savedAt: draft.updatedAt,
      by: people.get(draft.byPerson) ?? null,
      papers: ofStep.map((paper) => paperShort(paper, people.get(paper.byPerson ?? '') ?? null)),
    };
  }

  /** @returns the new version @throws ProblemError draft-changed-meanwhile, step-not-open */
  async save(given: Given, { basedOn, answers }: z.output<typeof putDraftRequest>): Promise<number> {
    const place = placeOf(given);
    const { journey, actor } = given;
    const step = stepDefinition(journey.context.definition, place.stepRef);
    if (journey.state.steps[place.stepRef]?.status !== 'open')
      throw new ProblemError('step-not-open', { params: step ? { step: step.title } : {} });
    const version = await this.drafts.save(place, basedOn, answers, actor.person, this.clock.now());
    if (version === null) throw new ProblemError('draft-changed-meanwhile');
    return version;
  }

  async forget(given: Given): Promise<void> {
    const { journeyId, stepRef } = placeOf(given);
    await this.drafts.clear(journeyId, stepRef);
  }
}

/** Each round has a draft of its own: what was written before a step came back was handed in, and stands in its round. */
function placeOf({ journey, target }: Given): DraftPlace {
  if (target.kind !== 'step') throw new Error('The address of a draft names a step');
  const { row, state } = journey;
  return { journeyId: row.id, stepRef: target.ref, round: state.steps[target.ref]?.round ?? 1 };
}
