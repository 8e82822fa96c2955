import type { Instant } from '@citypath/calendar';
import { addresseeOf, holdsSeatStill } from './addressee';
import type { JourneyAtSending, LetterAtHand } from './letter-at-hand';
import type { PostDecision } from './post-decision';
import type { Reachable, Recipient } from './recipient';
import { noLongerWanted } from './still-wanted';
import type { Suppression } from './suppression';

/** All that is due to one person now, over all journeys. */
export interface PostRound {
  now: Instant;
  /** Null: the letters have nobody to go to, or nobody is known under that id. */
  recipient: Recipient | null;
  letters: { letter: LetterAtHand; journey: JourneyAtSending }[];
}

/**
 * Decides at the moment of sending what becomes of each letter that is due to one person.
 * In this first form a due letter goes at once, at any hour, unless the step no longer waits for it, the person no
 * longer holds the seat, or there is nobody or no address to send it to.
 * @returns one decision a letter, in the order given.
 */
export function decidePost({ recipient, letters }: PostRound): PostDecision[] {
  return letters.map(({ letter, journey }) => {
    const reason = whyNot(letter, journey, recipient);
    if (reason === null && recipient !== null)
      return { kind: 'send', letterId: letter.id, to: recipient.id, ordinary: true };
    return { kind: 'suppress', letterId: letter.id, reason: reason ?? 'person-unknown' };
  });
}

function whyNot(letter: LetterAtHand, journey: JourneyAtSending, recipient: Recipient | null): Suppression | null {
  const unwanted = noLongerWanted(letter, journey);
  if (unwanted !== null) return unwanted;
  const addressee = addresseeOf(letter, journey.programmeSeats);
  if (addressee.kind === 'nobody') return addressee.reason;
  // Thanks go to the one who left; whoever came back meanwhile is not thanked for leaving.
  const isFarewell = letter.kind === 'thanks';
  // Whoever has a meeting in the calendar hears that it is off, in the seat or not.
  const whoeverWasInvited = letter.kind === 'invitation-cancelled';
  if (!whoeverWasInvited && holdsSeatStill(letter, journey.state) === isFarewell) return 'seat-changed';
  return unreachable(recipient);
}

/** @returns why no letter can reach a person, null where one can. */
export function unreachable(recipient: Reachable | null): Suppression | null {
  if (recipient === null) return 'person-unknown';
  if (recipient.erased) return 'person-erased';
  if (recipient.address === null || recipient.address.trim() === '') return 'no-address';
  return recipient.bounced ? 'address-bounced' : null;
}
