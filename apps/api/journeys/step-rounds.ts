import { dayAt } from '@citypath/calendar';
import type { EvidenceAnswers, StepRound } from '@citypath/contracts';
import type { Fact, RuleContext, StepRef, TextRef } from '@citypath/journey';
import type { Paper } from '@citypath/store';
import { withPapers } from '../papers/papers-in-answers';
import type { Names } from './names';

/** The words behind references, as far as they were not erased. */
export type Words = ReadonlyMap<string, unknown>;

/** Every round of every step that was handed in, from the journal: what was handed in, and what became of it. */
export function roundsByStep(
  context: RuleContext,
  facts: readonly Fact[],
  words: Words,
  names: Names,
  papers: ReadonlyMap<string, Paper>,
): Map<StepRef, StepRound[]> {
  const rounds = new Map<StepRef, StepRound[]>();
  for (const fact of facts) {
    if (fact.kind === 'step-submitted') {
      const known = rounds.get(fact.step) ?? [];
      rounds.set(fact.step, [...known, handedIn(fact, words, names, papers)]);
    }
    const last = 'step' in fact ? rounds.get(fact.step)?.at(-1) : undefined;
    if (last?.outcome === 'waits-for-acceptance') decide(last, fact, context, words, names);
  }
  return rounds;
}

function handedIn(
  fact: Extract<Fact, { kind: 'step-submitted' }>,
  words: Words,
  names: Names,
  papers: ReadonlyMap<string, Paper>,
): StepRound {
  const { text } = fact.evidence;
  // What was stored had passed the schema of a submission.
  const answers = text === null ? null : ((words.get(text) ?? null) as EvidenceAnswers | null);
  return {
    round: fact.round,
    submittedOn: fact.submittedOn,
    submittedBy: names.person(fact.by),
    onBehalfOf: names.person(fact.onBehalfOf),
    inTime: fact.inTime,
    handedIn: answers && withPapers(answers, papers, names),
    waiver: fact.waiver
      ? {
          reason: wordsOf(words, fact.waiver.reason),
          proof: fact.waiver.proof === undefined ? null : wordsOf(words, fact.waiver.proof),
        }
      : null,
    outcome: 'waits-for-acceptance',
    decidedOn: null,
    decidedBy: null,
    comment: null,
  };
}

function decide(round: StepRound, fact: Fact, context: RuleContext, words: Words, names: Names): void {
  const outcome = outcomeOf(fact);
  if (outcome === null) return;
  round.outcome = outcome;
  round.decidedOn = dayAt(context.calendar, fact.recordedAt);
  round.decidedBy = names.person(fact.by);
  const ref = commentOf(fact);
  round.comment = ref === undefined ? null : wordsOf(words, ref);
}

function commentOf(fact: Fact): TextRef | undefined {
  if (fact.kind === 'step-waived') return fact.granted?.comment;
  return 'comment' in fact ? fact.comment : undefined;
}

function outcomeOf(fact: Fact): StepRound['outcome'] | null {
  switch (fact.kind) {
    case 'step-accepted':
      return 'accepted';
    case 'step-returned':
    case 'step-sent-back':
    case 'step-set-back':
      return 'returned';
    case 'step-waived':
      return fact.granted ? 'waived' : 'completed';
    case 'step-completed':
    case 'step-skipped':
      return 'completed';
    default:
      return null;
  }
}

/** A reason, comment or place; null when it was erased. */
export function wordsOf(words: Words, ref: string): string | null {
  const found = words.get(ref);
  return typeof found === 'string' ? found : null;
}
