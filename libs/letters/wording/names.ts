import type { Language } from '@citypath/calendar';
import type { PersonName, SeatNow } from '../kinds/letter-facts';

/** A person's name as a reader of that language writes it: family name first, unless the record says otherwise. */
export function nameOf(person: PersonName, language: Language): string {
  if (language === 'zh' && person.zhName) return person.zhName;
  return person.displayName ?? `${person.familyName} ${person.givenName}`.trim();
}

/** The first line: by title and family name where the title is one that people are addressed by, else by name. */
export function greetingOf(person: PersonName, language: Language): string {
  return language === 'en' ? englishGreeting(person) : chineseGreeting(person);
}

/** Who holds a seat, with the seat: 'Li Wen (Programme manager)', '项目经理李文'; the seat alone where nobody is named. */
export function seatInWords({ title, person }: SeatNow, language: Language): string {
  if (language === 'zh') return person === null ? title.zh : `${title.zh}${nameOf(person, 'zh')}`;
  return person === null ? `the ${title.en}` : `${nameOf(person, 'en')} (${title.en})`;
}

// Functions ("Regional Director Asia Pacific") are no forms of address; offices and degrees are.
const ENGLISH_ADDRESS =
  /^((Executive |Deputy |Vice |Acting )*(Mayor|Governor|Secretary|Minister|Ambassador|Magistrate)|Prof(essor|\.)?|Dr\.?|Mr\.?|Ms\.?|Mrs\.?)$/;
const CHINESE_ADDRESS =
  /^(常务)?副?(市长|县长|区长|州长|镇长|秘书长|书记|主任|局长|处长|司长|部长|院长|所长|校长|主席)$|^(教授|博士|先生|女士)$/;
const COMPOUND_SURNAMES = /^(欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|东方|端木|长孙|宇文|司空)/;

function englishGreeting(person: PersonName): string {
  const title = person.titleEn?.trim() ?? '';
  if (person.familyName !== '' && ENGLISH_ADDRESS.test(title)) return `Dear ${title} ${person.familyName},`;
  return `Dear ${nameOf(person, 'en')},`;
}

function chineseGreeting(person: PersonName): string {
  const title = person.titleZh?.trim() ?? '';
  const isAddress = CHINESE_ADDRESS.test(title);
  if (person.zhName && isAddress) return `尊敬的${chineseSurname(person.zhName)}${title}：`;
  return `${nameOf(person, 'zh')}${isAddress ? title : ''}，您好：`;
}

function chineseSurname(name: string): string {
  return COMPOUND_SURNAMES.exec(name)?.[0] ?? name.match(/^./u)?.[0] ?? '';
}
