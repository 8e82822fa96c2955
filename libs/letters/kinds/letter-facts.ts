import type { Day, Language, Text } from '@citypath/calendar';
import type { LetterKind, StepKind } from '@citypath/journey';

/** A person's name and title as people's records hold them; Chinese ones are often not known. */
export interface PersonName {
  familyName: string;
  givenName: string;
  /** How the name is written where that is not family name first. */
  displayName: string | null;
  zhName: string | null;
  titleEn: string | null;
  titleZh: string | null;
}

/** A seat, and who sits in it (null: nobody with a name). */
export interface SeatNow {
  title: Text;
  of: 'city' | 'programme';
  /** An office, for which somebody acts; not a post that somebody holds. */
  office?: boolean;
  person: PersonName | null;
}

/** The facts of the moment of sending that every letter may use. */
export interface LetterFacts {
  language: Language;
  /** In the city's zone. */
  today: Day;
  /** Days from this one on are provisional: the holidays of their years are not published. */
  provisionalFromOn: Day;
  reader: PersonName;
  /** The seat as whose holder the reader gets the letter. */
  seat: SeatNow;
  city: Text;
  programme: Text;
  /** Whom to ask. */
  manager: SeatNow;
  journeyUrl: string;
  /** Deadlines of this journey were planned by the platform, and every letter says so. */
  demonstration: boolean;
}

/** A step as it stands at the moment of sending. */
export interface StepNow {
  title: Text;
  kind: StepKind;
  optional: boolean;
  /** Null: to be confirmed. */
  dueOn: Day | null;
  /** Working days from today to the due day; negative when it is past. */
  workingDaysLeft: number;
  /** How the due day was counted, where a holiday played a part, or a year whose holidays are not published. */
  reckoning: Text | null;
  url: string;
}

/** A letter that will follow by itself if nobody acts. */
export interface NextByItself {
  kind: LetterKind;
  on: Day;
  to: SeatNow;
  toReader: boolean;
}

export interface StepLetterFacts extends LetterFacts {
  step: StepNow;
  /** What follows about this step, in order of time. */
  next: NextByItself[];
}

/** A step in a list of steps. */
export interface ListedStep {
  title: Text;
  dueOn: Day | null;
}
