/** Kept for this tab: the letter is read elsewhere, and a phone may have forgotten the page meanwhile. */
const storageKey = 'citypath-asked-letter';

export interface AskedLetter {
  address: string;
  askedAtMs: number;
}

export function keepAskedLetter(letter: AskedLetter | null): void {
  try {
    if (letter === null) sessionStorage.removeItem(storageKey);
    else sessionStorage.setItem(storageKey, JSON.stringify(letter));
  } catch {
    // It is known as long as the page stays open.
  }
}

export function keptAskedLetter(): AskedLetter | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(storageKey) ?? 'null') as Partial<AskedLetter> | null;
    return typeof kept?.address === 'string' && typeof kept.askedAtMs === 'number'
      ? { address: kept.address, askedAtMs: kept.askedAtMs }
      : null;
  } catch {
    return null;
  }
}
