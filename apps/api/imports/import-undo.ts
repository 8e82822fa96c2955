import type { Text } from '@citypath/contracts';
import { Imports, ImportTraces, type ImportedFile, type ImportedRow, type KeptBecause } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { commandIdOf } from '../commands/command-identity';
import { JourneyRuns } from '../commands/journey-runs';
import { importKey } from './import-key';
import type { RowPlan } from './rows/dry-run';

const WHY_KEPT: Record<KeptBecause, Text> = {
  'letter-went-out': {
    en: 'It stays: a letter about it has gone out already. Withdraw the city from the programme instead.',
    zh: '予以保留：相关信函已经发出。如有需要，请为该城市办理退出。',
  },
  'somebody-acted': {
    en: 'It stays: somebody has worked on it since. Withdraw the city from the programme instead.',
    zh: '予以保留：此后已有人办理事项。如有需要，请为该城市办理退出。',
  },
  'something-handed-in': {
    en: 'It stays: something was written or uploaded for it since.',
    zh: '予以保留：此后已有草稿或上传的文件。',
  },
};

/** Takes an import back: journeys that are still as it left them, then cities and people that nobody uses. */
@Injectable()
export class ImportUndo {
  constructor(
    private readonly imports: Imports,
    private readonly traces: ImportTraces,
    private readonly runs: JourneyRuns,
    private readonly clock: Clock,
  ) {}

  /** May be run again where it was broken off. */
  async run(file: ImportedFile, ending: AbortSignal): Promise<void> {
    const rows = await this.imports.rows(file.id);
    for (const row of rows.filter(({ state }) => state === 'done')) {
      if (ending.aborted) return;
      const kept = await this.takeBack(file, row);
      await this.imports.settleRow(file.id, row.line, kept === null ? 'undone' : 'kept', kept && WHY_KEPT[kept]);
    }
    const after = await this.imports.rows(file.id);
    for (const row of after.filter(({ state, cityMade }) => cityMade && (state === 'undone' || state === 'failed'))) {
      await this.traces.removeCity((row.plan as RowPlan).join.city);
    }
    const made = after.flatMap(({ plan }) => (plan as RowPlan | null)?.people.map(({ id }) => id) ?? []);
    for (const id of new Set(made)) await this.traces.removePerson(id);
    await this.imports.letLettersGo(file.id, this.clock.now());
    await this.imports.advance(file.id, 'undoing', 'undone');
  }

  private async takeBack(file: ImportedFile, row: ImportedRow): Promise<KeptBecause | null> {
    const { programme, city } = (row.plan as RowPlan).join;
    const journeyId = `${programme}.${city}`;
    const joinedBy = commandIdOf(file.byPerson, journeyId, importKey(file.id, row.line));
    const kept = await this.traces.keptBecause(journeyId, joinedBy);
    if (kept !== null) return kept;
    // First the run ends, so that nothing is recorded any more; what it was about to record finds no journey.
    await this.runs.terminate(journeyId, `Import ${file.id} is undone`);
    return this.traces.removeJourney(journeyId, joinedBy);
  }
}
