import type { CalendarData } from '@citypath/calendar';
import type {
  Command,
  CommandStamp,
  Fact,
  JoinCommand,
  JourneyId,
  JourneyState,
  JourneyStatus,
  ProgrammeDefinition,
} from '@citypath/journey';
import { defineSearchAttributeKey, SearchAttributeType, type SearchAttributePair } from '@temporalio/common';
import { defineQuery, defineUpdate } from '@temporalio/workflow';

/** Name of the workflow's type; its id is the journey's id. */
export const CITY_JOURNEY = 'cityJourney';
export const DEFAULT_TASK_QUEUE = 'citypath';

/** Type of the failure of updates, and in the end of the run, when the journal goes on otherwise than the run. */
export const JOURNAL_DISAGREES = 'journal-disagrees';
/** The reason that Temporal is given when an administrator ends a run here; why, the trail says. */
export const TERMINATED_HERE = 'ended by an administrator; the audit says why';
/** Type of the failure of an update that was meant for the journey as it stood, when it has gone on since. */
export const JOURNEY_MOVED = 'journey-moved';
/** Type of the failure of an update that the rules could not judge: a bug of ours, never the command's fault. */
export const RULES_FAILED = 'rules-failed';

/**
 * What a run begins with. A new journey has a `birth` and no `state`; a run that goes on (continued as new, or
 * rebuilt from the journal) has the state of all recorded facts and no `birth`; one that goes on after the journey
 * had ended begins with the command that takes it in again.
 */
export interface CityJourneyInput {
  journeyId: JourneyId;
  generation: number;
  /** Version of the rules for the whole run. */
  rules: number;
  definition: ProgrammeDefinition;
  calendar: CalendarData;
  state: JourneyState | null;
  birth: { command: JoinCommand; stamp: CommandStamp } | null;
  /** What is done to the state before all else: it ends a stand in which no run could take a command. */
  first?: { command: Command; stamp: Omit<CommandStamp, 'now'> };
}

export interface ActRequest {
  command: Command;
  /** When the command is judged is the run's to say. */
  stamp: Omit<CommandStamp, 'now'>;
  /** Refused unless this is the number of the journey's last fact: what was looked at beforehand is what is done. */
  onlyAtHead?: number;
}

/** Returned once everything is recorded. */
export interface ActResult {
  /** The same command was accepted within the last 24 hours; nothing is new. */
  repeated: boolean;
  /** The command's own facts, without those of the clock. */
  facts: Fact[];
  /** Sequence number of the journey's last fact after the command. */
  head: number;
}

/**
 * Gives the journey a command. Refused: an ApplicationFailure with the refusal's code as its type and the
 * Refusal as its first detail. The update's id is the command's id.
 */
export const act = defineUpdate<ActResult, [ActRequest]>('act');

/** The state, recorded or not, for tests and the doctor. Pages read the read model. */
export const stateOf = defineQuery<JourneyState>('stateOf');

/** Search attributes that a namespace needs before the first journey starts. */
export const PROGRAMME_ATTRIBUTE = defineSearchAttributeKey('CityPathProgramme', SearchAttributeType.KEYWORD);
export const CITY_ATTRIBUTE = defineSearchAttributeKey('CityPathCity', SearchAttributeType.KEYWORD);
export const STATE_ATTRIBUTE = defineSearchAttributeKey('CityPathState', SearchAttributeType.KEYWORD);

/** The search attributes to start a journey with; the run itself keeps the state's up to date. */
export function journeyAttributes(programme: string, city: string, status: JourneyStatus): SearchAttributePair[] {
  return [
    { key: PROGRAMME_ATTRIBUTE, value: programme },
    { key: CITY_ATTRIBUTE, value: city },
    { key: STATE_ATTRIBUTE, value: status },
  ];
}
