import type { FactBody } from './fact';
import type { LetterKind } from './letter';
import { cancellations } from './letters-due';

const stamp = {
  seq: 9,
  recordedAt: '2026-03-02T01:00:00.000Z',
  by: 'p-1',
  onBehalfOf: null,
  commandId: 'c',
  commandHash: 'h',
} as const;

/** Whether a fact takes back a letter of a kind about a step. */
function takesBack(body: FactBody, kind: LetterKind, step = 'draft'): boolean {
  return cancellations({ ...body, ...stamp }).some(
    (cancellation) =>
      (cancellation.kinds?.includes(kind) ?? true) && (cancellation.step === undefined || cancellation.step === step),
  );
}

describe('outstanding letters are taken back', () => {
  it('on a hold only where the clock sent them: what is to be done or accepted afterwards stays told', () => {
    const held: FactBody = { kind: 'held', awaiting: 't', reason: 't', untilOn: '2026-04-01' };
    for (const kind of ['reminder', 'overdue', 'escalation'] as const) expect(takesBack(held, kind)).toBe(true);
    for (const kind of ['step-opened', 'to-accept', 'returned', 'welcome'] as const)
      expect(takesBack(held, kind)).toBe(false);
  });

  it('at the end of a journey, except that a step was accepted', () => {
    for (const ended of [{ kind: 'finished' }, { kind: 'withdrawn', reason: 't' }] satisfies FactBody[]) {
      expect(takesBack(ended, 'accepted')).toBe(false);
      for (const kind of ['reminder', 'to-accept', 'vacancy', 'seat-taken-over'] as const)
        expect(takesBack(ended, kind)).toBe(true);
    }
  });

  it('when a date moves, and not when the same day is agreed again', () => {
    const agreed = { kind: 'date-agreed', step: 'draft', reason: 't', planned: false, retell: false } as const;
    expect(takesBack({ ...agreed, previousOn: '2026-03-02', dueOn: '2026-03-09' }, 'overdue')).toBe(true);
    expect(takesBack({ ...agreed, previousOn: '2026-03-02', dueOn: '2026-03-02' }, 'overdue')).toBe(false);
  });

  it('but not what an act said: a step that was opened or returned in the night, and whose date is agreed anew', () => {
    const agreed = { kind: 'date-agreed', step: 'draft', reason: 't', planned: false, retell: false } as const;
    for (const kind of ['step-opened', 'returned'] as const)
      expect(takesBack({ ...agreed, previousOn: '2026-03-02', dueOn: '2026-03-09' }, kind)).toBe(false);
  });
});
