import type { Day } from '@citypath/calendar';
import { dateInWords } from '@citypath/calendar';
import { compose } from '../wording/compose';
import { nameOf } from '../wording/names';
import { subjectOf } from '../wording/subject';
import type { LetterFacts, PersonName } from './letter-facts';
import type { LetterText } from './letter-text';

export interface ThanksFacts extends LetterFacts {
  /** The day from which the seat is somebody else's or vacant; null: not known. */
  fromOn: Day | null;
  /** Who follows; null: nobody yet. */
  successor: PersonName | null;
}

/** To the one who leaves a seat: thanks, and that nothing is left to do. It asks for nothing and leads nowhere. */
export function thanks(facts: ThanksFacts): LetterText {
  const { language, seat } = facts;
  const letter = compose(facts, {
    subject: subjectOf(facts, seat.title, language === 'zh' ? '感谢您的工作' : 'thank you'),
    paragraphs: language === 'zh' ? chinese(facts) : english(facts),
    button: null,
    afterwards: [],
  });
  return { ...letter, footnotes: [whyThisLetter(facts)] };
}

function english({ city, seat, programme, fromOn, successor }: ThanksFacts): string[] {
  const from = fromOn === null ? null : dateInWords(fromOn, 'en');
  const passed =
    successor === null
      ? `${from === null ? 'You' : `From ${from} you`} are no longer ${seat.title.en} of ${city.en}.`
      : `${nameOf(successor, 'en')} is ${seat.title.en} of ${city.en}${from === null ? '' : ` from ${from}`}.`;
  return [
    `${passed} Thank you for your work in ${programme.en}.`,
    'Everything that was open has left your hands. Nothing is wanted of you any more, and this seat sends you no further letter.',
  ];
}

function chinese({ city, seat, programme, fromOn, successor }: ThanksFacts): string[] {
  const from = fromOn === null ? '' : `自${dateInWords(fromOn, 'zh')}起，`;
  const passed =
    successor === null
      ? `${from}您不再担任${city.zh}${seat.title.zh}。`
      : `${from}${nameOf(successor, 'zh')}担任${city.zh}${seat.title.zh}。`;
  return [
    `${passed}感谢您在“${programme.zh}”中所做的工作。`,
    '未办结的事项均已移交，无需您再办理；今后也不会再就这一职务向您发信。',
  ];
}

function whyThisLetter({ language, city, seat, programme }: ThanksFacts): string {
  return language === 'zh'
    ? `您收到此信，是因为您曾在“${programme.zh}”中担任${city.zh}${seat.title.zh}。`
    : `You get this because you were ${seat.title.en} of ${city.en} in ${programme.en}.`;
}
