import type { Language } from '@citypath/calendar';
import { datesMoved } from './dates-moved';
import { letterFacts, manager, report, said, stepFacts, xiong } from './letter-builders';
import { overdue } from './overdue';
import { reminder } from './reminder';
import { returned } from './returned';
import { stepOpened } from './step-opened';
import { toAccept } from './to-accept';
import { welcome } from './welcome';

/** 2026 is published, 2027 is not. */
const inJanuary = (language: Language) => ({
  ...stepFacts(language, {
    dueOn: '2027-01-06',
    workingDaysLeft: 7,
    reckoning: { en: 'the holidays of 2027 are not published yet', zh: '2027年放假安排尚未公布' },
  }),
  today: '2026-12-25' as const,
  next: [{ kind: 'escalation' as const, on: '2027-01-11' as const, to: manager, toReader: false }],
});

test('a letter says of each day to come that it is provisional, and why', () => {
  expect(said(reminder(inJanuary('en')))).toMatchInlineSnapshot(`
    "Yiwu: Workshop report
    ~ Due Wed 6 Jan 2027 (provisional).
    Dear Vice Mayor Xiong,
    “Workshop report” is due on Wed 6 Jan 2027 (provisional), in 7 working days.
    (The holidays of 2027 are not published yet.)
    [Hand in the document]
    If nothing happens, Li Wen (Programme manager) is told on Mon 11 Jan 2027 (provisional)."
  `);
  expect(said(reminder(inJanuary('zh')))).toMatchInlineSnapshot(`
    "义乌市：研讨会报告
    ~ 2027年1月6日（周三，暂定）到期。
    Xiong Tao副市长，您好：
    “研讨会报告”的期限是2027年1月6日（周三，暂定），还有7个工作日。
    （2027年放假安排尚未公布。）
    [提交文件]
    如果届时仍无进展，将于2027年1月11日（周一，暂定）告知项目经理李文。"
  `);
});

test('so does every other letter that names a due day', () => {
  const late = { ...inJanuary('zh'), today: '2027-01-07' as const };
  const submitted = { on: '2026-12-24' as const, by: xiong, onBehalfOf: null };
  const letters = [
    stepOpened({ ...inJanuary('zh'), reopened: null }),
    overdue(late),
    returned({ ...inJanuary('zh'), comment: null, backTo: null, isWaiver: false }),
    toAccept({ ...inJanuary('zh'), submitted, again: false, waiver: null }),
  ];
  for (const letter of letters) {
    expect(letter.preview).toContain('（周三，暂定）');
    expect(said(letter)).toContain('2027年1月6日（周三，暂定）');
    expect(said(letter)).toContain('（2027年放假安排尚未公布。）');
  }
});

test('a list marks the days that may move, and says why once', () => {
  const openSteps = [
    { title: report.title, dueOn: '2026-12-31' as const },
    { title: { en: 'Leadership group', zh: '领导小组' }, dueOn: '2027-01-06' as const },
  ];
  const lines = (language: Language) =>
    said(welcome({ ...letterFacts(language), takenOver: false, openSteps }))
      .split('\n')
      .slice(4, 7);
  expect(lines('en')).toEqual([
    '- Workshop report: due Thu 31 Dec',
    '- Leadership group: due Wed 6 Jan 2027 (provisional)',
    'Provisional: the holidays of that year are not published yet, and the day may move.',
  ]);
  expect(lines('zh')).toEqual([
    '- 研讨会报告：12月31日（周四）到期',
    '- 领导小组：2027年1月6日（周三，暂定）到期',
    '暂定：当年放假安排尚未公布，日期可能变动。',
  ]);
});

test('a day that a newer calendar has moved may move once more', () => {
  const moved = [
    {
      title: report.title,
      accepting: false,
      dueOn: '2027-01-06' as const,
      previousOn: '2026-12-31' as const,
      reckoning: null,
    },
  ];
  const letter = (language: Language) => datesMoved({ ...letterFacts(language), moved, reason: null });
  expect(said(letter('en'))).toContain(
    '“Workshop report”: now due Wed 6 Jan 2027 (provisional) instead of Thu 31 Dec 2026',
  );
  expect(said(letter('zh'))).toContain('期限由2026年12月31日（周四）改为2027年1月6日（周三，暂定）');
  expect(letter('zh').subject).toContain('2027年1月6日（周三，暂定）');
});
