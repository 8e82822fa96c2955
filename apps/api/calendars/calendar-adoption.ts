import {
  type AdoptionResult,
  type adoptionsRequest,
  apiProblems,
  type CalendarOffer,
  type OffersResponse,
} from '@citypath/contracts';
import { provisionalFrom } from '@citypath/calendar';
import { explainDue, judge, lettersDue, type Fact, type StepRef } from '@citypath/journey';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Clock } from '../clock';
import { CommandGateway } from '../commands/command-gateway';
import { wordRefusal } from '../commands/word-refusal';
import { JourneyReader, type DirectoryOf, type KnownJourney } from '../journeys/journey-reader';
import { Names } from '../journeys/names';
import { mayAct } from '../policies/may-act';
import { ProblemError } from '../problems/problem-error';
import { wordProblem } from '../problems/word-problem';
import type { Reader } from '../session/reader';
import { CalendarStack, type CalendarEdition } from './calendar-stack';

type Asked = z.output<typeof adoptionsRequest>;

const JOURNEY = { kind: 'journey' } as const;

/**
 * Newer editions of calendars, offered to the journeys that still go by older ones: first looked at (by the rules that
 * will run, changing nothing), then adopted journey by journey, each with its own result.
 */
@Injectable()
export class CalendarAdoption {
  constructor(
    private readonly stack: CalendarStack,
    private readonly journeys: JourneyReader,
    private readonly gateway: CommandGateway,
    private readonly clock: Clock,
  ) {}

  /** What the reader may adopt, with every step whose date would move. Four statements. */
  async offers(reader: Reader): Promise<OffersResponse> {
    const journeys = await this.running(reader);
    const newest = await this.stack.newestOf(journeys.map(({ row }) => row.city));
    const behind = journeys.flatMap((journey) => {
      const edition = newest.get(journey.row.city.key);
      return edition && edition.hash !== journey.state.calendarHash ? [{ journey, edition }] : [];
    });
    if (behind.length === 0) return { offers: [], readers: 0, movedSteps: 0 };
    const directory = await this.journeys.directory(behind.map(({ journey }) => journey));
    const looked = behind.map(({ journey, edition }) => this.look(journey, edition, directory));
    const offers = looked.map(({ offer }) => offer);
    return {
      offers,
      readers: new Set(looked.flatMap(({ readers }) => readers)).size,
      movedSteps: offers.reduce((sum, { moved }) => sum + moved.length, 0),
    };
  }

  /**
   * Adopts what was looked at. Safe to send again: whoever has the edition already is left alone, and the same key is the
   * same command.
   */
  async adopt(reader: Reader, onceKey: string, { reason, journeys: asked }: Asked): Promise<AdoptionResult[]> {
    const known = await this.journeys.all(reader, { ids: asked.map(({ journeyId }) => journeyId) });
    const newest = await this.stack.newestOf(known.map(({ row }) => row.city));
    const results: AdoptionResult[] = [];
    for (const { journeyId, hash } of asked) {
      const journey = known.find(({ row }) => row.id === journeyId);
      const edition = journey && newest.get(journey.row.city.key);
      results.push(
        journey && edition && isTheirs(reader, journey)
          ? await this.adoptOne(reader, { onceKey, reason, hash }, journey, edition)
          : { journeyId, outcome: 'refused', sentence: apiProblems['journey-unknown'].sentence },
      );
    }
    return results;
  }

  private async adoptOne(
    actor: Reader,
    { onceKey, reason, hash }: { onceKey: string; reason: string; hash: string },
    journey: KnownJourney,
    edition: CalendarEdition,
  ): Promise<AdoptionResult> {
    const journeyId = journey.row.id;
    if (journey.state.calendarHash === edition.hash) return { journeyId, outcome: 'already', sentence: null };
    if (hash !== edition.hash) return { journeyId, outcome: 'changed', sentence: LOOK_AGAIN };
    await this.stack.keep(edition);
    const given = { act: 'adopt-calendar', target: JOURNEY, journey, actor, onBehalfOf: null } as const;
    try {
      const answer = await this.gateway.give(
        { ...given, idempotencyKey: onceKey },
        {
          body: { reason, hash },
          texts: { reason },
          command: (ref) => ({ kind: 'adopt-calendar', ...edition, reason: ref('reason') }),
        },
      );
      return { journeyId, outcome: answer.kind === 'pending' ? 'pending' : 'adopted', sentence: null };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return { journeyId, outcome: 'refused', sentence: inBothLanguages(error) };
    }
  }

  private async running(reader: Reader): Promise<KnownJourney[]> {
    const journeys = await this.journeys.all(reader, {});
    return journeys.filter(
      (journey) =>
        (journey.state.status === 'active' || journey.state.status === 'on-hold') && isTheirs(reader, journey),
    );
  }

  /** Adopts on a copy. */
  private look(
    { row, state, context }: KnownJourney,
    { hash, calendar }: CalendarEdition,
    directory: DirectoryOf,
  ): { offer: CalendarOffer; readers: string[] } {
    const stamp = { id: 'looked-at', hash, by: null, onBehalfOf: null, now: this.clock.now() };
    const judged = judge(context, state, { kind: 'adopt-calendar', hash, calendar, reason: 'looked-at' }, stamp);
    const names = new Names(context.definition, directory(row.programmeKey), state);
    const adopted = judged.kind === 'refused' ? undefined : judged.facts.find(isAdoption);
    const offer: CalendarOffer = {
      journeyId: row.id,
      city: { key: row.city.key, nameEn: row.city.nameEn, nameZh: row.city.nameZh },
      programme: { key: context.definition.key, title: context.definition.title },
      demonstration: row.demonstration,
      hash,
      provisionalFromOn: provisionalFrom(calendar),
      moved: (adopted?.told ?? []).flatMap(({ to, moved }) =>
        moved.map(({ step, ...dates }) => ({
          ref: step,
          title: names.stepTitle(step),
          ...dates,
          counted: countedThen(judged, step),
          who: names.party(to),
        })),
      ),
      refused: judged.kind === 'refused' ? inBothLanguages(wordRefusal(context.definition, judged.refusal)) : null,
    };
    const letters = adopted ? lettersDue(adopted) : [];
    return { offer, readers: letters.map((letter) => names.holderOf(letter) ?? `${row.id} ${letter.seat}`) };
  }
}

const LOOK_AGAIN = {
  en: 'The calendar has changed once more since you looked. Look again at what would move.',
  zh: '日历在您查看之后又有变动，请重新查看受影响的期限。',
};

/** How a day was counted once the calendar is adopted. */
function countedThen(judged: ReturnType<typeof judge>, ref: StepRef): CalendarOffer['moved'][number]['counted'] {
  const step = judged.kind === 'refused' ? undefined : judged.state.steps[ref];
  if (judged.kind === 'refused' || step === undefined) return null;
  return explainDue(judged.context, judged.state, step)?.reckoning ?? null;
}

function isAdoption(fact: Fact): fact is Extract<Fact, { kind: 'calendar-adopted' }> {
  return fact.kind === 'calendar-adopted';
}

function isTheirs(reader: Reader, { context, state }: KnownJourney): boolean {
  return mayAct(context, state, reader, 'adopt-calendar', JOURNEY).may;
}

function inBothLanguages(problem: ProblemError): { en: string; zh: string } {
  return { en: wordProblem(problem, 'en').detail, zh: wordProblem(problem, 'zh').detail };
}
