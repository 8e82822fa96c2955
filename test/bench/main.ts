import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { profileSummary } from './cpu-profile';
import { tableOf, type Measured } from './figure';

/**
 * Each runs in a process of its own, one after another. Where the time of that process is what is measured, a missed
 * target gets a profile; statements are counted in others, and name themselves when they are too many.
 */
const measurements = {
  forecast: { file: './forecast/measure-forecast', hasProfile: true },
  year: { file: './year/measure-year', hasProfile: true },
  uploads: { file: './uploads/measure-uploads', hasProfile: false },
  'sign-in': { file: './sign-in/measure-sign-in', hasProfile: false },
  'dry-runs': { file: './dry-runs/measure-dry-runs', hasProfile: false },
  letters: { file: './letters/measure-letters', hasProfile: true },
  messages: { file: './messages/measure-messages', hasProfile: false },
  posting: { file: './posting/measure-posting', hasProfile: false },
  'whole-way': { file: './posting/measure-whole-way', hasProfile: false },
  storm: { file: './posting/measure-storm', hasProfile: false },
  statements: { file: './statements/measure-statements', hasProfile: false },
  watch: { file: './watch/measure-watch', hasProfile: false },
  bulk: { file: './bulk/measure-bulk', hasProfile: false },
  import: { file: './imports/measure-import', hasProfile: false },
} as const;

type Name = keyof typeof measurements;

/**
 * `npm run bench -- [names] [--profile]`: prints each figure beside its target. With `--profile` each is
 * told with a profile, missed or not. Fails only when a measurement did not run.
 */
async function bench(args: readonly string[]): Promise<void> {
  const names = Object.keys(measurements) as Name[];
  const wanted = args.filter((arg) => !arg.startsWith('--'));
  const unknown = wanted.find((arg) => !names.some((name) => name === arg));
  if (unknown !== undefined) throw new Error(`No measurement is called ${unknown}: ${names.join(', ')}.`);
  console.log(machine());
  for (const name of names.filter((each) => wanted.length === 0 || wanted.includes(each))) {
    const measured = await run(name, []);
    if (!measured) {
      process.exitCode = 1;
      continue;
    }
    const { figures, notes } = measured;
    console.log(['', tableOf(figures), ...notes.map((note) => `  ${note}`)].join('\n'));
    const isMissed = figures.some(({ met }) => met === false);
    if (measurements[name].hasProfile && (isMissed || args.includes('--profile'))) await profile(name);
  }
}

/** Once more, shorter and with the profiler on: what bounds it. */
async function profile(name: Name): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'citypath-profile-'));
  try {
    await run(name, ['--cpu-prof', `--cpu-prof-dir=${folder}`]);
    console.log([`  Profile of ${name}:`, ...profileSummary(folder)].join('\n  '));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(name: Name, nodeOptions: readonly string[]): Promise<Measured | null> {
  const measured: Measured[] = [];
  const child = fork(require.resolve(measurements[name].file), nodeOptions.length > 0 ? ['short'] : [], {
    execArgv: ['--enable-source-maps', ...nodeOptions],
    // As it is installed: what writes the letters checks itself while it is developed, ten times as long.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  child.on('message', (message) => measured.push(message as Measured));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code === 0 && measured[0]) return measured[0];
  console.log(`\n${name} ended with ${code ?? 'a signal'} and ${measured.length === 0 ? 'no figures' : 'figures'}.`);
  return null;
}

function machine(): string {
  const [cpu] = cpus();
  const memory = `${Math.round(totalmem() / 1024 ** 3)} GB`;
  const load = loadavg()
    .map((value) => value.toFixed(1))
    .join(' ');
  const { version } = JSON.parse(readFileSync(require.resolve('@temporalio/worker/package.json'), 'utf8')) as {
    version: string;
  };
  return (
    `${new Date().toISOString().slice(0, 10)} · ${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${memory} · ` +
    `Node ${process.versions.node}, Temporal SDK ${version} · load ${load}`
  );
}

bench(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
