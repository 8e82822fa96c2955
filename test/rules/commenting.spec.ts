import type { Addressee, CommentCommand } from '@citypath/journey';
import { inWords, JourneyInHand } from '../support/journey-in-hand';

const cro: Addressee = { seat: 'cro', holder: 'p-cro' };
const manager: Addressee = { seat: 'manager', holder: null };

function reportWanted(): JourneyInHand {
  const city = new JourneyInHand('2026-02-26').join({
    joinedOn: '2025-01-02',
    seats: [{ seat: 'cro', person: 'p-cro', liaison: 'p-liaison', fromOn: '2026-02-02' }],
    done: ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw'].map((step) => ({
      step,
      happenedOn: '2026-02-26',
    })),
  });
  city.takeLetters();
  return city;
}

const comment = (more: Partial<CommentCommand>): CommentCommand => ({
  kind: 'comment',
  step: 'asw_report',
  comment: 't-1',
  audience: 'everyone',
  mentions: [],
  as: [],
  ...more,
});
const asked = (city: JourneyInHand): string[] => (city.state.questions ?? []).map(({ to }) => to.seat);

describe('a comment on a step', () => {
  it('changes no date and tells nobody; whoever is mentioned is asked by letter', () => {
    const city = reportWanted();
    const steps = city.state.steps;
    city.give(comment({ as: ['manager'] }));
    expect(city.takeLetters()).toEqual([]);
    city.give(comment({ mentions: [cro, { seat: 'director', holder: null }], as: ['manager'] }));
    expect(city.takeLetters().map(inWords)).toEqual(['question asw_report → cro', 'question asw_report → director']);
    expect(city.state.steps).toEqual(steps);
    expect(asked(city)).toEqual(['cro', 'director']);
  });

  it('answers what the seat of its author was asked about that step, and nothing else', () => {
    const city = reportWanted().give(comment({ mentions: [cro], as: ['manager'] }));
    city.give(comment({ step: 'p1_actions', mentions: [cro], as: ['manager'] }));
    city.give(comment({ mentions: [manager] }), 'p-liaison');
    expect(asked(city)).toEqual(['cro', 'manager']);
    city.give(comment({ as: ['director'] }), 'p-director');
    expect(asked(city)).toEqual(['cro', 'manager']);
    city.give(comment({ as: ['manager'] }));
    expect(asked(city)).toEqual(['cro']);
  });

  it('asks the successor what the predecessor left unanswered', () => {
    const city = reportWanted().give(comment({ mentions: [cro], as: ['manager'] }));
    city.give({ kind: 'hand-over', seat: 'cro', person: 'p-next', fromOn: null });
    city.give(comment({}), 'p-cro');
    expect(asked(city)).toEqual(['cro']);
    city.give(comment({}), 'p-next');
    expect(asked(city)).toEqual([]);
  });

  it('on a step that gets settled asks nobody any more; on a settled one it asks anew', () => {
    const city = reportWanted().give(comment({ mentions: [cro], as: ['manager'] }));
    city.finish('asw_report');
    expect(asked(city)).toEqual([]);
    city.give(comment({ mentions: [cro], as: ['manager'] }));
    expect(asked(city)).toEqual(['cro']);
  });

  it('is refused by name when somebody is asked who has no seat, or of the city where only the programme sees it', () => {
    const city = reportWanted();
    const of = (more: Partial<CommentCommand>) => city.refusalOf(comment(more)).code;
    expect(of({ mentions: [{ seat: 'cro', holder: 'p-stranger' }] })).toBe('mention-not-in-seat');
    expect(of({ mentions: [{ seat: 'evaluator', holder: null }] })).toBe('mention-not-in-seat');
    expect(of({ mentions: [{ seat: 'mayor', holder: null }] })).toBe('mention-not-in-seat');
    expect(of({ audience: 'programme', mentions: [cro] })).toBe('mention-not-of-programme');
    expect(of({ step: 'asw_party' })).toBe('step-unknown');
    city.give({ kind: 'withdraw', reason: 't' });
    expect(of({})).toBe('journey-closed');
  });

  it('stops asking before the questions outgrow the journey’s state', () => {
    const city = reportWanted();
    for (let round = 0; round < 12; round += 1)
      city.give(comment({ mentions: [cro, cro, cro, cro, cro], as: ['manager'] }));
    expect(city.refusalOf(comment({ mentions: [cro] })).code).toBe('questions-too-many');
    expect(JSON.stringify(city.state).length).toBeLessThan(64_000);
  });
});

describe('a waiver that is asked for', () => {
  const ask = { kind: 'submit' as const, step: 'cro_funding_end', evidence: { text: null, keys: [] } };
  const waiver = { reason: 't-reason', proof: 't-proof' };
  const submitted = () => reportWanted().give({ ...ask, waiver }, 'p-mayor');

  it('stops the reminders and waits for the accepting seat like anything handed in', () => {
    const city = submitted();
    expect(city.takeLetters().map(inWords)).toEqual(['to-accept cro_funding_end → manager']);
    expect(city.state.steps.cro_funding_end).toMatchObject({ status: 'submitted', waiver });
  });

  it('granted, the step is waived with its reason and proof, and who asked is told', () => {
    const city = submitted();
    city.takeLetters();
    city.give({ kind: 'accept', step: 'cro_funding_end', comment: 't-word' });
    expect(city.facts.at(-1)).toMatchObject({ kind: 'step-waived', ...waiver, granted: { comment: 't-word' } });
    expect(city.state.steps.cro_funding_end).toMatchObject({ status: 'waived' });
    expect(city.takeLetters().map(({ kind }) => kind)).toEqual(['accepted']);
  });

  it('returned, the step is open for another round, in which something can be handed in', () => {
    const city = submitted();
    city.give({ kind: 'return', step: 'cro_funding_end', comment: 't-no' });
    expect(city.facts.at(-1)).toMatchObject({ kind: 'step-returned', round: 2, waiver: true });
    city.submit('cro_funding_end').give({ kind: 'accept', step: 'cro_funding_end' });
    expect(city.state.steps.cro_funding_end).toMatchObject({ status: 'done', round: 2 });
  });

  it('is refused where the definition knows none, and without the proof that it wants', () => {
    const city = reportWanted();
    expect(city.refusalOf({ ...ask, step: 'asw_report', waiver }).code).toBe('step-not-waivable');
    const strict = city.context.definition.steps.map((step) =>
      step.key === 'cro_funding_end' ? { ...step, waiver: { proof: true } } : step,
    );
    city.context = { ...city.context, definition: { ...city.context.definition, steps: strict } };
    expect(city.refusalOf({ ...ask, waiver: { reason: 't' } }).code).toBe('waiver-needs-proof');
  });
});
