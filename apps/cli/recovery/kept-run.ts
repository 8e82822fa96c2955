import { knownRuns, newestRun, readRun, type KnownRun, type RunHistory, type TemporalDoor } from '@citypath/runtime';
import type { RecordRequest, RecordResult } from '@citypath/workflows/activities';
import { CITY_JOURNEY, type ActRequest, type CityJourneyInput } from '@citypath/workflows/messages';

/** Facts that a run had recorded, or asked to have recorded when last seen. */
export interface KeptRecord extends RecordRequest {
  /** `asked`: it is not known whether the records took them; they were accepted all the same. */
  outcome: 'recorded' | 'asked';
}

/** A run of a journey as its history tells of it. */
export interface KeptRun {
  input: CityJourneyInput;
  isRunning: boolean;
  records: KeptRecord[];
  /** The programmes and calendars that it was given, at its beginning or by acts. */
  definitions: CityJourneyInput['definition'][];
  calendars: CityJourneyInput['calendar'][];
}

const CALL_WITHIN_MS = 60_000;
/** The clocks of two servers may differ by so much. */
const CLOCKS_DIFFER_MS = 3_600_000;

/** Lists the runs of all journeys that Temporal keeps, by journey. */
export async function listRuns(door: TemporalDoor): Promise<Map<string, KnownRun[]>> {
  return door.within(async (client) => {
    const runs = new Map<string, KnownRun[]>();
    for await (const run of knownRuns(client, CITY_JOURNEY)) {
      runs.set(run.workflowId, [...(runs.get(run.workflowId) ?? []), run]);
    }
    return runs;
  }, CALL_WITHIN_MS);
}

/**
 * Reads the histories of a journey's runs, newest first: of all that ran after the backup, and before them as many as it
 * takes to meet what the journal holds.
 */
export async function readRuns(
  door: TemporalDoor,
  journeyId: string,
  listed: readonly KnownRun[],
  { head, backupOf }: { head: number; backupOf: string },
): Promise<KeptRun[]> {
  const newest = await door.within((client) => newestRun(client, journeyId), CALL_WITHIN_MS);
  const isListed = newest === null || listed.some(({ runId }) => runId === newest.runId);
  const known = [...(isListed ? [] : [newest]), ...listed].sort((a, b) => b.startedAtMs - a.startedAtMs);
  const ranUntilMs = Date.parse(backupOf) - CLOCKS_DIFFER_MS;
  const read: KeptRun[] = [];
  for (const run of known) {
    const meets = read.some((kept) => beginOf(kept) < head);
    if (meets && run.endedAtMs !== null && run.endedAtMs < ranUntilMs) break;
    const history = await door.within((client) => readRun(client, run), CALL_WITHIN_MS);
    const kept = history && keptRun(history, run.isRunning);
    if (kept) read.push(kept);
  }
  return read;
}

/** Sequence number of the last fact before a run's own. */
export function beginOf({ input }: KeptRun): number {
  return input.state?.head ?? 0;
}

/** @returns null for a run that none of our journeys could have begun with */
function keptRun({ input, activities, updates }: RunHistory, isRunning: boolean): KeptRun | null {
  if (!isInput(input)) return null;
  const commands = updates.map((update) => (update as ActRequest).command);
  return {
    input,
    isRunning,
    records: activities.flatMap(({ type, input: request, ended }): KeptRecord[] => {
      if (type !== 'record') return [];
      if (ended === null) return [{ ...(request as RecordRequest), outcome: 'asked' }];
      const isRecorded = ended.kind === 'completed' && (ended.result as RecordResult).kind === 'recorded';
      return isRecorded ? [{ ...(request as RecordRequest), outcome: 'recorded' }] : [];
    }),
    definitions: [
      input.definition,
      ...commands.flatMap((command) => (command.kind === 'adopt-definition' ? [command.definition] : [])),
    ],
    calendars: [
      input.calendar,
      ...commands.flatMap((command) => (command.kind === 'adopt-calendar' ? [command.calendar] : [])),
    ],
  };
}

function isInput(input: unknown): input is CityJourneyInput {
  return typeof input === 'object' && input !== null && 'journeyId' in input && 'generation' in input;
}
