/** What the doctor looks at, in the order in which it tells. */
export const PARTS = [
  'configuration',
  'database',
  'migrations',
  'reader',
  'database clock',
  'restore',
  'Temporal',
  'namespace',
  'search attributes',
  'worker',
  'Temporal clock',
  'mail server',
  'papers',
  'uploads',
] as const;
export type Part = (typeof PARTS)[number];

/** One line of the doctor's answer. */
export interface Finding {
  part: Part;
  /** `unseen`: another finding hides it, or the server does not tell; nothing is known. */
  state: 'ok' | 'wrong' | 'away' | 'unseen';
  /** A sentence. */
  says: string;
  /** How to mend it; null where there is nothing to mend. */
  mend: string | null;
}

export const ok = (part: Part, says: string): Finding => ({ part, state: 'ok', says, mend: null });
export const wrong = (part: Part, says: string, mend: string): Finding => ({ part, state: 'wrong', says, mend });
export const away = (part: Part, says: string, mend: string): Finding => ({ part, state: 'away', says, mend });
export const unseen = (part: Part, says: string): Finding => ({ part, state: 'unseen', says, mend: null });
