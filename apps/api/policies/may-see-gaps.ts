import type { ProgrammeDefinition } from '@citypath/journey';
import type { Reader } from '../session/reader';
import { runsProgramme } from './programme-seats';

/** Whoever runs a programme is told who cannot be reached in it; of colleagues nobody else is told that. */
export function maySeeGaps(reader: Reader, definition: ProgrammeDefinition): boolean {
  return reader.administrator || runsProgramme(reader, definition);
}
