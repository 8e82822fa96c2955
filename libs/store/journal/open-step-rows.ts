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
    step_ref: 'step' in need ? need.step : null,
    title: 'step' in need ? need.title : null,
    due_on: ofStep?.dueOn ?? null,
    at_risk_from_on: ofStep?.atRiskFromOn ?? null,
    optional: ofStep?.optional ?? false,
    quarterly: ofStep?.quarterly ?? false,
    waiver: need.kind === 'to-accept' && need.waiver,
    vacant: seatAbout(need),
    comment: need.kind === 'question' ? need.comment : null,
    asked_by: need.kind === 'question' ? need.askedBy : null,
  };
}

/** The seat that the need is about, where that is not the one that is asked: vacant, not reached, or to be written to. */
function seatAbout(need: OpenNeed): string | null {
  switch (need.kind) {
    case 'vacancy':
      return need.vacant;
    case 'contact':
      return need.lost;
    case 'to-release':
      return need.reaches;
    default:
      return null;
  }
}
