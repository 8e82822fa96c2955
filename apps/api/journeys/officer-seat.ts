import type { ProgrammeDefinition, SeatKey } from '@citypath/journey';
import { ProblemError } from '../problems/problem-error';

/** The seat that the programme's appointment step fills. @throws ProblemError in a programme without one */
export function officerSeat(definition: ProgrammeDefinition): SeatKey {
  const seat = definition.steps.find(({ appoints }) => appoints !== undefined)?.appoints;
  if (seat === undefined) throw new ProblemError('seat-unknown');
  return seat;
}
