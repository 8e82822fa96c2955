import { dayAt, type CalendarData, type Instant } from '@citypath/calendar';
import type { LetterAtHand } from './letter-at-hand';
import { backAt, isOnLeave } from './opening';
import type { PostDecision } from './post-decision';
import type { LeaveOfRecipient, Recipient } from './recipient';

/** A letter in the round of one person. */
interface InRound {
  letter: LetterAtHand;
  recipient: Recipient;
  /** Whose place the recipient takes with this letter; null: his or her own. */
  absent: Recipient | null;
  /** The city's: counts for whoever has none. */
  calendar: CalendarData;
  now: Instant;
}

/**
 * Where leave sends a letter: to whoever stands in, and back when the leave has ended. When that one cannot be reached
 * or is away too, it waits for whichever of the two is back first; nobody else gets it.
 * @param reached whether mail reaches the recipient
 * @returns null when it stays with the recipient
 */
export function passedOn({ letter, recipient, absent, calendar, now }: InRound, reached: boolean): PostDecision | null {
  const { id } = letter;
  if (letter.passedOnTo === null) {
    const substitute = leaveOf(recipient, calendar, now)?.substitute ?? null;
    return substitute === null ? null : { kind: 'pass-on', letterId: id, to: substitute };
  }
  const leave = absent && leaveOf(absent, calendar, now);
  if (absent === null || leave?.substitute !== recipient.id) return { kind: 'pass-on', letterId: id, to: null };
  const away = leaveOf(recipient, calendar, now);
  if (reached && away === null) return null;
  const holderBack = backAt(absent, absent.calendar ?? calendar, leave);
  const standInBack = reached && away !== null ? backAt(recipient, recipient.calendar ?? calendar, away) : holderBack;
  const untilAt = holderBack < standInBack ? holderBack : standInBack;
  return { kind: 'hold', letterId: id, untilAt, reason: 'on-leave' };
}

/** By the person's own days: asked in the round of either of two people, it must answer the same. */
function leaveOf({ leave, calendar: own }: Recipient, calendar: CalendarData, now: Instant): LeaveOfRecipient | null {
  return isOnLeave(leave, dayAt(own ?? calendar, now)) ? leave : null;
}
