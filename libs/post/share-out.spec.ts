import type { LetterAtHand } from './letter-at-hand';
import type { PostDecision } from './post-decision';
import { shareOut } from './share-out';
import { beijing, letter, recipient } from './spec/post-samples';

const today = '2026-09-15';
const nextAt = beijing('2026-09-16', '09:00');

const clock = (id: string) => letter({ id, kind: 'reminder' });
const news = (id: string) => letter({ id, kind: 'accepted', threshold: 'seq:20' });

const after = (digestOn: string | null, ordinaryCount: number, ordinaryOn = today) =>
  recipient({
    received: { digestOn: digestOn as typeof today | null, ordinaryOn: ordinaryOn as typeof today, ordinaryCount },
  });

const share = (letters: LetterAtHand[], who = recipient()) =>
  shareOut(letters, { recipient: who, today, nextAt }).map(inShort);

function inShort(decision: PostDecision): string {
  switch (decision.kind) {
    case 'digest':
      return `${decision.letterId} in the digest of ${decision.carriedBy}`;
    case 'hold':
      return `${decision.letterId} held: ${decision.reason}`;
    default:
      return `${decision.letterId}: ${decision.kind}`;
  }
}

test('a single letter goes as itself', () => {
  expect(share([clock('a')])).toEqual(['a: send']);
  expect(share([])).toEqual([]);
});

test('two or more go as the digest, whose message is that of the first', () => {
  expect(share([clock('a'), news('b'), clock('c')])).toEqual([
    'a in the digest of a',
    'b in the digest of a',
    'c in the digest of a',
  ]);
});

test('after today’s digest the clock waits for the next one, and news goes up to the cap', () => {
  expect(share([clock('a'), news('b'), news('c'), news('d')], after(today, 1))).toEqual([
    'a held: after-digest',
    'b: send',
    'c: send',
    'd held: cap-reached',
  ]);
});

test('a digest of yesterday, and yesterday’s letters, count for nothing', () => {
  expect(share([clock('a'), clock('b')], after('2026-09-14', 3, '2026-09-14'))).toEqual([
    'a in the digest of a',
    'b in the digest of a',
  ]);
});

test('nothing ordinary goes beyond the cap, and no digest either', () => {
  expect(share([news('a')], after(null, 3))).toEqual(['a held: cap-reached']);
  expect(share([clock('a'), clock('b')], after(null, 3))).toEqual(['a held: cap-reached', 'b held: cap-reached']);
});

test('what is held is held until the next opening', () => {
  expect(shareOut([clock('a')], { recipient: after(today, 1), today, nextAt })).toEqual([
    { kind: 'hold', letterId: 'a', untilAt: nextAt, reason: 'after-digest' },
  ]);
});
