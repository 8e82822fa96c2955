import type { Day } from '@citypath/calendar';
import { compose, listOf } from '../wording/compose';
import { dayInShort } from '../wording/days';
import { seatInWords } from '../wording/names';
import { subjectOf } from '../wording/subject';
import type { LetterFacts, ListedStep, SeatNow } from './letter-facts';
import type { LetterText } from './letter-text';

export interface VacancyFacts extends LetterFacts {
  vacant: SeatNow;
  noticedOn: Day;
  /** The open steps of that seat. */
  openSteps: ListedStep[];
  /** Who acts for it until somebody is named; null where no step of it is open. */
  actsMeanwhile: SeatNow | null;
}

/** A city's seat that has work to do is empty: to whoever fills it. */
export function vacancy(facts: VacancyFacts): LetterText {
  const { language, vacant, today, noticedOn } = facts;
  const day = dayInShort(noticedOn, language, today);
  const say = language === 'zh' ? chinese : english;
  return compose(facts, {
    subject: subjectOf(facts, vacant.title, language === 'zh' ? `${day}起空缺` : `vacant since ${day}`),
    button: { label: language === 'zh' ? '登记接任者' : 'Name the person', url: facts.journeyUrl },
    ...say(facts),
  });
}

type Said = Pick<LetterText, 'paragraphs' | 'afterwards'>;

function english(facts: VacancyFacts): Said {
  const { city, vacant, openSteps, actsMeanwhile } = facts;
  const open = openSteps.length > 0 ? ['Open in this seat:', ...listOf(openSteps, facts)] : [];
  return {
    paragraphs: [
      `Nobody holds the seat of ${vacant.title.en} of ${city.en} now. Please name the person who takes it over.`,
      ...open,
    ],
    afterwards:
      actsMeanwhile === null
        ? []
        : [`Until then letters about it go to ${isReader(facts) ? 'you' : seatInWords(actsMeanwhile, 'en')}.`],
  };
}

function chinese(facts: VacancyFacts): Said {
  const { city, vacant, openSteps, actsMeanwhile } = facts;
  const open = openSteps.length > 0 ? ['该职务名下进行中的步骤：', ...listOf(openSteps, facts)] : [];
  return {
    paragraphs: [`${city.zh}${vacant.title.zh}一职目前空缺，请确定接任人选并登记。`, ...open],
    afterwards:
      actsMeanwhile === null
        ? []
        : [`在此之前，相关信件将发给${isReader(facts) ? '您' : seatInWords(actsMeanwhile, 'zh')}。`],
  };
}

function isReader({ actsMeanwhile, seat }: VacancyFacts): boolean {
  return actsMeanwhile?.title.en === seat.title.en;
}
