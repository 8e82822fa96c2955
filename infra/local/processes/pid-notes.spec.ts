import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityOf } from './identity';
import { PidNotes } from './pid-notes';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'notes-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('what an earlier start left running is ended, in the order asked for', async () => {
  const notes = new PidNotes(folder);
  const parts = ['postgres', 'api'].map((name) => ({ name, child: spawn('sleep', ['60']) }));
  const ends = Promise.all(parts.map(({ child }) => once(child, 'exit')));
  for (const { name, child } of parts) await notes.write(name, child.pid!, 'SIGTERM');
  expect(await notes.endLeftovers(['api', 'postgres'])).toEqual(['api', 'postgres']);
  await ends;
  expect(await notes.endLeftovers([])).toEqual([]);
});

test('a process that has come to the same id since is left alone', async () => {
  const notes = new PidNotes(folder);
  const stranger = spawn('sleep', ['60']);
  const end = once(stranger, 'exit');
  try {
    await notes.write('worker', stranger.pid!, 'SIGTERM');
    const file = join(folder, 'worker.json');
    const note = JSON.parse(await readFile(file, 'utf8')) as object;
    await writeFile(file, JSON.stringify({ ...note, identity: '1 node apps/worker/dist/main.js' }));
    expect(await notes.endLeftovers([])).toEqual([]);
    expect(await identityOf(stranger.pid!)).toContain('sleep');
  } finally {
    stranger.kill();
    await end;
  }
});
