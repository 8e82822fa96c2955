import type { JourneyState, RuleContext, StepRef } from '@citypath/journey';
import { assertNever } from '../assert-never';
import type { Reader } from '../session/reader';
import { mayAct, mayJoinCities, mayKeepCities, type ActTarget } from './may-act';
import { mayWithPeople, mayWithPerson, type PersonAct, type PersonAsked } from './may-manage-people';
import { mayKeepLetters, mayReadLetters } from './may-read-letters';
import { maySeeJourney, maySeePack, maySeeProgramme, maySeeStep, type JourneyPlace } from './may-see';
import { maySeeGaps } from './may-see-gaps';
import type { Policy } from './policy';

/** What a request is about. A policy asks for the part that it needs and for no other. */
export interface About {
  programme?: string;
  journey?: { row: JourneyPlace; state: JourneyState; context: RuleContext };
  target?: ActTarget;
  person?: PersonAsked;
}

/**
 * Whether a policy lets somebody do this. The one place that decides it, for the guard before each route as for the
 * page that shows who may what.
 *
 * @param reader null: nobody is signed in
 */
export function allows(policy: Policy, reader: Reader | null, about: About): boolean {
  if (policy.kind === 'anyone') return true;
  if (reader === null) return false;
  switch (policy.kind) {
    case 'signed-in':
    case 'oneself':
    case 'what-one-sees':
    case 'letters-one-reads':
    case 'papers-one-reads':
    case 'gaps-one-reads':
    case 'trail-one-reads':
      return true;
    case 'sees-journey':
      return maySeeJourney(reader, named(about.journey).row);
    case 'keeps-letters':
      return mayKeepLetters(reader, named(about.programme));
    case 'runs-journey':
      return maySeeGaps(reader, named(about.journey).context.definition);
    case 'sees-pack': {
      const target = named(about.target);
      return target.kind === 'seat' && maySeePack(reader, named(about.journey), target.seat);
    }
    case 'sees-programme':
    case 'cities-one-sees':
      return maySeeProgramme(reader, named(about.programme));
    case 'administrator':
      return reader.administrator;
    case 'joins-cities':
    case 'imports-cities':
    case 'acts-on-many':
      return mayJoinCities(reader, named(about.programme));
    case 'keeps-cities':
      return mayKeepCities(reader);
    case 'people':
      return mayWithPeople(reader, policy.act);
    case 'person':
      return mayWithPerson(reader, policy.act, named(about.person));
    case 'act': {
      const { context, state } = named(about.journey);
      return mayAct(context, state, reader, policy.act, named(about.target)).may;
    }
    default:
      return assertNever(policy);
  }
}

/** Whether the route lets more people in than its answer is for, and leaves out what is not for them. */
export function cutsItsAnswer({ kind }: Policy): boolean {
  return /^(what|cities|letters|papers|gaps|trail)-one-(sees|reads)$/.test(kind);
}

/**
 * How far a policy lets somebody reach: `all` of what the request is about, what there is of their own, or `nothing`.
 * Beside allows() it knows what the routes that let everybody in leave out of their answers.
 */
export function reachOf(policy: Policy, reader: Reader | null, about: About): 'all' | 'own' | 'nothing' {
  if (!allows(policy, reader, about)) {
    return policy.kind === 'person' && reader !== null && mayWithOwnRecord(reader, policy.act) ? 'own' : 'nothing';
  }
  if (reader === null) return 'all';
  const sees = () => maySeeJourney(reader, named(about.journey).row);
  switch (policy.kind) {
    case 'oneself':
      return 'own';
    case 'what-one-sees':
    case 'cities-one-sees':
      return sees() ? 'all' : 'nothing';
    case 'letters-one-reads':
      if (mayReadLetters(reader, named(about.journey).context.definition)) return 'all';
      return sees() ? 'own' : 'nothing';
    case 'gaps-one-reads':
    case 'trail-one-reads':
      return maySeeGaps(reader, named(about.journey).context.definition) ? 'all' : 'nothing';
    case 'papers-one-reads':
      return maySeeStep(reader, named(about.journey), stepIn(about)) ? 'all' : 'nothing';
    default:
      return 'all';
  }
}

function mayWithOwnRecord(reader: Reader, act: PersonAct): boolean {
  const person = { id: reader.person, isAdministrator: reader.administrator, programmeSeats: reader.seats };
  return mayWithPerson(reader, act, { person, citySeats: reader.citySeats });
}

function stepIn({ target }: About): StepRef | null {
  return target?.kind === 'step' ? target.ref : null;
}

function named<Part>(part: Part | undefined): Part {
  if (part === undefined) throw new Error('The request does not say what its policy asks about');
  return part;
}
