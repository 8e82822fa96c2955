import type { BoardCell, BoardRow } from '@citypath/contracts';
import { filterOf } from './filter';
import { isForToday } from './for-today';

const who = { id: 'p-1', name: 'Xiong Tao', nameZh: null, title: null, erased: false };
const cell = (more: Partial<BoardCell>): BoardCell => ({
  stage: 'workshop',
  sign: 'open',
  known: true,
  presumed: false,
  done: 0,
  of: 2,
  step: null,
  who: null,
  dueOn: null,
  planned: false,
  workingDaysLate: null,
  ...more,
});
const row = (more: Partial<BoardRow>): BoardRow => ({
  journeyId: '100rc-cn.yiwu',
  city: { key: 'yiwu', nameEn: 'Yiwu', nameZh: '义乌' },
  status: 'active',
  head: 1,
  demonstration: false,
  cells: [cell({})],
  next: null,
  why: { en: '', zh: '' },
  ...more,
});
const next = (workingDaysLeft: number | null): BoardRow['next'] => ({
  step: 'asw_report',
  title: { en: 'Workshop report', zh: '研讨会报告' },
  sign: 'open',
  dueOn: '2026-10-26',
  planned: false,
  workingDaysLeft,
  who: { seat: 'cro', seatTitle: { en: 'CRO', zh: '首席韧性官' }, person: who, note: null },
});

describe('what is for today', () => {
  it('shows a city with something due today, or late', () => {
    expect(isForToday(row({ next: next(0) }), null)).toBe(true);
    expect(isForToday(row({ next: next(-3) }), null)).toBe(true);
    expect(isForToday(row({ cells: [cell({ sign: 'late' })] }), null)).toBe(true);
  });

  it('shows a city whose work lies with the reader, and leaves the others alone', () => {
    expect(isForToday(row({ next: next(9) }), 'p-1')).toBe(true);
    expect(isForToday(row({ cells: [cell({ who })] }), 'p-1')).toBe(true);
    expect(isForToday(row({ next: next(9) }), 'p-2')).toBe(false);
    expect(isForToday(row({ next: next(null) }), null)).toBe(false);
  });

  it('shows nothing of a journey that stands still or has ended', () => {
    expect(isForToday(row({ status: 'on-hold', next: next(0) }), 'p-1')).toBe(false);
  });
});

describe('the filter in the address', () => {
  it('is one that we know, or all cities', () => {
    expect(filterOf('late')).toBe('late');
    expect(filterOf('today')).toBe('today');
    expect(filterOf('nonsense')).toBe('all');
    expect(filterOf(null)).toBe('all');
  });
});
