import {
  addWorkingDays,
  dayAt,
  instantAt,
  isWorkingDay,
  type CalendarData,
  type Day,
  type Instant,
} from '@citypath/calendar';
import type { Command, JourneyId, JourneyState, LetterDue, LetterKind, PersonId } from '@citypath/journey';

type PostReported = Extract<Command, { kind: 'post-reported' }>;
export type Outcome = PostReported['outcomes'][number]['outcome'];

/** A letter of which its journey was told nothing yet; one that another letter carries has what became of that one. */
export interface LetterToReport extends Pick<LetterDue, 'seq' | 'step' | 'round' | 'kind' | 'seat' | 'holder'> {
  id: string;
  journeyId: JourneyId;
  /** As the ledger says it: 'accepted', 'bounced', 'refused', 'suppressed', 'merged', 'cancelled' … */
  status: string;
  settledAt: Instant;
  /** Why it was suppressed: a code. */
  reason: string | null;
  /** Who got it in place of somebody on leave. */
  passedOnTo: PersonId | null;
}

/** What a journey is told this morning, and of which letters there is nothing to tell. */
export interface MorningReport {
  /** Null: nothing that the journey waits for. */
  command: PostReported | null;
  /** By letter: what the journey is told of it. */
  told: Record<string, Outcome>;
  /** By letter: what became of it, which no rule asks for. */
  untold: Record<string, Outcome>;
}

/** All that the report of a morning is made of. */
export interface MorningNews {
  now: Instant;
  calendar: CalendarData;
  state: JourneyState;
  letters: readonly LetterToReport[];
  /** Those of `state.contacts` whom letters reach again. */
  mended: PostReported['mended'];
}

const NOBODY_THERE = ['seat-empty', 'person-unknown', 'person-erased', 'no-address'];
/** Letters that climb: for them somebody away is no reader, for all others the substitute is. */
const CLIMBING: readonly LetterKind[] = ['escalation'];

/** Whether reports are given at `now`: from the city's morning on, on its working days. */
export function isReportTime(calendar: CalendarData, now: Instant): boolean {
  const today = dayAt(calendar, now);
  return isWorkingDay(calendar, today) && now >= instantAt(calendar, today);
}

/**
 * What a journey is told of its letters. A letter is delivered when it was taken by the mail server and has not come
 * back by the end of the city's next working day; what did not arrive is told with the same morning's report.
 */
export function morningReport({ now, calendar, state, letters, mended }: MorningNews): MorningReport {
  const today = dayAt(calendar, now);
  const outcomes: PostReported['outcomes'] = [];
  const told: MorningReport['told'] = {};
  const untold: MorningReport['untold'] = {};
  for (const letter of letters) {
    const outcome = outcomeOf(letter, calendar, today);
    if (outcome === null) continue;
    if (!isAskedFor(letter, outcome, state)) {
      untold[letter.id] = outcome;
      continue;
    }
    told[letter.id] = outcome;
    const { seq, step, round, kind, seat, holder, settledAt } = letter;
    outcomes.push({ seq, step, round, kind, seat, holder, outcome, on: dayAt(calendar, settledAt) });
  }
  const command = outcomes.length + mended.length > 0 ? ({ kind: 'post-reported', outcomes, mended } as const) : null;
  return { command, told, untold };
}

/** @returns null while it cannot be said */
function outcomeOf(letter: LetterToReport, calendar: CalendarData, today: Day): Outcome | null {
  const climbs = CLIMBING.includes(letter.kind);
  switch (letter.status) {
    case 'bounced':
    case 'refused':
      // What came back from a substitute says nothing of the address of whoever is away.
      if (letter.passedOnTo !== null) return climbs ? 'absent' : 'not-sent';
      return 'bounced';
    case 'suppressed':
      if (letter.reason === 'address-bounced') return 'bounced';
      if (letter.reason === 'skipped') return 'kept-back';
      return NOBODY_THERE.includes(letter.reason ?? '') ? 'nobody-there' : 'not-sent';
    case 'accepted':
    // Restored from a backup: most likely it went, and climbing anew over somebody who has it would be worse.
    case 'presumed-sent': {
      if (letter.passedOnTo !== null && climbs) return 'absent';
      const comesBackUntilOn = addWorkingDays(calendar, dayAt(calendar, letter.settledAt), 1);
      return comesBackUntilOn < today ? 'delivered' : null;
    }
    default:
      // Held, in the post or unknown: nothing is known yet.
      return letter.status === 'cancelled' ? 'not-sent' : null;
  }
}

/** What did not arrive is always news; what arrived, or never went, where a ladder waits for it. */
function isAskedFor({ step, seq }: LetterToReport, outcome: Outcome, { steps }: JourneyState): boolean {
  if (outcome === 'bounced' || outcome === 'nobody-there') return true;
  return step !== null && steps[step]?.ladder?.awaiting?.seq === seq;
}
