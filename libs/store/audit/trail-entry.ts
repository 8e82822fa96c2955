import type { Fact, StepsMoved } from '@citypath/journey';
import type { HandActAbout, HandActKind } from '../rows/hand-act';
import type { PeopleActKind } from '../rows/people-act';
import type { CalendarNotice, City, CityClosure } from '../plain';
import type { Instant } from '../types';

/** What every act of the trail has, wherever it was written down. */
interface Done {
  at: Instant;
  /** Day and time on the clock of `zone`: the city's, or the usual one where no city is concerned. */
  on: string;
  time: string;
  zone: string;
  by: string;
  programmeKey: string | null;
  city: Pick<City, 'key' | 'nameEn' | 'nameZh'> | null;
  journeyId: string | null;
  key: TrailKey;
}

/** One command to a journey, with the facts that it caused: the first says what was done, the others what followed. */
export interface JourneyAct extends Done {
  source: 'journey';
  onBehalfOf: string | null;
  definitionHash: string;
  calendarHash: string;
  /** The first of them. */
  facts: Fact[];
  /** How many it caused. */
  factCount: number;
  /** The names of occurrences of steps. */
  titles: Record<string, string>;
  /** What steps were called in versions before. */
  moved: StepsMoved[];
  /** Reasons and comments by reference; null: erased. */
  words: Record<string, string | null>;
}

export interface PersonAct extends Done {
  source: 'person';
  kind: PeopleActKind;
  person: string;
  seat: string | null;
  /** Null also where it was erased. */
  reason: string | null;
}

export interface ActByHand extends Done {
  source: 'hand';
  kind: HandActKind;
  about: HandActAbout;
  definitionHash: string | null;
  calendarHash: string | null;
  titles: Record<string, string>;
  moved: StepsMoved[];
  hasWords: boolean;
  /** Null: none were given, or they were erased. */
  words: string | null;
  fileName: string | null;
  mark: Pick<CalendarNotice | CityClosure, 'fromOn' | 'toOn' | 'titleEn' | 'titleZh'> | null;
  /** Of a notice. */
  country: string | null;
}

export type TrailEntry = JourneyAct | PersonAct | ActByHand;

/** Newest first; `rank` and what follows tell apart what was done at the same instant. */
export interface TrailKey {
  at: string;
  rank: number;
  place: string;
  n: string;
}

/** All conditions given must hold. */
export interface TrailFilter {
  /** Only acts upon these programmes; null: all, and acts upon none too. */
  within: string[] | null;
  programmeKey?: string;
  cityKey?: string;
  /** Who did it, on whose behalf, or to whom. */
  person?: string;
  /** Kinds of the one source that is asked for. */
  kind?: { source: TrailEntry['source']; kinds: string[] };
  /** Days on the clock of the act. */
  fromOn?: string;
  untilOn?: string;
  /** Where no city says which. */
  usualZone: string;
}
