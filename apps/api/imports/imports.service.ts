import { createHash } from 'node:crypto';
import type {
  ImportMapping,
  ImportResponse,
  ImportRowAnswer,
  ImportRowsResponse,
  ImportsResponse,
  ImportTotals,
  importRowsQuery,
  Text,
} from '@citypath/contracts';
import { NEWEST_RULES } from '@citypath/journey';
import { Cities, Imports, type HandAct, type HandActKind, type ImportedFile, type ImportedRow } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Clock } from '../clock';
import { CalendarStack } from '../calendars/calendar-stack';
import { Editions } from '../journeys/editions';
import { ProblemError } from '../problems/problem-error';
import type { Reader } from '../session/reader';
import { readTable } from './file/read-table';
import { cellText, type Cell } from './file/table';
import { ImportPeople } from './import-people';
import { ImportRunner } from './import-runner';
import { dryRun, type RowPlan, type RowVerdict } from './rows/dry-run';
import { guessMapping } from './rows/guess-mapping';
import { importFields } from './rows/import-fields';

const MOST_LISTED = 20;
const MOST_SAMPLES = 3;

/** Files of cities: kept with their rows, judged by the rules, and handed to the runner. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly imports: Imports,
    private readonly cities: Cities,
    private readonly people: ImportPeople,
    private readonly editions: Editions,
    private readonly calendars: CalendarStack,
    private readonly runner: ImportRunner,
    private readonly clock: Clock,
  ) {}

  /** Keeps a file and judges it with the columns guessed by their titles. The same key again finds the same import. */
  async upload(
    reader: Reader,
    idempotencyKey: string,
    { programme, name }: { programme: string; name: string },
    bytes: Buffer,
  ): Promise<ImportResponse> {
    const { definition } = this.editions.newest(programme);
    const id = importIdOf(reader.person, programme, idempotencyKey);
    const known = await this.imports.byId(id);
    if (known) return this.answer(known);
    const { header, rows, remarks } = await readTable(bytes);
    const mapping = guessMapping(header, importFields(definition));
    const file = { id, programmeKey: programme, fileName: name, byPerson: reader.person, header, remarks, mapping };
    if (await this.imports.create({ ...file, createdAt: this.clock.now() }, rows))
      await this.judge(id, programme, mapping);
    return this.byId(id);
  }

  /** @throws ProblemError import-unknown */
  async byId(id: string): Promise<ImportResponse> {
    return this.answer(await this.file(id));
  }

  async ofProgramme(programme: string): Promise<ImportsResponse> {
    const files = await this.imports.ofProgramme(programme, MOST_LISTED);
    return {
      imports: files.map(({ id, fileName, status, createdAt, totals }) => ({
        id,
        fileName,
        status,
        createdAt,
        rows: (totals as ImportTotals | null)?.rows ?? 0,
      })),
    };
  }

  async rows(id: string, query: z.output<typeof importRowsQuery>): Promise<ImportRowsResponse> {
    const { programmeKey } = await this.file(id);
    const all = (await this.imports.rows(id)).map((row) => rowAnswer(row, programmeKey));
    const wanted = all.filter(
      (row) => query.only === 'all' || row.level === query.only || (row.state as string) === query.only,
    );
    const rest = query.after === undefined ? wanted : wanted.filter(({ line }) => line > (query.after ?? 0));
    const page = rest.slice(0, query.limit);
    return { rows: page, next: rest.length > page.length ? (page.at(-1)?.line ?? null) : null };
  }

  /** Another column for a field, or another order of days: everything is judged anew. */
  async map(id: string, mapping: ImportMapping): Promise<ImportResponse> {
    const file = await this.open(id);
    const fields = new Set(importFields(this.editions.newest(file.programmeKey).definition).map(({ key }) => key));
    const columns = Object.fromEntries(
      Object.entries(mapping.columns).filter(([field, column]) => fields.has(field) && column < file.header.length),
    );
    await this.judge(id, file.programmeKey, { ...mapping, columns });
    return this.byId(id);
  }

  /** What stands in one field of one row, corrected. A field that had no column gets one of its own. */
  async correct(id: string, line: number, { field, value }: { field: string; value: string }): Promise<ImportResponse> {
    const file = await this.open(id);
    const mapping = file.mapping as ImportMapping;
    const column = mapping.columns[field];
    const row = (await this.imports.rows(id)).find((each) => each.line === line);
    if (!row || column === undefined) {
      throw new ProblemError('malformed-request', { errors: [{ pointer: '/field', code: 'field-unknown' }] });
    }
    const cells = (row.cells as Cell[]).map((cell, index) => (index === column ? value.trim() || null : cell));
    await this.imports.changeCells(id, line, cells);
    await this.judge(id, file.programmeKey, mapping);
    return this.byId(id);
  }

  /** Judges once more, for the world may have changed, and begins. @throws ProblemError import-with-refused-rows … */
  async start(reader: Reader, id: string, which: 'all' | 'good'): Promise<ImportResponse> {
    const file = await this.open(id);
    const { refused, rows } = await this.judge(id, file.programmeKey, file.mapping as ImportMapping);
    if (refused === rows) throw new ProblemError('import-without-good-rows');
    if (which === 'all' && refused > 0) throw new ProblemError('import-with-refused-rows', { params: { refused } });
    const startedAt = this.clock.now();
    if (
      !(await this.imports.advance(id, 'checked', 'running', { startedAt }, this.act(reader, file, 'import-started')))
    ) {
      throw new ProblemError('import-began-already');
    }
    await this.imports.queue(id);
    this.runner.wake(id);
    return this.byId(id);
  }

  /** Takes back what can be taken back; what cannot is said row by row. */
  async undo(reader: Reader, id: string): Promise<ImportResponse> {
    const act = this.act(reader, await this.file(id), 'import-undone');
    if (!(await this.imports.advance(id, 'done', 'undoing', {}, act))) throw new ProblemError('import-not-done');
    this.runner.wake(id);
    return this.byId(id);
  }

  /** The letters need not wait until the embargo ends. */
  async sendNow(reader: Reader, id: string): Promise<ImportResponse> {
    const file = await this.file(id);
    if (file.status !== 'done') throw new ProblemError('import-not-done');
    await this.imports.letLettersGo(id, this.clock.now(), this.act(reader, file, 'import-letters-released'));
    return this.byId(id);
  }

  /** @throws ProblemError import-unknown */
  async file(id: string): Promise<ImportedFile> {
    const file = await this.imports.byId(id);
    if (!file) throw new ProblemError('import-unknown');
    return file;
  }

  private async open(id: string): Promise<ImportedFile> {
    const file = await this.file(id);
    if (file.status !== 'checked') throw new ProblemError('import-began-already');
    return file;
  }

  private act({ person }: Reader, { id, programmeKey }: ImportedFile, kind: HandActKind): HandAct {
    return { at: this.clock.now(), byPerson: person, kind, programmeKey, about: { import: id } };
  }

  private async judge(id: string, programme: string, mapping: ImportMapping): Promise<ImportTotals> {
    const rows = await this.imports.rows(id);
    const { hash: definitionHash, definition } = this.editions.newest(programme);
    const calendarHash = await this.calendars.put({ calendar: 'cn' });
    const { calendar } = await this.calendars.given({ calendarHash });
    const cities = await this.cities.list();
    const { judged, totals } = await dryRun({
      importId: id,
      rows,
      mapping,
      context: { rules: NEWEST_RULES, definition, calendar },
      hashes: { definitionHash, calendarHash },
      cities: cities.map(({ journeys: _, calendarKey: __, timeZone: ___, ...city }) => city),
      joined: new Set(
        cities.filter(({ journeys }) => journeys.some((one) => one.programme === programme)).map(({ key }) => key),
      ),
      people: await this.people.ofRows(rows, mapping),
      now: this.clock.now(),
    });
    if (!(await this.imports.keepVerdicts(id, mapping, totals, judged))) throw new ProblemError('import-began-already');
    return totals;
  }

  private async answer(file: ImportedFile): Promise<ImportResponse> {
    const { definition } = this.editions.newest(file.programmeKey);
    const [progress, rows] = await Promise.all([
      this.imports.progress(file.id),
      file.status === 'checked' ? this.imports.rows(file.id) : Promise.resolve([]),
    ]);
    return {
      id: file.id,
      programme: { key: definition.key, title: definition.title },
      fileName: file.fileName,
      status: file.status,
      createdAt: file.createdAt,
      remarks: file.remarks as Text[],
      columns: file.header.map((title, column) => ({ title, samples: samplesOf(rows, column) })),
      fields: importFields(definition).map(({ also: _, ...field }) => field),
      mapping: file.mapping as ImportMapping,
      totals: file.totals as ImportTotals,
      progress,
      startedAt: file.startedAt,
      finishedAt: file.finishedAt,
      lettersFrom: file.lettersFrom,
    };
  }
}

export function rowAnswer({ line, verdict, plan, state, said }: ImportedRow, programme: string): ImportRowAnswer {
  const known = verdict as RowVerdict;
  const { join } = (plan ?? { join: null }) as { join: RowPlan['join'] | null };
  const isThere = state === 'done' || state === 'kept';
  return {
    line,
    ...known,
    state,
    said: said as Text | null,
    journeyId: join !== null && isThere ? `${programme}.${join.city}` : null,
  };
}

function samplesOf(rows: readonly ImportedRow[], column: number): string[] {
  const samples: string[] = [];
  for (const { cells } of rows) {
    const text = cellText((cells as Cell[])[column]).trim();
    if (text !== '' && !samples.includes(text)) samples.push(text.slice(0, 60));
    if (samples.length === MOST_SAMPLES) break;
  }
  return samples;
}

function importIdOf(person: string, programme: string, idempotencyKey: string): string {
  const hash = createHash('sha256').update(`${person}\nimport\n${programme}\n${idempotencyKey}`).digest('base64url');
  return `i-${hash.slice(0, 20)}`;
}
