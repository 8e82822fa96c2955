import type { Gap as GapInWords, Text } from '@citypath/contracts';
import { seatDefinition, type PersonId } from '@citypath/journey';
import { assertNever } from '../assert-never';
import { actTitle } from '../journeys/act-titles';
import type { Names } from '../journeys/names';
import { holdsProgrammeSeat, MANAGER } from '../policies/programme-seats';
import type { Reader } from '../session/reader';
import type { GapGroup } from './group-gaps';

type Mends = GapInWords['mends'];

/**
 * What mends a gap, and where the reader does it. A manager looks after the seats and people of the cities; whoever
 * sits in a seat of the programme is an administrator's affair, see may-manage-people.ts.
 *
 * @param programmePeople those who hold a seat of the programme
 */
export function gapMends(
  { gap, definition, cities }: GapGroup,
  names: Names,
  reader: Reader,
  programmePeople: ReadonlySet<PersonId>,
): Mends {
  const ofProgramme = seatDefinition(definition, gap.seat)?.of === 'programme';
  const manages = reader.administrator || holdsProgrammeSeat(reader, definition.key, MANAGER);
  const [journeyId = ''] = cities.keys();
  const seat = names.seatTitle(gap.seat);
  const fill = (): Mends => {
    const title = ofProgramme
      ? { en: `Give somebody the seat: ${seat.en}`, zh: `任命${seat.zh}` }
      : actTitle('appoint', seat);
    const page = ofProgramme
      ? `/programmes/${encodeURIComponent(definition.key)}`
      : `/journeys/${encodeURIComponent(journeyId)}#seats`;
    return doneBy(ofProgramme ? reader.administrator : manages, title, page, ofProgramme);
  };
  const correct = (person: PersonId, title: Text, form: string): Mends => {
    const isOfProgramme = programmePeople.has(person);
    const may = isOfProgramme ? reader.administrator : manages;
    return doneBy(may, title, `/people/${encodeURIComponent(person)}?form=${form}`, isOfProgramme);
  };
  switch (gap.kind) {
    case 'vacant':
    case 'loop':
      return fill();
    case 'unreachable': {
      if (gap.because === 'erased' || gap.because === 'unknown') return fill();
      const who = names.personText(gap.person);
      return correct(gap.person, { en: `Correct the address of ${who.en}`, zh: `更正${who.zh}的邮箱地址` }, 'details');
    }
    case 'away': {
      const who = names.personText(gap.person);
      return correct(gap.person, { en: `Name who stands in for ${who.en}`, zh: `指定${who.zh}的代理人` }, 'leave');
    }
    case 'nobody-above':
      return { title: { en: 'Mend one of the seats above', zh: '请先补齐上级职务' }, page: null };
    default:
      return assertNever(gap);
  }
}

function doneBy(may: boolean, title: Text, page: string, ofProgramme: boolean): Mends {
  if (may) return { title, page };
  const [en, zh] = ofProgramme ? ['an administrator', '系统管理员'] : ['the programme manager', '项目经理'];
  return { title: { en: `${title.en} (${en} does this)`, zh: `${title.zh}（由${zh}办理）` }, page: null };
}
