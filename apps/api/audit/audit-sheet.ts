import type { AuditEntry, Language, PersonShort } from '@citypath/contracts';
import { inert } from '../board-export/board-sheet';

const TITLES: Record<Language, string[]> = {
  en: [
    'Day',
    'Time',
    'Time zone',
    'Act',
    'Who',
    'On behalf of',
    'City',
    'Programme',
    'What was done',
    'Why',
    'What changed with it',
  ],
  zh: ['日期', '时间', '时区', '操作', '操作人', '代表', '城市', '项目', '操作内容', '理由', '随之变动'],
};
const ERASED: Record<Language, string> = { en: 'The words were erased.', zh: '文字已删除。' };
/** A spreadsheet program takes no longer text in a cell. */
const MOST_CHARACTERS = 32_000;

/** The head of the table. */
export function auditHeader(language: Language): string[] {
  return TITLES[language];
}

/** An act as a line of it. Every text is one that no spreadsheet program computes. */
export function auditLine(entry: AuditEntry, language: Language): string[] {
  const { on, time, zone, actTitle, by, onBehalfOf, city, programme, sentence, reason, changes, moreChanges } = entry;
  const others = changes.map((text) => text[language]);
  if (moreChanges > 0) others.push(language === 'zh' ? `另有${moreChanges}项` : `and ${moreChanges} more`);
  return [
    on,
    time,
    zone,
    actTitle[language],
    nameOf(by, language),
    nameOf(onBehalfOf, language),
    (language === 'zh' ? city?.nameZh : null) ?? city?.nameEn ?? '',
    programme?.title[language] ?? '',
    sentence[language],
    reason === null ? '' : (reason.words ?? ERASED[language]),
    others.join('\n'),
  ].map((text) => inert(text.slice(0, MOST_CHARACTERS)));
}

function nameOf(person: PersonShort | null, language: Language): string {
  if (person === null) return '';
  return language === 'zh' ? (person.nameZh ?? person.name) : person.name;
}
