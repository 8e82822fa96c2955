import type { CalendarData } from '@citypath/calendar';
import {
  emptyState,
  fold,
  NEWEST_RULES,
  type Fact,
  type JourneyState,
  type ProgrammeDefinition,
  type TextRef,
} from '@citypath/journey';
import { addresseeOf, type ProgrammeSeats as SeatHolders } from '@citypath/post';
import { Calendars, Definitions, Journal, People, ProgrammeSeats, Texts, Threads } from '@citypath/store';
import type { DataSource, Person, TakenLetter } from '@citypath/store';
import type { Dossier } from './dossier';

/** Gathers what it takes to decide on letters and to write them, as it stands in the database now. */
export class Dossiers {
  private readonly journal: Journal;
  private readonly people: People;
  private readonly programmeSeats: ProgrammeSeats;
  private readonly texts: Texts;
  private readonly threads: Threads;
  private readonly definitions: Definitions;
  private readonly calendars: Calendars;
  // Pinned by the hash of their content, so what was read once stays true.
  private readonly knownDefinitions = new Map<string, ProgrammeDefinition>();
  private readonly knownCalendars = new Map<string, CalendarData>();

  constructor(dataSource: DataSource) {
    this.journal = new Journal(dataSource);
    this.people = new People(dataSource);
    this.programmeSeats = new ProgrammeSeats(dataSource);
    this.texts = new Texts(dataSource);
    this.threads = new Threads(dataSource);
    this.definitions = new Definitions(dataSource);
    this.calendars = new Calendars(dataSource);
  }

  /** @throws Error when something that the letter rests on is not there */
  async open(letter: TakenLetter): Promise<Dossier> {
    const { journey, journeyId, seq } = letter;
    const [state, [fact], definition, calendar, programmeSeats] = await Promise.all([
      this.stateOf(letter),
      this.journal.facts(journeyId, seq - 1, 1),
      this.definitionOf(journey.definitionHash),
      this.calendarOf(journey.calendarHash),
      this.seatHolders(journey.programmeKey),
    ]);
    if (fact?.seq !== seq) throw new Error(`Journey ${journeyId} has no fact ${seq}.`);
    const [people, words, invitedBefore] = await Promise.all([
      this.peopleOf(letter, state, fact, programmeSeats),
      this.wordsOf(fact),
      this.wasInvited(letter, programmeSeats),
    ]);
    const context = { rules: NEWEST_RULES, definition, calendar };
    return { letter, state, context, fact, programmeSeats, people, words, invitedBefore };
  }

  /** A read model that is behind the journal (or missing) is folded anew, for this letter only. */
  private async stateOf({ journey, journeyId }: TakenLetter): Promise<JourneyState> {
    if (journey.state !== null && !journey.stale) return journey.state;
    return fold(emptyState(journeyId), await this.journal.facts(journeyId));
  }

  private async definitionOf(hash: string): Promise<ProgrammeDefinition> {
    const definition = this.knownDefinitions.get(hash) ?? (await this.definitions.byHash(hash));
    if (definition === null) throw new Error(`No definition ${hash} is kept.`);
    this.knownDefinitions.set(hash, definition);
    return definition;
  }

  private async calendarOf(hash: string): Promise<CalendarData> {
    const calendar = this.knownCalendars.get(hash) ?? (await this.calendars.byHash(hash));
    if (calendar === null) throw new Error(`No calendar ${hash} is kept.`);
    this.knownCalendars.set(hash, calendar);
    return calendar;
  }

  private async seatHolders(programme: string): Promise<SeatHolders> {
    const seats = await this.programmeSeats.ofProgrammes([programme]);
    return Object.fromEntries(seats.map(({ seat, personId }) => [seat, personId]));
  }

  /** Everybody whom the letter may name. */
  private async peopleOf(
    letter: TakenLetter,
    state: JourneyState,
    fact: Fact,
    seatHolders: SeatHolders,
  ): Promise<Map<string, Person>> {
    const ids = [
      letter.holder,
      fact.by,
      fact.onBehalfOf,
      'from' in fact ? fact.from : null,
      fact.kind === 'contact-lost' ? fact.person : null,
      fact.kind === 'seat-handed-over' ? fact.holder : null,
      ...Object.values(seatHolders),
      ...Object.values(state.seats).flatMap(({ holder, liaison }) => [holder, liaison]),
      ...Object.values(state.steps).map(({ submittedBy }) => submittedBy),
    ];
    const people = await this.people.byIds([...new Set(ids.filter((id) => id !== null))]);
    return new Map(people.map((person) => [person.id, person]));
  }

  private async wasInvited(
    { kind, journeyId, step, seq, ...to }: TakenLetter,
    seatHolders: SeatHolders,
  ): Promise<boolean> {
    const isAboutMeeting = kind === 'invitation' || kind === 'invitation-cancelled';
    const addressee = addresseeOf(to, seatHolders);
    if (!isAboutMeeting || step === null || addressee.kind === 'nobody') return false;
    return this.threads.wasInvited(journeyId, step, addressee.person, seq);
  }

  private async wordsOf(fact: Fact): Promise<Map<TextRef, string>> {
    const refs = [
      'comment' in fact ? fact.comment : undefined,
      'reason' in fact ? fact.reason : undefined,
      'words' in fact ? fact.words : undefined,
      'place' in fact ? fact.place : undefined,
      fact.kind === 'step-waived' ? fact.granted?.comment : undefined,
      fact.kind === 'step-submitted' ? fact.waiver?.reason : undefined,
    ].filter((ref): ref is TextRef => typeof ref === 'string');
    if (refs.length === 0) return new Map();
    const texts = await this.texts.byRefs(refs);
    return new Map([...texts].filter((entry): entry is [TextRef, string] => typeof entry[1] === 'string'));
  }
}
