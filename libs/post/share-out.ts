import type { Day, Instant } from '@citypath/calendar';
import type { LetterAtHand } from './letter-at-hand';
import { classOf } from './letter-class';
import type { PostDecision } from './post-decision';
import type { Received, Recipient } from './recipient';

/** Ordinary messages that somebody gets a day at most, the digest among them. */
export const ORDINARY_A_DAY = 3;

interface Today {
  recipient: Recipient;
  today: Day;
  /** The next opening after today. */
  nextAt: Instant;
}

/**
 * What becomes of the ordinary letters that may leave to one person now: a single one goes as itself, two or more as
 * the day's digest. Once that has gone, what only the clock says waits for the next one, and so does what an act upon
 * many cities caused; other news goes, up to the cap.
 * @param letters oldest first
 */
export function shareOut(letters: readonly LetterAtHand[], { recipient, today, nextAt }: Today): PostDecision[] {
  const { id: to, received } = recipient;
  const digestGone = received.digestOn === today;
  let left = ORDINARY_A_DAY - ordinaryToday(received, today);
  const [first] = letters;
  if (first !== undefined && letters.length > 1 && !digestGone && left > 0) {
    return letters.map(({ id }) => ({ kind: 'digest', letterId: id, to, ordinaryOn: today, carriedBy: first.id }));
  }
  return letters.map((letter): PostDecision => {
    const waits = digestGone && (classOf(letter) === 'by-the-clock' || letter.together === true);
    if (waits) return { kind: 'hold', letterId: letter.id, untilAt: nextAt, reason: 'after-digest' };
    if (left <= 0) return { kind: 'hold', letterId: letter.id, untilAt: nextAt, reason: 'cap-reached' };
    left -= 1;
    return { kind: 'send', letterId: letter.id, to, ordinaryOn: today };
  });
}

function ordinaryToday({ ordinaryOn, ordinaryCount }: Received, today: Day): number {
  return ordinaryOn === today ? ordinaryCount : 0;
}
