import type { Command } from '@citypath/journey';
import { resilientCitiesChina } from '@citypath/programmes';
import { Calendars, Cities, contentHash } from '@citypath/store';
import type { Caller } from '../../support/caller';
import { reachingLeadership } from '../../support/city-with-leadership';
import { BEFORE_THE_REPORT } from '../../support/network-in-hand';
import { report } from '../../support/yiwu-on-its-way';
import { versionTwo } from '../../support/version-two';
import { act, type ActUponYiwu } from './act-upon-yiwu';
import { FIRST_DAY, type Beginning } from './four-cities-at-their-reports';

const REASON = { reason: 'Agreed with the city on the telephone.' };
const submitted: Command = { kind: 'submit', step: 'asw_report', evidence: { text: 't-1', keys: ['report'] } };
const sits: Command = { kind: 'appoint', seat: 'focal_point', person: 'p-successor', fromOn: FIRST_DAY };

const NEW_NAMES = { asw_report: 'account', p1_actions: 'register', p1_cri: null };
const THE_MAYOR = [{ seat: 'mayors_office', person: 'p-mayor' }];
/** The report has been late since Thursday. */
const LATE: Beginning = { on: '2026-09-04', reportOn: '2026-09-09' };
const BEFORE_THE_MAYOR: Beginning = {
  ...LATE,
  definition: reachingLeadership,
  seats: THE_MAYOR,
};

/** The city works neither on the Thursday before its report is due nor on the day. */
async function closed(manager: Caller): Promise<void> {
  const days = { fromOn: '2026-09-17', toOn: '2026-09-18', titleEn: 'Typhoon', titleZh: '台风' };
  await manager.put('POST', '/cities/yiwu/closures', { ...days, ...REASON });
}

/** What is put right by another act, not taken back. */
export const finalActs: Record<string, ActUponYiwu> = {
  accepting: act('steps/asw_report/acceptance', {}, () => ({ kind: 'accept', step: 'asw_report' }), {
    after: [submitted],
  }),
  returning: act(
    'steps/asw_report/return',
    { comment: 'The list of participants is missing.' },
    (comment) => ({ kind: 'return', step: 'asw_report', comment }),
    { after: [submitted] },
  ),
  'handing a seat over': act('seats/cro/hand-over', { person: 'p-successor', fromOn: FIRST_DAY }, () => {
    return { kind: 'hand-over', seat: 'cro', person: 'p-successor', fromOn: FIRST_DAY };
  }),
  'leaving a seat empty': act('seats/cro/vacancy', { on: FIRST_DAY }, () => ({
    kind: 'vacate',
    seat: 'cro',
    on: FIRST_DAY,
  })),
  'naming a liaison': act('seats/cro/liaison', { person: 'p-assistant' }, () => {
    return { kind: 'name-liaison', seat: 'cro', person: 'p-assistant' };
  }),
  'filling a seat': act('seats/focal_point/appointment', { person: 'p-successor', fromOn: FIRST_DAY }, () => sits),
  'appointing the officer': act(
    'officer',
    { person: 'p-successor', fromOn: FIRST_DAY },
    () => ({ kind: 'appoint', seat: 'cro', person: 'p-successor', fromOn: FIRST_DAY }),
    { after: [{ kind: 'vacate', seat: 'cro', on: FIRST_DAY }] },
  ),
  'giving a step to another seat': act(
    'steps/asw_report/reassignment',
    { seat: 'focal_point', ...REASON },
    (reason) => ({ kind: 'reassign', step: 'asw_report', seat: 'focal_point', reason }),
    { after: [sits] },
  ),
  'setting the day of a meeting': act(
    'steps/asw/event',
    { on: '2026-09-24', time: '09:30' },
    () => ({ kind: 'schedule-event', step: 'asw', on: '2026-09-24', time: '09:30' }),
    { after: [{ kind: 'reopen', step: 'asw', reason: 't-1' }] },
  ),
  'asking a question': act(
    'steps/asw_report/comments',
    { comment: 'Who took part in it?', audience: 'everyone', mentions: ['p-xiong'] },
    (comment) => ({
      kind: 'comment',
      step: 'asw_report',
      comment,
      audience: 'everyone',
      mentions: [{ seat: 'cro', holder: 'p-xiong' }],
      as: ['manager'],
    }),
  ),
  withdrawing: act('withdrawal', REASON, (reason) => ({ kind: 'withdraw', reason })),
  finishing: act('finish', REASON, (reason) => ({ kind: 'finish', reason }), { after: allSkipped() }),

  'handing in': act(
    'steps/asw_report/submission',
    report(),
    (answers) => {
      return { kind: 'submit', step: 'asw_report', evidence: { text: answers, keys: ['report'] } };
    },
    { by: 'p-xiong' },
  ),
  'asking to be let off': act(
    'steps/cro_funding_end/waiver-request',
    REASON,
    (reason) => {
      return { kind: 'submit', step: 'cro_funding_end', evidence: { text: null, keys: [] }, waiver: { reason } };
    },
    { by: 'p-mayor', begins: { on: FIRST_DAY, seats: THE_MAYOR } },
  ),
  'taking a city in again': act('readmission', REASON, (reason) => ({ kind: 'readmit', reason }), {
    after: [{ kind: 'withdraw', reason: 't-1' }],
  }),
  'taking a late step on until a day': act(
    'steps/asw_report/acknowledgement',
    { untilOn: '2026-09-22', note: 'The vice mayor reads it first.' },
    (note) => ({ kind: 'acknowledge', step: 'asw_report', untilOn: '2026-09-22', note }),
    { by: 'p-xiong', begins: LATE },
  ),
  'letting a prepared letter go': act(
    'steps/asw_report/prepared-letter/release',
    { words: 'We would be glad of your word in the matter.' },
    (words) => ({ kind: 'release-rung', step: 'asw_report', words }),
    { begins: BEFORE_THE_MAYOR },
  ),
  'keeping a prepared letter back': act(
    'steps/asw_report/prepared-letter/decline',
    REASON,
    (reason) => ({ kind: 'decline-rung', step: 'asw_report', reason }),
    { begins: BEFORE_THE_MAYOR },
  ),
  'taking the newest calendar': act(
    'calendar',
    REASON,
    async (reason, { dataSource }) => {
      const { calendarHash: hash } = (await new Cities(dataSource).byKey('yiwu'))!;
      const calendar = (await new Calendars(dataSource).byHash(hash))!;
      return { kind: 'adopt-calendar', hash, calendar, reason };
    },
    { after: [closed] },
  ),
  'taking the newest version of the programme': act(
    'definition',
    { ...REASON, steps: NEW_NAMES },
    (reason) => {
      const hash = contentHash(versionTwo);
      return { kind: 'adopt-definition', hash, definition: versionTwo, reason, steps: NEW_NAMES, holding: [] };
    },
    { renames: NEW_NAMES },
  ),
};

/** From the report to the strategy; what repeats goes on. */
function allSkipped(): Command[] {
  const ahead = resilientCitiesChina.steps.filter(({ key, repeats }) => !BEFORE_THE_REPORT.includes(key) && !repeats);
  // Of what there is one of for each row of a list there is one where no list was handed in.
  return ahead.map(({ key, perItem }) => ({ kind: 'skip', step: perItem ? `${key}@1` : key, reason: 't-1' }));
}
