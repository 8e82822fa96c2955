import type { ColumnOptions } from 'typeorm';
import type { Instant } from '../types';

/** Options of a timestamptz column that is read as an instant; the driver's Date never leaves this room. */
export const instantColumn: ColumnOptions = {
  type: 'timestamptz',
  transformer: {
    to: (value: Instant | null) => value,
    from: (value: Date | null) => value?.toISOString() ?? null,
  },
};
