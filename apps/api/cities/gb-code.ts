import type { CityLevel, Text } from '@citypath/contracts';
import { areaList } from '@vant/area-data';
import { plainNameZh } from './plain-name';

/** A place of GB/T 2260. */
export interface GbPlace {
  gbCode: string;
  name: string;
  level: CityLevel;
}

export type GbComplaint =
  | { code: 'city-code-unknown'; gbCode: string }
  | { code: 'city-code-of-another-level'; place: GbPlace; level: CityLevel }
  | { code: 'city-code-of-another-name'; place: GbPlace; nameZh: string };

/** What is written where a level is meant. */
export const levelTitles: Record<CityLevel, Text> = {
  municipality: { en: 'municipality', zh: '直辖市' },
  prefecture: { en: 'prefecture-level city', zh: '地级市' },
  'county-level-city': { en: 'county-level city', zh: '县级市' },
  county: { en: 'county', zh: '县' },
  district: { en: 'district', zh: '市辖区' },
};

/** Beijing, Tianjin, Shanghai, Chongqing: provinces that are cities. */
const MUNICIPALITIES = new Set(['110000', '120000', '310000', '500000']);

const places = new Map<string, GbPlace>(
  [
    ...Object.entries(areaList.province_list).filter(([code]) => MUNICIPALITIES.has(code)),
    // '110100' repeats the municipality, and '419000' is the list's own heading for what a province administers itself.
    ...Object.entries(areaList.city_list).filter(([code]) => !/^(11|12|31|50)|90\d\d$/.test(code)),
    ...Object.entries(areaList.county_list),
  ].map(([gbCode, name]) => [gbCode, { gbCode, name, level: levelOf(gbCode, name) }]),
);

const byPlainName = new Map<string, GbPlace[]>();
for (const place of places.values()) {
  const plain = plainNameZh(place.name);
  byPlainName.set(plain, [...(byPlainName.get(plain) ?? []), place]);
}

/** The place that a code stands for; null where the list has none. */
export function placeOfCode(gbCode: string): GbPlace | null {
  return places.get(gbCode) ?? null;
}

/** The one place of a Chinese name (and level, where it is said); null where there are several or none. */
export function placeOfName(nameZh: string, level?: CityLevel): GbPlace | null {
  const whole = nameZh.trim();
  const named = byPlainName.get(plainNameZh(whole)) ?? [];
  const exact = named.filter(({ name }) => name === whole);
  const candidates = (exact.length > 0 ? exact : named).filter((place) => level === undefined || place.level === level);
  return candidates.length === 1 ? (candidates[0] ?? null) : null;
}

/** Whether a code is one, and of this level and name. @returns null when nothing is wrong */
export function gbComplaint(gbCode: string, level: CityLevel, nameZh: string | null): GbComplaint | null {
  const place = placeOfCode(gbCode);
  if (!place) return { code: 'city-code-unknown', gbCode };
  if (nameZh !== null && plainNameZh(place.name) !== plainNameZh(nameZh))
    return { code: 'city-code-of-another-name', place, nameZh };
  if (place.level !== level) return { code: 'city-code-of-another-level', place, level };
  return null;
}

/** The params that the sentence of a complaint is filled with. */
export function gbParams(complaint: GbComplaint): Record<string, string | Text> {
  switch (complaint.code) {
    case 'city-code-unknown':
      return { gbCode: complaint.gbCode };
    case 'city-code-of-another-level': {
      const { place, level } = complaint;
      return { ...paramsOf(place), level: levelTitles[level] };
    }
    case 'city-code-of-another-name':
      return { ...paramsOf(complaint.place), nameZh: complaint.nameZh };
  }
}

function paramsOf({ gbCode, name, level }: GbPlace): Record<string, string | Text> {
  return { gbCode, place: name, codeLevel: levelTitles[level] };
}

function levelOf(gbCode: string, name: string): CityLevel {
  if (gbCode.endsWith('0000')) return 'municipality';
  if (gbCode.endsWith('00')) return 'prefecture';
  if (name.endsWith('区')) return 'district';
  return name.endsWith('市') ? 'county-level-city' : 'county';
}
