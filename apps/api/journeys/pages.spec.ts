import type { Instant } from '@citypath/calendar';
import { cityPageResponse, type CityPageResponse } from '@citypath/contracts';
import { directory, journeyOf, manager, MONDAY, reader, told, type Told } from '../spec/yiwu';
import { boardRow } from './board-row';
import { cityPage } from './city-page';

const at = (time: string) => `2026-11-23T${time}.000Z` as Instant;
const planned: Parameters<typeof told> = [
  [
    'p-administrator',
    at('01:00:01'),
    { kind: 'agree-date', step: 'asw_report', dueOn: '2026-11-18', reason: 't-plan', planned: true },
  ],
  [null, at('01:00:02'), { kind: 'clock-struck' }],
];
const words = new Map<string, unknown>([
  ['t-plan', 'Demonstration'],
  ['t-report', { report: { kind: 'document', title: '报告 <b>', link: 'https://yiwu.example/1' } }],
  ['t-comment', 'Please add the participants.'],
]);

function pageOf({ state, facts }: Told, who = reader('p-xiong')): CityPageResponse {
  return cityPageResponse.parse(
    cityPage({
      journey: journeyOf(state),
      facts,
      words,
      papers: new Map(),
      dropped: [],
      directory,
      reader: who,
      now: MONDAY,
    }),
  );
}

const stepOf = (page: CityPageResponse, ref: string) => page.steps.find((step) => step.ref === ref)!;

describe('the board', () => {
  const row = boardRow(journeyOf(told(...planned).state), directory, manager, MONDAY);
  const cell = (stage: string) => row.cells.find((one) => one.stage === stage)!;

  it('shows what is done without a day, whom the city appointed, and what is late', () => {
    expect(cell('joining')).toMatchObject({ sign: 'done', known: false, done: 3, of: 3 });
    expect(cell('cro')).toMatchObject({ sign: 'done', known: false, who: { name: 'Xiong Tao' } });
    expect(cell('workshop')).toMatchObject({ sign: 'late', workingDaysLate: 3, planned: true, dueOn: '2026-11-18' });
    expect(cell('phase1')).toMatchObject({ sign: 'open', done: 0, of: 4 });
    expect(cell('strategy')).toMatchObject({ sign: 'waiting', step: null });
  });

  it('says what the city waits for, as one would say it', () => {
    expect(row.next).toMatchObject({ step: 'asw_report', workingDaysLeft: -3, who: { seat: 'cro' } });
    expect(row.why.en).toBe(
      'Yiwu: Workshop report was due on Wed 18 Nov, 3 working days ago; Xiong Tao has it; ' +
        'on Tue 24 Nov Xiong Tao is told that Workshop report is late.',
    );
    expect(row.why.zh).toMatch(/^义乌：“研讨会报告”应于11月18日（周三）前完成，已逾期3个工作日，由熊涛负责；/);
  });
});

test('a city that has withdrawn is spoken of in a whole sentence', () => {
  const withdrawn = told(['p-administrator', at('01:00:01'), { kind: 'withdraw', reason: 't-plan' }]);
  const { why } = boardRow(journeyOf(withdrawn.state), directory, manager, MONDAY);
  expect(why).toEqual({
    en: 'Yiwu has withdrawn from 100 Resilient Cities · China.',
    zh: '义乌已退出全球100韧性城市 · 中国。',
  });
});

