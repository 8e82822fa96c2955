import { compose, listOf } from '../wording/compose';
import { dayInShort } from '../wording/days';
import { subjectOf } from '../wording/subject';
import type { LetterFacts, ListedStep } from './letter-facts';
import type { LetterText } from './letter-text';

export interface WelcomeFacts extends LetterFacts {
  /** The city was on its way already; what was done is recorded, not asked for again. */
  takenOver: boolean;
  /** What is open from the first day, whoever has it. */
  openSteps: ListedStep[];
}

/** A city's journey begins here, to the seats of the city. */
export function welcome(facts: WelcomeFacts): LetterText {
  const { language, programme, today, city } = facts;
  const day = dayInShort(today, language, today);
  const say = language === 'zh' ? chinese : english;
  return compose(facts, {
    subject: subjectOf(facts, programme, language === 'zh' ? `${day}起在CityPath进行` : `on CityPath from ${day}`),
    button: {
      label: language === 'zh' ? `查看${city.zh}的进展` : `See where ${city.en} stands`,
      url: facts.journeyUrl,
    },
    ...say(facts),
  });
}

type Said = Pick<LetterText, 'paragraphs' | 'afterwards'>;

function english(facts: WelcomeFacts): Said {
  const { city, programme, takenOver, openSteps } = facts;
  const first = takenOver
    ? `${city.en} continues its way through ${programme.en} on CityPath. What is done is recorded and will not be asked for again.`
    : `${city.en} begins its way through ${programme.en} on CityPath.`;
  return {
    paragraphs: [
      first,
      ...(openSteps.length > 0 ? ['Open now:', ...listOf(openSteps, facts)] : []),
      'Deadlines are counted in the working days of your own calendar, with its holidays and make-up days.',
    ],
    afterwards: ['Letters come in the morning of a working day: before a deadline, on it, and after it.'],
  };
}

function chinese(facts: WelcomeFacts): Said {
  const { city, programme, takenOver, openSteps } = facts;
  const first = takenOver
    ? `${city.zh}在“${programme.zh}”中的工作今后在CityPath上继续进行。已完成的步骤均已记录，不会再次要求提交。`
    : `${city.zh}在“${programme.zh}”中的工作现已在CityPath上启动。`;
  return {
    paragraphs: [
      first,
      ...(openSteps.length > 0 ? ['目前进行中的步骤：', ...listOf(openSteps, facts)] : []),
      '各项期限均按贵市的工作日历计算，节假日和调休上班日已计入。',
    ],
    afterwards: ['提醒会在工作日早晨发出：到期之前、到期当天以及逾期之后。'],
  };
}
