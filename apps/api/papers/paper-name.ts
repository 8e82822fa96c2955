import { ProblemError } from '../problems/problem-error';

/** Cannot be seen, or turns the direction of writing ("fdp.exe" shown as "exe.pdf"). */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;
const LONGEST = 150;

/**
 * The name of a file as it may be shown and sent: the last part of a path, without what cannot be seen, of one line.
 * It is never the name of a file of ours: those are called by their id.
 *
 * @throws ProblemError paper-name-unusable when nothing is left
 */
export function paperName(given: string): string {
  const last = given.toWellFormed().split(/[\\/]/).at(-1) ?? '';
  const seen = last
    .replace(UNSEEN, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const { stem, extension } = partsOf(seen);
  if (stem === '') throw new ProblemError('paper-name-unusable');
  const short = stem.slice(0, LONGEST).trimEnd().toWellFormed();
  return extension === '' ? short : `${short}.${extension}`;
}

/** What stands after the last dot, in lower case; '' when there is none. */
export function extensionOf(name: string): string {
  return partsOf(name).extension.toLowerCase();
}

function partsOf(name: string): { stem: string; extension: string } {
  const [, stem, extension] = /^(.*)\.([\p{L}\p{N}]{1,10})$/u.exec(name) ?? [];
  return stem === undefined ? { stem: name, extension: '' } : { stem, extension: extension ?? '' };
}
