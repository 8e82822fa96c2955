import { PARTS, type Finding } from './finding';

const SIGNS: Record<Finding['state'], string> = { ok: 'ok', wrong: 'WRONG', away: 'AWAY', unseen: '?' };
const SIGN_WIDTH = Math.max(...Object.values(SIGNS).map(({ length }) => length));
const PART_WIDTH = Math.max(...PARTS.map(({ length }) => length));

/** A line for each finding, with how to mend it below, and one that sums up. */
export function inWords(findings: readonly Finding[]): string {
  const lines = findings.flatMap(({ part, state, says, mend }) => [
    `${SIGNS[state].padEnd(SIGN_WIDTH)}  ${part.padEnd(PART_WIDTH)}  ${says}`,
    ...(mend === null ? [] : [`${' '.repeat(SIGN_WIDTH + PART_WIDTH + 4)}→ ${mend}`]),
  ]);
  const ill = findings.filter(({ state }) => state !== 'ok' && state !== 'unseen').length;
  const sum = ill === 0 ? 'All is well.' : ill === 1 ? 'One part needs you.' : `${ill} parts need you.`;
  return [...lines, sum].join('\n');
}
