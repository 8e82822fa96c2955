import { dayToComeInWords, isDay, type Day } from '@citypath/calendar';
import type { BoardResponse, Language, Sign } from '@citypath/contracts';

type Row = BoardResponse['rows'][number];
type Cell = Row['cells'][number];

const SIGNS: Record<Sign, { en: string; zh: string }> = {
  done: { en: 'done', zh: '已完成' },
  open: { en: 'open', zh: '进行中' },
  late: { en: 'late', zh: '已逾期' },
  submitted: { en: 'handed in', zh: '已提交' },
  'on-hold': { en: 'on hold', zh: '已暂停' },
  waiting: { en: 'waiting', zh: '等待中' },
  'not-needed': { en: 'not needed', zh: '无需办理' },
};

const TITLES = {
  en: [
    'City',
    'City in Chinese',
    'Next step',
    'Due on',
    'Provisional',
    'Planned by CityPath',
    'Who has it',
    'Where it stands',
  ],
  zh: ['城市（英文）', '城市', '下一步', '截止日期', '暂定', '由 CityPath 计划', '负责人', '目前进展'],
};

/** The board as a table: a city a row, its stages as columns. Every text is one that no spreadsheet program computes. */
export function boardSheet(
  programme: BoardResponse['programme'],
  rows: readonly Row[],
  language: Language,
): { header: string[]; rows: string[][] } {
  const [city = '', inChinese = '', ...others] = TITLES[language];
  return {
    header: [city, inChinese, ...programme.stages.map(({ title }) => title[language]), ...others].map(inert),
    rows: rows.map((row) => lineOf(row, language).map(inert)),
  };
}

/** Excel and its like compute what begins with one of these: an apostrophe before it makes it text. */
export function inert(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function lineOf({ city, cells, next, why, provisionalFromOn }: Row, language: Language): string[] {
  const yes = language === 'zh' ? '是' : 'yes';
  const person = next?.who.person ?? null;
  return [
    city.nameEn,
    city.nameZh ?? '',
    ...cells.map((cell) => stageText(cell, provisionalFromOn, language)),
    next?.title[language] ?? '',
    // As computers read it: a sheet sorts by it.
    next?.dueOn ?? '',
    next?.dueOn && next.dueOn >= provisionalFromOn ? yes : '',
    next?.planned === true ? yes : '',
    person === null
      ? (next?.who.seatTitle[language] ?? '')
      : language === 'zh'
        ? (person.nameZh ?? person.name)
        : person.name,
    why[language],
  ];
}

function stageText({ sign, known, dueOn, step }: Cell, provisionalFromOn: string, language: Language): string {
  const said = SIGNS[sign][language];
  if (sign === 'done') return known ? said : said + (language === 'zh' ? '（日期不详）' : ' (date not known)');
  if (step === null) return said;
  const day = dueOn === null || !isDay(dueOn) ? null : dayToComeInWords(dueOn, provisionalFromOn as Day, language);
  const title = step.title[language];
  return language === 'zh'
    ? `${said}：${title}${day === null ? '' : `，${day}截止`}`
    : `${said}: ${title}${day === null ? '' : `, due ${day}`}`;
}
