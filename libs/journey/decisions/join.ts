import type { CommandStamp, JoinCommand } from '../command';
import type { FactBody } from '../fact';
import { seatDefinition, stepDefinition, type RuleContext } from '../rule-context';
import type { JourneyState } from '../state';
import { accepted, refused, refusedPastDay, type Answer } from './answer';

/** A city joins, or a running city is taken over with what it has done, known or not. */
export function join(context: RuleContext, state: JourneyState, command: JoinCommand, stamp: CommandStamp): Answer {
  if (state.status !== 'unborn') return refused('journey-already-joined');
  const joined = refusedPastDay(context, null, command.joinedOn, stamp, '/joinedOn');
  if (joined) return joined;
  const facts: FactBody[] = [
    {
      kind: 'joined',
      city: command.city,
      programme: command.programme,
      definitionHash: command.definitionHash,
      calendarHash: command.calendarHash,
      takeover: command.takeover,
      ...(command.demonstration ? { demonstration: true } : {}),
      happenedOn: command.joinedOn,
    },
  ];
  for (const [index, { seat, person, liaison, fromOn }] of command.seats.entries()) {
    const field = `/seats/${index}`;
    const definition = seatDefinition(context.definition, seat);
    if (!definition) return refused('seat-unknown', `${field}/seat`, { seat });
    if (definition.of !== 'city') return refused('seat-not-of-city', `${field}/seat`, { seat });
    if (command.seats.findIndex((other) => other.seat === seat) !== index)
      return refused('seat-occupied', `${field}/seat`, { seat });
    const from = refusedPastDay(context, null, fromOn, stamp, `${field}/fromOn`);
    if (from) return from;
    facts.push({
      kind: 'seat-appointed',
      seat,
      holder: person,
      liaison: liaison ?? null,
      happenedOn: fromOn,
      tell: false,
    });
  }
  for (const [index, { step, happenedOn, presumed, items, reason }] of command.done.entries()) {
    const field = `/done/${index}`;
    const definition = stepDefinition(context.definition, step);
    if (!definition || definition.repeats || definition.perItem || definition.key !== step) {
      return refused('step-unknown', `${field}/step`, { step });
    }
    if (command.done.findIndex((other) => other.step === step) !== index)
      return refused('step-already-settled', `${field}/step`, { step });
    const happened = refusedPastDay(context, command.joinedOn, happenedOn, stamp, `${field}/happenedOn`);
    if (happened) return happened;
    facts.push({
      kind: 'step-completed',
      step,
      happenedOn,
      presumed: presumed ?? false,
      ...(items ? { items } : {}),
      ...(reason === undefined ? {} : { reason }),
    });
  }
  return accepted(...facts);
}
