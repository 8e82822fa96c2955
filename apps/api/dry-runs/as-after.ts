import type { KnownJourney } from '../journeys/journey-reader';

/** The journey as it stands after an act. */
export function asAfter(
  row: KnownJourney['row'],
  { context, state }: Pick<KnownJourney, 'context' | 'state'>,
): KnownJourney {
  return { row: { ...row, definitionHash: state.definitionHash }, context, state };
}
