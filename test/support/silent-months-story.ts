import { dayAt, type Instant } from '@citypath/calendar';
import type { JoinCommand, LetterDue } from '@citypath/journey';
import { silentMonthsCalendar } from './silent-months-calendar';
import type { SilentMonthsRow } from './silent-months-table';

/** Monday 6 January 2031, 10:00 and 10:05 in Silent City, and the last moment of its Tuesday 6 July 2032. */
export const takenOverAt: Instant = '2031-01-06T02:00:00.000Z';
export const submittedAt: Instant = '2031-01-06T02:05:00.000Z';
export const silenceEndsAt: Instant = '2032-07-06T15:59:59.999Z';

/** Silent City as it is taken over: who sits where, and what it has done. */
export const silentCity: Pick<JoinCommand, 'city' | 'joinedOn' | 'takeover' | 'seats' | 'done'> = {
  city: 'silentcity',
  joinedOn: null,
  takeover: true,
  seats: [
    { seat: 'cro', person: 'p-cro', fromOn: '2030-02-11' },
    { seat: 'mayors_office', person: 'p-mayor', fromOn: null },
  ],
  done: [
    { step: 'application', happenedOn: null },
    { step: 'selection', happenedOn: null },
    { step: 'grant', happenedOn: null },
    { step: 'cro', happenedOn: '2030-02-11' },
    { step: 'asw_prep', happenedOn: null },
    { step: 'asw', happenedOn: '2030-12-16' },
    { step: 'leadership_group', happenedOn: null },
    { step: 'p1_stakeholders', happenedOn: null },
    { step: 'p1_actions', happenedOn: null },
  ],
};

/** A letter of the rules as a row of the table. */
export function asRow(letter: Pick<LetterDue, 'kind' | 'step' | 'threshold' | 'seat' | 'holder' | 'dueAt'>): {
  [Name in keyof SilentMonthsRow]: string | null;
} {
  const { kind, step, seat, holder } = letter;
  const on = dayAt(silentMonthsCalendar, letter.dueAt);
  return { on, kind, step, threshold: thresholdOf(letter), seat, holder };
}

/** Rows in one order, as lines: letters of one morning have no order among themselves. */
export function inOrder(rows: { [Name in keyof SilentMonthsRow]: string | null }[]): string[] {
  return rows
    .map(({ on, kind, step, threshold, seat, holder }) => [on, kind, step, threshold, seat, holder].join(' | '))
    .sort();
}

function thresholdOf({ kind, threshold }: Pick<LetterDue, 'kind' | 'threshold'>): string {
  const [days = ''] = threshold.split('@');
  if (days.startsWith('seq:')) return '';
  if (days.startsWith('due')) return (kind === 'escalation' ? 'rung' : '') + days.slice('due'.length);
  return days;
}
