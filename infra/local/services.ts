import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { KeptProcess } from './processes/kept-process';
import type { PidNotes } from './processes/pid-notes';
import { PlainFault } from './processes/plain-fault';
import { saysReady } from './processes/readiness';

const execute = promisify(execFile);

/** Our own processes: how a sentence calls each, and how long it may take to stop. All parts together get 10 s. */
const kinds = {
  api: { title: 'the api', graceMs: 2_000 },
  worker: { title: 'the worker', graceMs: 2_500 },
  courier: { title: 'the courier', graceMs: 2_000 },
} as const;

export type ServiceName = keyof typeof kinds;

/** What our own processes are started with. */
export interface ServiceSettings {
  readonly checkout: string;
  readonly logFolder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** One of our own processes, not yet started. */
export function service(
  name: ServiceName,
  { checkout, logFolder, environment }: ServiceSettings,
  notes: PidNotes,
  say: (sentence: string) => void,
): KeptProcess {
  return new KeptProcess(
    {
      name,
      ...kinds[name],
      program: process.execPath,
      args: [
        '--enable-source-maps',
        '--require',
        join(__dirname, 'processes', 'leave-with-parent.js'),
        join(checkout, 'apps', name, 'dist', 'main.js'),
      ],
      environment,
      folder: checkout,
      channel: true,
      logFile: join(logFolder, `${name}.log`),
      stopSignal: 'SIGTERM',
      isReady: saysReady,
    },
    notes,
    say,
  );
}

/** Runs one act of our command line to its end; a failure is told with what it printed. */
export async function runCli(args: readonly string[], { checkout, environment }: ServiceSettings): Promise<void> {
  const program = join(checkout, 'apps', 'cli', 'dist', 'main.js');
  try {
    await execute(process.execPath, [program, ...args], { cwd: checkout, env: { ...environment } });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new PlainFault(`citypath ${args.join(' ')} failed.\n${`${stdout ?? ''}${stderr ?? ''}`.trim()}`);
  }
}
