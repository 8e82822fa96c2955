import type { ActName, StuckOption, Text } from '@citypath/contracts';
import { isMeeting, requireStep, seatDefinition, type PersonId, type Stuck } from '@citypath/journey';
import { assertNever } from '../assert-never';
import { actTitle } from '../journeys/act-titles';
import type { KnownJourney } from '../journeys/journey-reader';
import type { Directory, Names } from '../journeys/names';
import type { ActTarget } from '../policies/act-rules';
import { mayAct } from '../policies/may-act';
import { holdsProgrammeSeat, MANAGER } from '../policies/programme-seats';
import type { Reader } from '../session/reader';
import type { StuckJourney } from './stuck-journey';

/** An act that helps, and what it is done to. */
interface Helps {
  act: ActName;
  target: ActTarget;
}

/**
 * What can be done about a journey that is held up: what the reader may do, each with the page on which its form
 * stands open; where that is nothing, the first thing that somebody else does.
 */
export function stuckOptions(stuck: StuckJourney, directory: Directory, names: Names, reader: Reader): StuckOption[] {
  const { journey, found } = stuck;
  if (found.cause === 'contact-lost') {
    const { who } = found.why;
    return [addressOption(journey, names.holderOf(who), directory, names, reader)];
  }
  if (found.cause === 'vacancy' && isOfProgramme(journey, found.vacant))
    return [seatOption(journey, found, names, reader)];
  const helps = actsFor(journey, found);
  const mine = helps.filter(({ act, target }) => mayAct(journey.context, journey.state, reader, act, target).may);
  if (mine.length > 0) return mine.map((help) => offered(journey, help, names, true));
  return helps.slice(0, 1).map((help) => offered(journey, help, names, false));
}

function actsFor({ context, state }: KnownJourney, found: Stuck): Helps[] {
  const toJourney = (act: ActName): Helps => ({ act, target: { kind: 'journey' } });
  switch (found.cause) {
    case 'on-hold':
      return [toJourney('resume')];
    case 'never-met':
      return [
        ...found.missing.flatMap((ref): Helps[] =>
          (['complete', 'skip'] as const).map((act) => ({ act, target: { kind: 'step', ref } })),
        ),
        toJourney('adopt-definition'),
      ];
    case 'nothing-open':
      return found.next === null ? [toJourney('finish')] : [];
    case 'vacancy':
      return found.vacant === null ? [] : [{ act: 'appoint', target: { kind: 'seat', seat: found.vacant } }];
    default: {
      const { step: ref } = found.why;
      const meets = isMeeting(requireStep(context.definition, ref)) && state.steps[ref]?.eventOn == null;
      const toStep = (...acts: ActName[]): Helps[] => acts.map((act) => ({ act, target: { kind: 'step', ref } }));
      switch (found.cause) {
        case 'to-release':
          return toStep('release-rung', 'decline-rung');
        case 'acceptance-overdue':
        case 'to-accept':
          return toStep('accept', 'return');
        case 'to-be-confirmed':
          return toStep(...(meets ? (['schedule-event'] as const) : []), 'agree-date');
        case 'overdue':
        case 'ladder-ended':
        case 'on-its-way':
          if (state.steps[ref]?.status === 'submitted') return toStep('accept', 'return');
          return [...toStep('agree-date', 'submit'), toJourney('hold')];
        case 'contact-lost':
          return [];
        default:
          return assertNever(found.cause);
      }
    }
  }
}

function offered({ row }: KnownJourney, { act, target }: Helps, names: Names, may: boolean): StuckOption {
  const title = actTitle(act, titleOf(target, names));
  return { act, ...doneBy(may, title, pageOf(row.id, act, target), false) };
}

function titleOf(target: ActTarget, names: Names): Text {
  switch (target.kind) {
    case 'step':
      return names.stepTitle(target.ref);
    case 'seat':
      return names.seatTitle(target.seat);
    case 'journey':
      return names.programme;
    default:
      return assertNever(target);
  }
}

/** Where the form of the act stands; of a step it is open. */
function pageOf(journeyId: string, act: ActName, target: ActTarget): string {
  const journey = `/journeys/${encodeURIComponent(journeyId)}`;
  switch (target.kind) {
    case 'step':
      return `${journey}/steps/${encodeURIComponent(target.ref)}?act=${act}`;
    case 'seat':
      return `${journey}#seats`;
    case 'journey':
      return `${journey}#whole`;
    default:
      return assertNever(target);
  }
}

/** Who sits in a seat of the programme is an administrator's affair, see may-manage-people.ts. */
function addressOption(
  { context }: KnownJourney,
  person: PersonId | null,
  { programmeSeats }: Directory,
  names: Names,
  reader: Reader,
): StuckOption {
  const ofProgramme = Object.values(programmeSeats).includes(person);
  const may = reader.administrator || (!ofProgramme && holdsProgrammeSeat(reader, context.definition.key, MANAGER));
  const who = names.personText(person);
  const title = { en: `Correct the address of ${who.en}`, zh: `更正${who.zh}的邮箱地址` };
  const page = person === null ? '/people' : `/people/${encodeURIComponent(person)}?form=details`;
  return { act: null, ...doneBy(may, title, page, ofProgramme) };
}

function seatOption({ context }: KnownJourney, found: Stuck, names: Names, reader: Reader): StuckOption {
  const seat = names.seatTitle('vacant' in found && found.vacant !== null ? found.vacant : '');
  const title = { en: `Give somebody the seat: ${seat.en}`, zh: `任命${seat.zh}` };
  const page = `/programmes/${encodeURIComponent(context.definition.key)}`;
  return { act: null, ...doneBy(reader.administrator, title, page, true) };
}

function isOfProgramme({ context }: KnownJourney, seat: string | null): boolean {
  return seat !== null && seatDefinition(context.definition, seat)?.of === 'programme';
}

function doneBy(
  may: boolean,
  title: Text,
  page: string,
  byAdministrator: boolean,
): Pick<StuckOption, 'title' | 'page'> {
  if (may) return { title, page };
  const [en, zh] = byAdministrator ? ['an administrator', '系统管理员'] : ['the programme manager', '项目经理'];
  return { title: { en: `${title.en} (${en} does this)`, zh: `${title.zh}（由${zh}办理）` }, page: null };
}
