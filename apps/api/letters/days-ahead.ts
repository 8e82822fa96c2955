import type { Day, Instant } from '@citypath/calendar';
import { factToday, type Fact, type PersonId } from '@citypath/journey';
import { NOTHING_RECEIVED, ownCalendar, recipientOf } from '@citypath/letters';
import {
  foretell,
  goesAlone,
  letterKey,
  movedDatesFor,
  seatAbout,
  type ForetoldLetter,
  type JourneyAhead,
  type LetterAtHand,
  type Recipient,
  type Today,
} from '@citypath/post';
import {
  beyondReader,
  Calendars,
  Journal,
  JourneyReports,
  Letters,
  Mailboxes,
  type Instant as StoredInstant,
  type LedgerLine,
  type PersonWithSeats,
  type UnreportedLetter,
} from '@citypath/store';
import { Injectable } from '@nestjs/common';
import { directoryOf, JourneyReader, type KnownJourney } from '../journeys/journey-reader';
import { isSkipped } from './ledger-row';

/** A digest hangs on all of somebody's cities; a programme with more than so many is looked at without the others. */
const MOST_OTHERS = 100;
/** More letters than wait at one time for the people of such a programme. */
const MOST_WAITING = 2_000;
/** More letters than an act kept from going, or than one upon many cities did. */
const MOST_ENDED = 10_000;
/** More letters than anybody skips ahead in 30 days. */
const MOST_SKIPPED = 1_000;

/** What the days ahead bring for some journeys, and who is named by it. */
export interface Ahead {
  letters: ForetoldLetter[];
  /** What caused those that stand in the ledger already, by their ids. */
  facts: ReadonlyMap<string, Fact>;
  /** Rows of letters that somebody skipped before they fell due. */
  skipped: readonly LedgerLine[];
  journeys: ReadonlyMap<string, KnownJourney>;
  people: readonly PersonWithSeats[];
}

/** An act that a dry run takes back. */
export interface ActTakenBack {
  journeyId: string;
  command: string;
  /** It ended the journey; null: it did not. */
  endedAt: Instant | null;
}

/** Foretells letters from what stands in the records now, by the very rules that will run. It only reads. */
@Injectable()
export class DaysAhead {
  constructor(
    private readonly letters: Letters,
    private readonly journal: Journal,
    private readonly reports: JourneyReports,
    private readonly mailboxes: Mailboxes,
    private readonly calendars: Calendars,
    private readonly journeys: JourneyReader,
  ) {}

  /** @param shown the journeys that are asked about; what others bring to the same people is looked at beside them */
  async foretold(shown: readonly KnownJourney[], now: Instant, untilOn: Day): Promise<Ahead> {
    const { today, endedFacts: _, ...known } = await this.around(shown, now);
    return { ...known, letters: foretell(today, untilOn) };
  }

  /**
   * What the days ahead begin with, for the same journeys.
   * @param newcomers people whom nothing names yet
   * @param back acts that may be taken back: their letters are looked for
   */
  async around(
    shown: readonly KnownJourney[],
    now: Instant,
    newcomers: readonly PersonId[] = [],
    back: readonly ActTakenBack[] = [],
  ): Promise<Omit<Ahead, 'letters'> & { today: Today; endedFacts: Fact[] }> {
    const programmes = [...new Set(shown.map(({ row }) => row.programmeKey))];
    return beyondReader(async () => {
      const all = await this.journeys.ofProgrammes(programmes, MOST_OTHERS);
      const others =
        all.length > MOST_OTHERS ? [] : all.filter(({ row }) => !shown.some((one) => one.row.id === row.id));
      const journeys = [...shown, ...others];
      const ids = journeys.map(({ row }) => row.id);
      const [skipped, waiting, unreported, ended, untold] = await Promise.all([
        this.skipped(ids, now),
        this.waiting(journeys),
        this.reports.unreported(ids),
        this.endedBy(back, journeys),
        this.untold(back),
      ]);
      const named = [...newcomers, ...skipped.flatMap(({ skippedBy }) => skippedBy ?? [])];
      const people = await this.journeys.peopleAround(journeys, named);
      const directory = directoryOf(people);
      return {
        today: {
          now,
          journeys: journeys.map(({ row, state, context }): JourneyAhead => ({
            state,
            context,
            programmeSeats: directory(row.programmeKey).programmeSeats,
          })),
          recipient: await this.recipients(people, now),
          waiting: waiting.map(({ fact, ...one }) => ({ ...one, command: fact.commandId })),
          ended: ended.map(({ fact: _, ...one }) => one),
          // A journey that has ended is told nothing, unless it goes on.
          unreported: [...unreported, ...untold],
          skipped: new Set(skipped.map(letterKey)),
        },
        endedFacts: ended.map(({ fact }) => fact),
        facts: new Map([...waiting, ...ended].map(({ letter, fact }) => [letter.id, fact])),
        skipped,
        journeys: new Map(journeys.map((journey) => [journey.row.id, journey])),
        people,
      };
    });
  }

