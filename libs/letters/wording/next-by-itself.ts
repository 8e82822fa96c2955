import type { NextByItself, StepLetterFacts } from '../kinds/letter-facts';
import { dayToCome } from './days';
import { seatInWords } from './names';

/** What happens by itself if nobody acts: who is told when; or the reader's own next letter; or that nothing follows. */
export function whatFollows(facts: StepLetterFacts): string[] {
  const { language, next, step } = facts;
  const rung = next.find(isRung);
  if (rung) return [toldInWords(rung, facts)];
  const own = next.find(({ toReader }) => toReader);
  if (own) return [ownLetterInWords(own, facts)];
  if (step.optional) {
    return [
      language === 'zh'
        ? '此步骤为可选项，逾期也不会通知他人。'
        : 'This step is optional: if nothing happens, nobody is told.',
    ];
  }
  return [
    language === 'zh'
      ? '系统不会再自动发信；该步骤在完成之前会一直列出。'
      : 'No further letter follows by itself; the step stays listed until it is done.',
  ];
}

/** Somebody else is told, or asked whether somebody is to be. */
export function isRung({ kind, toReader }: NextByItself): boolean {
  return (kind === 'escalation' || kind === 'to-release') && !toReader;
}

function toldInWords({ on, to }: NextByItself, facts: StepLetterFacts): string {
  const day = dayToCome(on, facts);
  return facts.language === 'zh'
    ? `如果届时仍无进展，将于${day}告知${seatInWords(to, 'zh')}。`
    : `If nothing happens, ${seatInWords(to, 'en')} is told on ${day}.`;
}

function ownLetterInWords({ on }: NextByItself, facts: StepLetterFacts): string {
  const day = dayToCome(on, facts);
  return facts.language === 'zh'
    ? `如果届时仍无进展，您将于${day}再次收到提醒。`
    : `If nothing happens, the next letter comes to you on ${day}.`;
}
