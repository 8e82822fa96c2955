import type { Day } from '@citypath/calendar';
import { dateInWords } from '@citypath/calendar';
import { compose, listOf } from '../wording/compose';
import { dayInShort } from '../wording/days';
import { seatInWords } from '../wording/names';
import { subjectOf } from '../wording/subject';
import type { LetterFacts, ListedStep, SeatNow } from './letter-facts';
import type { LetterText } from './letter-text';

export interface ContactLostFacts extends LetterFacts {
  lost: SeatNow;
  /** Where the address is corrected, or somebody else appointed. */
  mendUrl: string;
  why: 'bounced' | 'nobody-there';
  lostOn: Day;
  /** What waits for them. */
  openSteps: ListedStep[];
}

/** Letters do not reach somebody: to the one who can mend it. Until then nobody is told over their head. */
export function contactLost(facts: ContactLostFacts): LetterText {
  const { language, lost, today, lostOn } = facts;
  const day = dayInShort(lostOn, language, today);
  return compose(facts, {
    subject: subjectOf(
      facts,
      lost.title,
      language === 'zh' ? `${day}起信件无法送达` : `letters have not arrived since ${day}`,
    ),
    paragraphs: language === 'zh' ? chinese(facts) : english(facts),
    button: { label: language === 'zh' ? '更正联系方式' : 'Correct the address', url: facts.mendUrl },
    afterwards: [
      language === 'zh'
        ? '在恢复联系之前，不会越过对方上报延误。'
        : 'Until letters arrive again, nobody is told of a delay over their head.',
    ],
  });
}

function english(facts: ContactLostFacts): LetterText['paragraphs'] {
  const { city, lost, why, lostOn, openSteps } = facts;
  const said =
    why === 'bounced'
      ? `A letter to ${seatInWords(lost, 'en')} of ${city.en} came back on ${dateInWords(lostOn, 'en')}`
      : `There is no address for ${seatInWords(lost, 'en')} of ${city.en}`;
  return [
    `${said}. Please ask for the right address and put it in, or name who sits there now.`,
    ...(openSteps.length > 0 ? ['What waits for them:', ...listOf(openSteps, facts)] : []),
  ];
}

function chinese(facts: ContactLostFacts): LetterText['paragraphs'] {
  const { city, lost, why, lostOn, openSteps } = facts;
  const said =
    why === 'bounced'
      ? `${dateInWords(lostOn, 'zh')}发给${city.zh}${seatInWords(lost, 'zh')}的信件被退回`
      : `${city.zh}${seatInWords(lost, 'zh')}没有可用的电子邮件地址`;
  return [
    `${said}。请核实并更正地址，或登记现任人员。`,
    ...(openSteps.length > 0 ? ['等待其办理的事项：', ...listOf(openSteps, facts)] : []),
  ];
}
