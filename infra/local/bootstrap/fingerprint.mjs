/** Whether something has changed since it was last built. */

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { checkout } from './places.mjs';

/** One hash over the contents of files and folders (walked in order; `leaveOut` names folders not to enter). */
export function fingerprintOf(paths, leaveOut = ['node_modules', 'dist']) {
  const hash = createHash('sha256');
  for (const path of paths) add(hash, path, leaveOut);
  return hash.digest('hex');
}

function add(hash, path, leaveOut) {
  if (!existsSync(path)) return;
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) {
      if (!leaveOut.includes(name)) add(hash, join(path, name), leaveOut);
    }
    return;
  }
  hash
    .update(`${relative(checkout, path)}\0`)
    .update(readFileSync(path))
    .update('\0');
}
