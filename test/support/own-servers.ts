import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import { Cluster, devServer, freePort, PidNotes, type ClusterWishes, type DevServerWishes } from '@citypath/local';
import { checkout } from './checkout';

/** A server of a test file's own, which can be killed without hitting anybody else. */
export interface OwnServer {
  /** Where it is reached: host:port of Temporal, the address of the administrator's database of PostgreSQL. */
  readonly address: string;
  /** kill -9. Resolves when it is gone; nothing starts it again. */
  kill(): Promise<void>;
  startAgain(): Promise<void>;
  /** Ends it and removes its data. */
  remove(): Promise<void>;
}

/** A Temporal of one's own, whose data can be taken back to what they were. */
export interface OwnTemporal extends OwnServer {
  /** Copies its data while it does not run. @returns what takes it back to them, as from a backup */
  backUp(): Promise<() => Promise<void>>;
}

/** A server with the data it keeps between two lives. */
interface Life {
  readonly pid: number | undefined;
  start(): Promise<void>;
  stop(): Promise<void>;
}

class ServerWithLives<Server extends Life> implements OwnServer {
  private constructor(
    readonly address: string,
    private readonly bear: () => Promise<Server>,
    private readonly removeData: () => Promise<void>,
    private life: Server,
  ) {}

  static async start<Server extends Life>(
    bear: () => Promise<Server>,
    addressOf: (life: Server) => string,
    removeData: (life: Server) => Promise<void>,
  ): Promise<OwnServer> {
    const life = await bear();
    await life.start();
    return new ServerWithLives(addressOf(life), bear, () => removeData(life), life);
  }

  async kill(): Promise<void> {
    const { pid } = this.life;
    if (pid === undefined) throw new Error(`${this.address} does not run.`);
    process.kill(pid, 'SIGKILL');
    // It would be started again by the one who keeps it.
    await this.life.stop();
  }

  async startAgain(): Promise<void> {
    this.life = await this.bear();
    await this.life.start();
  }

  async remove(): Promise<void> {
    await this.life.stop();
    await this.removeData();
  }
}

/** Starts a Temporal dev server. Its records outlive its death. */
export async function ownTemporal(): Promise<OwnTemporal> {
  const program = required('CITYPATH_TEST_TEMPORAL_PROGRAM');
  const version = required('CITYPATH_TEST_TEMPORAL_VERSION');
  const port = await freePort();
  const folder = folderOf(`temporal-${port}`);
  const copy = folderOf(`temporal-${port}-copy`);
  const wishes: DevServerWishes = { program, version, port, folder, logFile: path.join(folder, 'log') };
  const server = await ServerWithLives.start(
    () => devServer(wishes, process.env, notes(), noWords),
    () => `127.0.0.1:${port}`,
    async () => {
      for (const each of [folder, copy]) await rm(each, { recursive: true, force: true });
    },
  );
  const whileItIsDown = async (change: () => Promise<void>): Promise<void> => {
    await server.kill();
    await change();
    await server.startAgain();
  };
  const copied = async (from: string, to: string): Promise<void> => {
    await rm(to, { recursive: true, force: true });
    await cp(from, to, { recursive: true });
  };
  const backUp = async () => {
    await whileItIsDown(() => copied(folder, copy));
    return () => whileItIsDown(() => copied(copy, folder));
  };
  return Object.assign(server, { backUp });
}

/** Starts a PostgreSQL cluster. It forgets nothing when its processes die. */
export async function ownPostgres(): Promise<OwnServer> {
  const port = await freePort();
  const folder = folderOf(`postgres-${port}`);
  const logFile = path.join(folderOf('logs'), `postgres-${port}.log`);
  const wishes: ClusterWishes = { folder, port, logFile, forgetsOnPowerLoss: true };
  return ServerWithLives.start(
    () => Cluster.prepared(wishes, notes(), noWords),
    (cluster) => cluster.urlOf('postgres'),
    (cluster) => cluster.remove(),
  );
}

/** A folder of this run of tests: what a killed run leaves is ended and removed by the next one. */
function folderOf(name: string): string {
  return path.join(checkout, '.data', 'tests', String(process.pid), name);
}

function notes(): PidNotes {
  return new PidNotes(folderOf('processes'));
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run \`npm test\`.`);
  return value;
}

function noWords(): void {}