  /** The letters of the ledger that wait, as the courier will find them. */
  private async waiting(
    journeys: readonly KnownJourney[],
  ): Promise<{ letter: LetterAtHand; notBeforeAt: Instant | null; fact: Fact }[]> {
    const journeyIds = journeys.map(({ row }) => row.id);
    const { items } = await this.letters.ledger({ journeyIds, status: ['due', 'held'] }, { limit: MOST_WAITING });
    return (await this.atHand(items, journeys)).map(({ line, ...one }) => ({ ...one, notBeforeAt: line.notBefore }));
  }

  /** The letters of the ledger that these acts kept from going. */
  private async endedBy(
    back: readonly ActTakenBack[],
    journeys: readonly KnownJourney[],
  ): Promise<{ letter: LetterAtHand; endedBy: string; fact: Fact }[]> {
    if (back.length === 0) return [];
    const acts = await this.journal.ofCommands(back.map(({ command }) => command));
    const causes = back.flatMap(({ journeyId, command }) => {
      const act = acts.get(command);
      return act?.journeyId === journeyId ? act.facts.map(({ seq }) => ({ journeyId, seq, command })) : [];
    });
    const { items } = await this.letters.ledger({ status: ['cancelled'], cancelledBy: causes }, { limit: MOST_ENDED });
    const commandAt = new Map(causes.map(({ journeyId, seq, command }) => [`${journeyId} ${seq}`, command]));
    return (await this.atHand(items, journeys)).map(({ letter, line, fact }) => {
      const command = commandAt.get(`${line.journeyId} ${line.cancelledBy}`) ?? '';
      return { letter, fact, endedBy: command };
    });
  }

  /** What the post learned of letters since their journeys had ended, and nobody was told. */
  private async untold(back: readonly ActTakenBack[]): Promise<UnreportedLetter[]> {
    const ended = back.flatMap(({ journeyId, endedAt }) => (endedAt === null ? [] : [{ journeyId, endedAt }]));
    return ended.length === 0 ? [] : this.reports.untoldSince(ended);
  }

  private async atHand(
    items: readonly LedgerLine[],
    journeys: readonly KnownJourney[],
  ): Promise<{ letter: LetterAtHand; line: LedgerLine; fact: Fact }[]> {
    const facts = await this.journal.factsAt(items);
    const states = new Map(journeys.map(({ row, state }) => [row.id, state]));
    return items.flatMap((line) => {
      const recorded = facts.get(`${line.journeyId} ${line.seq}`);
      if (recorded === undefined) return [];
      const fact = factToday(states.get(line.journeyId) ?? {}, recorded);
      const letter = {
        ...line,
        aboutSeat: seatAbout(fact),
        urgent: goesAlone(fact),
        moved: movedDatesFor(fact, line),
        together: line.holdReason === 'many-at-once',
      };
      return [{ letter, line, fact }];
    });
  }

  /** Those of the ledger that somebody keeps from going before they fall due. */
  private async skipped(journeyIds: string[], now: Instant): Promise<LedgerLine[]> {
    const { items } = await this.letters.ledger(
      { journeyIds, status: ['suppressed'], fromAt: now },
      { limit: MOST_SKIPPED },
    );
    return items.filter(isSkipped);
  }

  private async recipients(
    people: readonly PersonWithSeats[],
    now: StoredInstant,
  ): Promise<(id: PersonId, journey: JourneyAhead) => Recipient | null> {
    const hashes = people.flatMap(({ calendarHash }) => calendarHash ?? []);
    const [pinned, received] = await Promise.all([
      this.calendars.byHashes([...new Set(hashes)]),
      this.mailboxes.received(people.map(({ id }) => id)),
    ]);
    const known = new Map(people.map((person) => [person.id, person]));
    return (id, { context }) => {
      const person = known.get(id);
      if (!person) return null;
      const own = person.calendarHash === null ? null : (pinned.get(person.calendarHash) ?? null);
      const got = received.get(id);
      return recipientOf(
        person,
        ownCalendar(person, own, context.calendar, now),
        got === undefined
          ? NOTHING_RECEIVED
          : { ...got, digestOn: got.digestOn as Day | null, ordinaryOn: got.ordinaryOn as Day | null },
      );
    };
  }
}
