/** Prints the outcome of an act: as JSON for scripts where that was asked for, else in words. */
export type Tell = (outcome: object, words: string) => void;
