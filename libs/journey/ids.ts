/** Opaque id of a person. Never a name or an address: ids stand in facts, inputs and memos. */
export type PersonId = string;
/** '<programme>.<city>', for example '100rc-cn.yiwu'; also the id of its workflow. */
export type JourneyId = string;
/** A step of a journey: its key ('draft'), or key@occurrence ('q_review@2027-Q1', 'p2_discovery@2'). */
export type StepRef = string;
/** Hash of a text kept in the erasable table of texts; facts never hold the words themselves. */
export type TextRef = string;

/** Why a city asks to be let off a step, and what proves it. */
export interface WaiverAsked {
  reason: TextRef;
  proof?: TextRef;
}

/** @returns the step's key and its occurrence (null for a step that has none). */
export function parseStepRef(ref: StepRef): { step: string; occurrence: string | null } {
  const at = ref.indexOf('@');
  return at < 0 ? { step: ref, occurrence: null } : { step: ref.slice(0, at), occurrence: ref.slice(at + 1) };
}

/** The opposite of {@link parseStepRef}. */
export function stepRef(step: string, occurrence: string | null): StepRef {
  return occurrence === null ? step : `${step}@${occurrence}`;
}
