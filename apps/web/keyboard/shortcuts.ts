/** What single keys and pairs of keys ask for. */
export type Shortcut = 'search' | 'help' | 'board' | 'today' | 'letters' | 'next-line' | 'line-before' | 'act';

const singles: Record<string, Shortcut> = {
  '/': 'search',
  '?': 'help',
  j: 'next-line',
  k: 'line-before',
  a: 'act',
};
const afterG: Record<string, Shortcut> = { b: 'board', t: 'today', l: 'letters' };

/** The second key of a pair comes within so long. */
const pairMs = 1_500;

export interface KeyPressed {
  key: string;
  /** With Ctrl, Alt or Meta: the browser's or the system's. */
  modified: boolean;
  /** While something is being written. */
  writing: boolean;
  atMs: number;
}

/** What is remembered between two keys: when `g` was pressed. */
export type Pending = { gAtMs: number } | null;

/**
 * Reads one key.
 * @returns what it asks for, if anything, and what to remember until the next one
 */
export function readKey(pressed: KeyPressed, pending: Pending): { shortcut: Shortcut | null; pending: Pending } {
  if (pressed.modified || pressed.writing) return { shortcut: null, pending: null };
  if (pending && pressed.atMs - pending.gAtMs <= pairMs)
    return { shortcut: afterG[pressed.key] ?? null, pending: null };
  if (pressed.key === 'g') return { shortcut: null, pending: { gAtMs: pressed.atMs } };
  return { shortcut: singles[pressed.key] ?? null, pending: null };
}
