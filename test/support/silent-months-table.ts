import type { Day } from '@citypath/calendar';

/**
 * Every letter of eighteen silent months of one city, counted BY HAND on the calendar beside this file, from the
 * specification of the programme and never from the rules: where rules and table differ, one of the two has a bug, and
 * the specification says which. Never mend a row by copying what the rules say.
 *
 * The story: on Monday 6 January 2031 at 10:00 in the city, Silent City is taken over. Its officer (p-cro, in post
 * since 11 February 2030) and its mayor's office (p-mayor) are known; the workshop was held on 16 December 2030. At
 * 10:05 the officer hands in Assets and risks. Then nobody does anything until the end of Tuesday 6 July 2032.
 *
 * A count is of working days: "7 8 9" are days of the month, × is a day off between two of them, ! a weekend day on
 * which people work. All letters go at 09:00 but those of day 0, which follow an act.
 */
export interface SilentMonthsRow {
  on: Day;
  kind: 'welcome' | 'step-opened' | 'reminder' | 'overdue' | 'escalation' | 'to-accept';
  step: string | null;
  /** '-7', '0' and '+4' from the due day, 'rung+3' and 'accept+3', or '' where the letter follows an act or an opening. */
  threshold: string;
  seat: 'cro' | 'mayors_office' | 'manager' | 'director';
  /** Who holds the city's seat; null for a seat of the programme, whose holder is known only when a letter is sent. */
  holder: string | null;
}

type Kind = SilentMonthsRow['kind'];

