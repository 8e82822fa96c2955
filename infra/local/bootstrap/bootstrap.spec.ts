import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// The scripts are plain JavaScript, for they run before anything is installed; their doors are told here.
interface Scripts {
  'once.mjs': {
    madeOnce(folder: string, what: string, make: (unfinished: string) => Promise<void>): Promise<string>;
    onlyWhenChanged(
      made: { notes: string; name: string; fingerprint: string; output: string },
      work: () => Promise<void>,
    ): Promise<boolean>;
  };
  'download.mjs': { download(url: string, file: string, sha256: string): Promise<void> };
  'environment.mjs': {
    localSettings(
      args: string[],
      environment: Record<string, string>,
    ): { ports: Record<string, number>; reset: boolean; dataFolder: string };
  };
}

const script = async <Name extends keyof Scripts>(name: Name) => (await import(join(__dirname, name))) as Scripts[Name];

let folder: string;
let server: Server | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bootstrap-'));
});

afterEach(async () => {
  server?.close();
  await rm(folder, { recursive: true });
});

test('what two starts want at the same moment is made once, and whole', async () => {
  const { madeOnce } = await script('once.mjs');
  const wanted = join(folder, 'wanted');
  let made = 0;
  const make = async (unfinished: string) => {
    made += 1;
    expect(existsSync(wanted)).toBe(false);
    await writeFile(join(unfinished, 'file'), 'whole');
  };
  await Promise.all([madeOnce(wanted, 'it', make), madeOnce(wanted, 'it', make)]);
  expect(made).toBe(1);
  expect(await readFile(join(wanted, 'file'), 'utf8')).toBe('whole');
});

test('the lock of a start that was killed is taken over', async () => {
  const { madeOnce } = await script('once.mjs');
  const wanted = join(folder, 'wanted');
  // Our own id, but of a process that started at another time.
  await writeFile(`${wanted}.lock`, `${process.pid} 1`);
  await madeOnce(wanted, 'it', () => Promise.resolve());
  expect(existsSync(wanted)).toBe(true);
});

test('nothing is done twice for the same input, and again when the output has gone', async () => {
  const { onlyWhenChanged } = await script('once.mjs');
  const output = join(folder, 'output');
  const made = { notes: folder, name: 'note', fingerprint: 'one', output };
  const work = () => writeFile(output, '');
  expect(await onlyWhenChanged(made, work)).toBe(true);
  expect(await onlyWhenChanged(made, work)).toBe(false);
  expect(await onlyWhenChanged({ ...made, fingerprint: 'two' }, work)).toBe(true);
  await rm(output);
  expect(await onlyWhenChanged({ ...made, fingerprint: 'two' }, work)).toBe(true);
});

test('a download is kept only when its checksum is the expected one', async () => {
  const { download } = await script('download.mjs');
  server = createServer((_request, response) => response.end('archive')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const file = join(folder, 'archive');
  await expect(download(url, file, '0'.repeat(64))).rejects.toThrow(/has the checksum .*, expected was 000/);
  expect(existsSync(file)).toBe(false);
  await download(url, file, createHash('sha256').update('archive').digest('hex'));
  expect(await readFile(file, 'utf8')).toBe('archive');
});

test('every bad argument and port is told together', async () => {
  const { localSettings } = await script('environment.mjs');
  expect(() => localSettings(['--rest'], { PORT: 'x', CITYPATH_SMTP_PORT: '70000' })).toThrow(
    /--rest is not an argument.*\nPORT must be a port.*\nCITYPATH_SMTP_PORT must be a port/,
  );
  expect(localSettings(['--reset'], { PORT: '3100', CITYPATH_DATA_FOLDER: '/var/house' })).toMatchObject({
    reset: true,
    dataFolder: '/var/house',
    ports: { web: 3100, smtp: 2525 },
  });
});
