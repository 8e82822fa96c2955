import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claim } from './claim';
import { identityOf } from './processes/identity';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claim-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('a second start in the same folder is refused, and told where to look', async () => {
  const file = join(folder, 'running.json');
  const first = await claim(file, 'http://127.0.0.1:3000');
  await expect(claim(file, 'http://127.0.0.1:3001')).rejects.toThrow(
    `CityPath already runs from this folder (process ${process.pid}): look at http://127.0.0.1:3000, or stop it first.`,
  );
  await first.end();
  await (await claim(file, 'http://127.0.0.1:3001')).end();
});

test('a start waits for an earlier one that is just stopping', async () => {
  const file = join(folder, 'running.json');
  const earlier = spawn('sleep', ['60']);
  const end = once(earlier, 'exit');
  const note = { pid: earlier.pid, identity: await identityOf(earlier.pid!), address: 'http://127.0.0.1:3000' };
  await writeFile(file, JSON.stringify(note));
  await writeFile(`${file}.stopping`, String(earlier.pid));
  const waiting = claim(file, 'http://127.0.0.1:3001');
  earlier.kill();
  await end;
  await (await waiting).end();
});
