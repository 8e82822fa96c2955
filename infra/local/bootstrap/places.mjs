/** Where things lie: the checkout, and the cache that all checkouts of one user share. */

import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the checkout. */
export const checkout = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/** What is fetched or built once a user: Node, Temporal's servers. */
export const userCache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'citypath');

/** The checkout's own notes about what was built from what. */
export const buildNotes = join(checkout, 'node_modules', '.citypath');
