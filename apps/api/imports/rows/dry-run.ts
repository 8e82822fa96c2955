import { addDays, dayAt, type Instant } from '@citypath/calendar';
import type { ImportMapping, ImportRowAnswer, ImportTotals, JoinRequest } from '@citypath/contracts';
import {
  emptyState,
  forecastLetters,
  judge,
  lettersDue,
  type JoinCommand,
  type LetterKind,
  type RuleContext,
} from '@citypath/journey';
import type { City, ImportedRow, PersonToKeep } from '@citypath/store';
import { wordRefusal } from '../../commands/word-refusal';
import { wordProblem } from '../../problems/word-problem';
import { kindTitle } from '../../letters/letter-words';
import { SameCities } from '../../cities/same-city';
import type { Cell } from '../file/table';
import { importFields, type ImportField } from './import-fields';
import { RowReader } from './read-row';
import { cityOfRow, type KnownCity } from './row-city';
import { personOfRow, type KnownToRows, type PersonOfRow } from './row-people';
import { dayOfRow, stepOfRow } from './row-steps';

/** What is done for a row when it is imported: decided here, so that doing it twice is doing the same. */
export interface RowPlan {
  /** Null: the city is here already. */
  city: City | null;
  people: PersonToKeep[];
  join: Required<Pick<JoinRequest, 'programme' | 'city' | 'joinedOn' | 'takeover' | 'seats' | 'done'>>;
}

export type RowVerdict = Pick<ImportRowAnswer, 'title' | 'level' | 'remarks' | 'newCity' | 'newPeople' | 'knownPeople'>;

export interface DryRunInput {
  importId: string;
  rows: readonly Pick<ImportedRow, 'line' | 'cells'>[];
  mapping: ImportMapping;
  context: RuleContext;
  hashes: { definitionHash: string; calendarHash: string };
  cities: readonly City[];
  /** Cities that are on their way in this programme. */
  joined: ReadonlySet<string>;
  people: KnownToRows['byAddress'];
  now: Instant;
}

export interface DryRun {
  judged: { line: number; verdict: RowVerdict; plan: RowPlan | null }[];
  totals: ImportTotals;
}

/** How far letters are looked ahead. */
const DAYS_AHEAD = 30;
/** Between so many rows, others have their turn. */
const ROWS_AT_A_TIME = 20;

/** Judges every row by the rules that will run, without doing anything. Lets other requests in between. */
export async function dryRun(input: DryRunInput): Promise<DryRun> {
  const run = new RunningDry(input);
  const judged: DryRun['judged'] = [];
  for (const [index, row] of input.rows.entries()) {
    if (index % ROWS_AT_A_TIME === 0) await new Promise((resolve) => setImmediate(resolve));
    judged.push(run.judge(row));
  }
  return { judged, totals: run.totals(judged) };
}

interface LettersOfShape {
  atOnce: LetterKind[];
  coming: LetterKind[];
}

class RunningDry {
  private readonly fields: Map<string, ImportField>;
  private readonly steps: string[];
  private readonly seats: string[];
  private readonly known: SameCities<KnownCity>;
  private readonly keys: Set<string>;
  private readonly ofFile: KnownToRows['ofFile'] = new Map();
  private readonly letters = new Map<string, LettersOfShape>();
  private readonly counted: LettersOfShape = { atOnce: [], coming: [] };

  constructor(private readonly input: DryRunInput) {
    const fields = importFields(input.context.definition);
    this.fields = new Map(fields.map((field) => [field.key, field]));
    this.steps = fields.filter(({ key }) => key.startsWith('step.')).map(({ key }) => key.slice('step.'.length));
    this.seats = [...new Set(fields.flatMap(({ key }) => /^seat\.(\w+)\./.exec(key)?.[1] ?? []))];
    this.known = new SameCities(input.cities.map((city) => ({ ...city, line: null })));
    this.keys = new Set(input.cities.map(({ key }) => key));
  }

  judge({ line, cells }: Pick<ImportedRow, 'line' | 'cells'>): DryRun['judged'][number] {
    const { mapping, importId, people } = this.input;
    const row = new RowReader(line, cells as Cell[], mapping, this.fields);
    const wishes = { calendarHash: this.input.hashes.calendarHash, isTaken: (key: string) => this.keys.has(key) };
    const found = cityOfRow(row, this.known, wishes);
    if (found && !found.isNew && this.input.joined.has(found.city.key)) {
      row.refuse('city.nameEn', {
        en: `${found.city.nameEn} is on its way in this programme already.`,
        zh: `${found.city.nameZh ?? found.city.nameEn}已在此项目中。`,
      });
    }
    const joinedOn = dayOfRow(row, 'joinedOn');
    const seated = this.seats
      .map((seat) => personOfRow(row, seat, { importId, byAddress: people, ofFile: this.ofFile }))
      .filter((person) => person !== null);
    const done = this.steps.map((step) => stepOfRow(row, step)).filter((step) => step !== null);
    const plan = found ? this.planOf(found, { joinedOn, seated, done }) : null;
    if (plan && !row.isRefused) this.ask(row, plan, found?.city.calendarHash ?? '');
    if (found) {
      this.known.add({ ...found.city, line });
      this.keys.add(found.city.key);
    }
    return { line, verdict: verdictOf(row, found, seated), plan: row.isRefused ? null : plan };
  }

