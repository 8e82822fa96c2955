import type { CommandStamp, CommentCommand } from '../command';
import type { Addressee } from '../addressee';
import type { PersonId } from '../ids';
import { seatDefinition, type RuleContext } from '../rule-context';
import type { JourneyState } from '../state';
import { accepted, findStep, isFound, refused, type Answer } from './answer';

/** So many questions may wait for an answer in one journey: they are carried in its state. */
const MOST_QUESTIONS = 60;

/** Somebody says something about a step, whatever its state, and may ask people about it. */
export function comment(
  context: RuleContext,
  state: JourneyState,
  command: CommentCommand,
  stamp: CommandStamp,
): Answer {
  const found = findStep(context, state, command.step);
  if (!isFound(found)) return found;
  const { audience, mentions, as } = command;
  const { ref } = found.step;
  const questions = state.questions ?? [];
  const answers = questions
    .filter(({ step, to }) => step === ref && (as.includes(to.seat) || sitsIn(state, to.seat, stamp.by)))
    .map(({ seq, to }) => ({ seq, seat: to.seat }));
  for (const mention of mentions) {
    if (!isInSeat(context, state, mention)) return refused('mention-not-in-seat', '/mentions', { seat: mention.seat });
    if (audience === 'programme' && seatDefinition(context.definition, mention.seat)?.of !== 'programme')
      return refused('mention-not-of-programme', '/mentions', { seat: mention.seat });
  }
  if (questions.length - answers.length + mentions.length > MOST_QUESTIONS)
    return refused('questions-too-many', '/mentions', { most: MOST_QUESTIONS });
  return accepted({ kind: 'step-commented', step: ref, comment: command.comment, audience, to: mentions, answers });
}

/** Of a programme's seat only that it exists and acts: who holds it is a people's record. */
function isInSeat(context: RuleContext, state: JourneyState, { seat, holder }: Addressee): boolean {
  const definition = seatDefinition(context.definition, seat);
  if (!definition || definition.readOnly) return false;
  return definition.of === 'programme' ? holder === null : holder !== null && sitsIn(state, seat, holder);
}

function sitsIn(state: JourneyState, seat: string, person: PersonId | null): boolean {
  const held = state.seats[seat];
  return person !== null && (held?.holder === person || held?.liaison === person);
}
