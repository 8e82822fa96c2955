import type { City, Party, PersonShort, Text } from '@citypath/contracts';
import {
  parseStepRef,
  refToday,
  seatDefinition,
  stepDefinition,
  titleBefore,
  type Addressee,
  type JourneyState,
  type PersonId,
  type ProgrammeDefinition,
  type SeatKey,
  type StepRef,
} from '@citypath/journey';
import { titleOfStep } from '@citypath/letters';
import type { PersonStanding } from '@citypath/post';

/** Persons by id, and who holds the programme's seats: what a journey itself does not know by name. */
export interface NamedPeople {
  people: ReadonlyMap<PersonId, PersonShort>;
  programmeSeats: Readonly<Record<SeatKey, PersonId | null>>;
}

/** Nobody: titles of steps and seats need no names of people. */
export const NO_PEOPLE: NamedPeople = { people: new Map(), programmeSeats: {} };

/** The same people, and what the preflight asks of them. */
export interface Directory extends NamedPeople {
  standing: ReadonlyMap<PersonId, PersonStanding>;
}

/** What of a journey's state names its steps. */
export interface Titles extends Pick<JourneyState, 'moved'> {
  steps: Readonly<Record<StepRef, { title?: string } | undefined>>;
}

const NOBODY: Text = { en: 'somebody no longer known', zh: '未知人员' };

/** Puts names and titles to the keys and ids of one journey. */
export class Names {
  constructor(
    private readonly definition: ProgrammeDefinition,
    private readonly directory: NamedPeople,
    /** The names that occurrences of steps have of their own. */
    private readonly titles: Titles | null = null,
  ) {}

  get programme(): Text {
    return this.definition.title;
  }

  person(id: PersonId | null): PersonShort | null {
    return id === null ? null : (this.directory.people.get(id) ?? null);
  }

  personText(id: PersonId | null): Text {
    const person = this.person(id);
    return person ? personText(person) : NOBODY;
  }

  seatTitle(seat: SeatKey): Text {
    return seatDefinition(this.definition, seat)?.title ?? { en: seat, zh: seat };
  }

  /** A city's seat as the letter or fact named it; a programme's seat as it is held today. */
  holderOf({ seat, holder }: Addressee): PersonId | null {
    return holder ?? this.directory.programmeSeats[seat] ?? null;
  }

  /** @param note why this seat acts for another one */
  party(addressee: Addressee, note: Text | null = null): Party {
    const person = this.person(this.holderOf(addressee));
    return { seat: addressee.seat, seatTitle: this.seatTitle(addressee.seat), person, note };
  }

  /** In a sentence: the person, or the seat where nobody is known. */
  partyText(addressee: Addressee): Text {
    const person = this.person(this.holderOf(addressee));
    return person ? personText(person) : this.seatText(addressee.seat);
  }

  seatText(seat: SeatKey): Text {
    const { en, zh } = this.seatTitle(seat);
    return { en: `the ${en}`, zh };
  }

  /** 'Quarterly review Q1 2027'; 'Discovery work: Water'. */
  stepTitle(ref: StepRef): Text {
    const { step, occurrence } = parseStepRef(ref);
    const former = titleBefore(this.titles ?? {}, ref) ?? { en: step, zh: step };
    const definition = stepDefinition(this.definition, ref) ?? { title: former };
    return titleOfStep(definition, { occurrence, title: this.titles?.steps[refToday(this.titles, ref, 0)]?.title });
  }
}

function personText({ name, nameZh }: PersonShort): Text {
  return { en: name, zh: nameZh ?? name };
}

/** A city in a sentence; its Chinese name where it has one. */
export function cityText({ nameEn, nameZh }: Pick<City, 'nameEn' | 'nameZh'>): Text {
  return { en: nameEn, zh: nameZh ?? nameEn };
}
