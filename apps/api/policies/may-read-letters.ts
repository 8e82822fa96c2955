import type { ProgrammeDefinition } from '@citypath/journey';
import type { Reader } from '../session/reader';
import { runsProgramme } from './programme-seats';

/** Whoever runs a programme reads its letters; everybody else reads their own. */
export function mayReadLetters(reader: Reader, definition: ProgrammeDefinition): boolean {
  return reader.administrator || runsProgramme(reader, definition);
}
