import type { Text } from '@citypath/contracts';
import type { ProgrammeDefinition } from '@citypath/journey';
import { stepsBeforeJoining } from '../../programmes/programme-outline';

export type PersonPart = 'family' | 'given' | 'nameZh' | 'address' | 'language' | 'title';

/** Something that a column may tell. */
export interface ImportField {
  /** 'city.nameEn', 'seat.cro.address', 'step.asw' */
  key: string;
  group: Text;
  title: Text;
  /** A row cannot do without it. */
  wanted: boolean;
  /** Other ways in which people write the title of such a column. */
  also: string[];
}

const CITY: Text = { en: 'City', zh: '城市' };
const STEPS: Text = { en: 'What is done', zh: '已完成的事项' };

const cityFields: Omit<ImportField, 'group'>[] = [
  field('city.nameEn', 'City', '城市英文名', true, [
    'english name',
    'city name',
    'name en',
    'name',
    '英文名',
    '城市名称英文',
  ]),
  field('city.nameZh', 'City in Chinese', '城市中文名', false, [
    'chinese name',
    'name zh',
    '中文名',
    '城市',
    '城市名称',
    '市',
  ]),
  field('city.level', 'Level', '级别', false, ['city level', 'type', '行政级别', '城市级别']),
  field('city.gbCode', 'GB/T 2260 code', '行政区划代码', false, [
    'code',
    'gb code',
    'gbt2260',
    'adcode',
    '代码',
    '区划代码',
  ]),
  field('city.country', 'Country', '国家', false, ['nation', '国别']),
  field('joinedOn', 'Joined on', '加入日期', false, ['joined', 'date of joining', 'programme joined on', '加入时间']),
];

const personParts: Record<PersonPart, { title: Text; also: string[] }> = {
  family: { title: { en: 'family name', zh: '姓' }, also: ['surname', 'last name', '姓氏', '姓（拼音）'] },
  given: { title: { en: 'given name', zh: '名' }, also: ['first name', 'forename', '名字', '名（拼音）'] },
  nameZh: { title: { en: 'Chinese name', zh: '中文姓名' }, also: ['name in chinese', '姓名'] },
  address: {
    title: { en: 'address', zh: '邮箱' },
    also: ['email', 'e-mail', 'mail', 'email address', '电子邮箱', '邮件'],
  },
  language: { title: { en: 'language', zh: '语言' }, also: ['letters in', '通信语言'] },
  title: { title: { en: 'title', zh: '职务' }, also: ['position', '头衔', '职位'] },
};

/** Every field of a programme's import, in the order of the template. */
export function importFields(definition: ProgrammeDefinition): ImportField[] {
  const seats = definition.seats.filter((seat) => seat.of === 'city');
  const officer = definition.steps.find(({ appoints }) => appoints !== undefined)?.appoints ?? seats[0]?.key;
  // The officer first: a column that names no seat is about him or her.
  const ordered = [...seats.filter(({ key }) => key === officer), ...seats.filter(({ key }) => key !== officer)];
  return [
    ...cityFields.map((each) => ({ ...each, group: CITY })),
    ...ordered.flatMap(({ key, title }) => seatFields(key, title, key === officer)),
    ...stepsBeforeJoining(definition).map(({ key, title }) => ({
      ...field(`step.${key}`, title.en, title.zh, false, [key]),
      group: STEPS,
    })),
  ];
}

function seatFields(seat: string, title: Text, isOfficer: boolean): ImportField[] {
  const names = [title.en, title.zh, seat.replaceAll('_', ' ')];
  return (Object.entries(personParts) as [PersonPart, { title: Text; also: string[] }][]).map(([part, words]) => {
    const partNames = [words.title.en, words.title.zh, ...words.also];
    const combined = names.flatMap((name) => partNames.map((partName) => `${name} ${partName}`));
    return {
      key: `seat.${seat}.${part}`,
      group: title,
      title: { en: `${title.en}: ${words.title.en}`, zh: `${title.zh}${words.title.zh}` },
      wanted: false,
      also: isOfficer ? [...combined, ...partNames] : combined,
    };
  });
}

function field(key: string, en: string, zh: string, wanted: boolean, also: string[]): Omit<ImportField, 'group'> {
  return { key, title: { en, zh }, wanted, also };
}
