import { dayAt, type CalendarData, type Day, type Instant } from '@citypath/calendar';
import { holderOf, ownCalendar, recipientOf, type Dossier } from '@citypath/letters';
import {
  decidePost,
  goesAlone,
  movedDatesFor,
  seatAbout,
  type LetterAtHand,
  type PostDecision,
  type Recipient,
} from '@citypath/post';
import type { MailRound, Person } from '@citypath/store';

/** One person's turn, with the dossiers of those letters that could be opened. */
export interface OpenedRound extends Omit<MailRound, 'letters'> {
  dossiers: Dossier[];
}

/** A pinned calendar by its hash; null: none is kept. */
export type CalendarByHash = (hash: string) => CalendarData | null;

/** Asks the post rules what becomes of a person's letters, over all journeys. */
export function decideLetters(round: OpenedRound, calendars: CalendarByHash, now: Instant): PostDecision[] {
  const { person: id, dossiers, received } = round;
  const [first] = dossiers;
  if (first === undefined) return [];
  const asRecipient = (person: Person | undefined, dossier: Dossier): Recipient | null => {
    if (person === undefined) return null;
    const pinned = person.calendarHash === null ? null : calendars(person.calendarHash);
    return recipientOf(person, ownCalendar(person, pinned, dossier.context.calendar, now));
  };
  const recipient = asRecipient(first.people.get(id), first);
  return decidePost({
    now,
    recipient: recipient && {
      ...recipient,
      received: {
        digestOn: received.digestOn as Day | null,
        ordinaryOn: received.ordinaryOn as Day | null,
        ordinaryCount: received.ordinaryCount,
      },
    },
    letters: dossiers.map((dossier) => ({
      letter: letterAtHand(dossier),
      journey: { ...dossier, calendar: dossier.context.calendar, today: dayAt(dossier.context.calendar, now) },
      absent: dossier.letter.passedOnTo === null ? null : asRecipient(holderOf(dossier), dossier),
    })),
  });
}

function letterAtHand(dossier: Dossier): LetterAtHand {
  const { letter, invitedBefore } = dossier;
  return {
    ...letter,
    aboutSeat: seatAbout(dossier.fact),
    urgent: goesAlone(dossier.fact),
    moved: movedDatesFor(dossier.fact, letter),
    neverInvited: !invitedBefore,
  };
}
