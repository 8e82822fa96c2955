// Control characters, and the marks that turn the direction of text: in a name they could make a letter say
// something else than was written. Line ends are handled by the callers.
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const LINE_ENDS = /\r\n?|[\u2028\u2029]/gu;

/** Text on one line: no control characters, runs of white space are one space. Safe in a header. */
export function oneLine(text: string): string {
  return text.replace(LINE_ENDS, ' ').replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();
}

/** Text with its lines: no control characters, at most one empty line in a row. */
export function manyLines(text: string): string[] {
  const lines = text.replace(LINE_ENDS, '\n').replace(INVISIBLE, '').split('\n');
  const trimmed = lines.map((line) => line.replace(/[^\S\n]+/gu, ' ').trim());
  return trimmed
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
    .split('\n');
}

/** Chinese text with Latin names in it: a space between the two scripts, as Chinese typesetting has it. */
export function spaceScripts(text: string): string {
  return text.replace(/(\p{Script=Han})(?=[A-Za-zÀ-ɏ])/gu, '$1 ').replace(/([A-Za-zÀ-ɏ.])(?=\p{Script=Han})/gu, '$1 ');
}
