import type { Command, CommandStamp } from '../command';
import { seatDefinition, type RuleContext } from '../rule-context';
import type { JourneyState } from '../state';
import { accepted, refused, refusedPastDay, type Answer } from './answer';

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>;

/** A person takes a seat that nobody holds. */
export function appoint(
  context: RuleContext,
  state: JourneyState,
  command: Of<'appoint'>,
  stamp: CommandStamp,
): Answer {
  const { seat, person, fromOn } = command;
  const wrong = refusedSeat(context, seat) ?? refusedPastDay(context, null, fromOn, stamp, '/fromOn');
  if (wrong) return wrong;
  const held = state.seats[seat];
  if (held?.holder === person) return refused('person-holds-seat-already', '/person', { seat });
  if (held && held.holder !== null) return refused('seat-occupied', '/seat', { seat });
  const liaison = command.liaison === undefined ? (held?.liaison ?? null) : command.liaison;
  return accepted({ kind: 'seat-appointed', seat, holder: person, liaison, happenedOn: fromOn, tell: true });
}

/** Everything open moves from the holder to a successor. */
export function handOver(
  context: RuleContext,
  state: JourneyState,
  command: Of<'hand-over'>,
  stamp: CommandStamp,
): Answer {
  const { seat, person, fromOn } = command;
  const wrong = refusedSeat(context, seat) ?? refusedPastDay(context, null, fromOn, stamp, '/fromOn');
  if (wrong) return wrong;
  const from = state.seats[seat]?.holder ?? null;
  if (from === null) return refused('seat-vacant', '/seat', { seat });
  if (from === person) return refused('person-holds-seat-already', '/person', { seat });
  return accepted({ kind: 'seat-handed-over', seat, from, holder: person, happenedOn: fromOn });
}

/** The holder leaves and nobody follows yet. */
export function vacate(context: RuleContext, state: JourneyState, command: Of<'vacate'>, stamp: CommandStamp): Answer {
  const { seat, on } = command;
  const wrong = refusedSeat(context, seat) ?? refusedPastDay(context, null, on, stamp, '/on');
  if (wrong) return wrong;
  const from = state.seats[seat]?.holder ?? null;
  if (from === null) return refused('seat-vacant', '/seat', { seat });
  return accepted({ kind: 'seat-vacated', seat, from, happenedOn: on });
}

/** Names the person who does the office work of a seat, or takes the name back. */
export function nameLiaison(context: RuleContext, state: JourneyState, command: Of<'name-liaison'>): Answer {
  const { seat, person } = command;
  const wrong = refusedSeat(context, seat);
  if (wrong) return wrong;
  const previous = state.seats[seat]?.liaison ?? null;
  if (previous === person) return refused('person-holds-seat-already', '/person', { seat });
  return accepted({ kind: 'liaison-named', seat, liaison: person, previous });
}

function refusedSeat(context: RuleContext, seat: string): Answer | null {
  const definition = seatDefinition(context.definition, seat);
  if (!definition) return refused('seat-unknown', '/seat', { seat });
  return definition.of === 'city' ? null : refused('seat-not-of-city', '/seat', { seat });
}
