import type { JourneyState } from '@citypath/journey';

/** From each format that a run was ever given to today's. A new format adds a line; none is ever taken out. */
const upcasters: Partial<Record<number, (state: JourneyState) => JourneyState>> = {
  1: (state) => state,
};

/**
 * A state that a run was given, as today's rules read it.
 * @throws Error for a format of newer code, which then fails this task until the newer worker takes it
 */
export function upcastState(state: JourneyState): JourneyState {
  const upcast = upcasters[state.format];
  if (!upcast) throw new Error(`This worker cannot read a state of format ${state.format}.`);
  return upcast(state);
}
