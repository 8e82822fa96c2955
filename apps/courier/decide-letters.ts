import { dayAt, type Instant } from '@citypath/calendar';
import { recipientOf, seatAbout, type Dossier } from '@citypath/letters';
import { addresseeOf, decidePost, type LetterAtHand, type PostDecision } from '@citypath/post';

/** Asks the post rules what becomes of letters: for each person once, over all journeys. */
export function decideLetters(dossiers: Dossier[], now: Instant): Map<string, PostDecision> {
  const byPerson = Map.groupBy(dossiers, ({ letter, programmeSeats }) => {
    const addressee = addresseeOf(letter, programmeSeats);
    return addressee.kind === 'person' ? addressee.person : null;
  });
  const decisions = [...byPerson].flatMap(([person, ofPerson]) => decideForPerson(person, ofPerson, now));
  return new Map(decisions.map((decision) => [decision.letterId, decision]));
}

function decideForPerson(person: string | null, dossiers: Dossier[], now: Instant): PostDecision[] {
  const known = person === null ? undefined : dossiers[0]?.people.get(person);
  return decidePost({
    now,
    recipient: known === undefined ? null : recipientOf(known, null),
    letters: dossiers.map((dossier) => ({
      letter: letterAtHand(dossier),
      journey: { ...dossier, calendar: dossier.context.calendar, today: dayAt(dossier.context.calendar, now) },
    })),
  });
}

function letterAtHand(dossier: Dossier): LetterAtHand {
  const { letter, invitedBefore } = dossier;
  return { ...letter, aboutSeat: seatAbout(dossier), lastRung: false, neverInvited: !invitedBefore };
}
