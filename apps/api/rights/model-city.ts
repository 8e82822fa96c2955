import {
  emptyState,
  NEWEST_RULES,
  type JourneyState,
  type ProgrammeDefinition,
  type RuleContext,
} from '@citypath/journey';
import type { CalendarData } from '@citypath/calendar';
import type { RightsRole } from '@citypath/contracts';
import type { SeatInCity } from '@citypath/store';
import type { About } from '../policies/allows';
import type { ActTarget } from '../policies/act-rules';
import type { Reader } from '../session/reader';

/**
 * Cities of no programme in particular, in which every role that policies tell apart is somebody else: rights are
 * asked here as a route asks them, and the page of rights shows the answers.
 */
const MODEL = 'model';
const ELSEWHERE = 'elsewhere';

/** The step that the responsible seat hands in and the accepting seat accepts. */
const STEP = 'task';
/** The seat whose appointment the page shows: the city fills it itself. */
const SEAT = 'responsible';

const nothing = { en: '', zh: '' };

function definitionOf(key: string): ProgrammeDefinition {
  const seat = (name: string, of: 'city' | 'programme') => ({ key: name, of, title: nothing });
  return {
    grammar: 1,
    key,
    version: 1,
    title: nothing,
    seats: [
      seat('responsible', 'city'),
      seat('accepting', 'city'),
      seat('other', 'city'),
      seat('manager', 'programme'),
      seat('director', 'programme'),
      { ...seat('evaluator', 'programme'), readOnly: true },
    ],
    stages: [{ key: 'stage', title: nothing }],
    steps: [
      {
        key: STEP,
        kind: 'document',
        stage: 'stage',
        title: nothing,
        responsible: 'responsible',
        accepts: 'accepting',
        whileVacant: ['manager'],
        due: { rule: 'to-be-confirmed' },
        evidence: [],
      },
    ],
    cadence: { before: { unit: 'working-days', days: [] }, afterWorkingDays: [] },
    escalation: { rungs: [] },
    acceptance: { workingDays: 5, remindOnWorkingDays: [], rungs: [], whileVacant: 'manager' },
    hold: { maxWorkingDays: 1 },
  };
}

type City = 'here' | 'next-door' | 'far-away';

/** Here; another city of the programme; a city of another programme. */
const PROGRAMME_OF: Record<City, string> = { here: MODEL, 'next-door': MODEL, 'far-away': ELSEWHERE };

const journeyIdOf = (city: City): string => `${PROGRAMME_OF[city]}.${city}`;
const person = (city: City, role: string): string => `p-${city}-${role}`;

/** Policies count no days. */
const noCalendar: CalendarData = { key: 'none', zone: 'UTC', days: {} } as unknown as CalendarData;

function journeyIn(city: City): NonNullable<About['journey']> {
  const programme = PROGRAMME_OF[city];
  const context: RuleContext = { rules: NEWEST_RULES, definition: definitionOf(programme), calendar: noCalendar };
  const seated = (role: string, liaison: string | null = null) => ({
    holder: person(city, role),
    liaison,
    fromOn: null,
    vacancyTold: false,
  });
  const state: JourneyState = {
    ...emptyState(journeyIdOf(city)),
    programme,
    city,
    status: 'active',
    seats: {
      responsible: seated('responsible', person(city, 'liaison')),
      accepting: seated('accepting'),
      other: seated('other-seat'),
    },
  };
  return { row: { id: journeyIdOf(city), programmeKey: programme }, state, context };
}

/** What a request would be about in one of the cities. */
export function aboutCity(city: City, target: 'journey' | 'step' | 'seat'): About {
  const targets: Record<typeof target, ActTarget> = {
    journey: { kind: 'journey' },
    step: { kind: 'step', ref: STEP },
    seat: { kind: 'seat', seat: SEAT },
  };
  const programme = PROGRAMME_OF[city];
  // Of the city, and nobody who asks.
  const somebody = { id: person(city, 'somebody'), isAdministrator: false, programmeSeats: [] };
  return {
    journey: journeyIn(city),
    programme,
    target: targets[target],
    person: { person: somebody, citySeats: [{ programme }] },
  };
}

/** Somebody in each role, as the api knows who asks. Null: nobody is signed in. */
export function readerAs(role: RightsRole): Reader | null {
  const reader = (name: string, more: Partial<Reader>): Reader => ({
    person: name,
    language: 'en',
    administrator: false,
    seats: [],
    citySeats: [],
    tokenHash: '',
    ...more,
  });
  const inProgramme = (seat: string) => reader(`p-${seat}`, { seats: [{ programme: MODEL, seat }] });
  const inCity = (city: City, who: string, seat: string, standing: SeatInCity['standing'] = 'holder') =>
    reader(person(city, who), {
      citySeats: [{ journeyId: journeyIdOf(city), programme: PROGRAMME_OF[city], city, seat, standing }],
    });
  switch (role) {
    case 'administrator':
      return reader('p-administrator', { administrator: true });
    case 'manager':
    case 'director':
    case 'evaluator':
      return inProgramme(role);
    case 'responsible':
      return inCity('here', 'responsible', 'responsible');
    case 'liaison':
      return inCity('here', 'liaison', 'responsible', 'liaison');
    case 'accepting':
      return inCity('here', 'accepting', 'accepting');
    case 'other-seat':
      return inCity('here', 'other-seat', 'other');
    case 'other-city':
      return inCity('next-door', 'responsible', 'responsible');
    case 'nobody':
      return null;
  }
}
