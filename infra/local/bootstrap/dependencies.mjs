/** The packages of the project, installed when the lock file changed. */

import { join } from 'node:path';
import { takingLong } from './say.mjs';
import { locked, onlyWhenChanged } from './once.mjs';
import { fingerprintOf } from './fingerprint.mjs';
import { buildNotes, checkout } from './places.mjs';
import { runNpm } from './run.mjs';

/** Runs `npm ci` under the given Node unless node_modules was installed from this very lock file. */
export function ensureDependencies(node) {
  const installed = {
    // Lies in node_modules: npm ci empties that folder, and with it the note about what was installed.
    notes: buildNotes,
    name: 'installed-from',
    fingerprint: fingerprintOf([join(checkout, 'package-lock.json')]),
    output: join(checkout, 'node_modules'),
  };
  return locked(join(checkout, '.data', 'npm-ci.lock'), 'installing packages', () =>
    onlyWhenChanged(installed, () => takingLong('Installing packages', 'a minute or two', () => runNpm(node, ['ci']))),
  );
}
