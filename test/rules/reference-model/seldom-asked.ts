import type { Attempt } from './asked-of-a-city';
import type { ModelAct } from './model-act';

/** What chance seldom asks for, and was wrong once or would not be missed soon. */
export const SELDOM: Attempt[][] = [
  // Two acts upon what an earlier one did, and one of them is taken back: the earlier one still cannot be.
  [
    asked({ kind: 'go-to', step: 'strategy' }),
    asked({ kind: 'reopen', step: 'plan' }),
    asked({ kind: 'reopen', step: 'survey' }),
    asked({ kind: 'undo', back: 1 }),
    asked({ kind: 'undo', back: 3 }),
  ],
  // A step that was open is let go and comes back: it is another one, and may be let go again.
  [
    asked({ kind: 'go-to', step: 'talks' }),
    asked({ kind: 'adopt-definition', version: 3 }),
    asked({ kind: 'adopt-definition', version: 2 }),
    asked({ kind: 'adopt-definition', version: 3 }),
  ],
  // Sent back under a version that counts fewer days: it has as many as an answer takes.
  [
    asked({ kind: 'go-to', step: 'talks' }),
    asked({ kind: 'submit', step: 'talks' }),
    asked({ kind: 'adopt-definition', version: 2 }),
    asked({ kind: 'return', step: 'talks' }, 2),
  ],
  // A version moves a day behind today: nobody is reminded of a day that has passed.
  [
    asked({ kind: 'adopt-calendar', offOn: 7 }),
    asked({ kind: 'go-to', step: 'talks' }),
    asked({ kind: 'adopt-definition', version: 2 }, 7),
    asked({ kind: 'comment', step: 'talks' }, 2),
  ],
  // The same day is agreed once more, a reminder goes overnight, and the act is taken back: it does not go again.
  [asked({ kind: 'agree-date', step: 'plan', dueOn: 4 }, 6), asked({ kind: 'undo', back: 0 }, 1)],
  // Days away count once, though the city was on hold when it left.
  [
    asked({ kind: 'hold', untilOn: 8 }),
    asked({ kind: 'withdraw' }, 2),
    asked({ kind: 'readmit' }, 3),
    asked({ kind: 'comment', step: 'plan' }, 6),
  ],
  // Somebody owns a step for longer than a hold lasts: it has its days all the same.
  [
    asked({ kind: 'acknowledge', step: 'plan', untilOn: 9 }),
    asked({ kind: 'hold', untilOn: 4 }),
    asked({ kind: 'resume' }, 3),
  ],
  // Reminders of its own for one step, whatever is set for all.
  [
    asked({ kind: 'set-cadence', step: 'plan', reminded: { before: [6, 5, 4], after: [1, 2] } }),
    asked({ kind: 'set-cadence', step: null, reminded: { before: [0], after: [1] } }),
    asked({ kind: 'set-cadence', step: 'plan', reminded: null }),
    asked({ kind: 'undo', back: 0 }),
  ],
];

function asked(act: ModelAct, afterDays = 0): Attempt {
  return { afterDays, oneOf: [act] };
}
