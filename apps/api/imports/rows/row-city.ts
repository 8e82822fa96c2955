import type { CityLevel } from '@citypath/contracts';
import type { City } from '@citypath/store';
import { sentenceOf } from '../../cities/cities.service';
import { cityKey, freeKey } from '../../cities/city-key';
import { gbComplaint, placeOfCode, placeOfName } from '../../cities/gb-code';
import { pinyinOf } from '../../cities/plain-name';
import type { SameCities } from '../../cities/same-city';
import { cellText } from '../file/table';
import type { RowReader } from './read-row';
import { readCountry, readLevel } from './read-words';

/** A city that is known, or that a row above makes. */
export interface KnownCity extends City {
  /** Of the file; null: it is in the records. */
  line: number | null;
}

export interface CityOfRow {
  city: City;
  isNew: boolean;
}

/** The city of a row: found again in the records, or a new one. Null where it cannot be known, which is said. */
export function cityOfRow(row: RowReader, known: SameCities<KnownCity>, wishes: CityWishes): CityOfRow | null {
  const nameZh = row.textOf('city.nameZh');
  const nameEn = nameEnOf(row, nameZh);
  const gbCode = codeOf(row);
  const country = countryOf(row);
  const isChina = country === 'CN';
  const place = !isChina ? null : gbCode !== null ? placeOfCode(gbCode) : nameZh === null ? null : placeOfName(nameZh);
  const level = levelOf(row, place?.level ?? null);
  if (nameEn === null || level === null || country === null) return null;
  if (isChina && gbCode !== null) {
    const complaint = gbComplaint(gbCode, level, nameZh);
    if (complaint !== null) {
      row.refuse('city.gbCode', sentenceOf(complaint));
      return null;
    }
  }
  const names = { nameEn, nameZh, gbCode, country, level };
  const [double] = known.doublesOf(names);
  if (double && double.city.line !== null) {
    row.refuse('city.nameEn', {
      en: `It is the same city as in row ${double.city.line}: ${double.because.en}.`,
      zh: `与第${double.city.line}行为同一城市：${double.because.zh}。`,
    });
    return null;
  }
  if (double && !double.mayBeAnother) return { city: double.city, isNew: false };
  const differs = double?.city.gbCode != null && gbCode !== null;
  if (double && !differs) {
    row.refuse('city.nameEn', {
      en: `It looks like ${double.city.nameEn}, which is here already: ${double.because.en}. Give its code, so that the two can be told apart, or its name as it is known.`,
      zh: `与已有的${double.city.nameZh ?? double.city.nameEn}相似：${double.because.zh}。请填写代码以便区分，或使用已登记的名称。`,
    });
    return null;
  }
  if (!isChina) {
    row.refuse('city.country', {
      en: 'A city of another country needs a time zone. Add it on the page of cities first; the row then finds it there.',
      zh: '其他国家的城市需指定时区。请先在城市页面添加，导入时即可匹配。',
    });
    return null;
  }
  const wanted = cityKey(nameEn, nameZh) ?? `city-${row.line}`;
  const key = freeKey(wanted, gbCode, wishes.isTaken);
  const unknown = { topicEn: null, topicZh: null };
  return { city: { key, ...names, calendarHash: wishes.calendarHash, ...unknown }, isNew: true };
}

export interface CityWishes {
  calendarHash: string;
  isTaken: (key: string) => boolean;
}

function nameEnOf(row: RowReader, nameZh: string | null): string | null {
  const given = row.textOf('city.nameEn');
  if (given !== null || row.isRefused) return given;
  if (nameZh === null) {
    row.refuse('city.nameEn', { en: 'The city has no name.', zh: '缺少城市名称。' });
    return null;
  }
  const spelled = pinyinOf(nameZh);
  const name = spelled.charAt(0).toUpperCase() + spelled.slice(1);
  row.warn('city.nameEn', {
    en: `It has no English name, so it will be called ${name}, by its pinyin.`,
    zh: `缺少英文名，将按拼音写作 ${name}。`,
  });
  return name;
}

function codeOf(row: RowReader): string | null {
  const cell = row.cell('city.gbCode');
  if (cell === null) return null;
  const code = cellText(cell).replace(/\s|\.0+$/g, '');
  if (/^\d{6}$/.test(code)) return code;
  row.refuse('city.gbCode', { en: 'A code of GB/T 2260 has six digits.', zh: 'GB/T 2260 代码应为六位数字。' });
  return null;
}

function countryOf(row: RowReader): string | null {
  const text = row.textOf('city.country');
  const country = text === null ? 'CN' : readCountry(text);
  if (country === null) {
    row.refuse('city.country', {
      en: 'A country is written in two letters: CN for China.',
      zh: '国家请写两位字母代码，例如中国为 CN。',
    });
  }
  return country;
}

function levelOf(row: RowReader, known: CityLevel | null): CityLevel | null {
  const text = row.textOf('city.level');
  const level = text === null ? known : readLevel(text);
  if (level === null && text === null) {
    row.refuse('city.level', {
      en: 'The level is missing, and neither code nor Chinese name tells it. Write municipality, prefecture, county-level city, county or district.',
      zh: '缺少级别，且无法由代码或中文名判断。请写直辖市、地级市、县级市、县或市辖区。',
    });
  } else if (level === null) {
    row.refuse('city.level', {
      en: 'This is no level. Write municipality, prefecture, county-level city, county or district.',
      zh: '无法识别该级别。请写直辖市、地级市、县级市、县或市辖区。',
    });
  }
  return level;
}
