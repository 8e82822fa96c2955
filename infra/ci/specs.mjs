/** Runs the specs with Jest and counts them. */

import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { checkout } from '../local/bootstrap/places.mjs';
import { say, spoken } from '../local/bootstrap/say.mjs';

/** Time-skipping stories share one clock each and a busy JVM: they run one after another. */
export const specRuns = [
  { name: 'unit specs', projects: ['unit'], args: ['--maxWorkers=2'] },
  { name: 'time-skipping stories and replays', projects: ['time-skipping', 'replay'], args: ['--runInBand'] },
  { name: 'whole-house stories', projects: ['stories'], args: ['--maxWorkers=2'] },
  { name: 'browser stories', projects: ['browser'], args: ['--maxWorkers=1'] },
];

/** What Jest says besides failures, whatever its reporters are. */
const chatter = /^(Running (one|\d+) projects?\b|- [\w-]+$|Test results written to)/;

/** A guard against what never ends. Three hundred kills at each point of a letter's way take the better part of an hour. */
const givesUpAfterMs = (process.env.CITYPATH_FAULT_ROUNDS ? 180 : 40) * 60_000;

/** Runs one group of specs; failures are shown as they come. Gives how many passed and failed. */
export async function runSpecs({ name, projects, args }, node, environment, patterns) {
  const startedMs = Date.now();
  const resultFile = join(tmpdir(), `citypath-specs-${process.pid}.json`);
  const nodeArgs = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const jest = [
    join(checkout, 'node_modules', 'jest', 'bin', 'jest.js'),
    ...patterns,
    ...args,
    '--passWithNoTests',
    // A guard against what never ends, not a measure: a busy machine may take its time.
    '--testTimeout=120000',
    '--json',
    `--outputFile=${resultFile}`,
    `--reporters=${join(checkout, 'infra', 'ci', 'compact-reporter.cjs')}`,
    '--selectProjects',
    ...projects,
  ];
  const ended = await end(node, [...nodeArgs, ...jest], environment);
  const counted = count(resultFile, ended);
  say(`${name}: ${counted.passed} passed, ${counted.failed} failed (${spoken(Date.now() - startedMs)})`);
  return counted;
}

/** A suite that could not run at all counts as one failure, and so does a Jest that ended badly without saying why. */
function count(resultFile, ended) {
  try {
    const result = JSON.parse(readFileSync(resultFile, 'utf8'));
    const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
    return { passed: result.numPassedTests, failed: failed || (ended === 0 ? 0 : 1) };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(resultFile, { force: true });
  }
}

function end(node, args, environment) {
  return new Promise((resolve) => {
    // Jest prints its JSON also to the terminal when it has no file; what it says to people comes on stderr.
    const child = spawn(node, args, { cwd: checkout, env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
    createInterface({ input: child.stderr }).on('line', (line) => chatter.test(line) || say(line));
    const endToo = () => child.kill('SIGKILL');
    process.once('exit', endToo);
    const timer = setTimeout(() => {
      say(`  given up after ${spoken(givesUpAfterMs)}: something does not end`);
      child.kill('SIGKILL');
    }, givesUpAfterMs);
    child.once('exit', (code) => {
      clearTimeout(timer);
      process.off('exit', endToo);
      resolve(code);
    });
  });
}
