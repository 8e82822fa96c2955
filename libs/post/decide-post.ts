import { dayAt, type CalendarData, type Instant } from '@citypath/calendar';
import { addresseeOf, holdsSeatStill } from './addressee';
import { gathersUntil } from './gathering';
import { mergedLevels } from './levels';
import type { JourneyAtSending, LetterAtHand } from './letter-at-hand';
import { classOf } from './letter-class';
import { opensNext, whyClosed } from './opening';
import type { PostDecision } from './post-decision';
import type { Reachable, Recipient } from './recipient';
import { shareOut } from './share-out';
import { passedOn } from './stand-in';
import { noLongerWanted } from './still-wanted';
import type { Suppression } from './suppression';

/** All that waits for one person now, over all journeys. */
export interface PostRound {
  now: Instant;
  /** Null: the letters have nobody to go to, or nobody is known under that id. */
  recipient: Recipient | null;
  letters: LetterInRound[];
}

export interface LetterInRound {
  letter: LetterAtHand;
  journey: JourneyAtSending;
  /** Of a letter that was passed on: who would get it without the leave; null: nobody would. */
  absent?: Recipient | null;
}

/**
 * Decides at the moment of sending what becomes of each letter that waits for one person. It is asked anew whether the
 * letter is still wanted and the person still in the seat and reached by mail; then leave, the person's window, levels
 * of the same, and what the person got today have their say. What was asked for just now goes at any hour.
 * @returns one decision a letter, in the order given
 */
export function decidePost({ now, recipient, letters }: PostRound): PostDecision[] {
  const decided = new Map<string, PostDecision>();
  const decide = (decision: PostDecision): unknown => decided.set(decision.letterId, decision);
  for (const { letter, journey } of letters) {
    const reason = whyNever(letter, journey, recipient);
    if (reason !== null) decide({ kind: 'suppress', letterId: letter.id, reason });
  }
  const open = () => letters.filter(({ letter }) => !decided.has(letter.id)).sort(oldestFirst);
  if (recipient === null) return inOrder(letters, decided);
  const calendar = recipient.calendar ?? [...letters].sort(oldestFirst)[0]?.journey.calendar;
  if (calendar === undefined) return [];

  decideOnLeave(open(), recipient, now, decide);
  for (const { letter } of open()) {
    if (letter.expedited) decide({ kind: 'send', letterId: letter.id, to: recipient.id, ordinaryOn: null });
  }
  const closed = whyClosed(recipient, calendar, now);
  if (closed !== null) {
    for (const { letter } of open()) decide({ kind: 'hold', letterId: letter.id, ...closed });
    return inOrder(letters, decided);
  }
  decideWhatLeaves(
    open().map(({ letter }) => letter),
    { recipient, calendar, now },
    decide,
  );
  return inOrder(letters, decided);
}

function decideOnLeave(
  letters: LetterInRound[],
  recipient: Recipient,
  now: Instant,
  decide: (decision: PostDecision) => unknown,
): void {
  const unreached = unreachable(recipient);
  for (const { letter, journey, absent = null } of letters) {
    const elsewhere = passedOn({ letter, recipient, absent, calendar: journey.calendar, now }, unreached === null);
    // Whoever asked for it just now knows whom.
    if (elsewhere !== null && (letter.passedOnTo !== null || !letter.expedited)) decide(elsewhere);
    else if (unreached !== null) decide({ kind: 'suppress', letterId: letter.id, reason: unreached });
  }
}

/** The window is open: levels merge, urgent letters and invitations go alone, the rest is shared out. */
function decideWhatLeaves(
  letters: LetterAtHand[],
  { recipient, calendar, now }: { recipient: Recipient; calendar: CalendarData; now: Instant },
  decide: (decision: PostDecision) => unknown,
): void {
  const alone = (letter: LetterAtHand) => ['urgent', 'invitation'].includes(classOf(letter));
  for (const { id } of letters.filter(alone)) {
    decide({ kind: 'send', letterId: id, to: recipient.id, ordinaryOn: null });
  }
  const gathered = letters.filter((letter) => {
    if (alone(letter)) return false;
    const waiting = gathersUntil(letter, recipient, calendar, now);
    if (waiting !== null) decide({ kind: 'hold', letterId: letter.id, ...waiting });
    return waiting === null;
  });
  const merged = mergedLevels(gathered);
  for (const [letterId, into] of merged) decide({ kind: 'merge', letterId, into });
  const nextAt = opensNext(recipient, calendar, now);
  const left = gathered.filter(({ id }) => !merged.has(id));
  for (const decision of shareOut(left, { recipient, today: dayAt(calendar, now), nextAt })) decide(decision);
}

/** Why a letter is not to go at all, whoever would get it. */
function whyNever(letter: LetterAtHand, journey: JourneyAtSending, recipient: Recipient | null): Suppression | null {
  const unwanted = noLongerWanted(letter, journey);
  if (unwanted !== null) return unwanted;
  const addressee = addresseeOf(letter, journey.programmeSeats);
  if (addressee.kind === 'nobody') return addressee.reason;
  // Thanks go to the one who left; whoever came back meanwhile is not thanked for leaving.
  const isFarewell = letter.kind === 'thanks';
  // Whoever has a meeting in the calendar hears that it is off, in the seat or not.
  const whoeverWasInvited = letter.kind === 'invitation-cancelled';
  if (!whoeverWasInvited && holdsSeatStill(letter, journey.state) === isFarewell) return 'seat-changed';
  return recipient === null ? 'person-unknown' : null;
}

/** @returns why no mail reaches somebody; null: it does */
export function unreachable(recipient: Reachable | null): Suppression | null {
  if (recipient === null) return 'person-unknown';
  if (recipient.erased) return 'person-erased';
  if (recipient.address === null || recipient.address.trim() === '') return 'no-address';
  return recipient.bounced ? 'address-bounced' : null;
}

function oldestFirst({ letter: a }: LetterInRound, { letter: b }: LetterInRound): number {
  const keys = (one: LetterAtHand) => [one.dueAt, one.journeyId, String(one.seq).padStart(9, '0'), one.id].join(' ');
  return keys(a) < keys(b) ? -1 : 1;
}

function inOrder(letters: LetterInRound[], decided: ReadonlyMap<string, PostDecision>): PostDecision[] {
  return letters.map(({ letter: { id } }) => {
    const decision = decided.get(id);
    if (decision === undefined) throw new Error(`Nothing was decided on letter ${id}.`);
    return decision;
  });
}
