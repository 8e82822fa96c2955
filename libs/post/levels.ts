import type { LetterKind } from '@citypath/journey';
import type { LetterAtHand } from './letter-at-hand';

/** Letters of which a newer one says all that an older one did: each list is one ladder. */
const LADDERS: LetterKind[][] = [['step-opened', 'reminder', 'overdue'], ['to-accept'], ['escalation']];

/**
 * Of several levels about one step for one seat only the newest goes: after an outage, or a night, somebody reads one
 * letter and not the whole ladder.
 * @returns the letter that says it, by the id of each that does not go
 */
export function mergedLevels(letters: readonly LetterAtHand[]): Map<string, string> {
  const into = new Map<string, string>();
  for (const levels of Map.groupBy(letters, ladderOf).values()) {
    if (ladderOf(levels[0]) === null) continue;
    const newest = levels.reduce((a, b) => (a.seq > b.seq ? a : b));
    for (const { id } of levels) if (id !== newest.id) into.set(id, newest.id);
  }
  return into;
}

/** What a letter is a level of; null: of nothing. */
function ladderOf(letter: LetterAtHand | undefined): string | null {
  if (letter === undefined || letter.step === null) return null;
  const ladder = LADDERS.findIndex((kinds) => kinds.includes(letter.kind));
  // Opened again it says why, and no reminder does.
  const reopened = letter.kind === 'step-opened' && letter.round > 1;
  if (ladder < 0 || reopened) return null;
  return JSON.stringify([letter.journeyId, letter.step, letter.round, letter.seat, letter.holder, ladder]);
}
