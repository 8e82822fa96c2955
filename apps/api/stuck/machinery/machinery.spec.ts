import type { Instant } from '@citypath/calendar';
import { suspects, troubleOfLetters, troubleOfRestore, troubleOfRun, workerIsAway } from './find-trouble';
import { findingInWords } from './finding-in-words';
import type { RunsSeen } from './seen-runs';

const now = '2026-11-30T09:45:00.000Z' as Instant;
const ago = (seconds: number) => new Date(Date.parse(now) - seconds * 1_000).toISOString() as Instant;
const yiwu = (nextMomentAt: Instant | null) => ({
  id: '100rc-cn.yiwu',
  city: { key: 'yiwu', nameEn: 'Yiwu', nameZh: '义乌市' },
  nextMomentAt,
  stale: false,
  updatedAt: ago(600),
});
const seen = (more: Partial<RunsSeen> = {}): RunsSeen => ({
  polledAt: ago(50),
  waitingSince: null,
  running: new Set(['100rc-cn.yiwu']),
  inTrouble: [],
  ...more,
});
const quiet = { waiting: 0, oldestAt: null, deferred: 0, deferredSince: null, response: null };

test('a worker is away when none has asked for more than a minute, or work waits since before one asked', () => {
  expect(workerIsAway(seen(), now)).toBe(false);
  expect(workerIsAway(seen({ polledAt: null }), now)).toBe(true);
  expect(workerIsAway(seen({ polledAt: ago(81) }), now)).toBe(true);
  expect(workerIsAway(seen({ waitingSince: ago(6) }), now)).toBe(true);
  expect(workerIsAway(seen({ waitingSince: ago(4) }), now)).toBe(false);
  // It asked after the work had come, and is merely busy.
  expect(workerIsAway(seen({ polledAt: ago(1), waitingSince: ago(6) }), now)).toBe(false);
});

test('a single run is asked about only where Temporal marks it or its moment has passed', () => {
  expect(suspects([yiwu(ago(-60)), yiwu(null), yiwu(ago(170))], seen(), now)).toEqual([]);
  expect(suspects([yiwu(ago(181))], seen(), now)).toHaveLength(1);
  expect(suspects([yiwu(null)], seen({ inTrouble: ['100rc-cn.yiwu'] }), now)).toHaveLength(1);
});

test('a moment that passed is told, unless there is no worker that could have taken it', () => {
  const missed = troubleOfRun(yiwu(ago(3_600)), { kind: 'runs' }, false, now);
  expect(missed && findingInWords(missed).sentence).toEqual({
    en: 'Yiwu waits for its clock: what was to happen by itself on Mon 30 Nov 2026, 08:45 UTC has not happened; it does once Temporal comes to it; what helps: “Rebuild the workflow from its journal”.',
    zh: '义乌市原定于2026年11月30日（周一）08:45（UTC）自动办理的事项尚未执行；Temporal 处理后自动继续；解决办法：“根据记录重建流程”。',
  });
  expect(troubleOfRun(yiwu(ago(3_600)), { kind: 'runs' }, true, now)).toBeNull();
  expect(troubleOfRun(yiwu(null), { kind: 'runs' }, false, now)).toBeNull();
});

test('a mail server that says "later" is told when it says so to many or for long, without anybody’s address', () => {
  const response = '450 4.2.1 <xiong@yiwu.example> try later';
  expect(troubleOfLetters({ ...quiet, deferred: 4, deferredSince: ago(600), response }, now)).toEqual([]);
  expect(troubleOfLetters({ ...quiet, deferred: 1, deferredSince: ago(3_601), response }, now)).toHaveLength(1);
  const [refusing] = troubleOfLetters({ ...quiet, deferred: 5, deferredSince: ago(600), response }, now);
  expect(refusing && findingInWords(refusing)).toMatchObject({
    kind: 'mail-refusing',
    sinceAt: ago(600),
    sentence: {
      en: 'The mail server puts off 5 letters since Mon 30 Nov 2026, 09:35 UTC (“450 4.2.1 <[address]> try later”); they are tried again by themselves; what helps: “Look at the mail server”.',
      zh: '自2026年11月30日（周一）09:35（UTC）起邮件服务器暂不接收5封信函（“450 4.2.1 <[address]> try later”）；系统会自动重试；解决办法：“检查邮件服务器”。',
    },
  });
});

test('letters that wait a quarter of an hour are stalled', () => {
  expect(troubleOfLetters({ ...quiet, waiting: 1, oldestAt: ago(890) }, now)).toEqual([]);
  expect(troubleOfLetters({ ...quiet, waiting: 1, oldestAt: ago(910) }, now)).toEqual([
    { kind: 'outbox-stalled', sinceAt: ago(910), letters: 1 },
  ]);
});

test('Temporal away is told with since when', () => {
  expect(findingInWords({ kind: 'temporal-away', sinceAt: now }).sentence).toEqual({
    en: 'Temporal does not answer since Mon 30 Nov 2026, 09:45 UTC: nothing moves by itself and no act is taken; everything goes on by itself once it is back; what helps: “Start Temporal again”.',
    zh: 'Temporal 自2026年11月30日（周一）09:45（UTC）起没有响应：历程不会自动推进，也无法办理任何事项；恢复后一切自动继续；解决办法：“重新启动 Temporal”。',
  });
});

test('records that came back from a backup are told with the moment of the backup and that of the restore', () => {
  const [restored] = troubleOfRestore({ restoredAt: now, backupOf: ago(3_600) });
  expect(restored && findingInWords(restored).sentence).toEqual({
    en: 'The records came back from a backup of Mon 30 Nov 2026, 08:45 UTC on Mon 30 Nov 2026, 09:45 UTC, and what happened in between is not in them: no letter goes and no act is recorded; nothing follows by itself; what helps: “Recover what followed from the histories”.',
    zh: '数据已于2026年11月30日（周一）09:45（UTC）从2026年11月30日（周一）08:45（UTC）的备份恢复，其间发生的事项尚未补回：信函不会发出，办理的事项也无法记录；此后不会自动恢复；解决办法：“根据流程历史补回其后的事项”。',
  });
});
