/** So long may an act be taken back. */
export const UNDO_MS = 24 * 60 * 60 * 1000;
