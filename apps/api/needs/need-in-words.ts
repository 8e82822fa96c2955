import { provisionalFrom, type Day } from '@citypath/calendar';
import type { Need, Sign, Text } from '@citypath/contracts';
import type { RuleContext } from '@citypath/journey';
import type { NeedRow } from '@citypath/store';
import { assertNever } from '../assert-never';
import { actTitle } from '../journeys/act-titles';
import { Names, type Directory, type Titles } from '../journeys/names';
import { workingDaysLeft } from '../journeys/step-sign';
import type { Reader } from '../session/reader';

export interface NeedSources {
  context: RuleContext;
  directory: Directory;
  reader: Reader;
}

/** A row of the records as the reader is told of it, with its one act. */
export function needInWords(row: NeedRow, { context, directory, reader }: NeedSources): Need {
  const { definition } = context;
  const { stepRef, title } = row;
  const names = new Names(definition, directory, titled(stepRef, title));
  const step = stepRef === null ? null : { ref: stepRef, title: names.stepTitle(stepRef) };
  const [dueOn, todayOn] = [row.dueOn as Day | null, row.todayOn as Day];
  const worksFor = row.section !== 'late' && row.liaison === reader.person && row.holder !== reader.person;
  return {
    id: `${row.journeyId}:${row.key}`,
    section: row.section,
    journeyId: row.journeyId,
    city: row.city,
    demonstration: row.demonstration,
    programme: { key: row.programmeKey, title: definition.title },
    step,
    vacant: row.vacant === null ? null : names.seatTitle(row.vacant),
    sign: signOf(row),
    optional: row.optional,
    dueOn,
    todayOn,
    provisionalFromOn: provisionalFrom(context.calendar),
    workingDaysLeft: workingDaysLeft(context, todayOn, dueOn),
    who: names.party(row),
    onBehalfOf: worksFor ? names.person(row.holder) : null,
    asked:
      row.kind === 'question'
        ? {
            by: names.person(row.askedBy),
            words: typeof row.words === 'string' ? row.words : null,
            on: row.sinceOn,
          }
        : null,
    act: { title: actInWords(row, names, step?.title ?? names.programme), page: pageOf(row, names) },
  };
}

/** A step's own title, where it has one, for the names. */
function titled(ref: string | null, title: string | null): Titles | null {
  return ref === null || title === null ? null : { steps: { [ref]: { title } } };
}

function signOf({ kind, onHold, optional, dueOn, todayOn }: NeedRow): Sign | null {
  if (kind !== 'to-do' && kind !== 'to-accept') return null;
  if (onHold) return 'on-hold';
  if (kind === 'to-accept') return 'submitted';
  return !optional && dueOn !== null && dueOn < todayOn ? 'late' : 'open';
}

function actInWords(row: NeedRow, names: Names, step: Text): Text {
  if (row.section === 'late') return { en: 'Look at the step', zh: '查看该步骤' };
  switch (row.kind) {
    case 'to-do':
      return actTitle('submit', step);
    case 'to-accept':
      return decision(row, step);
    case 'question':
      return { en: 'Answer the question', zh: '答复问题' };
    case 'to-release':
      return { en: `Release or decline: ${step.en}`, zh: `决定是否放行：${step.zh}` };
    case 'contact': {
      const seat = names.seatTitle(row.vacant ?? row.seat);
      const who = names.person(names.holderOf({ seat: row.vacant ?? row.seat, holder: row.sits }));
      return who
        ? { en: `Correct the address of ${who.name}`, zh: `更正${who.nameZh ?? who.name}的邮箱地址` }
        : { en: `Mend the address: ${seat.en}`, zh: `更正联系方式：${seat.zh}` };
    }
    case 'ladder-ended':
      return actTitle('agree-date', step);
    case 'vacancy':
      return actTitle('appoint', names.seatTitle(row.vacant ?? row.seat));
    default:
      return assertNever(row.kind);
  }
}

function decision({ waiver }: NeedRow, { en, zh }: Text): Text {
  return waiver
    ? { en: `Decide on the waiver: ${en}`, zh: `决定是否免除${zh}` }
    : { en: `Accept or return: ${en}`, zh: `审核${zh}` };
}

/** Where it is done; who comes there to act finds the form open. */
function pageOf({ journeyId, stepRef, kind, section, vacant, sits }: NeedRow, names: Names): string {
  const journey = `/journeys/${encodeURIComponent(journeyId)}`;
  if (kind === 'contact') {
    const person = vacant === null ? null : names.holderOf({ seat: vacant, holder: sits });
    return person === null ? `${journey}#seats` : `/people/${encodeURIComponent(person)}?form=details`;
  }
  if (stepRef === null) return `${journey}#seats`;
  const step = `${journey}/steps/${encodeURIComponent(stepRef)}`;
  if (section === 'late') return `${step}?at=details`;
  switch (kind) {
    case 'question':
      return `${step}?at=comments`;
    case 'to-release':
      return `${step}?act=release-rung`;
    case 'ladder-ended':
      return `${step}?act=agree-date`;
    default:
      return step;
  }
}
