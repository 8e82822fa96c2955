import type { Day, Text } from '@citypath/calendar';
import { dateInWords } from '@citypath/calendar';
import { compose, listOf } from '../wording/compose';
import { dayInShort, dayToComeInShort } from '../wording/days';
import { nameOf } from '../wording/names';
import { subjectOf } from '../wording/subject';
import type { LetterFacts, ListedStep, PersonName } from './letter-facts';
import type { LetterText, Paragraph } from './letter-text';

/** Whom the reader will have to do with. */
export interface Contact {
  seat: Text;
  person: PersonName;
  address: string;
}

export interface SeatTakenOverFacts extends LetterFacts {
  /** First day in the seat; null: not known. */
  fromOn: Day | null;
  predecessor: PersonName | null;
  /** What the reader has now. */
  openSteps: ListedStep[];
  /** What was done before, in the programme's order. */
  doneSteps: Text[];
  contacts: Contact[];
  /** Days on which letters will come to the reader by themselves, in order. */
  lettersOn: Day[];
  packUrl: string;
}

/** As many steps that are done as a letter names. */
const MOST_DONE = 6;

/** To the one who takes a seat: the handover pack in short, and the way to all of it. */
export function seatTakenOver(facts: SeatTakenOverFacts): LetterText {
  const { language, seat, fromOn, today, packUrl } = facts;
  const day = dayInShort(fromOn ?? today, language, today);
  const say = language === 'zh' ? chinese : english;
  return compose(facts, {
    subject: subjectOf(facts, seat.title, language === 'zh' ? `自${day}起由您担任` : `yours from ${day}`),
    button: { label: language === 'zh' ? '查看交接材料' : 'Read the handover pack', url: packUrl },
    ...say(facts),
  });
}

type Said = Pick<LetterText, 'paragraphs' | 'afterwards'>;

function english(facts: SeatTakenOverFacts): Said {
  const { city, seat, programme, fromOn, predecessor, openSteps, doneSteps, contacts, lettersOn } = facts;
  const from = fromOn === null ? '' : ` from ${dateInWords(fromOn, 'en')}`;
  const after = predecessor === null ? '' : ` You take over from ${nameOf(predecessor, 'en')}.`;
  const first = `You are ${seat.title.en} of ${city.en} in ${programme.en}${from}.${after}`;
  const paragraphs: Paragraph[] = [
    first,
    ...(openSteps.length === 0
      ? ['Nothing is open in this seat today.']
      : ['Open in this seat:', ...listOf(openSteps, facts)]),
    ...(doneSteps.length === 0 ? [] : [`Done so far: ${lastOf(doneSteps, 'en').join(', ')}.`]),
    ...listed(
      'Whom to ask:',
      contacts.map(({ seat: of, person, address }) => `${nameOf(person, 'en')}, ${of.en}: ${address}`),
    ),
  ];
  const [next] = lettersOn;
  if (next === undefined) return { paragraphs, afterwards: ['Reminders of this seat now come to you.'] };
  const coming = `Reminders of this seat now come to you: ${lettersOn.length === 1 ? 'one' : lettersOn.length} in the next 30 days,`;
  return { paragraphs, afterwards: [`${coming} the first on ${dayToComeInShort(next, facts)}.`] };
}

function chinese(facts: SeatTakenOverFacts): Said {
  const { city, seat, programme, fromOn, predecessor, openSteps, doneSteps, contacts, lettersOn } = facts;
  const from = fromOn === null ? '' : `自${dateInWords(fromOn, 'zh')}起，`;
  const after = predecessor === null ? '' : `您的前任是${nameOf(predecessor, 'zh')}。`;
  const first = `${from}您在“${programme.zh}”中担任${city.zh}${seat.title.zh}。${after}`;
  const paragraphs: Paragraph[] = [
    first,
    ...(openSteps.length === 0
      ? ['目前没有需要您办理的步骤。']
      : ['目前由您办理的步骤：', ...listOf(openSteps, facts)]),
    ...(doneSteps.length === 0 ? [] : [`此前已完成：${lastOf(doneSteps, 'zh').join('、')}。`]),
    ...listed(
      '联系人：',
      contacts.map(({ seat: of, person, address }) => `${of.zh}${nameOf(person, 'zh')}：${address}`),
    ),
  ];
  const [next] = lettersOn;
  if (next === undefined) return { paragraphs, afterwards: ['今后，有关提醒将发给您。'] };
  return {
    paragraphs,
    afterwards: [
      `今后，有关提醒将发给您：未来30天内共${lettersOn.length}封，首封于${dayToComeInShort(next, facts)}发出。`,
    ],
  };
}

function lastOf(steps: Text[], language: 'en' | 'zh'): string[] {
  const shown = steps.slice(-MOST_DONE).map((title) => title[language]);
  const hidden = steps.length - shown.length;
  if (hidden === 0) return shown;
  return language === 'zh'
    ? [`较早的${hidden}项`, ...shown]
    : [hidden === 1 ? 'one earlier step' : `${hidden} earlier steps`, ...shown];
}

function listed(title: string, lines: string[]): Paragraph[] {
  return lines.length === 0 ? [] : [title, { list: lines }];
}
