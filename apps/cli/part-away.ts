/** A part of the house that the act needs is not there, or does not let us in. */
export class PartAway extends Error {
  constructor(part: string, cause: unknown) {
    super(`${part} cannot be reached: ${cause instanceof Error ? cause.message : 'no reason given'}.`, { cause });
    this.name = 'PartAway';
  }
}
