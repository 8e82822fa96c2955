import { addDays, type Day } from '@citypath/calendar';
import fc from 'fast-check';
import { act, type ActUponYiwu } from './act-upon-yiwu';
import { FIRST_DAY } from './four-cities-at-their-reports';

const REASON = { reason: 'It was agreed.' };
const CADENCES = [
  { before: { unit: 'working-days' as const, days: [2] }, afterWorkingDays: [2, 5] },
  { before: { unit: 'working-days' as const, days: [5, 1, 0] }, afterWorkingDays: [1] },
];

const KINDS = [
  ...(['skip', 'reopen', 'go-to', 'restart-from', 'complete', 'waive', 'accept', 'return', 'agree-date'] as const),
  ...(['reassign', 'schedule-event', 'acknowledge', 'set-cadence', 'hold', 'resume', 'withdraw', 'readmit'] as const),
  ...(['appoint', 'hand-over', 'vacate', 'name-liaison', 'hand in'] as const),
];

/** What the manager might do to some step or seat of Yiwu, or to all of it, or its officer hand in; it may make no sense. */
export const anyAct: fc.Arbitrary<ActUponYiwu> = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    step: fc.constantFrom(
      'asw_report',
      'asw_report',
      'asw',
      'leadership_group',
      'p1_cri',
      'p1_assets',
      'p2_opportunity',
    ),
    seat: fc.constantFrom('cro', 'cro', 'focal_point'),
    person: fc.constantFrom('p-xiong', 'p-successor'),
    day: fc.integer({ min: -3, max: 45 }).map((days): Day => addDays(FIRST_DAY, days)),
    cadence: fc.constantFrom(...CADENCES, null),
  })
  .map(actOf);

interface Wish {
  kind: (typeof KINDS)[number];
  step: string;
  seat: string;
  person: string;
  day: Day;
  cadence: (typeof CADENCES)[number] | null;
}

function actOf({ kind, step, seat, person, day, cadence }: Wish): ActUponYiwu {
  const upon = (route: string) => `steps/${step}/${route}`;
  const sitting = (route: string) => `seats/${seat}/${route}`;
  switch (kind) {
    case 'skip':
      return act(upon('skip'), REASON, (reason) => ({ kind, step, reason }));
    case 'reopen':
      return act(upon('reopening'), REASON, (reason) => ({ kind, step, reason }));
    case 'go-to':
      return act(upon('go-to'), REASON, (reason) => ({ kind, step, reason }));
    case 'restart-from':
      return act(upon('restart'), REASON, (reason) => ({ kind, step, reason }));
    case 'complete':
      return act(upon('completion'), { happenedOn: null, ...REASON }, (reason) => {
        return { kind, step, happenedOn: null, reason };
      });
    case 'waive':
      return act('steps/cro_funding_end/waiver', REASON, (reason) => ({ kind, step: 'cro_funding_end', reason }));
    case 'accept':
      return act(upon('acceptance'), {}, () => ({ kind, step }));
    case 'return':
      return act(upon('return'), { comment: 'A page is missing.' }, (comment) => ({ kind, step, comment }));
    case 'agree-date':
      return act(upon('date'), { dueOn: day, ...REASON }, (reason) => {
        return { kind, step, dueOn: day, reason, planned: false };
      });
    case 'reassign':
      return act(upon('reassignment'), { seat, ...REASON }, (reason) => ({ kind, step, seat, reason }));
    case 'schedule-event':
      return act('steps/asw/event', { on: day, time: '09:30' }, () => ({ kind, step: 'asw', on: day, time: '09:30' }));
    case 'acknowledge':
      return act(upon('acknowledgement'), { untilOn: day }, () => ({ kind, step, untilOn: day }));
    case 'set-cadence':
      return cadence === null
        ? act(upon('programme-cadence'), {}, () => ({ kind, step, cadence }))
        : act(upon('cadence'), { cadence }, () => ({ kind, step, cadence }));
    case 'hold':
      return act('hold', { awaiting: 'The new vice mayor', untilOn: day, ...REASON }, (text) => {
        return { kind, awaiting: text, reason: text, untilOn: day };
      });
    case 'resume':
      return act('resume', REASON, (reason) => ({ kind, reason }));
    case 'withdraw':
      return act('withdrawal', REASON, (reason) => ({ kind, reason }));
    case 'readmit':
      return act('readmission', REASON, (reason) => ({ kind, reason }));
    case 'appoint':
      return act(sitting('appointment'), { person, fromOn: FIRST_DAY }, () => ({
        kind,
        seat,
        person,
        fromOn: FIRST_DAY,
      }));
    case 'hand-over':
      return act(sitting('hand-over'), { person, fromOn: FIRST_DAY }, () => ({
        kind,
        seat,
        person,
        fromOn: FIRST_DAY,
      }));
    case 'vacate':
      return act(sitting('vacancy'), { on: FIRST_DAY }, () => ({ kind, seat, on: FIRST_DAY }));
    case 'name-liaison':
      return act(sitting('liaison'), { person: 'p-assistant' }, () => ({ kind, seat, person: 'p-assistant' }));
    case 'hand in':
      return act(
        'steps/asw_report/submission',
        { evidence: { report: { kind: 'document', title: 'Report', link: 'https://yiwu.example/report.pdf' } } },
        (text) => ({ kind: 'submit', step: 'asw_report', evidence: { text, keys: ['report'] } }),
        { by: 'p-xiong' },
      );
  }
}
