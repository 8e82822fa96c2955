import type { OpenNeed } from '@citypath/journey';

/** A need as the statement that writes the read model takes it. */
export function rowOfNeed(need: OpenNeed): Record<string, unknown> {
  const { key, kind, seat, holder, liaison, sinceOn } = need;
  const ofStep = need.kind === 'to-do' || need.kind === 'to-accept' ? need : null;
  return {
    key,
    kind,
    seat,
    holder,
    liaison,
    since_on: sinceOn,
    step_ref: need.kind === 'vacancy' ? null : need.step,
    title: need.kind === 'vacancy' ? null : need.title,
    due_on: ofStep?.dueOn ?? null,
    at_risk_from_on: ofStep?.atRiskFromOn ?? null,
    optional: ofStep?.optional ?? false,
    quarterly: ofStep?.quarterly ?? false,
    waiver: need.kind === 'to-accept' && need.waiver,
    vacant: need.kind === 'vacancy' ? need.vacant : null,
    comment: need.kind === 'question' ? need.comment : null,
    asked_by: need.kind === 'question' ? need.askedBy : null,
  };
}
