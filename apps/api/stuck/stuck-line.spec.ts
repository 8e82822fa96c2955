import { dayAt, instantAt, type Day, type Instant } from '@citypath/calendar';
import {
  clockStamp,
  judge,
  nextMoment,
  presumedReport,
  stuck,
  type Command,
  type JourneyState,
} from '@citypath/journey';
import { context, directory, journeyOf, manager, MONDAY, told } from '../spec/yiwu';
import { withProgrammeSeats } from './stuck-journey';
import { stuckLine } from './stuck-line';

/** Yiwu with what was given to it on Monday 23 November 2026, and what the clock has done since; letters arrive. */
function yiwuOn(day: Day, ...given: Command[]): { state: JourneyState; now: Instant } {
  let { state } = told(...given.map((command) => ['p-manager', MONDAY, command] as [string, Instant, Command]));
  const now = instantAt(context.calendar, day, '10:00');
  const take = (command: Command, at: Instant): void => {
    const judged = judge(context, state, command, clockStamp(at));
    if (judged.kind === 'refused') throw new Error(`${command.kind} was refused: ${judged.refusal.code}`);
    state = judged.state;
  };
  let at: Instant = MONDAY;
  for (let next = nextMoment(context, state, at); next !== null && next <= now; next = nextMoment(context, state, at)) {
    at = next > at ? next : at;
    take({ kind: 'clock-struck' }, at);
    const report = presumedReport(state);
    if (report) take(report, at);
  }
  return { state, now };
}

function lineOf({ state, now }: { state: JourneyState; now: Instant }, more: Partial<typeof directory> = {}) {
  const journey = journeyOf(state);
  const known = { ...directory, ...more };
  const waits = stuck(context, state, now);
  if (!waits) return null;
  const found = withProgrammeSeats(waits, context, known.programmeSeats);
  return stuckLine(
    { journey, found },
    {
      directory: known,
      reader: manager,
      today: dayAt(context.calendar, now),
      awaiting: 'the election',
    },
  );
}
const agreed: Command = { kind: 'agree-date', step: 'asw_report', dueOn: '2026-11-27', reason: 't' };
const submitted: Command = { kind: 'submit', step: 'asw_report', evidence: { text: 't', keys: ['report'] } };

test('what is late is said with since when, who is told next, and when', () => {
  expect(lineOf(yiwuOn('2026-12-01', agreed))).toMatchObject({
    cause: 'overdue',
    sinceOn: '2026-11-23',
    nextOn: '2026-12-02',
    sentence: {
      en: 'Yiwu waits for Xiong Tao to hand in Workshop report, wanted since Mon 23 Nov, due on Fri 27 Nov, 2 working days ago; on Wed 2 Dec Chen Wei is told that Workshop report waits; you can choose “Agree another day: Workshop report”.',
      zh: '义乌等待熊涛提交“研讨会报告”，自11月23日（周一）起待办，应于11月27日（周五）前完成，已逾期2个工作日；12月2日（周三）将“研讨会报告”的延误告知陈伟；您可以选择“商定新期限：研讨会报告”。',
    },
    options: [
      { act: 'agree-date', page: '/journeys/100rc-cn.yiwu/steps/asw_report?act=agree-date' },
      { act: 'submit', page: '/journeys/100rc-cn.yiwu/steps/asw_report?act=submit' },
      { act: 'hold', page: '/journeys/100rc-cn.yiwu#whole' },
    ],
  });
});

test('what somebody has taken on says until when', () => {
  const owned: Command = { kind: 'acknowledge', step: 'asw_report', untilOn: '2026-12-04' };
  const { state } = yiwuOn('2026-12-01', agreed);
  const now = instantAt(context.calendar, '2026-12-01', '10:01');
  const judged = judge(context, state, owned, { ...clockStamp(now), by: 'p-xiong' });
  if (judged.kind === 'refused') throw new Error(judged.refusal.code);
  expect(lineOf({ state: judged.state, now })?.sentence).toEqual({
    en: expect.stringContaining(', due on Fri 27 Nov, 2 working days ago, taken on until Fri 4 Dec; on ') as string,
    zh: expect.stringContaining('已逾期2个工作日，已承诺于12月4日（周五）前办理；') as string,
  });
});

test('at the end of the ladder it says that nothing follows, and what leads on', () => {
  expect(lineOf(yiwuOn('2027-02-01', agreed))).toMatchObject({
    cause: 'ladder-ended',
    nextOn: null,
    sentence: {
      en: 'Yiwu waits for Xiong Tao to hand in Workshop report, wanted since Mon 23 Nov 2026, due on Fri 27 Nov 2026, 45 working days ago; everybody above was told, the last on Fri 11 Dec 2026, and nothing follows by itself; you can choose “Agree another day: Workshop report”.',
      zh: '义乌等待熊涛提交“研讨会报告”，自2026年11月23日（周一）起待办，应于2026年11月27日（周五）前完成，已逾期45个工作日；各级均已告知，最后一次为2026年12月11日（周五），此后不会自动跟进；您可以选择“商定新期限：研讨会报告”。',
    },
  });
});

