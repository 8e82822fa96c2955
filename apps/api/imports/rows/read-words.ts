import type { CityLevel, Language } from '@citypath/contracts';
import { lettersOf } from '../../cities/plain-name';

const LEVELS: Record<CityLevel, string[]> = {
  municipality: ['municipality', '直辖市', '省级'],
  prefecture: ['prefecture', 'prefecture level city', 'prefecture-level', '地级市', '地级', '副省级市', '副省级'],
  'county-level-city': ['county level city', 'county-level', '县级市', '县级'],
  county: ['county', '县', '自治县'],
  district: ['district', '区', '市辖区'],
};

const LANGUAGES: Record<Language | 'both', string[]> = {
  zh: ['zh', 'zh-cn', 'cn', 'chinese', '中文', '汉语', '简体中文'],
  en: ['en', 'english', '英文', '英语'],
  both: ['both', 'not known', 'unknown', '双语', '中英文', '不清楚', '未知'],
};

const DONE = ['x', 'yes', 'y', 'done', 'true', '1', 'v', '是', '已完成', '完成', '有', '已'];
const SIGNS_OF_DONE = ['✓', '✔', '√', '●', '☑', '?', '？'];
const NOT_DONE = ['', 'no', 'n', 'false', '0', 'not yet', '否', '未', '未完成', '无', '没有'];
const SIGNS_OF_NOT_DONE = ['-', '–', '—', '/', '☐', '○'];

/** @returns the level that is meant, or null */
export function readLevel(text: string): CityLevel | null {
  return foundIn(LEVELS, text);
}

/** @returns the language that is meant, null where both are, or undefined */
export function readLanguage(text: string): Language | null | undefined {
  const found = foundIn(LANGUAGES, text);
  if (found === null) return undefined;
  return found === 'both' ? null : found;
}

/** @returns two letters, or null */
export function readCountry(text: string): string | null {
  const plain = text.trim();
  if (['china', 'prc', 'chn', '中国'].includes(plain.toLowerCase())) return 'CN';
  return /^[A-Za-z]{2}$/.test(plain) ? plain.toUpperCase() : null;
}

/** Whether a mark says that a step is done; null: it says neither. */
export function readMark(text: string): boolean | null {
  const plain = text.trim().toLowerCase();
  if (DONE.includes(plain) || SIGNS_OF_DONE.includes(plain)) return true;
  return NOT_DONE.includes(plain) || SIGNS_OF_NOT_DONE.includes(plain) ? false : null;
}

function foundIn<Key extends string>(known: Record<Key, string[]>, text: string): Key | null {
  const letters = lettersOf(text);
  const found = (Object.entries(known) as [Key, string[]][]).find(([, words]) =>
    words.some((word) => lettersOf(word) === letters),
  );
  return found?.[0] ?? null;
}
