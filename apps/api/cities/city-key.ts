import { lettersOf, pinyinOf } from './plain-name';

const LONGEST = 48;

/** A key for a city, from its English name; where that has no letters of ours, from the pinyin of its Chinese name. */
export function cityKey(nameEn: string, nameZh: string | null): string | null {
  const words = nameEn
    .split(/[^\p{Letter}\p{Number}\p{Mark}'’]+/u)
    .map((word) => lettersOf(word).replace(/[^a-z0-9]/g, ''))
    .filter((word) => word !== '');
  const key = words.join('-').slice(0, LONGEST).replace(/-+$/, '');
  if (key !== '') return key;
  return nameZh === null || nameZh === '' ? null : pinyinOf(nameZh).replace(/[^a-z0-9]/g, '') || null;
}

/** The key itself, or the same with something behind it where another city has it. */
export function freeKey(key: string, gbCode: string | null, isTaken: (key: string) => boolean): string {
  const candidates = [key, ...(gbCode === null ? [] : [`${key}-${gbCode}`])];
  const free = candidates.find((candidate) => !isTaken(candidate));
  if (free !== undefined) return free;
  for (let number = 2; ; number += 1) if (!isTaken(`${key}-${number}`)) return `${key}-${number}`;
}
