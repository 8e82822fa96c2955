import { addDays, dayAt, provisionalFrom } from '@citypath/calendar';
import type { DryRunResponse, Party, Text } from '@citypath/contracts';
import type { Command, PersonId } from '@citypath/journey';
import { foretell, foretellAct, withStepsMoved } from '@citypath/post';
import { contentHash, Texts } from '@citypath/store';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import type { Asked, GivenAct } from '../commands/given-act';
import { definitionsOf, wordRefusal } from '../commands/word-refusal';
import { directoryOf } from '../journeys/journey-reader';
import { Names } from '../journeys/names';
import { DaysAhead } from '../letters/days-ahead';
import { DAYS_AHEAD } from '../letters/letter-foreseen';
import { PUBLIC_URL } from '../tokens';
import { asAfter } from './as-after';
import { inOneSentence } from './in-one-sentence';
import { letterChanges } from './letter-changes';
import { stepChanges } from './step-changes';
import { takenBack, writtenOf } from './taken-back';
import { whatIsFinal } from './what-is-final';
import { whoIsCopied } from './who-is-copied';

/** Tries acts dry: the rules that will run judge them on the records as they stand, and nothing is changed. */
@Injectable()
export class DryRuns {
  constructor(
    private readonly daysAhead: DaysAhead,
    private readonly texts: Texts,
    private readonly clock: Clock,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  /** @throws ProblemError with what the act itself would be refused for */
  async of(given: GivenAct, asked: Asked): Promise<DryRunResponse> {
    const { journey, actor, onBehalfOf } = given;
    const { row, context } = journey;
    const now = this.clock.now();
    const today = dayAt(context.calendar, now);
    const untilOn = addDays(today, DAYS_AHEAD);
    // No words are kept: each stands under its own name.
    const command = asked.command((name) => name);
    const around = await this.daysAhead.around([journey], now, peopleSeatedBy(command), takenBack(command, journey));
    const stamp = { id: 'dry-run', hash: 'dry-run', by: actor.person, onBehalfOf };
    const done = foretellAct(around.today, { journeyId: row.id, command, stamp }, untilOn);
    if (done.kind === 'refused') throw wordRefusal(definitionsOf(context.definition, command), done.refusal);

    const names = new Names(done.context.definition, directoryOf(around.people)(row.programmeKey), done.state);
    const steps = stepChanges(journey, done, names, now);
    const moved = done.facts.flatMap((fact) => (fact.kind === 'definition-adopted' ? (fact.steps ?? []) : []));
    const letters = letterChanges({
      ...around,
      // What an act does to the programme itself, its letters are told by.
      journeys: new Map(around.journeys).set(row.id, asAfter(row, done)),
      before: withStepsMoved(foretell(around.today, untilOn), row.id, moved),
      after: done.letters,
      words: new Map([
        ...(await writtenOf(this.texts, around.endedFacts)),
        ...Object.entries(asked.texts).map(([name, words]): [string, string] => [name, String(words)]),
      ]),
      publicUrl: this.publicUrl,
    });
    return {
      seen: fingerprintOf({ steps, letters, untilOn }),
      sentence: bothTexts(inOneSentence(steps.length, letters), whoIsCopied(command, names)),
      steps,
      letters,
      provisionalFromOn: provisionalFrom(done.context.calendar),
      people: eachOnce(letters.map(({ to }) => to)),
      final: whatIsFinal(given.act, letters, steps, today),
      untilOn,
    };
  }
}

/** Who comes into a seat by the act: nothing names them before. */
function peopleSeatedBy(command: Command): PersonId[] {
  const { person = null, liaison = null } = command as { person?: PersonId | null; liaison?: PersonId | null };
  return [person, liaison].filter((id) => id !== null);
}

/** Of what the act does, not of how it is worded: a name that was corrected meanwhile changes nothing. */
function fingerprintOf({ steps, letters, untilOn }: Pick<DryRunResponse, 'steps' | 'letters' | 'untilOn'>): string {
  return contentHash({
    untilOn,
    steps: steps.map(({ ref, fate, before, after }) => [ref, fate, before, after]),
    letters: letters.map(({ change, kindTitle, to, beforeOn, afterOn }) => {
      return [change, kindTitle.en, to.seat, to.person?.id ?? null, beforeOn, afterOn];
    }),
  }).slice(0, 32);
}

function bothTexts(first: Text, second: Text | null): Text {
  return second === null ? first : { en: `${first.en} ${second.en}`, zh: `${first.zh}${second.zh}` };
}

function eachOnce(parties: Party[]): Party[] {
  return [...new Map(parties.map((party) => [party.person?.id ?? party.seat, party])).values()];
}
