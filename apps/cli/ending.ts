import { ConfigError } from '@citypath/runtime';
import { CommanderError } from 'commander';
import { PartAway } from './part-away';

/** How the process ends: its exit code, and the sentence for standard error (null: all is said). */
export interface Ending {
  exitCode: number;
  sentence: string | null;
}

/** 0 did what was asked; 1 could not; 2 was asked wrongly or configured badly; 3 a part is away: try again later. */
export function endingOf(error: unknown): Ending {
  // Commander has printed its own complaint, or the help that was asked for.
  if (error instanceof CommanderError) return { exitCode: error.exitCode === 0 ? 0 : 2, sentence: null };
  if (error instanceof ConfigError) return { exitCode: 2, sentence: error.message };
  if (error instanceof PartAway) return { exitCode: 3, sentence: error.message };
  return { exitCode: 1, sentence: error instanceof Error ? error.message : String(error) };
}
