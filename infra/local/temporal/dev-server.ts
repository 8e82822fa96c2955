import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { KeptProcess } from '../processes/kept-process';
import type { PidNotes } from '../processes/pid-notes';
import { PlainFault } from '../processes/plain-fault';
import { listensOn } from '../processes/readiness';

const execute = promisify(execFile);

/** What a dev server is asked for. */
export interface DevServerWishes {
  /** Temporal's command line. */
  readonly program: string;
  readonly version: string;
  /** Where its database lies. */
  readonly folder: string;
  readonly port: number;
  /** The port of Temporal's own page; without one there is no page. */
  readonly pagePort?: number;
  readonly logFile: string;
}

/** Closed workflows stay readable for thirty days; the dev server's own default is one. */
const retention = '720h';
const readyWithinMs = 30_000;

/** Temporal's dev server on 127.0.0.1, with its records in a file that outlives it. */
export async function devServer(
  wishes: DevServerWishes,
  environment: Readonly<Record<string, string | undefined>>,
  notes: PidNotes,
  say: (sentence: string) => void,
): Promise<KeptProcess> {
  await mkdir(wishes.folder, { recursive: true });
  return new KeptProcess(
    {
      name: 'temporal',
      title: 'Temporal',
      program: wishes.program,
      args: argumentsOf(wishes),
      environment,
      folder: wishes.folder,
      channel: false,
      logFile: wishes.logFile,
      stopSignal: 'SIGTERM',
      graceMs: 1_500,
      isReady: async (child) => {
        await listensOn(child, wishes.port);
        await keepClosedWorkflows(wishes);
      },
    },
    notes,
    say,
  );
}

function argumentsOf({ folder, version, port, pagePort }: DevServerWishes): string[] {
  return [
    'server',
    'start-dev',
    // The server makes its tables only with the file: another version needs another file.
    '--db-filename',
    join(folder, `temporal-${version}.db`),
    '--sqlite-pragma',
    'journal_mode=wal',
    '--sqlite-pragma',
    'synchronous=normal',
    '--ip',
    '127.0.0.1',
    '--port',
    String(port),
    ...(pagePort === undefined
      ? ['--headless']
      : ['--ui-ip', '127.0.0.1', '--ui-port', String(pagePort), '--ui-disable-news-fetch']),
    '--log-level',
    'error',
    '--dynamic-config-value',
    'system.enableActivityEagerExecution=true',
  ];
}

/** Succeeds only once the server really serves its namespace, which comes after it listens. */
async function keepClosedWorkflows({ program, port }: DevServerWishes): Promise<void> {
  const args = ['operator', 'namespace', 'update', '--namespace', 'default', '--retention', retention];
  for (let waitedMs = 0; waitedMs < readyWithinMs; waitedMs += 100) {
    try {
      await execute(program, [...args, '--address', `127.0.0.1:${port}`]);
      return;
    } catch {
      await pause(100);
    }
  }
  throw new PlainFault('Temporal listens, but does not answer.');
}