export const silentMonthsTable: SilentMonthsRow[] = [
  // Day 0. A welcome to each held seat of the city, and no letter for a step that was open before the takeover.
  cro('2031-01-06', 'welcome', null, ''),
  mayorsOffice('2031-01-06', 'welcome', null, ''),

  // Assets and risks, handed in on Mon 6 January: the manager is asked at once. Working days after it, January:
  // 7(1) 8(2) 9(3) 10(4) ×× 13(5) 14(6). Asked again on the 3rd and 5th; on the 6th the director is told; then no more.
  manager('2031-01-06', 'to-accept', 'p1_assets', ''),
  manager('2031-01-09', 'to-accept', 'p1_assets', 'accept+3'),
  manager('2031-01-13', 'to-accept', 'p1_assets', 'accept+5'),
  director('2031-01-14', 'escalation', 'p1_assets', 'accept+6'),

  // Workshop report, due 20 working days after Mon 16 December. December: 17 18 19 20(4) ×× 23 24 25 26 27(9) ××
  // 30 31(11); January: × 2 3(13) ×× 6 7 8 9 10(18) ×× 13 14(20): due Tue 14 January.
  // Back from it: 13(1) ×× 10 9(3) 8 7 6(6) ×× 3(7). So -7 lay on Fri 3 January, before the takeover; it is the newest
  // passed one and is told once, on day 0.
  cro('2031-01-06', 'reminder', 'asw_report', '-7'),
  cro('2031-01-09', 'reminder', 'asw_report', '-3'),
  cro('2031-01-13', 'reminder', 'asw_report', '-1'),
  cro('2031-01-14', 'reminder', 'asw_report', '0'),
  // On from it: 15(1) 16 17(3) × Sun 19!(4) 20(5) 21(6) Spring Festival 22-29 Thu 30(7) 31(8) ×× February 3(9) 4(10)
  // 5 6(12) 7(13) Sat 8!(14) × 10(15) 11 12(17).
  cro('2031-01-15', 'overdue', 'asw_report', '+1'),
  manager('2031-01-17', 'escalation', 'asw_report', 'rung+3'),
  cro('2031-01-19', 'overdue', 'asw_report', '+4'),
  cro('2031-01-30', 'overdue', 'asw_report', '+7'),
  director('2031-02-04', 'escalation', 'asw_report', 'rung+10'),
  cro('2031-02-06', 'overdue', 'asw_report', '+12'),
  cro('2031-02-12', 'overdue', 'asw_report', '+17'),

  // Review of 2031-Q1, open at the takeover. The quarter ends on Mon 31 March: ×× 28(1) 27 26 25 24(5): due Mon 24 March.
  // Back: ×× 21(1) 20 19(3) 18 17(5) ×× 14(6) 13(7).
  cro('2031-03-13', 'reminder', 'q_review@2031-Q1', '-7'),
  cro('2031-03-19', 'reminder', 'q_review@2031-Q1', '-3'),
  cro('2031-03-21', 'reminder', 'q_review@2031-Q1', '-1'),
  cro('2031-03-24', 'reminder', 'q_review@2031-Q1', '0'),
  // On: 25(1) 26 27(3) 28(4) ×× 31(5) April 1(6) 2(7) 3(8) 4(9) Tomb-sweeping 5-7 Tue 8(10) 9(11) 10(12) 11(13) ××
  // 14(14) 15 16 17(17).
  cro('2031-03-25', 'overdue', 'q_review@2031-Q1', '+1'),
  manager('2031-03-27', 'escalation', 'q_review@2031-Q1', 'rung+3'),
  cro('2031-03-28', 'overdue', 'q_review@2031-Q1', '+4'),
  cro('2031-04-02', 'overdue', 'q_review@2031-Q1', '+7'),
  director('2031-04-08', 'escalation', 'q_review@2031-Q1', 'rung+10'),
  cro('2031-04-10', 'overdue', 'q_review@2031-Q1', '+12'),
  cro('2031-04-17', 'overdue', 'q_review@2031-Q1', '+17'),

  // Review of 2031-Q2, opens on Tue 1 April. The quarter ends on Mon 30 June: ×× 27(1) 26 25(3) Dragon Boat 24-22
  // Sat 21!(4) Fri 20(5): due Fri 20 June. Back: 19(1) 18 17(3) 16(4) ×× 13(5) 12 11(7).
  cro('2031-04-01', 'step-opened', 'q_review@2031-Q2', ''),
  cro('2031-06-11', 'reminder', 'q_review@2031-Q2', '-7'),
  cro('2031-06-17', 'reminder', 'q_review@2031-Q2', '-3'),
  cro('2031-06-19', 'reminder', 'q_review@2031-Q2', '-1'),
  cro('2031-06-20', 'reminder', 'q_review@2031-Q2', '0'),
  // On: Sat 21!(1) Dragon Boat 22-24 Wed 25(2) 26(3) 27(4) ×× 30(5) July 1(6) 2(7) 3 4(9) ×× 7(10) 8 9(12) 10 11(14) ××
  // 14(15) 15 16(17).
  cro('2031-06-21', 'overdue', 'q_review@2031-Q2', '+1'),
  manager('2031-06-26', 'escalation', 'q_review@2031-Q2', 'rung+3'),
  cro('2031-06-27', 'overdue', 'q_review@2031-Q2', '+4'),
  cro('2031-07-02', 'overdue', 'q_review@2031-Q2', '+7'),
  director('2031-07-07', 'escalation', 'q_review@2031-Q2', 'rung+10'),
  cro('2031-07-09', 'overdue', 'q_review@2031-Q2', '+12'),
  cro('2031-07-16', 'overdue', 'q_review@2031-Q2', '+17'),

  // Review of 2031-Q3, opens on Tue 1 July. The quarter ends on Tue 30 September: 29(1) Sun 28!(2) × 26(3) 25 24(5):
  // due Wed 24 September. Back: 23(1) 22(2) ×× 19(3) 18 17 16 15(7).
  cro('2031-07-01', 'step-opened', 'q_review@2031-Q3', ''),
  cro('2031-09-15', 'reminder', 'q_review@2031-Q3', '-7'),
  cro('2031-09-19', 'reminder', 'q_review@2031-Q3', '-3'),
  cro('2031-09-23', 'reminder', 'q_review@2031-Q3', '-1'),
  cro('2031-09-24', 'reminder', 'q_review@2031-Q3', '0'),
  // On: 25(1) 26(2) × Sun 28!(3) 29(4) 30(5) National Day 1-8 Thu 9 October(6) 10(7) Sat 11!(8) × 13(9) 14(10) 15 16(12)
  // 17(13) ×× 20(14) 21 22 23(17).
  cro('2031-09-25', 'overdue', 'q_review@2031-Q3', '+1'),
  manager('2031-09-28', 'escalation', 'q_review@2031-Q3', 'rung+3'),
  cro('2031-09-29', 'overdue', 'q_review@2031-Q3', '+4'),
  cro('2031-10-10', 'overdue', 'q_review@2031-Q3', '+7'),
  director('2031-10-14', 'escalation', 'q_review@2031-Q3', 'rung+10'),
  cro('2031-10-16', 'overdue', 'q_review@2031-Q3', '+12'),
  cro('2031-10-23', 'overdue', 'q_review@2031-Q3', '+17'),

  // Review of 2031-Q4, opens on the first working day after National Day, Thu 9 October. The quarter ends on
  // Wed 31 December: 30(1) 29(2) ×× 26(3) 25 24(5): due Wed 24 December. Back: 23(1) 22(2) ×× 19(3) 18 17 16 15(7).
  cro('2031-10-09', 'step-opened', 'q_review@2031-Q4', ''),
  cro('2031-12-15', 'reminder', 'q_review@2031-Q4', '-7'),
  cro('2031-12-19', 'reminder', 'q_review@2031-Q4', '-3'),
  cro('2031-12-23', 'reminder', 'q_review@2031-Q4', '-1'),
  cro('2031-12-24', 'reminder', 'q_review@2031-Q4', '0'),
  // On: 25(1) 26(2) ×× 29(3) 30(4) 31(5) New Year 1-3 Sun 4!(6) Mon 5 January(7) 6 7 8(10) 9(11) ×× 12(12) 13 14 15
  // 16(16) ×× 19(17).
  cro('2031-12-25', 'overdue', 'q_review@2031-Q4', '+1'),
  manager('2031-12-29', 'escalation', 'q_review@2031-Q4', 'rung+3'),
  cro('2031-12-30', 'overdue', 'q_review@2031-Q4', '+4'),
  cro('2032-01-05', 'overdue', 'q_review@2031-Q4', '+7'),
  director('2032-01-08', 'escalation', 'q_review@2031-Q4', 'rung+10'),
  cro('2032-01-12', 'overdue', 'q_review@2031-Q4', '+12'),
  cro('2032-01-19', 'overdue', 'q_review@2031-Q4', '+17'),

  // Review of 2032-Q1, opens on Sun 4 January, the year's first working day. The quarter ends on Wed 31 March:
  // 30(1) 29(2) ×× 26(3) 25 24(5): due Wed 24 March. Back: 23(1) 22(2) ×× 19(3) 18 17 16 15(7).
  cro('2032-01-04', 'step-opened', 'q_review@2032-Q1', ''),
  cro('2032-03-15', 'reminder', 'q_review@2032-Q1', '-7'),
  cro('2032-03-19', 'reminder', 'q_review@2032-Q1', '-3'),
  cro('2032-03-23', 'reminder', 'q_review@2032-Q1', '-1'),
  cro('2032-03-24', 'reminder', 'q_review@2032-Q1', '0'),
  // On: 25(1) 26(2) ×× 29(3) 30(4) 31(5) April 1(6) 2(7) Tomb-sweeping 3-5 Tue 6(8) 7 8(10) 9(11) ×× 12(12) 13 14 15
  // 16(16) ×× 19(17).
  cro('2032-03-25', 'overdue', 'q_review@2032-Q1', '+1'),
  manager('2032-03-29', 'escalation', 'q_review@2032-Q1', 'rung+3'),
  cro('2032-03-30', 'overdue', 'q_review@2032-Q1', '+4'),
  cro('2032-04-02', 'overdue', 'q_review@2032-Q1', '+7'),
  director('2032-04-08', 'escalation', 'q_review@2032-Q1', 'rung+10'),
  cro('2032-04-12', 'overdue', 'q_review@2032-Q1', '+12'),
  cro('2032-04-19', 'overdue', 'q_review@2032-Q1', '+17'),

  // Review of 2032-Q2, opens on Thu 1 April. The quarter ends on Wed 30 June: 29(1) 28(2) ×× 25(3) 24 23(5):
  // due Wed 23 June. Back: 22(1) 21(2) ×× 18(3) 17 16 15(6) Dragon Boat 14-12 Fri 11(7).
  cro('2032-04-01', 'step-opened', 'q_review@2032-Q2', ''),
  cro('2032-06-11', 'reminder', 'q_review@2032-Q2', '-7'),
  cro('2032-06-18', 'reminder', 'q_review@2032-Q2', '-3'),
  cro('2032-06-22', 'reminder', 'q_review@2032-Q2', '-1'),
  cro('2032-06-23', 'reminder', 'q_review@2032-Q2', '0'),
  // On: 24(1) 25(2) ×× 28(3) 29(4) 30(5) July 1(6) 2(7) ×× 5(8) 6(9) 7(10): the director's day is the morning after the end.
  cro('2032-06-24', 'overdue', 'q_review@2032-Q2', '+1'),
  manager('2032-06-28', 'escalation', 'q_review@2032-Q2', 'rung+3'),
  cro('2032-06-29', 'overdue', 'q_review@2032-Q2', '+4'),
  cro('2032-07-02', 'overdue', 'q_review@2032-Q2', '+7'),

  // Review of 2032-Q3, opens on Thu 1 July; due in September.
  cro('2032-07-01', 'step-opened', 'q_review@2032-Q3', ''),

  // End of the officer's funding, due 24 months after 11 February 2030: Wed 11 February 2032, the first day of the Year
  // of the Rat; a due day is not moved. Back in calendar days: 30 is Mon 12 January (11 of February, 19 of January);
  // 90 is Thu 13 November (11 + 31 + 31 + 17); 180 is Fri 15 August (11 + 31 + 31 + 30 + 31 + 30 + 16). All are working
  // days, and the due day itself has no letter. The seat is the mayor's office, where somebody sits.
  mayorsOffice('2031-08-15', 'reminder', 'cro_funding_end', '-180'),
  mayorsOffice('2031-11-13', 'reminder', 'cro_funding_end', '-90'),
  mayorsOffice('2032-01-12', 'reminder', 'cro_funding_end', '-30'),
  // On: Spring Festival 10-17 Wed 18(1) 19 20(3) Sat 21!(4) × 23(5) 24 25(7) 26 27(9) ×× Mon 1 March(10) 2 3(12) 4 5(14) ××
  // 8(15) 9 10(17).
  mayorsOffice('2032-02-18', 'overdue', 'cro_funding_end', '+1'),
  manager('2032-02-20', 'escalation', 'cro_funding_end', 'rung+3'),
  mayorsOffice('2032-02-21', 'overdue', 'cro_funding_end', '+4'),
  mayorsOffice('2032-02-25', 'overdue', 'cro_funding_end', '+7'),
  director('2032-03-01', 'escalation', 'cro_funding_end', 'rung+10'),
  mayorsOffice('2032-03-03', 'overdue', 'cro_funding_end', '+12'),
  mayorsOffice('2032-03-10', 'overdue', 'cro_funding_end', '+17'),
];

function cro(on: Day, kind: Kind, step: string | null, threshold: string): SilentMonthsRow {
  return { on, kind, step, threshold, seat: 'cro', holder: 'p-cro' };
}

function mayorsOffice(on: Day, kind: Kind, step: string | null, threshold: string): SilentMonthsRow {
  return { on, kind, step, threshold, seat: 'mayors_office', holder: 'p-mayor' };
}

function manager(on: Day, kind: Kind, step: string | null, threshold: string): SilentMonthsRow {
  return { on, kind, step, threshold, seat: 'manager', holder: null };
}

function director(on: Day, kind: Kind, step: string | null, threshold: string): SilentMonthsRow {
  return { on, kind, step, threshold, seat: 'director', holder: null };
}
