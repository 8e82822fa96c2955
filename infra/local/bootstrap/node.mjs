/** The Node that the project runs on: this one when it is new enough, else one fetched from the package registry. */

import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { takingLong } from './say.mjs';
import { madeOnce } from './once.mjs';
import { userCache } from './places.mjs';
import { runNpm } from './run.mjs';

const wanted = '24.21.0';
const oldest = [24, 9];

/**
 * The package's own install script brings the binary. A stricter npm runs it only when a manifest names it: npm 11.19
 * takes no such word on the command line.
 */
const manifest = { private: true, dependencies: { node: wanted }, allowScripts: { node: true } };

/** The path of a Node that is new enough (≥ 24.9, an even major as far as we know). Fetches one when need be. */
export async function suitableNode() {
  if (isSuitable(process.versions.node)) return process.execPath;
  const folder = join(userCache, `node-${wanted}`);
  await madeOnce(folder, 'fetching Node', (unfinished) =>
    takingLong(`This Node is ${process.versions.node}; fetching Node ${wanted}`, 'about 10 s', () => {
      writeFileSync(join(unfinished, 'package.json'), JSON.stringify(manifest));
      return runNpm(process.execPath, ['install', '--prefix', unfinished, '--no-package-lock']);
    }),
  );
  return nodeIn(folder);
}

function isSuitable(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}

function nodeIn(folder) {
  const path = join(folder, 'node_modules', 'node', 'bin', 'node');
  if (!existsSync(path)) throw new Error(`${folder} holds no Node: remove it and start again.`);
  return path;
}
