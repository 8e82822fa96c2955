import { addMonths, dayAt, provisionalFrom, type Instant } from '@citypath/calendar';
import type { CityPageResponse, CitySeat, DroppedStep } from '@citypath/contracts';
import { allSteps, forecast, refToday, why, type Fact } from '@citypath/journey';
import type { City, Paper } from '@citypath/store';
import { gapInWords } from '../gaps/gap-in-words';
import { gapsOfJourney } from '../gaps/gaps-of-journey';
import { maySeeGaps } from '../policies/may-see-gaps';
import type { Reader } from '../session/reader';
import { ActsOffered } from './acts-offered';
import { maySeePack } from '../policies/may-see';
import { journeyStatus } from './board-row';
import { cityStep, type PageSources } from './city-step';
import { comingLetter } from './coming-letter';
import { commentingOf } from './commenting';
import type { KnownJourney } from './journey-reader';
import { Names, type Directory } from './names';
import { commentsByStep } from './step-comments';
import { roundsByStep, wordsOf, type Words } from './step-rounds';
import { wantedNow } from './wanted-now';
import { whySentence } from './why-sentence';

/** What a city page needs beside the journey. */
export interface CityPageInput {
  journey: KnownJourney;
  facts: readonly Fact[];
  words: Words;
  /** Those that the words name, by id. */
  papers: ReadonlyMap<string, Paper>;
  /** Steps that the newest version of the programme lacks. */
  dropped: DroppedStep[];
  directory: Directory;
  reader: Reader;
  now: Instant;
}

/** How far the page looks ahead by itself, and how many letters it lists. */
const LOOK_AHEAD_MONTHS = 3;
const MOST_COMING = 12;

/** The page of a city: everything that one person may see and do there now. */
export function cityPage({
  journey,
  facts,
  words,
  papers,
  dropped,
  directory,
  reader,
  now,
}: CityPageInput): CityPageResponse {
  const { row, state, context } = journey;
  const { definition, calendar } = context;
  const names = new Names(definition, directory, state);
  const today = dayAt(calendar, now);
  const ahead = forecast(context, state, now, addMonths(today, LOOK_AHEAD_MONTHS));
  const acts = new ActsOffered(journey, reader, names, now, dropped);
  const sources: PageSources = {
    names,
    acts,
    today,
    forecast: ahead.steps,
    rounds: roundsByStep(context, facts, words, names, papers),
    comments: commentsByStep(journey, facts, words, names, reader),
    settledBecause: reasonsOfSettling(facts, words),
    places: placesOfMeetings(state, words),
  };
  const views = allSteps(context, state);
  return {
    journeyId: row.id,
    city: { key: row.city.key, nameEn: row.city.nameEn, nameZh: row.city.nameZh },
    programme: {
      key: definition.key,
      title: definition.title,
      stages: definition.stages.map(({ key, title }) => ({ key, title })),
    },
    topic: topicOf(row.city),
    status: journeyStatus(journey),
    joinedOn: state.joinedOn,
    takeover: state.takeover,
    demonstration: row.demonstration,
    todayOn: today,
    provisionalFromOn: provisionalFrom(calendar),
    head: row.head,
    stale: row.stale,
    sentence: whySentence(why(context, state, now), row.city, names, { calendar: context.calendar, today }),
    now: wantedNow(journey, views, sources),
    nextByItself: ahead.letters.slice(0, MOST_COMING).map((letter) => comingLetter(letter, names, calendar, today)),
    gaps: maySeeGaps(reader, definition)
      ? gapsOfJourney(journey, directory, today).map((group) => gapInWords(group, directory, reader, today))
      : [],
    steps: views.map((view) => cityStep(journey, view, sources)),
    formerSteps: formerSteps(state),
    seats: definition.seats.map((seat) => citySeat(journey, reader, seat, names, acts)),
    hold: state.hold && {
      awaiting: wordsOf(words, state.hold.awaiting) ?? '',
      reason: wordsOf(words, state.hold.reason) ?? '',
      sinceAt: state.hold.sinceAt,
      untilOn: state.hold.untilOn,
    },
    heldWorkingDays: state.heldWorkingDays,
    acts: acts.ofJourney(),
    commenting: commentingOf(journey, reader, names, directory),
    people: [...directory.people.values()].filter(({ erased }) => !erased),
  };
}

function citySeat(
  journey: KnownJourney,
  reader: Reader,
  { key, title, of, readOnly }: KnownJourney['context']['definition']['seats'][number],
  names: Names,
  acts: ActsOffered,
): CitySeat {
  const held = journey.state.seats[key];
  const holder = names.person(names.holderOf({ seat: key, holder: held?.holder ?? null }));
  return {
    seat: key,
    title,
    of,
    holder,
    liaison: names.person(held?.liaison ?? null),
    fromOn: held?.fromOn ?? null,
    // A seat that nobody was ever asked to fill is merely unnamed; a vacancy is one that an open step is missing.
    vacant: of === 'city' && holder === null && held?.vacancyTold === true,
    readOnly: readOnly ?? false,
    pack: of === 'city' && maySeePack(reader, journey, key),
    acts: acts.ofSeat(key, of === 'city'),
  };
}

function topicOf({ topicEn, topicZh }: City): CityPageResponse['topic'] {
  return topicEn === null && topicZh === null ? null : { en: topicEn, zh: topicZh };
}

/** What steps were called in versions before, so that an address of then still leads somewhere. */
function formerSteps(state: KnownJourney['state']): CityPageResponse['formerSteps'] {
  return (state.moved ?? []).flatMap(({ seq, steps }) =>
    steps.map(({ from, to, title }) => ({ ref: from, title, now: to === null ? null : refToday(state, to, seq) })),
  );
}

function placesOfMeetings({ steps }: KnownJourney['state'], words: Words): Map<string, string> {
  return new Map(
    Object.values(steps).flatMap(({ ref, meeting }): [string, string][] => {
      const place = meeting?.place === undefined ? null : wordsOf(words, meeting.place);
      return place === null ? [] : [[ref, place]];
    }),
  );
}

function reasonsOfSettling(facts: readonly Fact[], words: Words): Map<string, string> {
  const reasons = new Map<string, string>();
  for (const fact of facts) {
    if (fact.kind !== 'step-waived' && fact.kind !== 'step-skipped') continue;
    const reason = wordsOf(words, fact.reason);
    if (reason !== null) reasons.set(fact.step, reason);
  }
  return reasons;
}
