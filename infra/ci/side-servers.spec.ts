import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PidNotes } from '@citypath/local';

type Environment = Record<string, string>;
type Begin = (name: string, planOf: (port: number) => object) => Promise<number>;

// The scripts are plain JavaScript, for they run before anything is installed; their doors are told here.
interface Scripts {
  'chromium.mjs': { chromium(): Promise<Environment> };
  'side-servers.mjs': {
    startSideServers(
      place: { folder: string; notes: PidNotes },
      parts: { name: string; start: (begin: Begin) => Promise<Environment> }[],
    ): Promise<{ environment: Environment; missing: number; stop(): Promise<void> }>;
  };
}
const script = async <Name extends keyof Scripts>(name: Name) => (await import(join(__dirname, name))) as Scripts[Name];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'side-servers-'));
});
afterEach(async () => {
  jest.restoreAllMocks();
  await rm(folder, { recursive: true });
});

test('what cannot be had is said in plain words and counted; the others serve, until they are stopped', async () => {
  const { startSideServers } = await script('side-servers.mjs');
  const said = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  const listens = "require('node:net').createServer().listen(Number(process.argv[1]), '127.0.0.1')";
  const servers = await startSideServers({ folder, notes: new PidNotes(join(folder, 'processes')) }, [
    { name: 'rare thing', start: () => Promise.reject(new Error('Install the rare thing.')) },
    {
      name: 'usual thing',
      start: async (begin) => {
        const planOf = (port: number) => ({
          title: 'the usual thing',
          program: process.execPath,
          args: ['-e', listens, String(port)],
        });
        return { USUAL: String(await begin('usual', planOf)) };
      },
    },
  ]);

  const port = Number(servers.environment['USUAL']);
  expect(servers.missing).toBe(1);
  expect(said.mock.calls.join('')).toMatch(/rare thing: MISSING .*\nInstall the rare thing\./);
  expect(await accepts(port)).toBe(true);
  await servers.stop();
  expect(await accepts(port)).toBe(false);
});

test('a browser that was named but is not there is not passed over for another', async () => {
  jest.replaceProperty(process, 'env', { ...process.env, CHROMIUM: join(folder, 'chromium') });
  const { chromium } = await script('chromium.mjs');
  await expect(chromium()).rejects.toThrow(/need Chromium or Chrome\. Install one .*CHROMIUM=/);
});

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
  });
}
