import type { Attempt } from './asked-of-a-city';
import type { ModelAct } from './model-act';

const [NEXT_DAY, REMINDED_LESS, REMINDED_OFTEN] = [
  1,
  { before: [0], after: [1] },
  { before: [6, 5, 4], after: [1, 2] },
];

/** What chance seldom asks for, and was wrong once or would not be missed soon. */
export const SELDOM: Attempt[][] = [
  // Two acts upon what an earlier one did, and one of them is taken back: the earlier one still cannot be.
  asked(
    { kind: 'go-to', step: 'strategy' },
    { kind: 'reopen', step: 'plan' },
    { kind: 'reopen', step: 'survey' },
    { kind: 'undo', back: 1 },
    { kind: 'undo', back: 3 },
  ),
  // A step that was open is let go and comes back: it is another one.
  asked(
    { kind: 'go-to', step: 'talks' },
    { kind: 'adopt-definition', version: 3 },
    { kind: 'adopt-definition', version: 2 },
    { kind: 'submit', step: 'talks' },
    { kind: 'adopt-definition', version: 3 },
  ),
  // The same day is agreed once more, a reminder goes overnight, and the act is taken back: it does not go again.
  asked([6, { kind: 'agree-date', step: 'plan', dueOn: 4 }], [NEXT_DAY, { kind: 'undo', back: 0 }]),
  // Days away count once, though the city was on hold when it left.
  asked(
    { kind: 'hold', untilOn: 8 },
    [2, { kind: 'withdraw' }],
    [3, { kind: 'readmit' }],
    [6, { kind: 'comment', step: 'plan' }],
  ),
  // Reminders of its own for one step, whatever is set for all.
  asked(
    { kind: 'set-cadence', step: 'plan', reminded: REMINDED_OFTEN },
    { kind: 'set-cadence', step: null, reminded: REMINDED_LESS },
    { kind: 'set-cadence', step: 'plan', reminded: null },
    { kind: 'undo', back: 0 },
  ),
  // Sent back under a version that counts fewer days: it has as many as an answer takes.
  asked({ kind: 'go-to', step: 'talks' }, { kind: 'submit', step: 'talks' }, { kind: 'adopt-definition', version: 2 }, [
    4,
    { kind: 'return', step: 'talks' },
  ]),
  // Somebody owns a step for longer than a hold lasts: it has its days all the same.
  asked({ kind: 'acknowledge', step: 'plan', untilOn: 9 }, { kind: 'hold', untilOn: 4 }, [5, { kind: 'resume' }]),
];

/** One alone after the other, on the same day where none is said. */
function asked(...acts: (ModelAct | [afterDays: number, act: ModelAct])[]): Attempt[] {
  return acts.map((one) => {
    const [afterDays, act] = Array.isArray(one) ? one : [0, one];
    return { afterDays, oneOf: [act] };
  });
}
