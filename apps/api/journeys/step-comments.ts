import { dayAt } from '@citypath/calendar';
import type { StepComment } from '@citypath/contracts';
import type { Fact, StepRef } from '@citypath/journey';
import { actingSeats } from '../policies/programme-seats';
import type { Reader } from '../session/reader';
import type { KnownJourney } from './journey-reader';
import type { Names } from './names';
import { wordsOf, type Words } from './step-rounds';

/**
 * What was said about each step, in order of time.
 * @param facts only those that the reader may see: see `seenBy`
 */
export function commentsByStep(
  journey: KnownJourney,
  facts: readonly Fact[],
  words: Words,
  names: Names,
  reader: Reader,
): Map<StepRef, StepComment[]> {
  const { context, state } = journey;
  const open = state.questions ?? [];
  const own = new Set(actingSeats(reader, context.definition));
  for (const [seat, { holder, liaison }] of Object.entries(state.seats))
    if (holder === reader.person || liaison === reader.person) own.add(seat);
  const comments = new Map<StepRef, StepComment[]>();
  for (const fact of facts) {
    if (fact.kind !== 'step-commented') continue;
    const isOpen = (seat: string) => open.some((question) => question.seq === fact.seq && question.to.seat === seat);
    const comment: StepComment = {
      seq: fact.seq,
      saidOn: dayAt(context.calendar, fact.recordedAt),
      by: names.person(fact.by),
      audience: fact.audience,
      words: wordsOf(words, fact.comment),
      asked: fact.to.map((to) => ({ party: names.party(to), answered: !isOpen(to.seat) })),
      waitsForReader: fact.to.some(({ seat }) => isOpen(seat) && own.has(seat)),
    };
    comments.set(fact.step, [...(comments.get(fact.step) ?? []), comment]);
  }
  return comments;
}
