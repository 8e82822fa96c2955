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
export function restoredInWords({ takenAt, tables, rows }: Restored): string {
  return [
    `${counted(tables, 'table')} with ${counted(rows, 'row')} stand as they did at ${takenAt}; each was held against its SHA-256.`,
    'Until the recovery no letter goes and nothing is recorded. What has to follow:',
    '  1. Put the papers of that time back where PAPERS_FOLDER or the bucket is.',
    '  2. citypath recover --dry-run: what happened after that moment, as far as Temporal’s histories tell.',
    '  3. citypath recover: brings it back, presumes sent what may have gone, and starts again the workflows that need it.',
  ].join('\n');
}
