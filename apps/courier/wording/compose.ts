import type { ListedStep, LetterFacts, StepNow } from '../letters/letter-facts';
import type { LetterText, Paragraph } from '../letters/letter-text';
import { dayInShort } from './days';
import { footnotesOf } from './footnotes';
import { greetingOf } from './names';

/** Puts greeting and small print around what a letter has to say. */
export function compose(facts: LetterFacts, body: Omit<LetterText, 'greeting' | 'footnotes'>): LetterText {
  return { ...body, greeting: greetingOf(facts.reader, facts.language), footnotes: footnotesOf(facts) };
}

/** How the due day was counted, in brackets; nothing where no holiday played a part. */
export function reckoningOf({ reckoning }: StepNow, { language }: LetterFacts): string[] {
  if (reckoning === null) return [];
  return [language === 'zh' ? `（${reckoning.zh}。）` : `(${reckoning.en}.)`];
}

/** Somebody's own words; nothing where there are none (or they were erased). */
export function quoted(words: string | null): Paragraph[] {
  return words === null || words.trim() === '' ? [] : [{ quote: words }];
}

/** Steps with their due days, one a line. */
export function listOf(steps: ListedStep[], { language, today }: LetterFacts): Paragraph[] {
  if (steps.length === 0) return [];
  return [{ list: steps.map(({ title, dueOn }) => lineOf(title[language], dueOn, language, today)) }];
}

function lineOf(
  title: string,
  dueOn: ListedStep['dueOn'],
  language: LetterFacts['language'],
  today: LetterFacts['today'],
): string {
  if (language === 'zh')
    return dueOn === null ? `${title}：期限待定` : `${title}：${dayInShort(dueOn, 'zh', today)}到期`;
  return dueOn === null ? `${title}: date to be confirmed` : `${title}: due ${dayInShort(dueOn, 'en', today)}`;
}
