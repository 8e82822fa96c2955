import { dayAt } from '@citypath/calendar';
import type { HistoryEntry } from '@citypath/contracts';
import type { Fact } from '@citypath/journey';
import { historySentence } from './history-sentences/history-sentence';
import type { KnownJourney } from './journey-reader';
import { cityText, type Names } from './names';
import { wordsOf, type Words } from './step-rounds';
import { wordsRefOf } from './text-refs';

/** A fact as a line of the city's history. */
export function historyEntry(fact: Fact, { row, context }: KnownJourney, names: Names, words: Words): HistoryEntry {
  const ref = wordsRefOf(fact);
  return {
    seq: fact.seq,
    kind: fact.kind,
    recordedAt: fact.recordedAt,
    recordedOn: dayAt(context.calendar, fact.recordedAt),
    step: 'step' in fact ? fact.step : null,
    by: names.person(fact.by),
    onBehalfOf: names.person(fact.onBehalfOf),
    byItself: fact.by === null,
    sentence: historySentence(fact, names, cityText(row.city)),
    words: ref === null ? null : wordsOf(words, ref),
  };
}
