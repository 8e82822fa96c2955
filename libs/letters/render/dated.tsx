import { Fragment } from 'react';
import { STYLE } from './letter-style';

// 'Mon 26 Oct 2026', '2026年10月26日（周一）', either without its year; '（周一，暂定）'.
const DATE =
  /((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2} [A-Z][a-z]{2}(?: \d{4})?(?!\w)|(?:\d{4}年)?\d{1,2}月\d{1,2}日（周[一二三四五六日](?:，暂定)?）)/;

interface DatedProps {
  text: string;
  /** The dates are what the sentence is about. */
  stressed?: boolean;
}

/** What no line may begin with: a dot, or the days of a number. */
const BROUGHT_ALONG = / (?=· )|(?<=\d) (?=working day)/g;

/** Text whose dates stay on one line each. */
export function Dated({ text, stressed = false }: DatedProps) {
  const parts = text.replaceAll(BROUGHT_ALONG, '\u00a0').split(DATE);
  // Split by a pattern in brackets: text and dates in turn.
  return parts.map((part, position) => {
    if (position % 2 === 0) return <Fragment key={position}>{part}</Fragment>;
    return stressed ? (
      <strong key={position} style={STYLE.leadDate}>
        {part}
      </strong>
    ) : (
      <span key={position} style={STYLE.date}>
        {part}
      </span>
    );
  });
}
