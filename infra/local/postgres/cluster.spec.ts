import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { PidNotes } from '../processes/pid-notes';
import { freePort } from '../processes/readiness';
import { Cluster } from './cluster';

let folder: string;
const clusters: Cluster[] = [];

// A folder as `mktemp -d` makes them: nobody else may enter, not even the user that PostgreSQL runs as.
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'closed-'));
});

afterEach(async () => {
  for (const cluster of clusters.splice(0)) {
    await cluster.remove();
  }
  await rm(folder, { recursive: true, force: true });
});

async function started(say: (sentence: string) => void = () => undefined): Promise<Cluster> {
  const wishes = { folder: join(folder, 'postgres'), port: await freePort(), logFile: join(folder, 'postgres.log') };
  const cluster = await Cluster.prepared(wishes, new PidNotes(join(folder, 'notes')), say);
  clusters.push(cluster);
  await cluster.start();
  return cluster;
}

async function ask(cluster: Cluster, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: cluster.urlOf('citypath') });
  await client.connect();
  try {
    return (await client.query<object>(statement)).rows;
  } finally {
    await client.end();
  }
}

test('a cluster below a closed folder keeps its data over a stop, and over a kill', async () => {
  const back = new Promise<void>((resolve) => {
    void started((sentence) => sentence.includes('is back') && resolve()).then(async (cluster) => {
      expect(await cluster.ensureDatabase('citypath')).toBe(true);
      await ask(cluster, "CREATE TABLE cities AS SELECT '义乌'::text AS name");
      process.kill(cluster.pid!, 'SIGKILL');
    });
  });
  await back;
  const [killed] = clusters;
  expect(await ask(killed!, 'SELECT name FROM cities')).toEqual([{ name: '义乌' }]);
  await killed!.stop();

  const again = await started();
  expect(await again.ensureDatabase('citypath')).toBe(false);
  expect(await ask(again, 'SELECT name FROM cities')).toEqual([{ name: '义乌' }]);
}, 60_000);
