/** Temporal's time-skipping server, in which the workflow stories let months pass in seconds. Only the tests need it. */

import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainFault, say, takingLong } from './say.mjs';
import { madeOnce } from './once.mjs';
import { checkout, userCache } from './places.mjs';
import { download, fetchText, platformNames } from './download.mjs';
import { run, versionOf } from './run.mjs';

const version = '1.38.0';

/** The path of an executable that serves on the port given as its only argument. */
export async function timeSkippingServer() {
  const folder = join(userCache, `temporal-test-server-${version}`);
  const program = join(folder, 'temporal-test-server');
  if (existsSync(folder) && !existsSync(program)) rmSync(folder, { recursive: true });
  await madeOnce(folder, 'fetching the time-skipping server', async (unfinished) => {
    try {
      await takingLong("Downloading Temporal's time-skipping server", 'about 40 MB', () => downloadServer(unfinished));
    } catch (fault) {
      say(`  the official download did not work (${fault.cause?.message ?? fault.message})`);
      await buildServer(unfinished);
    }
  });
  return program;
}

/** The release lists its files with their checksums ("sha256:…"). */
async function downloadServer(folder) {
  const { platform, arch } = platformNames();
  const release = JSON.parse(
    await fetchText(`https://api.github.com/repos/temporalio/sdk-java/releases/tags/v${version}`),
  );
  const names = [`${platform}_${arch}`, `${platform === 'darwin' ? 'macOS' : platform}_${arch}`];
  const asset = release.assets.find(({ name }) =>
    names.some((each) => name === `temporal-test-server_${version}_${each}.tar.gz`),
  );
  const sha256 = asset?.digest?.replace(/^sha256:/, '');
  if (!sha256) throw new Error(`the release has no file with a checksum for ${names[0]}`);
  const archive = join(folder, asset.name);
  await download(asset.browser_download_url, archive, sha256);
  await run('tar', ['-xzf', archive, '-C', folder, '--strip-components=1']);
  rmSync(archive);
  chmodSync(join(folder, 'temporal-test-server'), 0o755);
}

/** Collects the same server's jars with Maven, and a script that starts them. */
async function buildServer(folder) {
  const java = await versionOf('java', ['-version']);
  const maven = await versionOf('mvn', ['-version']);
  if (!java || !maven) {
    throw new PlainFault(
      `The tests need Temporal's time-skipping server, and it can be had only through Maven here: install a JDK (17 or newer) and Maven.`,
    );
  }
  mkdirSync(join(folder, 'maven'));
  cpSync(join(checkout, 'infra', 'temporal', 'time-skipping-server', 'pom.xml'), join(folder, 'maven', 'pom.xml'));
  await takingLong('Collecting it with Maven instead', 'once, under a minute', () =>
    run('mvn', ['-q', '-B', 'dependency:copy-dependencies', `-DoutputDirectory=${join(folder, 'lib')}`], {
      cwd: join(folder, 'maven'),
    }),
  );
  const script = join(folder, 'script.part');
  writeFileSync(script, startScript, { mode: 0o755 });
  renameSync(script, join(folder, 'temporal-test-server'));
}

/** `exec`: the SDK ends its direct child only, and that must be the server itself. */
const startScript = `#!/bin/sh
exec java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -cp "$(dirname "$0")/lib/*" io.temporal.testserver.TestServer "$@"
`;
