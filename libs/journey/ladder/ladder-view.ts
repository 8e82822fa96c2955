import type { Day } from '@citypath/calendar';
import type { Addressee } from '../addressee';
import type { SeatKey } from '../grammar';
import type { PersonId } from '../ids';
import { addressee } from '../owners';
import type { RuleContext } from '../rule-context';
import type { JourneyState, StepState } from '../state';
import { lostContact, ownerNow } from './next-rung';

/** Why the ladder of a step does not simply climb. */
export type LadderView =
  /** `seat` said "I own it until that day". `broken`: the day has passed. */
  | { kind: 'acknowledged'; seat: SeatKey; sinceOn: Day; untilOn: Day; broken: boolean }
  /** A letter to `reaches` waits for the manager; `left`: the director was told that nobody decides. */
  | { kind: 'to-release'; reaches: Addressee; sinceOn: Day; left: boolean }
  /** The owner is not reached: nothing climbs over them. */
  | { kind: 'contact-lost'; seat: SeatKey; person: PersonId | null; sinceOn: Day }
  /** A letter went to `seat`; what becomes of it is not reported yet. */
  | { kind: 'awaiting-post'; seat: SeatKey; sinceOn: Day }
  /** Everybody was told: nothing follows by itself. */
  | { kind: 'ended'; sinceOn: Day };

/** @returns null where the ladder has not begun, or climbs by itself */
export function ladderView(context: RuleContext, state: JourneyState, step: StepState, today: Day): LadderView | null {
  const { ladder } = step;
  const lost = lostContact(state, ownerNow(context, state, step));
  if (lost) return { kind: 'contact-lost', seat: lost.seat, person: lost.person, sinceOn: lost.sinceOn };
  if (!ladder) return null;
  const { prepared, acknowledged, awaiting, endedOn } = ladder;
  if (prepared) {
    const { reaches, on: sinceOn, left } = prepared;
    return { kind: 'to-release', reaches: addressee(state, reaches.seat), sinceOn, left };
  }
  if (endedOn !== undefined) return { kind: 'ended', sinceOn: endedOn };
  if (awaiting) return { kind: 'awaiting-post', seat: awaiting.seat, sinceOn: awaiting.on };
  if (!acknowledged) return null;
  const { seat, on, untilOn } = acknowledged;
  return { kind: 'acknowledged', seat, sinceOn: on, untilOn, broken: untilOn < today };
}
