import { addDays, dayAt, provisionalFrom } from '@citypath/calendar';
import type { JoinPreviewResponse } from '@citypath/contracts';
import {
  allSteps,
  emptyState,
  forecastLetters,
  judge,
  lettersDue,
  ownerOf,
  why,
  type CommandStamp,
} from '@citypath/journey';
import { Cities, People } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { wordRefusal } from '../commands/word-refusal';
import { personShort } from '../people/person-short';
import { ProblemError } from '../problems/problem-error';
import { comingLetter } from './coming-letter';
import { countedText } from './counted';
import { JoinPreparation, type JoinBody } from './join-preparation';
import { Names } from './names';
import { whySentence } from './why-sentence';

/** How far a joining is looked ahead. */
const DAYS_AHEAD = 30;

/** What would follow from a joining: judged on the empty state by the rules that will run, and then thrown away. */
@Injectable()
export class JoinPreview {
  constructor(
    private readonly cities: Cities,
    private readonly people: People,
    private readonly preparation: JoinPreparation,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError with what the joining itself would be refused for */
  async of(body: JoinBody): Promise<JoinPreviewResponse> {
    const journeyId = `${body.programme}.${body.city}`;
    const { city, hasBegun } = await this.cities.beforeJoining(body.city, journeyId);
    if (hasBegun) throw new ProblemError('journey-already-joined');
    if (!city) throw new ProblemError('city-unknown', { params: { city: body.city } });
    const { context, command } = await this.preparation.unwritten(body, city);
    const now = this.clock.now();
    const stamp: CommandStamp = { id: 'preview', hash: 'preview', by: null, onBehalfOf: null, now };
    const judgement = judge(context, emptyState(journeyId), command, stamp);
    if (judgement.kind === 'refused') throw wordRefusal(context.definition, judgement.refusal);

    const { state, facts } = judgement;
    const seated = body.seats.flatMap(({ person, liaison }) => [person, liaison ?? null]).filter((id) => id !== null);
    const known = await this.people.concerned(seated, [body.programme]);
    const held = known.flatMap(({ id, programmeSeats }) => programmeSeats.map((seat) => ({ ...seat, id })));
    const directory = {
      people: new Map(known.map((person) => [person.id, personShort(person)])),
      programmeSeats: Object.fromEntries(
        held.filter(({ programme }) => programme === body.programme).map(({ seat, id }) => [seat, id]),
      ),
    };
    const names = new Names(context.definition, directory, state);
    const today = dayAt(context.calendar, now);
    const untilOn = addDays(today, DAYS_AHEAD);
    const worded = (letter: Parameters<typeof comingLetter>[0]) => comingLetter(letter, names, context.calendar, today);
    return {
      journeyId,
      city: { key: city.key, nameEn: city.nameEn, nameZh: city.nameZh },
      sentence: whySentence(why(context, state, now), city, names, { calendar: context.calendar, today }),
      steps: allSteps(context, state)
        .filter(({ step }) => step.status === 'open')
        .map((view) => ({
          ref: view.ref,
          title: names.stepTitle(view.ref),
          of: names.party(ownerOf(context, state, view.ref)),
          dueOn: view.step.dueOn,
          counted: countedText({ context, state }, view),
        })),
      atOnce: facts.flatMap(lettersDue).map((letter) => worded({ ...letter, on: today })),
      coming: forecastLetters(context, state, now, untilOn).map(worded),
      provisionalFromOn: provisionalFrom(context.calendar),
      untilOn,
    };
  }
}
