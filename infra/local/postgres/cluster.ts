import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, escapeIdentifier } from 'pg';
import { PlainFault } from '../processes/plain-fault';
import { KeptProcess } from '../processes/kept-process';
import type { PidNotes } from '../processes/pid-notes';
import { admin, initialise, passwordFileOf, passwordFor } from './first-time';
import { postgresPrograms, reachableFolder } from './programs';
import { postgresUser } from './system-user';

/** What a cluster is asked for. */
export interface ClusterWishes {
  /** Where its data shall lie; another place is chosen when the user that runs PostgreSQL cannot reach it. */
  readonly folder: string;
  readonly port: number;
  readonly logFile: string;
  /** For tests: survives the death of its processes, not of the machine, and is faster for it. */
  readonly forgetsOnPowerLoss?: boolean;
}

const readyWithinMs = 20_000;

/** A PostgreSQL cluster of our own on 127.0.0.1, made when it is not there yet. */
export class Cluster {
  private constructor(
    private readonly process: KeptProcess,
    private readonly port: number,
    private readonly password: string,
    /** Where the data really lie. */
    readonly dataFolder: string,
    private readonly passwordFile: string,
  ) {}

  /** Makes the cluster's data when there are none, and prepares to run it; `start` runs it. */
  static async prepared(wishes: ClusterWishes, notes: PidNotes, say: (sentence: string) => void): Promise<Cluster> {
    const user = await postgresUser();
    const programs = await postgresPrograms(user);
    const folder = await reachableFolder(wishes.folder, user);
    const password = await passwordFor(wishes.folder, folder);
    const dataFolder = join(folder, 'data');
    if (!existsSync(dataFolder)) await initialise(programs, user, folder, password);
    const process = new KeptProcess(
      {
        name: 'postgres',
        title: 'PostgreSQL',
        program: programs.postgres,
        args: ['-D', dataFolder, '-p', String(wishes.port), ...settings(wishes)],
        environment: { LC_ALL: 'C', TZ: 'UTC' },
        folder: dataFolder,
        ...(user && { user }),
        channel: false,
        logFile: wishes.logFile,
        // "Fast": disconnects everyone, writes a checkpoint, ends.
        stopSignal: 'SIGINT',
        graceMs: 1_500,
        isReady: () => answers(urlOf(password, wishes.port, 'postgres')),
      },
      notes,
      say,
    );
    return new Cluster(process, wishes.port, password, dataFolder, passwordFileOf(wishes.folder));
  }

  /** Where the data of a cluster with this wish would lie, and what `--reset` removes. */
  static async folderFor(wanted: string): Promise<string> {
    return reachableFolder(wanted, await postgresUser());
  }

  async start(): Promise<void> {
    await this.process.start();
  }

  async stop(): Promise<void> {
    await this.process.stop();
  }

  /** Stops it and removes all that it kept. */
  async remove(): Promise<void> {
    await this.stop();
    for (const path of [dirname(this.dataFolder), this.passwordFile]) await rm(path, { recursive: true, force: true });
  }

  get pid(): number | undefined {
    return this.process.pid;
  }

  /** The address of one of its databases, with the owner's password. */
  urlOf(database: string): string {
    return urlOf(this.password, this.port, database);
  }

  /** Creates a database unless it is there. Tells whether it was created. */
  async ensureDatabase(name: string): Promise<boolean> {
    const client = new Client({ connectionString: this.urlOf('postgres') });
    await client.connect();
    try {
      const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
      if (found.rowCount) return false;
      await client.query(`CREATE DATABASE ${escapeIdentifier(name)}`);
      return true;
    } finally {
      await client.end();
    }
  }
}

function urlOf(password: string, port: number, database: string): string {
  return `postgres://${admin}:${password}@127.0.0.1:${port}/${database}`;
}

function settings({ forgetsOnPowerLoss }: ClusterWishes): string[] {
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200'];
  if (forgetsOnPowerLoss) settings.push('fsync=off', 'full_page_writes=off');
  return settings.flatMap((setting) => ['-c', setting]);
}

/** Resolves when the server answers a query: it accepts connections somewhat earlier, while it still recovers. */
async function answers(connectionString: string): Promise<void> {
  for (let waitedMs = 0; waitedMs < readyWithinMs; waitedMs += 50) {
    const client = new Client({ connectionString });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('SELECT 1');
      return;
    } catch {
      await pause(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  throw new PlainFault('PostgreSQL runs, but does not answer.');
}
