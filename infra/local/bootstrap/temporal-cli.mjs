/** Temporal's command line, which brings the dev server. */

import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PlainFault, say, takingLong } from './say.mjs';
import { madeOnce } from './once.mjs';
import { checkout, userCache } from './places.mjs';
import { download, fetchText, platformNames } from './download.mjs';
import { run, versionOf } from './run.mjs';

const version = '1.8.2';
/** Tried with this one; older ones lack flags that we start it with. */
const oldestCli = [1, 8, 0];
const oldestGo = [1, 26, 4];

/**
 * The program to start a dev server with: `temporal` on the PATH, else our copy in the user's cache, which comes from
 * the official download or, where that cannot be reached, is built from its Go modules.
 */
export async function temporalCli() {
  const onPath = /version (\d+\.\d+\.\d+)/.exec((await versionOf('temporal', ['--version'])) ?? '')?.[1];
  if (onPath && compare(numbersOf(onPath), oldestCli) >= 0) return { program: 'temporal', version: onPath };
  if (onPath)
    say(`The temporal on the PATH is ${onPath}, older than ${oldestCli.join('.')}: taking a copy of our own.`);
  const folder = join(userCache, `temporal-${version}`);
  const program = join(folder, 'temporal');
  if (existsSync(folder) && !existsSync(program)) rmSync(folder, { recursive: true });
  await madeOnce(folder, "fetching Temporal's command line", async (unfinished) => {
    try {
      await takingLong(`Downloading Temporal ${version}`, 'about 60 MB', () => downloadCli(unfinished));
    } catch (fault) {
      say(`  the official download did not work (${fault.cause?.message ?? fault.message})`);
      await buildCli(unfinished);
    }
  });
  return { program, version };
}

/** The archive's checksum stands in `checksums.txt` of the release. */
async function downloadCli(folder) {
  const { platform, arch } = platformNames();
  const archive = `temporal_cli_${version}_${platform}_${arch}.tar.gz`;
  const sums = await fetchText(`https://github.com/temporalio/cli/releases/download/v${version}/checksums.txt`);
  const sha256 = sums
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .find(([, name]) => name === archive)?.[0];
  if (!sha256) throw new Error(`the release has no ${archive}`);
  const file = join(folder, archive);
  await download(`https://temporal.download/cli/archive/v${version}?platform=${platform}&arch=${arch}`, file, sha256);
  await run('tar', ['-xzf', file, '-C', folder, 'temporal']);
  rmSync(file);
  chmodSync(join(folder, 'temporal'), 0o755);
}

async function buildCli(folder) {
  await requireGo();
  const flags = `-s -w -X github.com/temporalio/cli/internal/temporalcli.Version=${version}`;
  const unfinished = join(folder, 'temporal.part');
  await takingLong(
    `Building Temporal ${version} from its Go modules instead`,
    'once, about 8 minutes on two cores',
    () =>
      // -mod=readonly: the build must never rewrite the committed go.mod and go.sum.
      run(
        'go',
        ['build', '-mod=readonly', '-ldflags', flags, '-o', unfinished, 'github.com/temporalio/cli/cmd/temporal'],
        {
          cwd: join(checkout, 'infra', 'temporal', 'dev-server'),
          env: { ...process.env, CGO_ENABLED: '0' },
        },
      ),
  );
  renameSync(unfinished, join(folder, 'temporal'));
}

async function requireGo() {
  const found = await versionOf('go', ['version']);
  const number = /go(\d+)\.(\d+)(?:\.(\d+))?/
    .exec(found ?? '')
    ?.slice(1)
    .map((part) => Number(part ?? 0));
  const newEnough = number && compare(number, oldestGo) >= 0;
  if (newEnough) return;
  throw new PlainFault(
    `Temporal's server is missing: put \`temporal\` on the PATH (https://docs.temporal.io/cli), or install Go ${oldestGo.join('.')} ` +
      `or newer so that it can be built here${found ? ` (found: ${found})` : ''}, or set TEMPORAL_ADDRESS to a running server.`,
  );
}

function numbersOf(version) {
  return version.split('.').map(Number);
}

function compare(left, right) {
  const index = left.findIndex((part, position) => part !== right[position]);
  return index < 0 ? 0 : left[index] - right[index];
}
