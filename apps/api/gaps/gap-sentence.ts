import type { Text } from '@citypath/contracts';
import type { ChainPlace, Gap } from '@citypath/post';
import type { Day } from '@citypath/calendar';
import { assertNever } from '../assert-never';
import type { Names } from '../journeys/names';
import { dayText, listText, sentence } from '../journeys/words';
import type { GapGroup } from './group-gaps';

/** Who is missing, and what the seat does for the open steps that run through it. */
export function gapSentence(group: GapGroup, names: Names, today: Day): Text {
  const { gap } = group;
  if (gap.kind === 'nobody-above') {
    const what = stepsText(group, 'rung');
    return sentence(
      `Nobody above is told of the delay of ${what.en}: every seat there is empty or out of reach.`,
      `${what.zh}如有延误，上级无人获知：相关职务均空缺或无法联系。`,
    );
  }
  const seat = names.seatTitle(gap.seat);
  const trouble = troubleText(gap, names, today);
  const does = consequences(group);
  if (gap.kind === 'vacant') {
    return sentence(`${trouble.en} That seat ${does.en}.`, `${trouble.zh}该职务${does.zh}。`);
  }
  const who = names.personText(gap.person);
  return sentence(
    `${trouble.en} As ${seat.en} ${who.en} ${does.en}.`,
    `${trouble.zh}${who.zh}作为${seat.zh}${does.zh}。`,
  );
}

function troubleText(gap: Exclude<Gap, { kind: 'nobody-above' }>, names: Names, today: Day): Text {
  switch (gap.kind) {
    case 'vacant': {
      const seat = names.seatTitle(gap.seat);
      return { en: `Nobody is ${seat.en}.`, zh: `${seat.zh}空缺。` };
    }
    case 'unreachable':
      return unreachableText(gap, names);
    case 'away': {
      const [who, until] = [names.personText(gap.person), dayText(gap.untilOn, today)];
      return {
        en: `${who.en} is away until ${until.en}, and nobody who could be reached stands in.`,
        zh: `${who.zh}休假至${until.zh}，且没有可联系到的代理人。`,
      };
    }
    case 'loop': {
      const [who, also] = [names.personText(gap.person), names.seatTitle(gap.alsoSeat)];
      return {
        en: `${who.en} is told before, as ${also.en}: the next letter climbs no higher.`,
        zh: `${who.zh}此前已作为${also.zh}获知，再次致信等于没有上报。`,
      };
    }
    default:
      return assertNever(gap);
  }
}

function unreachableText({ person, because }: Extract<Gap, { kind: 'unreachable' }>, names: Names): Text {
  const who = names.personText(person);
  switch (because) {
    case 'bounced':
      return { en: `Letters to ${who.en} come back.`, zh: `写给${who.zh}的信函被退回。` };
    case 'no-address':
      return { en: `No mail address of ${who.en} is known.`, zh: `没有${who.zh}的邮箱地址。` };
    case 'erased':
      return { en: 'Whoever holds the seat was erased.', zh: '该职务任职人员的信息已删除。' };
    case 'unknown':
      return { en: 'Nothing is known of whoever holds the seat.', zh: '没有该职务任职人员的信息。' };
    default:
      return assertNever(because);
  }
}

const PLACES: ChainPlace[] = ['owner', 'rung', 'acceptor'];

function consequences(group: GapGroup): Text {
  const said = PLACES.filter((place) => group.steps.has(place)).map((place): Text => {
    const what = stepsText(group, place);
    switch (place) {
      case 'owner':
        return { en: `has ${what.en}`, zh: `负责${what.zh}` };
      case 'rung':
        return { en: `is told of the delay of ${what.en}`, zh: `接收${what.zh}的延误通报` };
      case 'acceptor':
        return { en: `accepts ${what.en}`, zh: `审核${what.zh}` };
    }
  });
  return { en: listText(said).en, zh: said.map(({ zh }) => zh).join('，并') };
}

/** One by its title, more by their number; over several cities with their number too. */
function stepsText(group: GapGroup, place: ChainPlace): Text {
  const steps = [...(group.steps.get(place)?.values() ?? [])];
  const [first] = steps;
  const of =
    group.cities.size > 1
      ? { en: ` in ${group.cities.size} cities`, zh: `${group.cities.size}个城市的` }
      : { en: '', zh: '' };
  if (steps.length === 1 && first) return { en: first.en, zh: `“${first.zh}”` };
  return { en: `${steps.length} open steps${of.en}`, zh: `${of.zh}${steps.length}个进行中的步骤` };
}
