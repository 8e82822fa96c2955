import { boardSheet, inert } from './board-sheet';

it('lets no text of ours be computed', () => {
  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1']) expect(inert(text)).toBe(`'${text}`);
  expect(['Yiwu', '义乌市', 'a=b', ''].map(inert)).toEqual(['Yiwu', '义乌市', 'a=b', '']);
});

it('says of a day whose year is not published that it is provisional, in the words and in a column', () => {
  const due = { dueOn: '2027-01-06', planned: false };
  const step = { ref: 'asw_report', title: { en: 'Workshop report', zh: '研讨会报告' } };
  const row: Parameters<typeof boardSheet>[1][number] = {
    journeyId: '100rc-cn.yiwu',
    city: { key: 'yiwu', nameEn: 'Yiwu', nameZh: '义乌市' },
    status: 'active',
    head: 1,
    demonstration: false,
    provisionalFromOn: '2027-01-01',
    cells: [
      {
        ...due,
        step,
        stage: 'workshop',
        sign: 'open',
        known: true,
        presumed: false,
        done: 0,
        of: 1,
        who: null,
        workingDaysLate: null,
      },
    ],
    next: {
      ...due,
      step: step.ref,
      title: step.title,
      sign: 'open',
      workingDaysLeft: 7,
      who: { seat: 'cro', seatTitle: { en: 'Chief Resilience Officer', zh: '首席韧性官' }, person: null, note: null },
    },
    why: { en: '', zh: '' },
    toldToTheTop: null,
    gaps: null,
  };
  const programme = {
    key: '100rc-cn',
    title: step.title,
    stages: [{ key: 'workshop', title: { en: 'Workshop', zh: '研讨会' } }],
  };
  expect(byTitle('en', row)).toMatchObject({
    Workshop: 'open: Workshop report, due Wed 6 Jan 2027 (provisional)',
    'Due on': '2027-01-06',
    Provisional: 'yes',
  });
  expect(byTitle('zh', row)).toMatchObject({
    研讨会: '进行中：研讨会报告，2027年1月6日（周三，暂定）截止',
    截止日期: '2027-01-06',
    暂定: '是',
  });
  expect(byTitle('en', { ...row, provisionalFromOn: '2028-01-01' })).toMatchObject({ Provisional: '' });

  function byTitle(language: 'en' | 'zh', one: typeof row) {
    const { header, rows } = boardSheet(programme, [one], language);
    return Object.fromEntries(header.map((title, place) => [title, rows[0]?.[place]]));
  }
});
