import { dayAt, type Instant } from '@citypath/calendar';
import type { HistoryEntry, Text } from '@citypath/contracts';
import { refToday, type Fact } from '@citypath/journey';
import type { Reader } from '../session/reader';
import { undoOffered } from '../undo/undo-offered';
import { undidText } from '../undo/undone-acts';
import { historySentence } from './history-sentences/history-sentence';
import type { KnownJourney } from './journey-reader';
import { cityText, type Names } from './names';
import { wordsOf, type Words } from './step-rounds';
import { wordsRefOf } from './text-refs';
import { recordedDayText } from './words';

/** To whom a history is told, and what its sentences need. */
interface Told {
  journey: KnownJourney;
  names: Names;
  words: Words;
  /** The first facts of acts that were taken back, by command. */
  undone: Map<string, Fact>;
  reader: Reader;
  now: Instant;
}

/** A fact as a line of the city's history. */
export function historyEntry(fact: Fact, told: Told): HistoryEntry {
  const { context } = told.journey;
  const { names, words } = told;
  const ref = wordsRefOf(fact);
  return {
    seq: fact.seq,
    kind: fact.kind,
    recordedAt: fact.recordedAt,
    recordedOn: dayAt(context.calendar, fact.recordedAt),
    step: 'step' in fact ? refToday(told.journey.state, fact.step, fact.seq) : null,
    by: names.person(fact.by),
    onBehalfOf: names.person(fact.onBehalfOf),
    byItself: fact.by === null,
    sentence: sentenceOf(fact, told),
    words: ref === null ? null : wordsOf(words, ref),
    undo: undoOffered(fact, told.journey, told.reader, told.now),
  };
}

function sentenceOf(fact: Fact, { journey, names, undone, now }: Told): Text {
  const city = cityText(journey.row.city);
  const { calendar } = journey.context;
  const days = { calendar, today: dayAt(calendar, now) };
  const told = (one: Fact) => historySentence(one, names, city, (day) => recordedDayText(day, days));
  const act = fact.kind === 'act-undone' ? undone.get(fact.command) : undefined;
  return act ? undidText(fact, told(act), names) : told(fact);
}
