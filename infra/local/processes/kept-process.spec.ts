import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityOf } from './identity';
import { KeptProcess } from './kept-process';
import { PidNotes } from './pid-notes';
import { PlainFault } from './plain-fault';
import { saysReady } from './readiness';

const ready = 'process.send({ ready: true }); setInterval(() => undefined, 1000);';

let folder: string;
let said: string[];
let heard: ((sentence: string) => void) | undefined;
let kept: KeptProcess | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-'));
  said = [];
});

afterEach(async () => {
  await kept?.stop();
  await rm(folder, { recursive: true });
});

function keep(script: string, graceMs = 2_000): KeptProcess {
  kept = new KeptProcess(
    {
      name: 'part',
      title: 'the part',
      program: process.execPath,
      args: ['--eval', script],
      environment: {},
      folder,
      channel: true,
      logFile: join(folder, 'logs', 'part.log'),
      stopSignal: 'SIGTERM',
      graceMs,
      isReady: saysReady,
    },
    new PidNotes(join(folder, 'notes')),
    (sentence) => {
      said.push(sentence);
      heard?.(sentence);
    },
  );
  return kept;
}

function sentence(part: string): Promise<void> {
  return new Promise((resolve) => {
    heard = (each) => each.includes(part) && resolve();
  });
}

test('a part that is killed is started again, and that is said in a plain line', async () => {
  const part = keep(ready);
  await part.start();
  const first = part.pid!;
  const back = sentence('is back');
  process.kill(first, 'SIGKILL');
  await back;
  expect(part.pid).not.toBe(first);
  expect(said[0]).toMatch(/^The part ended \(SIGKILL\); starting it again in 0\.5 s\. Log: .*part\.log$/);
});

test('a part that stops in order is gone, and so is its note', async () => {
  const part = keep(ready);
  await part.start();
  const pid = part.pid!;
  await part.stop();
  expect(await identityOf(pid)).toBeUndefined();
  expect(await readdir(join(folder, 'notes'))).toEqual([]);
  expect(said).toEqual([]);
});

test('a part that will not stop is ended by force after its grace', async () => {
  const part = keep(`process.on('SIGTERM', () => undefined); ${ready}`, 100);
  await part.start();
  const pid = part.pid!;
  await part.stop();
  expect(await identityOf(pid)).toBeUndefined();
});

test('a part that fails at once is told with the end of its log', async () => {
  const failure: unknown = await keep(`console.error('DATABASE_URL is missing'); process.exit(1);`)
    .start()
    .catch((fault: unknown) => fault);
  expect(failure).toBeInstanceOf(PlainFault);
  expect((failure as PlainFault).message).toMatch(/^The part did not start: code 1\.\n {2}DATABASE_URL is missing/);
});

test('a part whose program is missing is told as well', async () => {
  const part = new KeptProcess(
    {
      name: 'none',
      title: 'the part',
      program: join(folder, 'none'),
      args: [],
      environment: {},
      folder,
      channel: false,
      logFile: join(folder, 'none.log'),
      stopSignal: 'SIGTERM',
      graceMs: 100,
      isReady: (child) => once(child, 'exit').then(() => undefined),
    },
    new PidNotes(join(folder, 'notes')),
    () => undefined,
  );
  await expect(part.start()).rejects.toThrow(/^The part did not start: spawn .* ENOENT/);
});
