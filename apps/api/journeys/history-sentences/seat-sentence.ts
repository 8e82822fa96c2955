import { assertNever } from '../../assert-never';
import type { Text } from '@citypath/contracts';
import type { Day } from '@citypath/calendar';
import type { Names } from '../names';
import { listText, sentence, type TellDay } from '../words';
import { actorText } from './actor';
import { factsOf, type FactOf } from './facts-of';

export const isSeatFact = factsOf(
  'seat-appointed',
  'seat-handed-over',
  'seat-vacated',
  'liaison-named',
  'vacancy-noticed',
  'welcomed',
);

export function seatSentence(
  fact: FactOf<
    'seat-appointed' | 'seat-handed-over' | 'seat-vacated' | 'liaison-named' | 'vacancy-noticed' | 'welcomed'
  >,
  names: Names,
  tellDay: TellDay,
): Text {
  switch (fact.kind) {
    case 'seat-appointed':
      return appointed(fact, names, tellDay);
    case 'seat-handed-over': {
      const [seat, from, to] = [names.seatTitle(fact.seat), names.personText(fact.from), names.personText(fact.holder)];
      const since = sinceText(fact.happenedOn, tellDay);
      return sentence(
        `${actorText(fact, names).en} handed the seat of ${seat.en} over from ${from.en} to ${to.en}${since.en}. Open work and letters moved along.`,
        `${seat.zh}由${from.zh}移交给${to.zh}${since.zh}，未办结事项与信件一并移交。`,
      );
    }
    case 'seat-vacated': {
      const [seat, from, on] = [names.seatTitle(fact.seat), names.personText(fact.from), tellDay(fact.happenedOn)];
      return sentence(
        `${from.en} left the seat of ${seat.en} on ${on.en}; it is vacant.`,
        `${from.zh}于${on.zh}卸任${seat.zh}，该职务空缺。`,
      );
    }
    case 'liaison-named':
      return liaisonNamed(fact, names);
    case 'vacancy-noticed': {
      const [seat, to] = [names.seatTitle(fact.seat), listText(fact.to.map((one) => names.partyText(one)))];
      return sentence(
        `The seat of ${seat.en} is vacant; ${to.en} ${fact.to.length > 1 ? 'were' : 'was'} told.`,
        `${seat.zh}空缺，已告知${to.zh}。`,
      );
    }
    case 'welcomed': {
      const to = listText(fact.to.map((one) => names.partyText(one)));
      return sentence(
        `${to.en} ${fact.to.length > 1 ? 'were' : 'was'} welcomed by letter.`,
        `已向${to.zh}发送欢迎信。`,
      );
    }
    default:
      return assertNever(fact);
  }
}

function appointed(fact: FactOf<'seat-appointed'>, names: Names, tellDay: TellDay): Text {
  const seat = names.seatTitle(fact.seat);
  const since = sinceText(fact.happenedOn, tellDay);
  if (fact.holder !== null) {
    const holder = names.personText(fact.holder);
    return fact.tell
      ? sentence(
          `${actorText(fact, names).en} appointed ${holder.en} as ${seat.en}${since.en}.`,
          `${actorText(fact, names).zh}登记任命${holder.zh}为${seat.zh}${since.zh}。`,
        )
      : sentence(`${holder.en} is ${seat.en}${since.en}.`, `${holder.zh}任${seat.zh}${since.zh}。`);
  }
  if (fact.liaison === null) {
    return sentence(`${seat.en}: an office without a named person.`, `${seat.zh}：未指定具体人员。`);
  }
  const liaison = names.personText(fact.liaison);
  return sentence(`${seat.en}: ${liaison.en} does its office work.`, `${seat.zh}：由${liaison.zh}负责联络。`);
}

function liaisonNamed(fact: FactOf<'liaison-named'>, names: Names): Text {
  const seat = names.seatTitle(fact.seat);
  if (fact.liaison === null) {
    return sentence(`The seat of ${seat.en} no longer has a liaison.`, `${seat.zh}不再设联络人。`);
  }
  const liaison = names.personText(fact.liaison);
  return sentence(
    `${actorText(fact, names).en} named ${liaison.en} as liaison of the ${seat.en}.`,
    `${actorText(fact, names).zh}指定${liaison.zh}为${seat.zh}的联络人。`,
  );
}

function sinceText(day: Day | null, tellDay: TellDay): Text {
  if (day === null) return { en: ', since a day that is not known', zh: '（起始日期不详）' };
  const on = tellDay(day);
  return { en: ` from ${on.en}`, zh: `（自${on.zh}起）` };
}
