import type { Instant } from '@citypath/calendar';
import { comingLetters } from './coming-letters';

const morning: Instant = '2026-12-01T01:00:00.000Z';
const people = new Map([
  ['p-xiong', { id: 'p-xiong', address: 'xiong@yiwu.example', erased: false, bounced: false }],
  ['p-manager', { id: 'p-manager', address: null, erased: false, bounced: false }],
]);

test('coming letters say who will get them, and why one will not go', () => {
  const coming = comingLetters(
    [
      { at: morning, seat: 'cro', holder: 'p-xiong', kind: 'reminder' },
      { at: morning, seat: 'manager', holder: null, kind: 'escalation' },
      { at: morning, seat: 'director', holder: null, kind: 'escalation' },
      { at: morning, seat: 'focal_point', holder: 'p-gone', kind: 'vacancy' },
    ],
    { manager: 'p-manager', director: null },
    people,
  );
  expect(coming.map(({ seat, kind, to, goesAt, suppressed }) => [seat, kind, to, goesAt, suppressed])).toEqual([
    ['cro', 'reminder', 'p-xiong', morning, null],
    ['manager', 'escalation', 'p-manager', null, 'no-address'],
    ['director', 'escalation', null, null, 'seat-empty'],
    ['focal_point', 'vacancy', 'p-gone', null, 'person-unknown'],
  ]);
});
