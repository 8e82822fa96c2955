import type { ProgrammeDefinition } from '@citypath/journey';
import type { Reader } from '../session/reader';
import { holdsProgrammeSeat, MANAGER, runsProgramme } from './programme-seats';

/** Whoever runs a programme reads its letters; everybody else reads their own. */
export function mayReadLetters(reader: Reader, definition: ProgrammeDefinition): boolean {
  return reader.administrator || runsProgramme(reader, definition);
}

/** The manager of the programme sends its letters at once, and skips them; so do administrators. */
export function mayKeepLetters(reader: Reader, programme: string): boolean {
  return reader.administrator || holdsProgrammeSeat(reader, programme, MANAGER);
}
