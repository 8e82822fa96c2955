import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { Cluster, isFree } from '@citypath/local';
import { Client } from 'pg';
import { checkout } from './checkout';
import { AT_ANY_HOUR } from './house';

const execute = promisify(execFile);

/** Its longest sentence before it is ready is one about a part that does not start; that comes sooner. */
const READY_WITHIN_MS = 100_000;

/** A message as the inbox's page gives it. */
export interface InboxMessage {
  id: number;
  envelopeTo: string[];
  subject: string;
  text: string;
  html: string | null;
}

/** A real `npm start` on ports and a data folder of its own. */
export class OwnStart {
  /** What it printed. */
  readonly lines: string[] = [];

  private constructor(
    private readonly child: ChildProcess,
    private readonly environment: Record<string, string>,
  ) {}

  /** Starts an empty house, and waits until it says that it is ready. */
  static async empty(): Promise<OwnStart> {
    const ports: Record<string, string> = {};
    for (const name of ['PORT', 'BOUNCE_PORT', ...['POSTGRES', 'TEMPORAL', 'TEMPORAL_UI', 'SMTP', 'INBOX'].map(portOf)])
      ports[name] = String(await quietPort());
    const environment = {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      ...ports,
      CITYPATH_DATA_FOLDER: path.join(checkout, '.data', 'tests', String(process.pid), `start-${ports['PORT']}`),
      // It leaves with the one who started it, as it does with npm.
      npm_lifecycle_event: 'start',
    };
    const program = path.join(checkout, 'infra', 'local', 'start.mjs');
    const child = spawn(process.execPath, [program, '--empty'], {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const start = new OwnStart(child, environment);
    await start.untilReady();
    return start;
  }

  /** Where its pages are. */
  get address(): string {
    return `http://127.0.0.1:${this.environment['PORT']}`;
  }

  /** From now on whoever is added takes letters at any hour: its clock is the machine's, whose night is somebody's story. */
  async takesLettersAtAnyHour(): Promise<void> {
    const folder = this.environment['CITYPATH_DATA_FOLDER'] ?? '';
    const password = await readFile(path.join(folder, 'postgres.password'), 'utf8');
    const port = Number(this.environment[portOf('POSTGRES')]);
    const database = new Client({ host: '127.0.0.1', port, user: 'citypath', password, database: 'citypath' });
    await database.connect();
    await database.query(AT_ANY_HOUR);
    await database.end();
  }

  /** `npm run citypath -- …`. Gives what it printed. */
  async citypath(...args: string[]): Promise<string> {
    const program = path.join(checkout, 'infra', 'local', 'citypath.mjs');
    const { stdout } = await execute(process.execPath, [program, ...args], { env: this.environment });
    return stdout.trim();
  }

  /** The messages of the inbox for an address, the newest first. */
  async messagesTo(address: string): Promise<InboxMessage[]> {
    const inbox = `http://127.0.0.1:${this.environment[portOf('INBOX')]}/api/messages`;
    const read = async <Body>(url: string): Promise<Body> => (await (await fetch(url)).json()) as Body;
    const { messages } = await read<{ messages: InboxMessage[] }>(inbox);
    const theirs = messages
      .filter(({ envelopeTo }) => envelopeTo.includes(address))
      .sort((left, right) => right.id - left.id);
    return Promise.all(theirs.map(({ id }) => read<InboxMessage>(`${inbox}/${id}`)));
  }

  /** Stops it as Ctrl-C does, and removes what it kept. */
  async remove(): Promise<void> {
    const { child } = this;
    if (child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    }
    const folder = this.environment['CITYPATH_DATA_FOLDER'] ?? '';
    await rm(await Cluster.folderFor(path.join(folder, 'postgres')), { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  }

  private async untilReady(): Promise<void> {
    const { child, lines } = this;
    const late = AbortSignal.timeout(READY_WITHIN_MS);
    child.stderr?.on('data', (chunk: Buffer) => lines.push(chunk.toString()));
    const said = new Promise<boolean>((resolve) => {
      createInterface({ input: child.stdout ?? process.stdin }).on('line', (line) => {
        lines.push(line);
        // Its last sentence: everything that there is to read has been printed.
        if (line.startsWith('Ctrl-C stops')) resolve(true);
      });
    });
    const ended = once(child, 'exit', { signal: late }).then(
      () => false,
      () => false,
    );
    if (await Promise.race([said, ended])) return;
    await this.remove();
    throw new Error(`npm start did not become ready:\n${lines.join('\n')}`);
  }
}

function portOf(part: string): string {
  return `CITYPATH_${part}_PORT`;
}

/**
 * A free port below those that the machine gives to connections: between our choosing one and the last part's listening
 * on it lie seconds, in which somebody's connection would take it.
 */
async function quietPort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    if (await isFree(port)) return port;
  }
}
