import type { CalendarData } from '@citypath/calendar';
import {
  emptyState,
  factToday,
  fold,
  NEWEST_RULES,
  type Fact,
  type JourneyState,
  type ProgrammeDefinition,
  type TextRef,
} from '@citypath/journey';
import { addresseeOf, type ProgrammeSeats as SeatHolders } from '@citypath/post';
import { Calendars, Definitions, Journal, People, ProgrammeSeats, Texts, Threads } from '@citypath/store';
import type { DataSource, TakenLetter } from '@citypath/store';
import type { Dossier, KnownPerson } from './dossier';
import { peopleNamed, wordsNamed } from './named-in-letter';

/** A letter with what it rests on; people and words are not looked up yet. */
interface Draft extends Pick<Dossier, 'letter' | 'state' | 'context' | 'fact' | 'programmeSeats'> {
  people: string[];
  words: TextRef[];
}

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
    const dossier = (await this.openAll([letter])).get(letter.id);
    if (dossier === undefined || dossier instanceof Error)
      throw dossier ?? new Error(`Letter ${letter.id} is missing.`);
    return dossier;
  }

  /**
   * Opens many at once: four statements, whatever their number, and one more for each journey whose read model is
   * behind and for each letter about a meeting.
   * @returns by the letters' ids; an Error for a letter of which something that it rests on is not there
   */
  async openAll(letters: readonly TakenLetter[]): Promise<Map<string, Dossier | Error>> {
    const [facts, seats, states] = await Promise.all([
      this.journal.factsAt(letters),
      this.seatHolders(letters),
      this.statesOf(letters),
      this.know(letters),
    ]);
    const drafts = letters.map((letter): Draft | Error => {
      const fact = facts.get(`${letter.journeyId} ${letter.seq}`);
      if (fact === undefined) return new Error(`Journey ${letter.journeyId} has no fact ${letter.seq}.`);
      return this.draft(letter, fact, states, seats.get(letter.journey.programmeKey) ?? {});
    });
    const found = drafts.filter((draft): draft is Draft => !(draft instanceof Error));
    const [people, words, invited] = await Promise.all([
      this.peopleOf(found),
      this.wordsOf(found),
      this.invitedBefore(found),
    ]);
    return new Map(
      letters.map((letter, place) => {
        const draft = drafts[place] ?? new Error(`Letter ${letter.id} is missing.`);
        return [
          letter.id,
          draft instanceof Error ? draft : { ...draft, people, words, invitedBefore: invited.has(letter.id) },
        ];
      }),
    );
  }

  /** @returns a pinned calendar that was read before; null: it was not, or none such is kept */
  knownCalendar(hash: string): CalendarData | null {
    return this.knownCalendars.get(hash) ?? null;
  }

  /** Reads the calendars that were never read before; one statement at most. */
  async knowCalendars(hashes: readonly string[]): Promise<void> {
    const calendars = unknown(this.knownCalendars, hashes);
    if (calendars.length === 0) return;
    for (const [hash, body] of await this.calendars.byHashes(calendars)) this.knownCalendars.set(hash, body);
  }

  /** @returns pinned definitions by their hashes */
  async definitionsOf(hashes: readonly string[]): Promise<ReadonlyMap<string, ProgrammeDefinition>> {
    await this.knowDefinitions(hashes);
    return this.knownDefinitions;
  }

  /** @returns pinned calendars by their hashes */
  async calendarsOf(hashes: readonly string[]): Promise<ReadonlyMap<string, CalendarData>> {
    await this.knowCalendars(hashes);
    return this.knownCalendars;
  }

  private draft(
    letter: TakenLetter,
    fact: Fact,
    states: ReadonlyMap<string, JourneyState>,
    programmeSeats: SeatHolders,
  ): Draft | Error {
    const { definitionHash, calendarHash } = letter.journey;
    const state = states.get(letter.journeyId);
    const definition = this.knownDefinitions.get(definitionHash);
    const calendar = this.knownCalendars.get(calendarHash);
    if (state === undefined) return new Error(`Journey ${letter.journeyId} has no state.`);
    if (definition === undefined) return new Error(`No definition ${definitionHash} is kept.`);
    if (calendar === undefined) return new Error(`No calendar ${calendarHash} is kept.`);
    const context = { rules: NEWEST_RULES, definition, calendar };
    const people = peopleNamed(letter, state, fact, programmeSeats);
    return { letter, state, context, fact: factToday(state, fact), programmeSeats, people, words: wordsNamed(fact) };
  }

  /** A read model that is behind the journal (or missing) is folded anew, for these letters only. */
  private async statesOf(letters: readonly TakenLetter[]): Promise<Map<string, JourneyState>> {
    const journeys = new Map(letters.map(({ journeyId, journey }) => [journeyId, journey]));
    const states = [...journeys].map(async ([id, { state, stale }]) => {
      const current = state !== null && !stale ? state : fold(emptyState(id), await this.journal.facts(id));
      return [id, current] as const;
    });
    return new Map(await Promise.all(states));
  }

  /** Reads the definitions and calendars that were never read before. */
  private async know(letters: readonly TakenLetter[]): Promise<void> {
    await this.knowDefinitions(letters.map(({ journey }) => journey.definitionHash));
    await this.knowCalendars(letters.map(({ journey }) => journey.calendarHash));
  }

  private async knowDefinitions(hashes: readonly string[]): Promise<void> {
    const definitions = unknown(this.knownDefinitions, hashes);
    if (definitions.length === 0) return;
    for (const [hash, body] of await this.definitions.byHashes(definitions)) this.knownDefinitions.set(hash, body);
  }

  private async seatHolders(letters: readonly TakenLetter[]): Promise<Map<string, SeatHolders>> {
    const programmes = [...new Set(letters.map(({ journey }) => journey.programmeKey))];
    const seats = Map.groupBy(await this.programmeSeats.ofProgrammes(programmes), ({ programme }) => programme);
    return new Map(
      [...seats].map(([programme, held]) => [
        programme,
        Object.fromEntries(held.map(({ seat, personId }) => [seat, personId])),
      ]),
    );
  }

  private async peopleOf(drafts: readonly Draft[]): Promise<Map<string, KnownPerson>> {
    const people = await this.people.byIds([...new Set(drafts.flatMap(({ people: ids }) => ids))]);
    return new Map(people.map((person) => [person.id, person]));
  }

  /** Of the letters about a meeting, those whose reader was invited to it before; one statement for each. */
  private async invitedBefore(drafts: readonly Draft[]): Promise<Set<string>> {
    const invited = new Set<string>();
    const asked = drafts.map(async ({ letter, programmeSeats }) => {
      const { id, kind, journeyId, step, seq } = letter;
      if (step === null || (kind !== 'invitation' && kind !== 'invitation-cancelled')) return;
      const addressee = addresseeOf(letter, programmeSeats);
      if (addressee.kind === 'nobody') return;
      if (await this.threads.wasInvited(journeyId, step, addressee.person, seq)) invited.add(id);
    });
    await Promise.all(asked);
    return invited;
  }

  private async wordsOf(drafts: readonly Draft[]): Promise<Map<TextRef, string>> {
    const refs = [...new Set(drafts.flatMap(({ words }) => words))];
    if (refs.length === 0) return new Map();
    const texts = await this.texts.byRefs(refs);
    return new Map([...texts].filter((entry): entry is [TextRef, string] => typeof entry[1] === 'string'));
  }
}

function unknown(known: ReadonlyMap<string, unknown>, hashes: readonly string[]): string[] {
  return [...new Set(hashes)].filter((hash) => !known.has(hash));
}
