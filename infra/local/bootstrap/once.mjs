/** Doing things once, also when two terminals start at the same moment, and also when one of them was killed half-way. */

import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync, linkSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive, markOf } from './alive.mjs';
import { say } from './say.mjs';

const lookAgainMs = 500;

/**
 * Holds the lock `path` while `work` runs; waits while another living process holds it. The lock is a file that
 * names the holder: one left by a process that is no more is taken over.
 */
export async function locked(path, what, work) {
  mkdirSync(dirname(path), { recursive: true });
  let told = false;
  while (!take(path)) {
    if (!told) say(`Another start is busy with ${what}; waiting for it …`);
    told = true;
    await pause(lookAgainMs);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

/**
 * Makes the folder `folder` by letting `make` fill a neighbour of it, which is then renamed in one step: a folder that
 * exists is complete. Gives the folder.
 */
export async function madeOnce(folder, what, make) {
  if (existsSync(folder)) return folder;
  return locked(`${folder}.lock`, what, async () => {
    if (existsSync(folder)) return folder;
    const unfinished = `${folder}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true });
    await make(unfinished);
    renameSync(unfinished, folder);
    return folder;
  });
}

/**
 * Does `work` unless `output` exists and was made for the same `fingerprint`; remembers that in the folder `notes`.
 * Tells whether there was anything to do.
 */
export async function onlyWhenChanged({ notes, name, fingerprint, output }, work) {
  const note = join(notes, name);
  if (existsSync(output) && existsSync(note) && readFileSync(note, 'utf8') === fingerprint) return false;
  await work();
  mkdirSync(notes, { recursive: true });
  writeFileSync(`${note}.new`, fingerprint);
  renameSync(`${note}.new`, note);
  return true;
}

/** Linking a complete file is atomic; creating one and then writing the id into it would not be. */
function take(path) {
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, markOf(process.pid));
  try {
    linkSync(mine, path);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(mine, { force: true });
  }
  return removeIfStale(path) && take(path);
}

/** Removes a lock whose holder has gone. It is looked at again once it is aside: another start may have been faster. */
function removeIfStale(path) {
  try {
    const holder = readFileSync(path, 'utf8');
    if (isAlive(holder)) return false;
    const aside = `${path}.${process.pid}.stale`;
    renameSync(path, aside);
    if (readFileSync(aside, 'utf8') !== holder) {
      renameSync(aside, path);
      return false;
    }
    rmSync(aside);
    return true;
  } catch (error) {
    // Released or removed in between: try again.
    if (error.code === 'ENOENT') return true;
    throw error;
  }
}
