import type { AuditEntry, Text } from '@citypath/contracts';
import type { ProgrammeDefinition } from '@citypath/journey';
import type { ActByHand, JourneyAct, PersonAct, TrailEntry } from '@citypath/store';
import { historySentence } from '../journeys/history-sentences/history-sentence';
import { cityText, Names, type NamedPeople, type Titles } from '../journeys/names';
import { wordsRefOf } from '../journeys/text-refs';
import { dayText } from '../journeys/words';
import { actOf } from './audit-acts';
import { handActSentence } from './hand-act-sentence';
import { personActSentence } from './person-act-sentence';

/** What one entry is told with. */
export interface Told {
  people: NamedPeople;
  /** Of the programme concerned: the one that the journey is pinned to, else the newest. */
  definition: ProgrammeDefinition | null;
}

type Said = Pick<AuditEntry, 'sentence' | 'reason' | 'changes' | 'moreChanges' | 'onBehalfOf'>;

/** An act of the trail in words. */
export function auditEntry(entry: TrailEntry, told: Told): AuditEntry {
  const { at, on, time, zone, city, journeyId, key } = entry;
  const { act, title } = actOf(entry);
  const names = told.definition && new Names(told.definition, told.people, titlesOf(entry));
  const person = (id: string | null) => (id === null ? null : (told.people.people.get(id) ?? null));
  return {
    id: `${entry.source}:${key.place}:${key.n}`,
    ...{ at, on, time, zone, act, actTitle: title, city, journeyId },
    by: person(entry.by),
    programme: told.definition && { key: told.definition.key, title: told.definition.title },
    ...said(entry, told, names),
  };
}

function said(entry: TrailEntry, told: Told, names: Names | null): Said {
  switch (entry.source) {
    case 'journey':
      return names === null ? nothingMore(NOT_TOLD) : journeyAct(entry, names);
    case 'person':
      return personAct(entry, told, names);
    case 'hand':
      return byHand(entry, told, names);
  }
}

function journeyAct({ facts, factCount, words, city, onBehalfOf }: JourneyAct, names: Names): Said {
  const where = cityText(city ?? { nameEn: 'The city', nameZh: '该市' });
  const [first, ...others] = facts.map((fact) => historySentence(fact, names, where, dayText));
  const ref = facts.map(wordsRefOf).find((each) => each !== null);
  return {
    onBehalfOf: onBehalfOf === facts[0]?.by ? null : names.person(onBehalfOf),
    sentence: first ?? NOT_TOLD,
    reason: ref === undefined ? null : { words: words[ref] ?? null },
    changes: others,
    moreChanges: factCount - facts.length,
  };
}

function personAct(act: PersonAct, { people }: Told, names: Names | null): Said {
  const text = textOf(people);
  const title = act.seat === null ? null : (names?.seatTitle(act.seat) ?? { en: act.seat, zh: act.seat });
  const of = names?.programme ?? null;
  const seat = { en: `${title?.en ?? ''}${of ? ` of ${of.en}` : ''}`, zh: `${of ? of.zh : ''}${title?.zh ?? ''}` };
  return {
    ...nothingMore(personActSentence(act, { actor: text(act.by), person: text(act.person), seat })),
    reason: act.kind === 'erased' ? { words: act.reason } : null,
  };
}

function byHand(act: ActByHand, { people }: Told, names: Names | null): Said {
  return {
    ...nothingMore(handActSentence(act, textOf(people)(act.by), names)),
    reason: act.hasWords || act.words !== null ? { words: act.words } : null,
  };
}

const NOT_TOLD: Text = { en: 'Something was done.', zh: '进行了操作。' };
const NOBODY: Text = { en: 'somebody no longer known', zh: '未知人员' };

function nothingMore(sentence: Text): Said {
  return { sentence, onBehalfOf: null, reason: null, changes: [], moreChanges: 0 };
}

function textOf({ people }: NamedPeople): (id: string) => Text {
  return (id) => {
    const person = people.get(id);
    return person ? { en: person.name, zh: person.nameZh ?? person.name } : NOBODY;
  };
}

function titlesOf(entry: TrailEntry): Titles {
  if (entry.source === 'person') return { steps: {} };
  const titles = Object.entries(entry.titles).map(([ref, title]) => [ref, { title }] as const);
  return { steps: Object.fromEntries(titles), moved: entry.moved };
}
