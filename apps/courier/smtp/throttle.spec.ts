import type { Instant } from '@citypath/calendar';
import { Throttle } from './throttle';

const limits = { mailPerDomainAMinute: 3, mailPerRecipientAMinute: 2 };
const at = (seconds: number) => new Date(Date.UTC(2027, 2, 1, 1, 0, seconds)).toISOString() as Instant;

test('a reader gets so many letters a minute; the next one waits until the first is a minute old', () => {
  const throttle = new Throttle(limits);
  expect([0, 10, 20, 59].map((second) => throttle.admit('a@x.example', at(second)))).toEqual([
    null,
    null,
    at(60),
    at(60),
  ]);
  expect(throttle.admit('a@x.example', at(60))).toBeNull();
  expect(throttle.admit('A@X.example', at(61))).toBe(at(70));
});

test('a domain gets so many, whoever reads there; another domain does not wait for it', () => {
  const throttle = new Throttle(limits);
  const all = ['a', 'b', 'c', 'd'].map((name) => throttle.admit(`${name}@x.example`, at(0)));
  expect(all).toEqual([null, null, null, at(60)]);
  expect(throttle.admit('d@y.example', at(0))).toBeNull();
});

test('ten thousand domains in one minute: none waits', () => {
  const throttle = new Throttle(limits);
  const waits = Array.from({ length: 10_000 }, (_, number) => throttle.admit(`a@city${number}.example`, at(0)));
  expect(waits.filter((wait) => wait !== null)).toEqual([]);
});
