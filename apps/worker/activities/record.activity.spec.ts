import { emptyState, fold, type Fact } from '@citypath/journey';
import { openLogger } from '@citypath/runtime';
import type { RecordRequest } from '@citypath/workflows/activities';
import { ApplicationFailure } from '@temporalio/common';
import { RecordActivity, type RecordKeeper } from './record.activity';

type Kept = Parameters<RecordKeeper['record']>[0];

const stamp = {
  recordedAt: '2026-11-23T01:00:00.000Z',
  by: null,
  onBehalfOf: null,
  commandId: 'c',
  commandHash: 'h',
} as const;
const joined: Fact = {
  kind: 'joined',
  city: 'yiwu',
  programme: 'small',
  definitionHash: 'd',
  calendarHash: 'k',
  takeover: false,
  happenedOn: null,
  seq: 1,
  ...stamp,
};
const welcomed: Fact = { kind: 'welcomed', to: [{ seat: 'officer', holder: 'p-1' }], seq: 2, ...stamp };
const withdrawn: Fact = { kind: 'withdrawn', reason: 't-1', seq: 3, ...stamp };
const request: RecordRequest = {
  journeyId: 'small.yiwu',
  generation: 1,
  afterSeq: 0,
  facts: [joined, welcomed, withdrawn],
  nextMomentAt: null,
};

/** A journal that answers as told, and what was asked of it and logged. */
function activityWith(answer: () => ReturnType<RecordKeeper['record']>) {
  const kept: Kept[] = [];
  const refreshed: string[] = [];
  const lines: string[] = [];
  const journal: RecordKeeper = {
    record: (keep) => {
      kept.push(keep);
      return answer();
    },
    refresh: (journeyId) => {
      refreshed.push(journeyId);
      return Promise.resolve(null);
    },
    staleJourneys: () => Promise.resolve(['small.deyang', 'small.yiwu']),
  };
  const logger = openLogger({
    name: 'worker',
    level: 'trace',
    destination: { write: (line) => void lines.push(line) },
  });
  return { activity: new RecordActivity(journal, logger), kept, refreshed, lines };
}

test('facts go with the letters they cause, those they make pointless, and the state they lead to', async () => {
  const { activity, kept } = activityWith(() => Promise.resolve({ kind: 'recorded', stale: false }));

  expect(await activity.record(request)).toEqual({ kind: 'recorded' });
  expect(kept[0]?.letters).toMatchObject([{ kind: 'welcome', seat: 'officer', holder: 'p-1', seq: 2 }]);
  expect(kept[0]?.cancellations).toMatchObject([{ seq: 3 }]);
  expect(kept[0]?.project(null)).toEqual(fold(emptyState('small.yiwu'), request.facts));
});

test('when the worker starts, every read model that is behind is folded anew', async () => {
  const { activity, refreshed } = activityWith(() => Promise.resolve({ kind: 'already-recorded' }));
  await activity.healAll();
  expect(refreshed).toEqual(['small.deyang', 'small.yiwu']);
});

test('what is recorded already is recorded', async () => {
  const { activity } = activityWith(() => Promise.resolve({ kind: 'already-recorded' }));

  expect(await activity.record(request)).toEqual({ kind: 'recorded' });
});

test('a journal that disagrees is told to the run, not thrown', async () => {
  const { activity } = activityWith(() => Promise.resolve({ kind: 'disagrees', head: 9, generation: 2 }));

  expect(await activity.record(request)).toEqual({ kind: 'disagrees', head: 9, generation: 2 });
});

test('a read model that could not follow is folded anew', async () => {
  const { activity, refreshed } = activityWith(() =>
    Promise.resolve({ kind: 'recorded', stale: true, cause: new Error('numeric overflow') }),
  );

  expect(await activity.record(request)).toEqual({ kind: 'recorded' });
  expect(refreshed).toEqual(['small.yiwu']);
});

test('an attempt that fails may be tried again, and tells nothing of what the database quoted', async () => {
  const error = Object.assign(new Error('Key (address)=(ann@yiwu.example) exists'), { code: '23505', detail: 'ann' });
  const { activity, lines } = activityWith(() => Promise.reject(error));

  const failure: unknown = await activity.record(request).catch((reason: unknown) => reason);
  expect(failure).toBeInstanceOf(ApplicationFailure);
  expect(failure).toMatchObject({ nonRetryable: false, type: 'not-recorded', message: 'Not recorded: Error 23505.' });
  expect(lines.join('')).toContain('small.yiwu');
  expect(lines.join('')).not.toContain('ann');
});
