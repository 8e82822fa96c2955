import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { letterSeen } from '../api/letters-by-hand';

/**
 * Who comes by the link of a letter has got it: tells the api, and takes the letter out of the address. A GET alone
 * says nothing: scanners of mail follow links.
 */
export function useLetterSeen(signedIn: boolean): void {
  const [search, setSearch] = useSearchParams();
  const letter = search.get('letter');
  useEffect(() => {
    if (letter === null || !signedIn) return;
    // Only the ledger gains by it: the reader is not told when it fails.
    letterSeen(letter).catch(() => undefined);
    setSearch(
      (before) => {
        const rest = new URLSearchParams(before);
        rest.delete('letter');
        return rest;
      },
      { replace: true },
    );
  }, [letter, signedIn, setSearch]);
}
