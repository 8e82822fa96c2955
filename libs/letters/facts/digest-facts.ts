import {
  addDays,
  dayAt,
  provisionalFrom,
  weekday,
  type CalendarData,
  type Day,
  type Language,
  type Text,
} from '@citypath/calendar';
import { requireStep, type LetterKind, type ProgrammeDefinition } from '@citypath/journey';
import type { NeedRow } from '@citypath/store';
import type { DigestEntry, DigestFacts, DigestSection } from '../kinds/digest';
import type { LetterFacts } from '../kinds/letter-facts';
import type { LetterText } from '../kinds/letter-text';
import { actOn } from '../wording/acts';
import { dayToComeInShort } from '../wording/days';
import { titleOfStep } from '../wording/step-title';
import { writeLetter } from '../write-letter';
import type { Sending } from './common-facts';
import type { Dossier } from './dossier';

/** What of a need a digest says. */
export type NeedInDigest = Pick<
  NeedRow,
  | 'journeyId'
  | 'kind'
  | 'stepRef'
  | 'title'
  | 'dueOn'
  | 'todayOn'
  | 'onHold'
  | 'definitionHash'
  | 'calendarHash'
  | 'city'
>;

/** What a digest is made of: the letters that go with it, and everything else that waits for the reader. */
export interface DigestSources {
  /** The one that carries it first. */
  letters: readonly Dossier[];
  needs: readonly NeedInDigest[];
  /** By hash; a need whose programme or calendar is missing is left out. */
  definitions: ReadonlyMap<string, ProgrammeDefinition>;
  calendars: ReadonlyMap<string, CalendarData>;
}

/** Letters that ask the reader for a step: their day says where they stand. */
const ASKING: LetterKind[] = ['step-opened', 'reminder', 'overdue', 'to-accept', 'returned', 'escalation'];

/** What a need wants, where that is not the act of the step itself. */
const WANTED: Partial<Record<NeedRow['kind'], Text>> = {
  'to-accept': { en: 'Accept or return it', zh: '审核' },
  question: { en: 'Answer the question', zh: '答复问题' },
};

/** A letter says of its step what the need of the same step says too, and more: each step stands there once. */
export function digestFacts({ letters, needs, definitions, calendars }: DigestSources, sending: Sending): DigestFacts {
  const { language, reader, publicUrl } = sending;
  const written = letters.map((dossier) => ({ dossier, letter: writeLetter(dossier, sending) }));
  const told = new Set(letters.map(({ letter: { journeyId, step } }) => `${journeyId} ${step}`));
  const others = needs.filter(({ journeyId, stepRef, onHold }) => !onHold && !told.has(`${journeyId} ${stepRef}`));
  return {
    language,
    reader,
    isInBoth: reader.language === null,
    entries: [
      ...written.map(({ dossier, letter }) => entryOfLetter(dossier, letter, sending)),
      ...others.flatMap((need) =>
        entryOfNeed(need, definitions.get(need.definitionHash), calendars.get(need.calendarHash), sending),
      ),
    ],
    todayUrl: `${publicUrl}/today`,
    notice: written.find(({ letter }) => letter.notice !== undefined)?.letter.notice ?? null,
  };
}

function entryOfLetter(dossier: Dossier, letter: LetterText, { language, now, publicUrl }: Sending): DigestEntry {
  const { letter: row, state, context } = dossier;
  const { city } = row.journey;
  const step = row.step === null ? undefined : state.steps[row.step];
  const dueOn = (step?.status === 'submitted' ? step.acceptanceDueOn : step?.dueOn) ?? null;
  const asks = ASKING.includes(row.kind);
  return {
    section: asks ? sectionOf(dueOn, dayAt(context.calendar, now)) : 'news',
    dueOn: asks ? dueOn : null,
    isProvisional: asks && dueOn !== null && dueOn >= provisionalFrom(context.calendar),
    city: nameOfCity(city, language),
    text: sentences([letter.subject, letter.preview, letter.button?.label], language),
    url: letter.button?.url ?? `${publicUrl}/journeys/${encodeURIComponent(row.journeyId)}`,
  };
}

function entryOfNeed(
  need: NeedInDigest,
  definition: ProgrammeDefinition | undefined,
  calendar: CalendarData | undefined,
  { language, publicUrl }: Sending,
): DigestEntry[] {
  const { stepRef, kind, title, journeyId } = need;
  const wantsStep = kind === 'to-do' || WANTED[kind] !== undefined;
  if (definition === undefined || calendar === undefined || stepRef === null || !wantsStep) return [];
  const step = requireStep(definition, stepRef);
  const [, occurrence = null] = stepRef.split('@');
  const named = titleOfStep(step, { occurrence, ...(title !== null && { title }) });
  const [dueOn, todayOn] = [need.dueOn as Day | null, need.todayOn as Day];
  const city = nameOfCity(need.city, language);
  const matter = `${city}${language === 'zh' ? '：' : ': '}${named[language]}`;
  const wanted = WANTED[kind]?.[language] ?? actOn(step.kind, language);
  const provisionalFromOn = provisionalFrom(calendar);
  const due = dueInWords(dueOn, { language, provisionalFromOn, today: todayOn });
  const path = `/journeys/${encodeURIComponent(journeyId)}/steps/${encodeURIComponent(stepRef).replaceAll('%40', '@')}`;
  return [
    {
      section: sectionOf(dueOn, todayOn),
      dueOn,
      city,
      isProvisional: kind !== 'question' && dueOn !== null && dueOn >= provisionalFromOn,
      text: sentences([matter, kind === 'question' ? undefined : due, wanted], language),
      url: `${publicUrl}${path}`,
    },
  ];
}

/** By the city's today; a week ends with its Sunday. */
function sectionOf(dueOn: Day | null, today: Day): DigestSection {
  if (dueOn === null) return 'coming';
  if (dueOn < today) return 'overdue';
  if (dueOn === today) return 'today';
  return dueOn <= addDays(today, 7 - weekday(today)) ? 'this-week' : 'coming';
}

function dueInWords(dueOn: Day | null, reading: Pick<LetterFacts, 'language' | 'provisionalFromOn' | 'today'>): string {
  const { language, today } = reading;
  if (dueOn === null) return language === 'zh' ? '期限待定' : 'Date to be confirmed';
  const day = dayToComeInShort(dueOn, reading);
  if (language === 'zh') return dueOn < today ? `${day}已到期` : `${day}到期`;
  return `${dueOn < today ? 'Was due' : 'Due'} ${day}`;
}

function sentences(parts: (string | undefined)[], language: Language): string {
  const stop = language === 'zh' ? '。' : '.';
  return parts
    .filter((part) => part !== undefined && part !== '')
    .map((part) => (/[.。!?？]$/.test(part ?? '') ? part : `${part}${stop}`))
    .join(language === 'zh' ? '' : ' ');
}

function nameOfCity({ nameEn, nameZh }: NeedRow['city'], language: Language): string {
  return language === 'zh' ? (nameZh ?? nameEn) : nameEn;
}
