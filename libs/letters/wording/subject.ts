import type { Language, Text } from '@citypath/calendar';
import type { LetterFacts, StepLetterFacts } from '../kinds/letter-facts';
import type { LetterText } from '../kinds/letter-text';
import { capital } from './capital';

const LONGEST_PART = 60;

/** A subject of a letter that stands alone says city, matter and what about it: 'Yiwu: Focal point, vacant since Mon 26 Oct'. */
export function subjectOf(facts: LetterFacts, matter: Text, tail: string): string {
  return `${threadOf(facts, matter)}${facts.language === 'zh' ? '，' : ', '}${tail}`;
}

/**
 * What the letters about one step have in common, and what is new in this one. The subject is city and step and stays:
 * mail readers keep letters of one subject in one thread, and a day or a delay in it would tear them apart when it
 * moves. The day stands in the preview, which they show beside the subject, and in the first line.
 * @param news what this letter says of the step: 'due Mon 26 Oct', '10月26日（周一）到期'
 */
export function headOf(facts: StepLetterFacts, news: string): Pick<LetterText, 'subject' | 'preview'> {
  return { subject: threadOf(facts, facts.step.title), preview: sentenceOf(news, facts.language) };
}

function threadOf({ language, city }: LetterFacts, matter: Text): string {
  return `${shortened(city[language])}${language === 'zh' ? '：' : ': '}${shortened(matter[language])}`;
}

function sentenceOf(news: string, language: Language): string {
  return language === 'zh' ? `${news}。` : `${capital(news)}.`;
}

/** A name too long for a subject line keeps its beginning; the letter itself has all of it. */
function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length <= LONGEST_PART ? text : `${characters.slice(0, LONGEST_PART - 1).join('')}…`;
}
