import { addWorkingDays, dayAt, type Instant } from '@citypath/calendar';
import { cancellations, fold, emptyState, lettersDue, type Fact, type LetterDue, openNeeds } from '@citypath/journey';
import { resilientCitiesChina } from '@citypath/programmes';
import {
  Calendars,
  Cities,
  Definitions,
  Journal,
  Letters,
  People,
  ProgrammeSeats,
  Texts,
  type DataSource,
  type LedgerEntry,
  type PersonToKeep,
} from '@citypath/store';
import { china } from './china';
import { JourneyInHand } from './journey-in-hand';
import { emptyTables } from './empty-tables';

/** At any hour: a story that is about windows gives people one. */
const nobody = {
  displayName: null,
  zhName: null,
  titleEn: null,
  titleZh: null,
  isAdministrator: false,
  postWindow: null,
};
const people: PersonToKeep[] = [
  {
    ...nobody,
    id: 'p-cro',
    familyName: 'Xiong',
    givenName: 'Tao',
    titleEn: 'Vice Mayor',
    titleZh: '副市长',
    address: 'xiong.tao@yiwu.example',
    language: 'zh',
  },
  {
    ...nobody,
    id: 'p-manager',
    familyName: 'Li',
    givenName: 'Wen',
    address: 'manager@programme.example',
    language: 'en',
  },
  {
    ...nobody,
    id: 'p-director',
    familyName: 'Sorkin',
    givenName: 'Lauren',
    displayName: 'Lauren Sorkin',
    address: 'director@programme.example',
    language: 'en',
  },
];

/**
 * Yiwu in a real database without Temporal: the rules are run by hand, and their facts, letters and cancellations are
 * recorded as the worker records them. The workshop report is due on 15 March 2027.
 */
export class LettersOfYiwu {
  readonly journey = new JourneyInHand('2027-03-01');
  readonly journal: Journal;
  readonly letters: Letters;
  private recorded = 0;

  private constructor(readonly dataSource: DataSource) {
    this.journal = new Journal(dataSource);
    this.letters = new Letters(dataSource);
  }

  /** A city that has taken over its Chief Resilience Officer and held its workshop; the ledger is empty but for the welcome, where wanted. */
  static async atTheReport(dataSource: DataSource, { withWelcome = false } = {}): Promise<LettersOfYiwu> {
    await emptyTables(dataSource, 'journeys', 'people', 'mailboxes');
    const yiwu = new LettersOfYiwu(dataSource);
    const calendarHash = await new Calendars(dataSource).put(china);
    const definitionHash = await new Definitions(dataSource).put(resilientCitiesChina);
    const city = { key: 'testville', nameEn: 'Yiwu', nameZh: '义乌市', level: 'county-level-city', gbCode: '330782' };
    await new Cities(dataSource).put({ ...city, country: 'CN', calendarHash, topicEn: null, topicZh: null });
    for (const person of people) await new People(dataSource).put(person);
    await new ProgrammeSeats(dataSource).appoint('100rc-cn', 'manager', 'p-manager');
    await new ProgrammeSeats(dataSource).appoint('100rc-cn', 'director', 'p-director');
    yiwu.journey.join({
      definitionHash,
      calendarHash,
      takeover: true,
      seats: [{ seat: 'cro', person: 'p-cro', fromOn: null }],
      done: ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw', 'leadership_group'].map((step) => ({
        step,
        happenedOn: null,
      })),
    });
    yiwu.journey.give({ kind: 'agree-date', step: 'asw_report', dueOn: '2027-03-15', reason: 't-1' });
    await yiwu.record();
    if (!withWelcome) await dataSource.query('DELETE FROM letters');
    return yiwu;
  }

  get now(): Instant {
    return this.journey.now;
  }

  /** Records what the rules have said since the last record. */
  async record(): Promise<void> {
    const facts = this.journey.facts.slice(this.recorded);
    await this.keep(facts, facts.flatMap(lettersDue));
    this.recorded = this.journey.facts.length;
  }

  /** Letters to the CRO about the report, out of nowhere: so many that are due now, each asked for by itself. */
  async manyReminders(count: number): Promise<void> {
    const dueOn = '2027-03-15';
    const sample = { kind: 'reminder' as const, step: 'asw_report', round: 1, seat: 'cro', holder: 'p-cro' };
    const letters = Array.from({ length: count }, (_, number): LetterDue => {
      return { ...sample, seq: 1, threshold: `due-no${number}@${dueOn}`, dueAt: this.now };
    });
    this.journey.give({ kind: 'name-liaison', seat: 'cro', person: 'p-assistant' });
    const facts = this.journey.facts.slice(this.recorded);
    await this.keep(facts, letters);
    await this.dataSource.query("UPDATE letters SET expedited = true WHERE threshold LIKE 'due-no%'");
    this.recorded = this.journey.facts.length;
  }

  /** The instant so many minutes after now. */
  later(minutes: number): Instant {
    return new Date(Date.parse(this.now) + minutes * 60_000).toISOString() as Instant;
  }

  async ledger(): Promise<LedgerEntry[]> {
    return (await this.letters.ledger({}, { limit: 1_000 })).items;
  }

  async writesComment(words: string): Promise<string> {
    const [ref] = await new Texts(this.dataSource).put(this.journey.state.journeyId, [words], 'p-manager', this.now);
    return ref ?? '';
  }

  private async keep(facts: Fact[], letters: LetterDue[]): Promise<void> {
    const { journeyId } = this.journey.state;
    const outcome = await this.journal.record({
      journeyId,
      generation: 1,
      afterSeq: this.recorded,
      facts,
      nextMomentAt: null,
      letters,
      cancellations: facts.flatMap(cancellations),
      project: (state) => fold(state ?? emptyState(journeyId), facts),
      needs: openNeeds,
    });
    if (outcome.kind !== 'recorded') throw new Error(`The facts were not recorded: ${outcome.kind}`);
  }
}

/** A day so many working days before the report is due, for stories that start at a reminder. */
export function beforeTheReport(workingDays: number): ReturnType<typeof dayAt> {
  return addWorkingDays(china, '2027-03-15', -workingDays);
}
