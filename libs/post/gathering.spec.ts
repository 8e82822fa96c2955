import { gathersUntil } from './gathering';
import { beijing, china, letter, recipient } from './spec/post-samples';

const waits = (time: string, change: Parameters<typeof letter>[0] = {}, who = recipient()) =>
  gathersUntil(letter(change), who, china, beijing('2026-09-15', time))?.untilAt ?? null;
const at = (time: string) => beijing('2026-09-15', time);

test('what the clock says waits five minutes for the others', () => {
  expect(waits('09:00')).toBe(at('09:05'));
  expect(waits('09:04')).toBe(at('09:05'));
  expect(waits('09:05')).toBeNull();
  expect(waits('15:02', { dueAt: at('15:00') })).toBe(at('15:05'));
});

test('in the first minutes of the window everything ordinary does, also what was held over night', () => {
  const news = { kind: 'accepted' as const, threshold: 'seq:20', dueAt: beijing('2026-09-14', '20:00') };
  expect(waits('09:01', news)).toBe(at('09:05'));
  expect(waits('11:00', { ...news, dueAt: at('11:00') })).toBeNull();
});

test('at the end of the window nothing does: it would wait until tomorrow', () => {
  expect(waits('17:28', { dueAt: at('17:27') })).toBeNull();
});

test('whoever takes letters at any hour gets them at once', () => {
  expect(waits('09:00', {}, recipient({ window: null }))).toBeNull();
});
