/** A line of the table that a person reads. */
export interface Figure {
  what: string;
  figure: string;
  /** Null: printed for its own sake, nothing is promised. */
  target: string | null;
  met: boolean | null;
}

/** What a measurement hands to the bench when it is done. */
export interface Measured {
  figures: Figure[];
  /** Sentences below the table: how it was measured, what is left out. */
  notes: string[];
}

/** A figure that is promised to stay at or below a target. */
export function atMost(what: string, value: number, target: number, unit = ''): Figure {
  const suffix = unit === '' ? '' : ` ${unit}`;
  return { what, figure: `${rounded(value)}${suffix}`, target: `≤ ${target}${suffix}`, met: value <= target };
}

/** A figure for its own sake. */
export function plain(what: string, figure: string): Figure {
  return { what, figure, target: null, met: null };
}

/** The table, aligned. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [
    ['', 'figure', 'target', ''],
    ...figures.map(({ what, figure, target, met }) => [
      what,
      figure,
      target ?? '',
      met === null ? '' : met ? 'met' : 'MISSED',
    ]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The middle value. */
export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The value that so many per cent of the values do not exceed; between two values for an even count's middle. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = ((sorted.length - 1) * percent) / 100;
  const [below = NaN, above = below] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below + (above - below) * (place - Math.floor(place));
}

/** Three digits that matter. */
export function rounded(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(3)));
}
