import type { Reader } from '../session/reader';
import { holdsProgrammeSeat } from './may-act';

/** Whoever runs a programme reads its letters; everybody else reads their own. */
export function mayReadLetters(reader: Reader, programme: string): boolean {
  return reader.administrator || holdsProgrammeSeat(reader, programme);
}
