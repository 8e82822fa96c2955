import { addMonths, dayAt, provisionalFrom } from '@citypath/calendar';
import type {
  BoardFilter,
  BoardResponse,
  CityPageResponse,
  ForecastResponse,
  HistoryResponse,
} from '@citypath/contracts';
import { factToday, forecast, type Fact, type TextRef } from '@citypath/journey';
import { Journal, Papers, Texts } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { maySeeStep } from '../policies/may-see';
import { seenBy } from '../policies/may-see-comment';
import { papersNamedIn } from '../papers/papers-in-answers';
import type { Reader } from '../session/reader';
import { standingFacts, undoneActs } from '../undo/undone-acts';
import { board } from './board';
import { cityPage } from './city-page';
import { comingLetter } from './coming-letter';
import { cursorOf, keyIn } from './cursor';
import { DefinitionAdoptions } from './definition-adoptions';
import { Editions } from './editions';
import { historyEntry } from './history-entry';
import { JourneyReader, type KnownJourney } from './journey-reader';
import { Names } from './names';
import { textRefsOf } from './text-refs';

/** The reads upon journeys: few statements each, everything else is computed by the rules. */
@Injectable()
export class JourneysService {
  constructor(
    private readonly reader: JourneyReader,
    private readonly journal: Journal,
    private readonly texts: Texts,
    private readonly papers: Papers,
    private readonly editions: Editions,
    private readonly adoptions: DefinitionAdoptions,
    private readonly clock: Clock,
  ) {}

  /** Two statements, whatever the number of cities. */
  async board(
    reader: Reader,
    query: { programme: string; filter: BoardFilter; after?: string; limit: number },
  ): Promise<BoardResponse> {
    const { definition } = this.editions.newest(query.programme);
    const after = keyIn<{ nameEn: string; id: string }>(query.after, { nameEn: 'string', id: 'string' });
    const now = this.clock.now();
    const ask = { programme: query.programme, part: query.filter, now };
    const page = await this.reader.board(reader, ask, { limit: query.limit, ...(after && { after }) });
    const directory = (await this.reader.directory(page.journeys))(query.programme);
    return board({ ...page, definition, directory, reader, now });
  }

  async cityPage(journey: KnownJourney, reader: Reader): Promise<CityPageResponse> {
    const recorded = await this.journal.facts(journey.row.id);
    const seen = standingFacts(seenBy(reader, journey.context.definition, recorded));
    const facts = seen.map((fact) => factToday(journey.state, fact));
    const words = await this.texts.byRefs(refsFor(reader, journey, facts));
    const papers = new Map((await this.papers.byIds(papersNamedIn(words.values()))).map((paper) => [paper.id, paper]));
    const people = [
      ...facts.flatMap(({ by, onBehalfOf }) => [by, onBehalfOf]),
      ...[...papers.values()].map(({ byPerson }) => byPerson),
    ].filter((person) => person !== null);
    const directory = (await this.reader.directory([journey], people))(journey.row.programmeKey);
    const dropped = await this.adoptions.droppedBy(journey);
    return cityPage({ journey, facts, words, papers, dropped, directory, reader, now: this.clock.now() });
  }

  /** Newest first. */
  async history(
    journey: KnownJourney,
    reader: Reader,
    query: { after?: string; limit: number },
  ): Promise<HistoryResponse> {
    const beforeSeq = keyIn<{ seq: number }>(query.after, { seq: 'number' })?.seq ?? journey.row.head + 1;
    const afterSeq = Math.max(0, beforeSeq - 1 - query.limit);
    const recorded = await this.journal.facts(journey.row.id, afterSeq, Math.max(0, beforeSeq - 1 - afterSeq));
    const facts = seenBy(reader, journey.context.definition, recorded);
    const words = await this.texts.byRefs(refsFor(reader, journey, facts));
    const undone = await undoneActs(this.journal, facts);
    const people = [...facts, ...undone.values()].flatMap((fact) => peopleIn(fact));
    const directory = (await this.reader.directory([journey], people))(journey.row.programmeKey);
    const names = new Names(journey.context.definition, directory, journey.state);
    const told = { journey, names, words, undone, reader, now: this.clock.now() };
    return {
      entries: facts.map((fact) => historyEntry(fact, told)).reverse(),
      next: afterSeq > 0 ? cursorOf({ seq: afterSeq + 1 }) : null,
    };
  }

  async forecast(journey: KnownJourney, months: number): Promise<ForecastResponse> {
    const { context, state, row } = journey;
    const directory = (await this.reader.directory([journey]))(row.programmeKey);
    const names = new Names(context.definition, directory, state);
    const now = this.clock.now();
    const today = dayAt(context.calendar, now);
    const untilOn = addMonths(today, months);
    const { letters, steps } = forecast(context, state, now, untilOn);
    return {
      journeyId: row.id,
      head: row.head,
      untilOn,
      provisionalFromOn: provisionalFrom(context.calendar),
      letters: letters.map((letter) => comingLetter(letter, names, context.calendar, today)),
      steps: Object.entries(steps).map(([ref, forecastOn]) => ({ ref, title: names.stepTitle(ref), forecastOn })),
    };
  }
}

/** The words of these facts that this reader may read; all others stay in the records. */
function refsFor(reader: Reader, journey: KnownJourney, facts: readonly Fact[]): TextRef[] {
  const isSeen = (fact: Fact) => maySeeStep(reader, journey, 'step' in fact ? fact.step : null);
  return facts.filter((fact) => isSeen(factToday(journey.state, fact))).flatMap(textRefsOf);
}

/** Everybody whom a fact names by id, in whatever field. */
function peopleIn(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('p-') ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(peopleIn) : [];
}