  totals(judged: DryRun['judged']): ImportTotals {
    const good = judged.filter(({ plan }) => plan !== null);
    const made = new Set(good.flatMap(({ plan }) => plan?.people.map(({ id }) => id) ?? []));
    const kinds = [...new Set([...this.counted.atOnce, ...this.counted.coming])];
    const count = (level: RowVerdict['level']) => judged.filter(({ verdict }) => verdict.level === level).length;
    return {
      rows: judged.length,
      ok: count('ok'),
      warnings: count('warning'),
      refused: count('refused'),
      newCities: good.filter(({ plan }) => plan?.city !== null).length,
      newPeople: made.size,
      knownPeople: good.reduce((sum, { verdict }) => sum + verdict.knownPeople, 0),
      letters: kinds.map((kind) => ({
        kind,
        title: kindTitle(kind),
        atOnce: this.counted.atOnce.filter((each) => each === kind).length,
        coming: this.counted.coming.filter((each) => each === kind).length,
      })),
    };
  }

  private planOf(
    { city, isNew }: { city: City; isNew: boolean },
    told: { joinedOn: string | null; seated: PersonOfRow[]; done: RowPlan['join']['done'] },
  ): RowPlan {
    return {
      city: isNew ? city : null,
      people: told.seated.flatMap(({ made }) => (made === null ? [] : [made])),
      join: {
        programme: this.input.context.definition.key,
        city: city.key,
        joinedOn: told.joinedOn,
        takeover: told.done.length > 0,
        seats: told.seated.map(({ seat, id }) => ({ seat, person: id, fromOn: null })),
        done: told.done,
      },
    };
  }

  /** Asks the rules; counts the letters of what they take. */
  private ask(row: RowReader, plan: RowPlan, calendarHash: string): void {
    const { context, hashes, now } = this.input;
    const command = {
      ...plan.join,
      kind: 'join',
      ...hashes,
      calendarHash,
      demonstration: false,
    } as unknown as JoinCommand;
    const shape = JSON.stringify({ ...plan.join, city: '', seats: plan.join.seats.map(({ seat }) => seat) });
    const known = this.letters.get(shape);
    if (known) {
      this.count(known);
      return;
    }
    const judgement = judge(context, emptyState(`${context.definition.key}.${plan.join.city}`), command, {
      id: 'dry',
      hash: 'dry',
      by: null,
      onBehalfOf: null,
      now,
    });
    if (judgement.kind === 'refused') {
      this.refuse(row, plan, wordRefusal(context.definition, judgement.refusal));
      return;
    }
    const untilOn = addDays(dayAt(context.calendar, now), DAYS_AHEAD);
    const letters = {
      atOnce: judgement.facts.flatMap(lettersDue).map(({ kind }) => kind),
      coming: forecastLetters(context, judgement.state, now, untilOn).map(({ kind }) => kind),
    };
    this.letters.set(shape, letters);
    this.count(letters);
  }

  private refuse(row: RowReader, plan: RowPlan, problem: ReturnType<typeof wordRefusal>): void {
    const pointer = problem.errors[0]?.pointer ?? '';
    const step = /^\/done\/(\d+)/.exec(pointer)?.[1];
    const seat = /^\/seats\/(\d+)/.exec(pointer)?.[1];
    const field =
      step !== undefined
        ? `step.${plan.join.done[Number(step)]?.step ?? ''}`
        : seat !== undefined
          ? `seat.${plan.join.seats[Number(seat)]?.seat ?? ''}.address`
          : pointer === '/joinedOn'
            ? 'joinedOn'
            : null;
    row.refuse(field, { en: wordProblem(problem, 'en').detail, zh: wordProblem(problem, 'zh').detail });
  }

  private count({ atOnce, coming }: LettersOfShape): void {
    this.counted.atOnce.push(...atOnce);
    this.counted.coming.push(...coming);
  }
}

function verdictOf(row: RowReader, found: { city: City; isNew: boolean } | null, seated: PersonOfRow[]): RowVerdict {
  const { nameEn, nameZh } = found?.city ?? { nameEn: null, nameZh: null };
  const shown = row.shown('city.nameEn') ?? row.shown('city.nameZh');
  return {
    title: { en: nameEn ?? shown ?? '–', zh: nameZh ?? nameEn ?? shown ?? '–' },
    level: row.isRefused ? 'refused' : row.remarks.length > 0 ? 'warning' : 'ok',
    remarks: row.remarks,
    newCity: found?.isNew ?? false,
    newPeople: seated.filter(({ made }) => made !== null).length,
    knownPeople: seated.filter(({ made }) => made === null).length,
  };
}
