import type { Language } from '@citypath/calendar';
import type { FindingKind } from '@citypath/store';
import { greetingOf } from '../wording/names';
import type { PersonName } from './letter-facts';
import type { LetterText, Paragraph } from './letter-text';

/** One thing that is wrong: what it is, and where it is mended. */
export interface FindingInLetter {
  kind: FindingKind;
  /** Null: it touches all. */
  city: string | null;
  sentence: string;
  url: string;
}

export interface WatchLetterFacts {
  language: Language;
  reader: PersonName;
  /** The same follows or goes before in the other language. */
  isInBoth: boolean;
  findings: FindingInLetter[];
  /** How many that the reader was told of before are still there. */
  toldBefore: number;
  /** Where all of it stands. */
  watchUrl: string;
}

type Part = 'workflows' | 'records' | 'steps' | 'letters';

const PARTS: Part[] = ['workflows', 'records', 'steps', 'letters'];

const PART_OF: Record<FindingKind, Part> = {
  'workflow-missing': 'workflows',
  'workflow-superfluous': 'workflows',
  'run-differs': 'workflows',
  'read-model-differs': 'records',
  'journal-gap': 'records',
  'step-adrift': 'steps',
  'letters-late': 'letters',
};

const HEADINGS: Record<Part, Record<Language, string>> = {
  workflows: { en: 'Workflows', zh: '流程' },
  records: { en: 'Records', zh: '记录' },
  steps: { en: 'Steps', zh: '步骤' },
  letters: { en: 'Letters', zh: '信函' },
};

/** As many as a letter lists, 40 kB being the most that it may weigh. */
const MOST_LISTED = 40;
/** The same where each is listed twice. */
const MOST_LISTED_IN_BOTH = 20;
/** As many cities as a subject names. */
const MOST_NAMED = 2;

/** What the watch over all journeys found, for an administrator, in one letter. */
export function watchLetter(facts: WatchLetterFacts): LetterText {
  const { language, reader, isInBoth, findings, toldBefore, watchUrl } = facts;
  const zh = language === 'zh';
  const sorted = PARTS.flatMap((part) => findings.filter(({ kind }) => PART_OF[kind] === part));
  const listed = sorted.slice(0, isInBoth ? MOST_LISTED_IN_BOTH : MOST_LISTED);
  const hidden = sorted.length - listed.length;
  return {
    subject: subjectOf(sorted, language),
    ...(sorted[0] && { preview: sorted[0].sentence }),
    greeting: greetingOf(reader, language),
    paragraphs: [
      zh
        ? '巡检发现以下问题，均为首次告知您；每一项都附有解决办法。'
        : 'The watch over all cities found what follows. You are told of it for the first time, with what helps.',
      ...(toldBefore === 0 ? [] : [stillThere(toldBefore, language)]),
      ...PARTS.flatMap((part) => groupOf(part, listed, language)),
      ...(hidden === 0 ? [] : [zh ? `另有${hidden}项，请登录后查看。` : `And ${hidden} more: they stand on the page.`]),
    ],
    button: { label: zh ? '查看巡检结果' : 'See what the watch found', url: watchUrl },
    afterwards: [],
    footnotes: [
      zh
        ? '您是CityPath的管理员，因此收到此信。这样的信每天最多一封，寄出前已消失的问题不会告知。'
        : 'You get this since you are an administrator of CityPath: one letter like this a day at most, and nothing of what has gone before it leaves.',
    ],
  };
}

/** How much and where: 'The watch found 3 things: Deyang and Yiwu'. */
function subjectOf(findings: FindingInLetter[], language: Language): string {
  const zh = language === 'zh';
  const cities = [...new Set(findings.flatMap(({ city }) => city ?? []))].sort();
  const where =
    cities.length <= MOST_NAMED
      ? cities.join(zh ? '、' : ' and ')
      : zh
        ? `${cities.length}个城市`
        : `${cities.length} cities`;
  const { length } = findings;
  const found = zh ? `巡检发现${length}个问题` : `The watch found ${length === 1 ? '1 thing' : `${length} things`}`;
  return where === '' ? found : `${found}${zh ? '：' : ': '}${where}`;
}

function groupOf(part: Part, findings: FindingInLetter[], language: Language): Paragraph[] {
  const own = findings.filter(({ kind }) => PART_OF[kind] === part);
  if (own.length === 0) return [];
  return [{ group: HEADINGS[part][language], entries: own.map(({ sentence: text, url }) => ({ text, url })) }];
}

function stillThere(count: number, language: Language): string {
  if (language === 'zh') return `此前已告知您的问题中，仍有${count}个没有解决。`;
  return count === 1
    ? 'One thing that you were told of before is still there.'
    : `${count} things that you were told of before are still there.`;
}
