import type { TakenBackup } from './back-up';
import type { Restored } from './restore';

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

export function backupInWords({ folder, takenAt, postgres, way, tables, rows, bytes }: TakenBackup): string {
  const how = way === 'pg_dump' ? `by pg_dump of PostgreSQL ${postgres}` : 'by COPY';
  return [
    `${counted(tables, 'table')} with ${counted(rows, 'row')} (${Math.ceil(bytes / 1024)} KB), as of ${takenAt}, are in ${folder}, ${how}.`,
    'The papers are not in it: `citypath export-papers <folder>`.',
  ].join('\n');
}

/** What was restored, and what nothing does by itself. */
export function restoredInWords({ takenAt, tables, rows, openJourneys }: Restored): string {
  const rebuilds = openJourneys.map((journey) => `     citypath rebuild ${journey}`);
  return [
    `${counted(tables, 'table')} with ${counted(rows, 'row')} stand as they did at ${takenAt}; each was held against its SHA-256.`,
    'What has to follow, before the api, the worker and the courier start:',
    '  1. Put the papers of that time back where PAPERS_FOLDER or the bucket is.',
    ...(openJourneys.length === 0
      ? ['  2. No journey is open: none has to be rebuilt.']
      : ['  2. Rebuild each open journey, since its workflow may have gone further than these records:', ...rebuilds]),
    '  3. What happened after that moment is not in these records, and nothing brings it back from the workflows: enter it',
    '     again. Letters that went out after it count as not sent: one that is still due would be sent a second time. Look',
    '     through the letters that are due before you start the courier.',
  ].join('\n');
}
