import type { Fact, TextRef } from '@citypath/journey';

/** Every text that a fact refers to: reasons, comments, places, answers. */
export function textRefsOf(fact: Fact): TextRef[] {
  const refs: (TextRef | null | undefined)[] = [wordsRefOf(fact)];
  if (fact.kind === 'step-submitted') refs.push(fact.evidence.text, fact.waiver?.proof);
  if (fact.kind === 'held') refs.push(fact.awaiting);
  if ('words' in fact) refs.push(fact.words);
  if ('note' in fact) refs.push(fact.note);
  if (fact.kind === 'step-waived') refs.push(fact.proof, fact.reason);
  return refs.filter((ref): ref is TextRef => typeof ref === 'string');
}

/** The words that stand beside the fact's sentence: its reason, comment or place. */
export function wordsRefOf(fact: Fact): TextRef | null {
  if (fact.kind === 'step-submitted') return fact.waiver?.reason ?? null;
  // The reason was told when the waiver was asked for.
  if (fact.kind === 'step-waived' && fact.granted) return fact.granted.comment ?? null;
  if ('reason' in fact && fact.reason) return fact.reason;
  if ('comment' in fact && fact.comment) return fact.comment;
  if ('words' in fact && fact.words) return fact.words;
  if ('note' in fact && fact.note) return fact.note;
  if (fact.kind === 'event-scheduled') return fact.place ?? null;
  return null;
}
