import type { LetterKind, StepRef } from '@citypath/journey';
import { allSteps } from '@citypath/journey';
import { isAboutStep, LETTER_KINDS, previewLetter, type JourneyToPreview, type LetterPreview } from '@citypath/letters';
import { People, type Instant, type PersonWithSeats } from '@citypath/store';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { directoryOf, type KnownJourney } from '../journeys/journey-reader';
import type { Directory } from '../journeys/names';
import { ProblemError } from '../problems/problem-error';
import type { Reader } from '../session/reader';
import { PUBLIC_URL } from '../tokens';

/** Which letter of a city is looked at. */
export interface LetterAsked {
  kind?: string | undefined;
  step?: StepRef | undefined;
}

export interface PreviewedLetter {
  kind: LetterKind;
  /** Null: about no step. */
  step: StepRef | null;
  preview: LetterPreview;
  directory: Directory;
  /** Whom it goes to; null: nobody. */
  to: PersonWithSeats | null;
  now: Instant;
}

/** Writes a letter of a city as it would be sent, from its records as they are now. */
@Injectable()
export class PreviewedLetters {
  constructor(
    private readonly people: People,
    private readonly clock: Clock,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  /** One statement. @throws ProblemError malformed-request for a kind that is none; step-unknown */
  async one(journey: KnownJourney, reader: Reader, asked: LetterAsked): Promise<PreviewedLetter> {
    const kind = kindOf(asked.kind ?? 'reminder');
    const step = stepOf(journey, asked.step);
    const { programmeKey } = journey.row;
    const people = await this.people.concerned([reader.person, ...peopleIn(journey)], [programmeKey]);
    const standIn = people.find(({ id }) => id === reader.person);
    if (!standIn) throw new ProblemError('not-signed-in');
    const directory = directoryOf(people)(programmeKey);
    const now = this.clock.now();
    const preview = previewLetter(toPreview(journey, people, directory), {
      kind,
      step,
      now,
      publicUrl: this.publicUrl,
      standIn,
    });
    const to = people.find(({ id }) => id === preview.reader) ?? null;
    return { kind, step: isAboutStep(kind) ? step : null, preview, directory, to, now };
  }
}

function kindOf(asked: string): LetterKind {
  const kind = LETTER_KINDS.find((known) => known === asked);
  if (kind) return kind;
  throw new ProblemError('malformed-request', { errors: [{ pointer: '/kind', code: 'key-malformed' }] });
}

/** Unless one is asked for, the step that is wanted next: the first open one. */
function stepOf({ context, state }: KnownJourney, asked: StepRef | undefined): StepRef {
  const steps = allSteps(context, state);
  const open = steps.find(({ step }) => step.status === 'open') ?? steps[0];
  const chosen = asked === undefined ? open : steps.find(({ ref }) => ref === asked);
  if (chosen) return chosen.ref;
  throw new ProblemError('step-unknown', { params: { step: asked ?? '' } });
}

function peopleIn({ state }: KnownJourney): string[] {
  const seated = Object.values(state.seats).flatMap(({ holder, liaison }) => [holder, liaison]);
  const submitters = Object.values(state.steps).map(({ submittedBy }) => submittedBy);
  return [...new Set([...seated, ...submitters].filter((id) => id !== null))];
}

function toPreview(
  { row, state, context }: KnownJourney,
  people: readonly PersonWithSeats[],
  directory: Directory,
): JourneyToPreview {
  const { programmeKey, definitionHash, calendarHash, demonstration, city } = row;
  const journey = { programmeKey, definitionHash, calendarHash, state, stale: false, demonstration, city };
  const held = Object.entries(directory.programmeSeats).filter((seat): seat is [string, string] => seat[1] !== null);
  return { journey, state, context, people, programmeSeats: Object.fromEntries(held) };
}
