/** Downloads with a checksum. Behind a closed door (no internet) each attempt gives up within a few seconds. */

import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';

const connectWithinMs = 6_000;

/** Fetches a small text, or throws when the host does not answer soon. */
export async function fetchText(url) {
  const response = await fetch(url, {
    signal: AbortSignal.timeout(connectWithinMs),
    headers: { 'user-agent': 'citypath' },
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.text();
}

/**
 * Downloads `url` into `file` and compares its SHA-256 (hexadecimal) with the expected one; throws when they differ.
 * Only the wait for an answer is short: the body may take as long as it needs.
 */
export async function download(url, file, sha256) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(new Error(`${url} did not answer`)), connectWithinMs);
  const response = await fetch(url, { signal: patience.signal, headers: { 'user-agent': 'citypath' } });
  clearTimeout(timer);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const body = Buffer.from(await response.arrayBuffer());
  const found = createHash('sha256').update(body).digest('hex');
  if (found !== sha256) throw new Error(`${url} has the checksum ${found}, expected was ${sha256}`);
  writeFileSync(file, body);
}

/** Names of this machine as release files use them: linux or darwin, amd64 or arm64. */
export function platformNames() {
  return { platform: process.platform, arch: process.arch === 'x64' ? 'amd64' : process.arch };
}