test('a paper that is not accepted waits for whoever accepts, also when everybody above was told', () => {
  expect(lineOf(yiwuOn('2026-11-24', submitted))).toMatchObject({
    cause: 'to-accept',
    sinceOn: '2026-11-23',
    sentence: {
      en: 'Yiwu waits for Chen Wei to accept Workshop report, handed in on Mon 23 Nov, due on Mon 30 Nov (in 4 working days); on Thu 26 Nov Chen Wei is reminded to accept Workshop report; you can choose “Accept: Workshop report”.',
      zh: '义乌等待陈伟审核“研讨会报告”，该内容于11月23日（周一）提交，应于11月30日（周一）前审核（还有4个工作日）；11月26日（周四）提醒陈伟审核“研讨会报告”；您可以选择“通过研讨会报告”。',
    },
  });
  expect(lineOf(yiwuOn('2027-01-25', submitted))).toMatchObject({ cause: 'ladder-ended' });
});

test('a vacant seat is said with who acts meanwhile, and who fills it', () => {
  const emptied: Command[] = [
    { kind: 'name-liaison', seat: 'cro', person: null },
    { kind: 'vacate', seat: 'cro', on: '2026-11-23' },
  ];
  expect(lineOf(yiwuOn('2026-11-24', ...emptied))).toMatchObject({
    cause: 'vacancy',
    sentence: {
      en: 'Yiwu waits for somebody to be appointed Chief Resilience Officer: the seat is vacant, and Chen Wei has Quarterly review Q4 2026, wanted since Mon 23 Nov, due on Thu 24 Dec (in 22 working days); on Tue 15 Dec Chen Wei is reminded of Quarterly review Q4 2026; you can choose “Appoint the Chief Resilience Officer”.',
      zh: '义乌等待任命首席韧性官：该职务空缺，暂由陈伟负责“季度评审（2026年第4季度）”，自11月23日（周一）起待办，应于12月24日（周四）前完成（还有22个工作日）；12月15日（周二）提醒陈伟办理“季度评审（2026年第4季度）”；您可以选择“任命首席韧性官”。',
    },
    options: [{ act: 'appoint', page: '/journeys/100rc-cn.yiwu#seats' }],
  });
});

test('a hold says what it waits for, since when, and when it ends by itself', () => {
  const held: Command = { kind: 'hold', awaiting: 't1', reason: 't2', untilOn: '2026-12-18' };
  expect(lineOf(yiwuOn('2026-11-24', held))).toMatchObject({
    cause: 'on-hold',
    sinceOn: '2026-11-23',
    nextOn: '2026-12-18',
    sentence: {
      en: 'Yiwu is on hold since Mon 23 Nov, waiting for “the election”; on Fri 18 Dec it resumes by itself; you can choose “Resume the journey”.',
      zh: '义乌自11月23日（周一）起暂停，等待“the election”；12月18日（周五）自动恢复；您可以选择“恢复历程”。',
    },
  });
});

test('lost contact says whose address is to be mended, and that nobody above is told before', () => {
  const { state, now } = yiwuOn('2026-11-25', agreed);
  const lost = { seat: 'cro', person: 'p-xiong', why: 'bounced', sinceOn: '2026-11-24', letterSeq: 3 } as const;
  expect(lineOf({ state: { ...state, contacts: [lost] }, now })).toMatchObject({
    cause: 'contact-lost',
    sinceOn: '2026-11-24',
    sentence: {
      en: 'Yiwu waits for the address of Xiong Tao to be mended: since Tue 24 Nov letters do not reach Xiong Tao, who has Workshop report, due on Fri 27 Nov (in 2 working days); until then nobody above is told; you can choose “Correct the address of Xiong Tao”.',
      zh: '义乌等待更正熊涛的联系方式：自11月24日（周二）起信件无法送达熊涛，其负责的“研讨会报告”应于11月27日（周五）前完成（还有2个工作日）；更正之前不会向上级上报；您可以选择“更正熊涛的邮箱地址”。',
    },
    options: [{ act: null, page: '/people/p-xiong?form=details' }],
  });
});

test('a day that nobody set is said, and that nothing follows', () => {
  expect(lineOf(yiwuOn('2026-11-24'))).toMatchObject({
    cause: 'to-be-confirmed',
    sentence: {
      en: 'Yiwu waits for a day to be set for Workshop report, which Xiong Tao has since Mon 23 Nov; nothing follows by itself; you can choose “Agree another day: Workshop report”.',
      zh: '义乌等待确定“研讨会报告”的日期，该步骤自11月23日（周一）起由熊涛负责；此后不会自动跟进；您可以选择“商定新期限：研讨会报告”。',
    },
  });
});

test('a step whose needs never come says what it needs', () => {
  const { state, now } = yiwuOn('2026-11-24', agreed);
  const [first] = context.definition.steps;
  const ghost = { ...first!, key: 'ghost', title: { en: 'Ghost', zh: '幽灵步骤' }, needs: 'late' };
  const late = { ...first!, key: 'late', title: { en: 'Late step', zh: '后续步骤' }, needs: 'ghost' };
  const steps = [...context.definition.steps, ghost, late];
  const journey = { ...journeyOf(state), context: { ...context, definition: { ...context.definition, steps } } };
  const found = stuck(journey.context, state, now);
  expect(found).toEqual({ cause: 'never-met', step: 'ghost', missing: ['late'] });
  const line =
    found && stuckLine({ journey, found }, { directory, reader: manager, today: '2026-11-24', awaiting: null });
  expect(line?.sentence).toEqual({
    en: 'Yiwu waits for what never comes: Ghost opens only after Late step, which will not open; nothing follows by itself; you can choose “Record as done: Late step”.',
    zh: '义乌等待的条件无法满足：“幽灵步骤”须在“后续步骤”之后开放，而后者不会再开放；此后不会自动跟进；您可以选择“登记完成：后续步骤”。',
  });
});
