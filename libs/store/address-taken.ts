/** An address is another person's, so nothing was kept. */
export class AddressTaken extends Error {
  constructor(
    /** Those of the addresses that somebody else has, as they were given. */
    readonly addresses: string[],
  ) {
    super('Another person has an address of this one.');
  }
}

/** What makes two spellings of an address the same. */
export function addressKey(address: string): string {
  return address.trim().toLowerCase();
}
