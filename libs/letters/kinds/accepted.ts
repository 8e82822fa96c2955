import type { Day } from '@citypath/calendar';
import { dateInWords } from '@citypath/calendar';
import { compose, quoted } from '../wording/compose';
import { dayInShort } from '../wording/days';
import { headOf } from '../wording/subject';
import type { StepLetterFacts } from './letter-facts';
import type { LetterText } from './letter-text';

export interface AcceptedFacts extends StepLetterFacts {
  acceptedOn: Day;
  comment: string | null;
  /** The city had asked to be let off the step, and is. */
  isWaiver: boolean;
}

/** What was handed in is accepted, to the one who handed it in. */
export function accepted(facts: AcceptedFacts): LetterText {
  const { language, step, today, city, acceptedOn, comment, isWaiver } = facts;
  const day = dateInWords(acceptedOn, language);
  const short = dayInShort(acceptedOn, language, today);
  if (language === 'zh') {
    return compose(facts, {
      ...headOf(facts, isWaiver ? `${short}已同意免除` : `${short}已通过`),
      paragraphs: [
        isWaiver
          ? `关于“${step.title.zh}”的免除申请已于${day}获得同意，您无需再办理此步骤。`
          : `“${step.title.zh}”已于${day}审核通过，此步骤已完成。`,
        ...quoted(comment),
      ],
      button: { label: `查看${city.zh}的进展`, url: facts.journeyUrl },
      afterwards: ['后续步骤启动时，将另行通知负责人。'],
    });
  }
  return compose(facts, {
    ...headOf(facts, isWaiver ? `waiver granted ${short}` : `accepted ${short}`),
    paragraphs: [
      isWaiver
        ? `The waiver is granted: since ${day}, “${step.title.en}” is not needed of ${city.en}.`
        : `“${step.title.en}” was accepted on ${day}. The step is done.`,
      ...quoted(comment),
    ],
    button: { label: `See where ${city.en} stands`, url: facts.journeyUrl },
    afterwards: ['Whoever has a step that opens now gets a letter about it.'],
  });
}
