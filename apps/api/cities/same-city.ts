import type { Text } from '@citypath/contracts';
import type { City } from '@citypath/store';
import { pinyinOf, plainNameEn, plainNameZh } from './plain-name';

/** What tells cities apart. */
export type CityNames = Pick<City, 'nameEn' | 'nameZh' | 'gbCode' | 'country'> & { level: string };

export interface Double<Known> {
  city: Known;
  /** In a sentence, behind a colon. */
  because: Text;
  /** Two cities may well look like this; somebody has to say so. */
  mayBeAnother: boolean;
}

/**
 * Finds cities again under other spellings. Built once over the known ones, so that five thousand rows of a file are
 * held against five thousand cities without comparing each pair.
 */
export class SameCities<Known extends CityNames> {
  private readonly byMark = new Map<string, Known[]>();

  constructor(known: Iterable<Known>) {
    for (const city of known) this.add(city);
  }

  add(city: Known): void {
    for (const mark of marksOf(city)) this.byMark.set(mark, [...(this.byMark.get(mark) ?? []), city]);
  }

  /** Those that look like this one; the surest first. */
  doublesOf(city: CityNames): Double<Known>[] {
    const found = new Set(marksOf(city).flatMap((mark) => this.byMark.get(mark) ?? []));
    return [...found]
      .map((known) => compared(city, known))
      .filter((double) => double !== null)
      .sort((a, b) => Number(a.mayBeAnother) - Number(b.mayBeAnother));
  }
}

/** One city is found by any of its marks. */
function marksOf({ nameEn, nameZh, gbCode }: CityNames): string[] {
  return [
    ...(gbCode === null ? [] : [`code ${gbCode}`]),
    ...(nameZh === null ? [] : [`zh ${plainNameZh(nameZh)}`, `en ${pinyinOf(nameZh)}`]),
    `en ${plainNameEn(nameEn)}`,
  ];
}

function compared<Known extends CityNames>(city: CityNames, known: Known): Double<Known> | null {
  const codesDiffer = city.gbCode !== null && known.gbCode !== null && city.gbCode !== known.gbCode;
  if (city.gbCode !== null && city.gbCode === known.gbCode) {
    return double(known, false, `it has the same code, ${known.gbCode}`, `代码同为 ${known.gbCode}`);
  }
  if (city.country !== known.country) return null;
  // Names may be shared by cities whose codes are known and differ, and by a county and the prefecture around it.
  const told = codesDiffer || city.level !== known.level;
  if (city.nameZh !== null && known.nameZh !== null) {
    if (plainNameZh(city.nameZh) === plainNameZh(known.nameZh))
      return double(known, told, `its Chinese name is ${known.nameZh}`, `中文名称为${known.nameZh}`);
    // Written differently in Chinese, they are two cities, whatever their pinyin (苏州 and 宿州); unless it is a slip.
    return codesDiffer || plainNameEn(city.nameEn) !== plainNameEn(known.nameEn)
      ? null
      : double(known, true, `its English name is ${known.nameEn}`, `英文名称为 ${known.nameEn}`);
  }
  return double(
    known,
    told || plainNameEn(city.nameEn) !== plainNameEn(known.nameEn),
    `its name is ${named(known)}`,
    `名称为${named(known)}`,
  );
}

function double<Known>(city: Known, mayBeAnother: boolean, en: string, zh: string): Double<Known> {
  return { city, mayBeAnother, because: { en, zh } };
}

function named({ nameEn, nameZh }: CityNames): string {
  return nameZh === null ? nameEn : `${nameEn} ${nameZh}`;
}
