import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { temporal } from '@temporalio/proto';

const FOLDER = join(__dirname, 'histories');

/** Of the machine that recorded, not of the run. */
const OF_THE_MACHINE = ['identity', 'stackTrace', 'sdkVersion', 'buildId', 'binaryChecksum'];

/** The names of the recorded histories. */
export function recordedHistories(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();
}

/** A recorded history, as Temporal writes it in JSON. */
export function readHistory(name: string): unknown {
  return JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8'));
}

/** Keeps the histories of a journey's runs for the replay spec, in place of those that it had. */
export function recordHistories(journeyId: string, histories: temporal.api.history.v1.IHistory[]): void {
  mkdirSync(FOLDER, { recursive: true });
  for (const name of recordedHistories()) {
    if (name.startsWith(`${journeyId}.`)) rmSync(join(FOLDER, `${name}.json`));
  }
  histories.forEach((history, run) => {
    const json = historyToJSON(temporal.api.history.v1.History.create(history));
    const clean: unknown = JSON.parse(json, (key, value: unknown) =>
      OF_THE_MACHINE.includes(key) ? undefined : value,
    );
    writeFileSync(join(FOLDER, `${journeyId}.${run + 1}.json`), anEventALine(clean as { events: unknown[] }));
  });
}

/** As small as JSON gets, with lines that a difference can be read from. */
function anEventALine({ events }: { events: unknown[] }): string {
  return `{"events":[\n${events.map((event) => JSON.stringify(event)).join(',\n')}\n]}\n`;
}
