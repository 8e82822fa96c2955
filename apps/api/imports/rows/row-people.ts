import { createHash } from 'node:crypto';
import { createPersonRequest, type Language } from '@citypath/contracts';
import type { SeatKey } from '@citypath/journey';
import type { Person, PersonToKeep } from '@citypath/store';
import { pinyin } from 'pinyin-pro';
import type { RowReader } from './read-row';
import { readLanguage } from './read-words';

/** Somebody in a seat: known by an address, or new. */
export interface PersonOfRow {
  seat: SeatKey;
  id: string;
  /** Null: known already. */
  made: PersonToKeep | null;
}

/** A person of a row above. */
export interface PersonOfFile {
  line: number;
  person: PersonToKeep;
}

export interface KnownToRows {
  importId: string;
  /** Of the records, by address in lower case. */
  byAddress: ReadonlyMap<string, Person>;
  /** Of the rows above, by address in lower case. */
  ofFile: Map<string, PersonOfFile>;
}

const COMPOUND_SURNAMES = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '令狐',
  '慕容',
  '司徒',
  '夏侯',
];

/** Who sits in a seat by a row. Null: nobody is named, or it cannot be known, which is said. */
export function personOfRow(row: RowReader, seat: SeatKey, known: KnownToRows): PersonOfRow | null {
  const at = (part: string) => `seat.${seat}.${part}`;
  const [family, given, nameZh] = [row.textOf(at('family')), row.textOf(at('given')), row.textOf(at('nameZh'))];
  const title = row.textOf(at('title'));
  const address = row.textOf(at('address'));
  if (address === null) {
    const named = family ?? given ?? nameZh;
    if (named !== null) {
      row.refuse(at('address'), {
        en: `${named} has no address, so no letter would arrive. Write one, or leave the seat empty.`,
        zh: `${nameZh ?? named}没有邮箱，无法收到信函。请填写邮箱，或将该职务留空。`,
      });
    }
    return null;
  }
  const read = createPersonRequest.shape.address.safeParse(address);
  if (!read.success) {
    row.refuse(at('address'), { en: 'This is not a mail address.', zh: '电子邮件地址有误。' });
    return null;
  }
  const key = read.data.trim().toLowerCase();
  const there = known.byAddress.get(key);
  if (there) {
    warnOfOtherName(row, at('address'), there, { family, given, nameZh });
    return { seat, id: there.id, made: null };
  }
  const names = namesOf(row, at, { family, given, nameZh });
  const language = languageOf(row, at('language'), nameZh);
  if (names === null || language === undefined) return null;
  const isChineseTitle = title !== null && /\p{Script=Han}/u.test(title);
  const person: PersonToKeep = {
    id: `p-${createHash('sha256').update(`${known.importId}\n${key}`).digest('base64url').slice(0, 16)}`,
    ...names,
    displayName: null,
    zhName: nameZh,
    address: read.data,
    language,
    titleEn: title !== null && !isChineseTitle ? title : null,
    titleZh: title !== null && isChineseTitle ? title : null,
    isAdministrator: false,
  };
  const above = known.ofFile.get(key);
  if (above && !isSameName(above.person, person)) {
    row.refuse(at('address'), {
      en: `In row ${above.line} this address is that of ${above.person.familyName} ${above.person.givenName}. Two people do not share one.`,
      zh: `第${above.line}行中该邮箱属于${above.person.zhName ?? `${above.person.familyName} ${above.person.givenName}`}。两人不能共用一个邮箱。`,
    });
    return null;
  }
  if (!above) known.ofFile.set(key, { line: row.line, person });
  return { seat, id: person.id, made: above?.person ?? person };
}

interface NamesGiven {
  family: string | null;
  given: string | null;
  nameZh: string | null;
}

function namesOf(
  row: RowReader,
  at: (part: string) => string,
  { family, given, nameZh }: NamesGiven,
): { familyName: string; givenName: string } | null {
  if (family !== null && given !== null) return { familyName: family, givenName: given };
  if (nameZh !== null && /^\p{Script=Han}{2,6}$/u.test(nameZh)) {
    const long = COMPOUND_SURNAMES.find((surname) => nameZh.startsWith(surname))?.length ?? 1;
    const syllables = pinyin(nameZh, { toneType: 'none', type: 'array', surname: 'head' });
    const spelled = (parts: string[]) => {
      const word = parts.join('');
      return word.charAt(0).toUpperCase() + word.slice(1);
    };
    const familyName = family ?? spelled(syllables.slice(0, long));
    const givenName = given ?? spelled(syllables.slice(long));
    row.warn(at('nameZh'), {
      en: `The name is spelled by its pinyin: ${familyName} ${givenName}.`,
      zh: `姓名按拼音写作 ${familyName} ${givenName}。`,
    });
    return { familyName, givenName };
  }
  const missing = family === null ? 'family' : 'given';
  row.refuse(at(missing), {
    en: `The ${missing} name is missing.`,
    zh: family === null ? '缺少姓。' : '缺少名。',
  });
  return null;
}

/** @returns null where nothing tells the language: letters then come in both; undefined where the row is refused */
function languageOf(row: RowReader, field: string, nameZh: string | null): Language | null | undefined {
  const text = row.textOf(field);
  if (text === null) return nameZh === null ? null : 'zh';
  const language = readLanguage(text);
  if (language === undefined) {
    row.refuse(field, {
      en: 'Letters are written in English or Chinese: en or zh, or both where it is not known.',
      zh: '信函语言为中文或英文：zh 或 en；不清楚时可填“双语”。',
    });
  }
  return language;
}

function warnOfOtherName(row: RowReader, field: string, there: Person, given: NamesGiven): void {
  const isSame =
    (given.nameZh !== null && given.nameZh === there.zhName) ||
    (given.family === null && given.given === null) ||
    (plain(given.family) === plain(there.familyName) && plain(given.given) === plain(there.givenName));
  if (isSame) return;
  const name = there.displayName ?? `${there.familyName} ${there.givenName}`;
  row.warn(field, {
    en: `This address is that of ${name}, who is known already and keeps the name.`,
    zh: `该邮箱属于已登记的${there.zhName ?? name}，姓名保持不变。`,
  });
}

function isSameName(a: PersonToKeep, b: PersonToKeep): boolean {
  return plain(a.familyName) === plain(b.familyName) && plain(a.givenName) === plain(b.givenName);
}

function plain(name: string | null): string {
  return (name ?? '').toLowerCase().replace(/\s/g, '');
}
