import type { Day, Language } from '@citypath/calendar';
import { WHY_PROVISIONAL } from '../wording/compose';
import { greetingOf } from '../wording/names';
import type { PersonName } from './letter-facts';
import type { LetterText, Paragraph } from './letter-text';

/** Where a matter stands in the digest, by its day; news has none. */
export type DigestSection = 'overdue' | 'today' | 'this-week' | 'coming' | 'news';

/** One matter: where it belongs, what it is and what is wanted, and where that is done. */
export interface DigestEntry {
  section: DigestSection;
  /** Null: to be confirmed, or none. */
  dueOn: Day | null;
  /** The day may still move, and the text says so. */
  isProvisional: boolean;
  city: string;
  /** City, matter, day and what is wanted: 'Yiwu: Workshop report. Due Mon 26 Oct. Hand in the document.' */
  text: string;
  url: string;
}

export interface DigestFacts {
  language: Language;
  reader: PersonName;
  /** The same follows or goes before in the other language. */
  isInBoth: boolean;
  entries: DigestEntry[];
  /** Where all of it stands. */
  todayUrl: string;
  /** What the letters of a demonstration say first. */
  notice: string | null;
}

const SECTIONS: DigestSection[] = ['overdue', 'today', 'this-week', 'coming', 'news'];

const HEADINGS: Record<DigestSection, Record<Language, string>> = {
  overdue: { en: 'Overdue', zh: '已逾期' },
  today: { en: 'Today', zh: '今天' },
  'this-week': { en: 'This week', zh: '本周' },
  coming: { en: 'Coming', zh: '以后' },
  news: { en: 'News', zh: '消息' },
};

const COUNTED: Record<DigestSection, Record<Language, (count: number) => string>> = {
  overdue: { en: (count) => `${count} overdue`, zh: (count) => `逾期${count}项` },
  today: { en: (count) => `${count} due today`, zh: (count) => `今天到期${count}项` },
  'this-week': { en: (count) => `${count} this week`, zh: (count) => `本周${count}项` },
  coming: { en: (count) => `${count} coming`, zh: (count) => `以后${count}项` },
  news: { en: (count) => `${count} of news`, zh: (count) => `消息${count}条` },
};

/** As many matters as a letter lists, 40 kB being the most that it may weigh; mail readers cut off what is much longer. */
const MOST_LISTED = 40;
/** The same where each is listed twice. */
const MOST_LISTED_IN_BOTH = 25;
/** As many cities as a subject names. */
const MOST_NAMED = 2;

/** Everything that waits for one person over all cities and steps, and the news of the day, in one letter. */
export function digest({ language, reader, isInBoth, entries, todayUrl, notice }: DigestFacts): LetterText {
  const zh = language === 'zh';
  const sorted = SECTIONS.flatMap((section) => entries.filter((entry) => entry.section === section).sort(byDay));
  const listed = sorted.slice(0, isInBoth ? MOST_LISTED_IN_BOTH : MOST_LISTED);
  const hidden = sorted.length - listed.length;
  return {
    subject: subjectOf(sorted, language),
    ...(notice !== null && { notice }),
    ...(sorted[0] && { preview: sorted[0].text }),
    greeting: greetingOf(reader, language),
    paragraphs: [
      zh ? '以下是需要您关注的全部事项：' : 'This is all that needs you, in one letter:',
      ...SECTIONS.flatMap((section) => groupOf(section, listed, language)),
      ...(hidden === 0 ? [] : [zh ? `另有${hidden}项，请登录后查看。` : `And ${hidden} more: they stand on the page.`]),
    ],
    button: { label: zh ? '查看我的全部事项' : 'Look at all of it', url: todayUrl },
    afterwards: [],
    footnotes: [
      ...(listed.some(({ isProvisional }) => isProvisional) ? [WHY_PROVISIONAL[language]] : []),
      zh
        ? '这样的汇总每天最多一封；紧急事项单独发信。'
        : 'You get one letter like this a day at most; what is urgent comes by itself.',
      { label: zh ? '如果其中的工作已转由他人负责，请告诉我们' : 'Not yours any more? Tell us whose', url: todayUrl },
    ],
  };
}

/** Whose and how much: 'Deyang and Yiwu: 1 overdue, 2 due today'. */
function subjectOf(entries: DigestEntry[], language: Language): string {
  const zh = language === 'zh';
  const cities = [...new Set(entries.map(({ city }) => city))].sort();
  const where =
    cities.length <= MOST_NAMED
      ? cities.join(zh ? '、' : ' and ')
      : zh
        ? `${cities.length}个城市`
        : `${cities.length} cities`;
  const counts = SECTIONS.flatMap((section) => {
    const count = entries.filter((entry) => entry.section === section).length;
    return count === 0 ? [] : [COUNTED[section][language](count)];
  });
  return `${where}${zh ? '：' : ': '}${counts.join(zh ? '，' : ', ')}`;
}

function groupOf(section: DigestSection, entries: DigestEntry[], language: Language): Paragraph[] {
  const own = entries.filter((entry) => entry.section === section);
  if (own.length === 0) return [];
  return [{ group: HEADINGS[section][language], entries: own.map(({ text, url }) => ({ text, url })) }];
}

/** What has no day comes last. */
function byDay(a: DigestEntry, b: DigestEntry): number {
  const key = ({ dueOn, text }: DigestEntry) => `${dueOn ?? '9999'} ${text}`;
  return key(a) < key(b) ? -1 : 1;
}
