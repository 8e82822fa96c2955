/** Builds what is out of date: the services and libraries, the bundle of workflows, the web page. */

import { join } from 'node:path';
import { takingLong } from './say.mjs';
import { locked, onlyWhenChanged } from './once.mjs';
import { fingerprintOf } from './fingerprint.mjs';
import { buildNotes, checkout } from './places.mjs';
import { run } from './run.mjs';

const at = (...path) => join(checkout, ...path);

/** Each has what it is made of, a file that exists once it is made, and the tool that makes it. */
const parts = [
  {
    name: 'services',
    what: 'Building the services',
    howLong: 'up to 30 s',
    inputs: ['tsconfig.json', 'libs', 'workflows', 'apps', 'infra/local', 'test'],
    leaveOut: ['web', 'histories'],
    output: 'infra/local/dist/up.js',
    make: (node) => run(node, [at('node_modules/typescript/bin/tsc'), '-b']),
  },
  {
    name: 'workflow-bundle',
    what: 'Bundling the workflows',
    howLong: 'up to 20 s',
    inputs: ['apps/worker/build-bundle.ts', 'libs/calendar', 'libs/journey', 'workflows'],
    output: 'workflows/dist/bundle.js',
    make: (node) => run(node, [at('apps/worker/dist/build-bundle.js')]),
  },
  {
    name: 'web-page',
    what: 'Building the web page',
    howLong: 'up to 30 s',
    inputs: ['apps/web', 'libs/calendar', 'libs/contracts', 'libs/journey'],
    output: 'apps/web/dist/index.html',
    make: (node) =>
      run(node, [at('node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], { cwd: at('apps/web') }),
  },
];

/** Builds everything whose inputs changed, under the given Node. Two starts at once do not both build. */
export function ensureBuilt(node) {
  return locked(at('.data', 'build.lock'), 'building', async () => {
    for (const part of parts) await ensurePart(node, part);
  });
}

function ensurePart(node, { name, what, howLong, inputs, leaveOut = [], output, make }) {
  const paths = ['package-lock.json', ...inputs].map((path) => at(path));
  const fingerprint = fingerprintOf(paths, ['node_modules', 'dist', ...leaveOut]);
  return onlyWhenChanged({ notes: buildNotes, name, fingerprint, output: at(output) }, () =>
    takingLong(what, howLong, () => make(node)),
  );
}
