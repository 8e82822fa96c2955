import type { CSSProperties } from 'react';

const HIDDEN: CSSProperties & { msoHide: 'all' } = {
  display: 'none',
  overflow: 'hidden',
  maxHeight: 0,
  maxWidth: 0,
  opacity: 0,
  fontSize: '1px',
  lineHeight: '1px',
  // Outlook for Windows goes by a word of its own.
  msoHide: 'all',
};

/** So many places a list of mails shows at most beside the subject. */
const SHOWN = 110;

/**
 * What a list of mails shows beside the subject; the letter itself does not show it. It is filled up with spaces, or
 * the list would go on with the greeting.
 */
export function PreviewLine({ words }: { words: string }) {
  const filler = '\u00a0\u200c'.repeat(Math.max(0, SHOWN - Array.from(words).length));
  return <div aria-hidden="true" style={HIDDEN}>{`${words}${filler}`}</div>;
}
