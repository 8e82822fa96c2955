import { mergedLevels } from './levels';
import { letter } from './spec/post-samples';

const levels = [
  letter({ id: 'opened', kind: 'step-opened', seq: 10, threshold: 'seq:10' }),
  letter({ id: 'before', kind: 'reminder', seq: 20 }),
  letter({ id: 'after', kind: 'overdue', seq: 30, threshold: 'due+2@2026-09-18' }),
];

test('of several levels about one step only the newest goes', () => {
  expect(mergedLevels(levels)).toEqual(
    new Map([
      ['opened', 'after'],
      ['before', 'after'],
    ]),
  );
});

test.each([
  ['another step', { step: 'asw_prep' }],
  ['another city', { journeyId: '100rc-cn.deyang' }],
  ['another seat', { seat: 'mayors_office' }],
  ['another round', { round: 2 }],
  ['another matter', { kind: 'returned' as const }],
])('%s is another ladder', (_, change) => {
  const [first, second] = levels;
  expect(mergedLevels([first!, { ...second!, ...change }])).toEqual(new Map());
});

test('what was opened again says why, and goes beside a reminder', () => {
  const again = letter({ id: 'again', kind: 'step-opened', seq: 10, round: 2 });
  expect(mergedLevels([again, letter({ id: 'reminder', seq: 20, round: 2 })])).toEqual(new Map());
});

test('news without a step never merges', () => {
  const welcome = letter({ kind: 'welcome', step: null, seq: 1 });
  expect(
    mergedLevels([
      { ...welcome, id: 'a' },
      { ...welcome, id: 'b', seq: 2 },
    ]),
  ).toEqual(new Map());
});
