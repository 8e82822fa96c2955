import type { Cadence, Command } from '@citypath/journey';
import { act, type ActUponYiwu } from './act-upon-yiwu';
import { FIRST_DAY } from './four-cities-at-their-reports';

const REASON = { reason: 'Agreed with the city on the telephone.' };
const skipped: Command = { kind: 'skip', step: 'asw_report', reason: 't-1' };
const completed: Command = { kind: 'complete', step: 'asw_report', happenedOn: FIRST_DAY, reason: 't-1' };
const held: Command = { kind: 'hold', awaiting: 't-1', reason: 't-1', untilOn: '2026-10-09' };

const otherDays: Cadence = { before: { unit: 'working-days', days: [2] }, afterWorkingDays: [2, 5] };

/** What may be taken back within a day. */
export const reversibleActs: Record<string, ActUponYiwu> = {
  'skipping a step': act('steps/asw_report/skip', REASON, (reason) => ({ kind: 'skip', step: 'asw_report', reason })),
  'agreeing a later day': act('steps/asw_report/date', { dueOn: '2026-09-29', ...REASON }, (reason) => {
    return { kind: 'agree-date', step: 'asw_report', dueOn: '2026-09-29', reason, planned: false };
  }),
  'completing on behalf': act('steps/asw_report/completion', { happenedOn: FIRST_DAY, ...REASON }, (reason) => {
    return { kind: 'complete', step: 'asw_report', happenedOn: FIRST_DAY, reason };
  }),
  'waiving a step': act('steps/cro_funding_end/waiver', REASON, (reason) => {
    return { kind: 'waive', step: 'cro_funding_end', reason };
  }),
  reopening: act('steps/asw_report/reopening', REASON, (reason) => ({ kind: 'reopen', step: 'asw_report', reason }), {
    after: [skipped],
  }),
  'going on at a step': act('steps/p1_cri/go-to', REASON, (reason) => ({ kind: 'go-to', step: 'p1_cri', reason })),
  'restarting from a step': act(
    'steps/asw_report/restart',
    REASON,
    (reason) => ({ kind: 'restart-from', step: 'asw_report', reason }),
    { after: [completed] },
  ),
  holding: act('hold', { awaiting: 'The new vice mayor', untilOn: '2026-10-09', ...REASON }, (text) => ({
    kind: 'hold',
    awaiting: text,
    reason: text,
    untilOn: '2026-10-09',
  })),
  resuming: act('resume', REASON, (reason) => ({ kind: 'resume', reason }), { after: [held] }),
  'choosing other days of reminding': act('steps/asw_report/cadence', { cadence: otherDays }, () => ({
    kind: 'set-cadence',
    step: 'asw_report',
    cadence: otherDays,
  })),
  'going by the programme’s days of reminding again': act(
    'steps/asw_report/programme-cadence',
    {},
    () => ({ kind: 'set-cadence', step: 'asw_report', cadence: null }),
    { after: [{ kind: 'set-cadence', step: 'asw_report', cadence: otherDays }] },
  ),
  'choosing other days of reminding for all steps': act('cadence', { cadence: otherDays }, () => ({
    kind: 'set-cadence',
    step: null,
    cadence: otherDays,
  })),
  'going by the programme’s days of reminding again for all steps': act(
    'programme-cadence',
    {},
    () => ({ kind: 'set-cadence', step: null, cadence: null }),
    { after: [{ kind: 'set-cadence', step: null, cadence: otherDays }] },
  ),
};
