import { pinyin } from 'pinyin-pro';

/** What is said behind a city's own name, in English and in pinyin, and tells nothing about which city it is. */
const BEHIND = new Set([
  'city',
  'county',
  'district',
  'municipality',
  'prefecture',
  'level',
  'autonomous',
  'shi',
  'xian',
  'qu',
]);

const BEHIND_ZH = /(自治县|自治旗|自治州|地区|新区|市|县|区|旗|盟|州)$/u;

/** Letters and digits of a name, in lower case and without marks: what is left when spelling does not count. */
export function lettersOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '');
}

/** An English name by which two spellings of one city are found: "Yiwu City", "YIWU" and "Yì-wū shì" are 'yiwu'. */
export function plainNameEn(nameEn: string): string {
  const words = nameEn
    .split(/[\s,()_-]+/u)
    .map(lettersOf)
    .filter((word) => word !== '');
  while (words.length > 1 && BEHIND.has(words.at(-1) ?? '')) words.pop();
  return words.join('');
}

/** A Chinese name without 市, 县, 区; a name of two characters keeps both. */
export function plainNameZh(nameZh: string): string {
  const whole = nameZh.normalize('NFKC').replace(/\s/gu, '');
  const short = whole.replace(BEHIND_ZH, '');
  return short.length >= 2 ? short : whole;
}

/** A Chinese name as its pinyin is written in English: '吕梁市' is 'luliang'. */
export function pinyinOf(nameZh: string): string {
  return lettersOf(pinyin(plainNameZh(nameZh), { toneType: 'none', type: 'array', nonZh: 'removed' }).join(''));
}
