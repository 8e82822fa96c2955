import type { Text } from '@citypath/contracts';
import type { Instant } from '@citypath/calendar';
import { AddressTaken, Imports, ImportTraces, People, type ImportedFile, type ImportedRow } from '@citypath/store';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../clock';
import { Joining } from '../journeys/joining';
import { ProblemError, type ProblemCode } from '../problems/problem-error';
import { wordProblem } from '../problems/word-problem';
import { ImportUndo } from './import-undo';
import { importKey } from './import-key';
import type { RowPlan } from './rows/dry-run';

/** So many rows are at work at once: others have to get their turn at the records and at Temporal. */
const AT_ONCE = 12;
/** So long letters of what was imported wait, counted from the end of the import. */
export const EMBARGO_MS = 30 * 60_000;
/** Something is away: it is looked after again in so long. */
const AGAIN_AFTER_MS = 1_000;

/** A row is tried again after these: nothing is wrong with it. */
const PASSING: ProblemCode[] = ['temporal-away', 'worker-away', 'database-away', 'too-busy', 'internal-error'];

/**
 * Imports in the background. What is done is in the records row by row, so a process that ends in the middle goes on
 * where it was; each row has its own key, so that doing one twice is doing it once. Writes no journey: cities join
 * through Joining like any other.
 */
@Injectable()
export class ImportRunner implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(ImportRunner.name);
  private readonly atWork = new Map<string, Promise<void>>();
  private readonly ending = new AbortController();

  constructor(
    private readonly imports: Imports,
    private readonly traces: ImportTraces,
    private readonly people: People,
    private readonly joining: Joining,
    private readonly undo: ImportUndo,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const { id } of await this.imports.unfinished()) {
      await this.imports.recover(id);
      this.wake(id);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.ending.abort();
    await Promise.all(this.atWork.values());
  }

  /** Goes on with an import, if nobody here does already. Answers at once. */
  wake(id: string): void {
    if (this.atWork.has(id)) return;
    const work = this.goOn(id).finally(() => this.atWork.delete(id));
    this.atWork.set(id, work);
  }

  private async goOn(id: string): Promise<void> {
    while (!this.ending.signal.aborted) {
      try {
        const file = await this.imports.byId(id);
        if (file?.status === 'running') await this.run(file);
        else if (file?.status === 'undoing') await this.undo.run(file, this.ending.signal);
        return;
      } catch (error) {
        this.logger.warn(`Import ${id} has to wait: ${String(error)}`);
        await this.pause();
      }
    }
  }

  private async run(file: ImportedFile): Promise<void> {
    while (!this.ending.signal.aborted) {
      // What is held while it goes on is held long enough, whatever becomes of this process.
      const rows = await this.imports.take(file.id, AT_ONCE);
      if (rows.length === 0) break;
      const outcomes = await Promise.all(rows.map((row) => this.settled(file, row)));
      if (outcomes.includes('away')) await this.pause();
    }
    if (this.ending.signal.aborted) return;
    const { waiting, running } = await this.imports.progress(file.id);
    if (waiting + running > 0) {
      // Another process is at work on them, or ended at it.
      await this.pause();
      await this.imports.recover(file.id);
      return this.run(file);
    }
    const finishedAt = this.clock.now();
    const lettersFrom = later(finishedAt, EMBARGO_MS);
    await this.imports.letLettersGo(file.id, lettersFrom);
    await this.imports.advance(file.id, 'running', 'done', { finishedAt, lettersFrom });
  }

  private async settled(file: ImportedFile, row: ImportedRow): Promise<'settled' | 'away'> {
    try {
      const isRecorded = await this.doRow(file, row);
      await this.imports.settleRow(file.id, row.line, isRecorded ? 'done' : 'waiting');
      return 'settled';
    } catch (error) {
      const problem = error instanceof ProblemError ? error : null;
      if (error instanceof AddressTaken || (problem && !PASSING.includes(problem.code))) {
        await this.imports.settleRow(file.id, row.line, 'failed', problem ? wordsOf(problem) : ADDRESS_TAKEN);
        return 'settled';
      }
      this.logger.warn(`Row ${row.line} of import ${file.id} has to wait: ${String(error)}`);
      await this.imports.settleRow(file.id, row.line, 'waiting');
      return 'away';
    }
  }

  /** @returns whether the journey is recorded; if not, the same again asks for it */
  private async doRow(file: ImportedFile, row: ImportedRow): Promise<boolean> {
    const { city, people, join } = row.plan as RowPlan;
    for (const person of people) if (!(await this.people.byId(person.id))) await this.people.put(person);
    if (city) await this.traces.makeCity(file.id, row.line, city);
    const journeyId = `${join.programme}.${join.city}`;
    await this.imports.holdLetters(file.id, journeyId, later(this.clock.now(), EMBARGO_MS));
    const answer = await this.joining.join({ person: file.byPerson }, importKey(file.id, row.line), {
      ...join,
      demonstration: false,
    });
    return answer.kind === 'recorded';
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, AGAIN_AFTER_MS);
      this.ending.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}

const ADDRESS_TAKEN: Text = {
  en: 'Meanwhile somebody else was added with an address of this row. Import the row once more: the person will be found.',
  zh: '期间已有人使用本行中的邮箱登记。请重新导入该行，系统将匹配到此人。',
};

function wordsOf(problem: ProblemError): Text {
  return { en: wordProblem(problem, 'en').detail, zh: wordProblem(problem, 'zh').detail };
}

function later(at: Instant, ms: number): Instant {
  return new Date(Date.parse(at) + ms).toISOString() as Instant;
}
