import type { DraftAnswers } from '@citypath/contracts';

/** What this browser keeps of a form, until the api has it too. */
export interface BrowserCopy {
  /** The version on the server that it goes on from. */
  basedOn: number;
  answers: DraftAnswers;
}

const prefix = 'citypath-draft';

/** A draft belongs to a person (two may share a browser), a step and its round. */
export function copyKey(person: string, href: string, round: number): string {
  return [prefix, person, href, round].join('|');
}

export function readCopy(key: string): BrowserCopy | null {
  try {
    const kept = localStorage.getItem(key);
    return kept === null ? null : (JSON.parse(kept) as BrowserCopy);
  } catch {
    return null;
  }
}

export function keepCopy(key: string, copy: BrowserCopy): void {
  try {
    localStorage.setItem(key, JSON.stringify(copy));
  } catch {
    // A browser that keeps nothing, or is full: the server's draft is what there is.
  }
}

export function forgetCopy(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
