import type { Fact, ProgrammeDefinition } from '@citypath/journey';
import type { Reader } from '../session/reader';
import { runsProgramme } from './programme-seats';

/** Whether a person may read and write what is said for the programme only. */
export function isOfProgramme(reader: Reader, definition: ProgrammeDefinition): boolean {
  return reader.administrator || runsProgramme(reader, definition);
}

/** The facts that a reader may be told of: what is said for the programme only is for those who run it. */
export function seenBy(reader: Reader, definition: ProgrammeDefinition, facts: readonly Fact[]): Fact[] {
  if (isOfProgramme(reader, definition)) return [...facts];
  return facts.filter((fact) => fact.kind !== 'step-commented' || fact.audience === 'everyone');
}
