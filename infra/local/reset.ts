import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Cluster } from './postgres/cluster';
import { PlainFault } from './processes/plain-fault';
import type { LocalSettings } from './settings';

/** Removes everything that was kept between starts, after asking where somebody can answer. */
export async function reset({ dataFolder, given }: LocalSettings): Promise<void> {
  if (given.databaseUrl) {
    throw new PlainFault(
      '--reset empties only a database of our own: with DATABASE_URL set, empty that database yourself.',
    );
  }
  if (!(await isAgreed())) throw new PlainFault('Nothing was removed.');
  const postgres = join(dataFolder, 'postgres');
  const kept = ['temporal', 'inbox', 'papers', 'uploads', 'logs', 'demonstration-unfinished'].map((name) =>
    join(dataFolder, name),
  );
  for (const path of [postgres, `${postgres}.password`, join(await Cluster.folderFor(postgres), 'data'), ...kept]) {
    await rm(path, { recursive: true, force: true });
  }
}

async function isAgreed(): Promise<boolean> {
  if (!process.stdin.isTTY) return true;
  const question = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await question.question(
      'This removes all journeys, letters, papers and people kept here. Go on? (yes/no) ',
    );
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    question.close();
  }
}