describe("a city's page", () => {
  it('says what is wanted of whom, and lets only those act who may', () => {
    const page = pageOf(told(...planned));
    const [first] = page.now;
    expect(first).toMatchObject({ step: 'asw_report', sign: 'late', of: { person: { name: 'Xiong Tao' } } });
    expect(first!.sentence.zh).toBe('请熊涛于11月18日（周三）前提交“研讨会报告”。');
    expect(first!.acts.map(({ act, main }) => [act, main])).toEqual([
      ['submit', true],
      ['acknowledge', true],
    ]);
    expect(page.acts).toEqual([]);
    const forManager = pageOf(told(...planned), manager).now[0]!.acts;
    expect(forManager.map(({ act }) => act)).toEqual([
      'submit',
      'acknowledge',
      'agree-date',
      'set-cadence',
      'reassign',
      'complete',
      'skip',
    ]);
    expect(forManager[0]).toMatchObject({ main: false, onBehalfOf: { name: 'Xiong Tao' } });
    expect(forManager[0]!.href).toBe('/api/v1/journeys/100rc-cn.yiwu/steps/asw_report/submission');
  });

  it('has four dates a step, and tells days not known, planned and still to be confirmed', () => {
    const page = pageOf(told(...planned));
    expect(stepOf(page, 'asw').dates).toMatchObject({ actualOn: null, actualUnknown: true });
    expect(stepOf(page, 'asw_report').dates).toMatchObject({
      agreedOn: '2026-11-18',
      forecastOn: '2026-11-23',
      planned: true,
    });
    expect(stepOf(page, 'leadership_group').dates).toMatchObject({ toBeConfirmed: true, forecastOn: null });
    expect(stepOf(page, 'draft').waitsFor.map(({ en }) => en)).toEqual(['Opportunity assessment']);
  });

  it('explains a day that was counted', () => {
    expect(stepOf(pageOf(told()), 'q_review@2026-Q4').counted?.en).toBe(
      'Thu 24 Dec 2026: 5 working days before 31 Dec',
    );
  });

  it('marks days of a year whose holidays are not published', () => {
    const page = pageOf(told());
    expect(page.provisionalFromOn).toBe('2027-01-01');
    const [before, after] = [false, true].map((later) => page.nextByItself.filter(({ on }) => on >= '2027' === later));
    expect(before!.map(({ sentence }) => sentence.en).join()).not.toContain('provisional');
    expect(after!.length).toBeGreaterThan(0);
    for (const { sentence } of after!) {
      expect(sentence.en).toMatch(/^\w{3} \d+ \w{3} 2027 \(provisional\): /);
      expect(sentence.zh).toMatch(/^2027年\d+月\d+日（周.，暂定）：/);
    }
  });

  it('says under an act what it will cause, as the rules would have it', () => {
    const handIn = { kind: 'submit' as const, step: 'grant', evidence: { text: null, keys: ['agreement'] } };
    const story = told(
      ['p-manager', at('02:00:00'), { kind: 'reopen', step: 'grant', reason: 't-plan' }],
      ['p-office', at('02:00:01'), handIn],
    );
    const { acts } = stepOf(pageOf(story, manager), 'grant');
    expect(acts.map(({ act, causes }) => [act, causes?.en ?? null])).toEqual([
      ['accept', 'tells Zhou Min'],
      ['return', 'tells Zhou Min, with your comment'],
      ['reassign', null],
      ['complete', null],
      ['skip', null],
    ]);
  });

  it('keeps both rounds, with what was handed in and what was said', () => {
    const handIn = { kind: 'submit' as const, step: 'asw_report', evidence: { text: 't-report', keys: ['report'] } };
    const story = told(
      ...planned,
      ['p-xiong', at('02:00:00'), handIn],
      ['p-manager', at('03:00:00'), { kind: 'return', step: 'asw_report', comment: 't-comment' }],
      ['p-xiong', at('04:00:00'), handIn],
      ['p-manager', at('05:00:00'), { kind: 'accept', step: 'asw_report' }],
    );
    const { rounds, sign, acts } = stepOf(pageOf(story), 'asw_report');
    expect(sign).toBe('done');
    expect(acts).toEqual([]);
    expect(rounds).toMatchObject([
      {
        round: 1,
        inTime: false,
        outcome: 'returned',
        comment: 'Please add the participants.',
        handedIn: { report: { title: '报告 <b>' } },
      },
      { round: 2, inTime: true, outcome: 'accepted', decidedBy: { name: 'Chen Wei' }, comment: null },
    ]);
  });

  it('bears what was erased, and a person nobody knows any more', () => {
    const handIn = { kind: 'submit' as const, step: 'asw_report', evidence: { text: 't-gone', keys: ['report'] } };
    const { state, facts } = told(...planned, ['p-gone', at('02:00:00'), handIn]);
    const [round] = stepOf(pageOf({ state, facts: facts }), 'asw_report').rounds;
    expect(round).toMatchObject({ submittedBy: null, handedIn: null, outcome: 'waits-for-acceptance' });
  });

  it('on hold says for whom the clock stands still', () => {
    const held = told(...planned, [
      'p-manager',
      at('02:00:00'),
      { kind: 'hold', awaiting: 't-comment', reason: 't-plan', untilOn: '2026-12-01' },
    ]);
    const page = pageOf(held, manager);
    expect(page).toMatchObject({ status: 'on-hold', hold: { reason: 'Demonstration', untilOn: '2026-12-01' } });
    expect(stepOf(page, 'asw_report').sign).toBe('on-hold');
    expect(page.acts.filter(({ main }) => main).map(({ act }) => act)).toEqual(['resume']);
  });
});
