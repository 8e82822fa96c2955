import { contactLost } from './contact-lost';
import { escalation } from './escalation';
import { cro, director, letterFacts, manager, report, said, sorkin, stepFacts, xiong } from './letter-builders';
import type { LetterFacts, SeatNow } from './letter-facts';
import { rungPassedOver } from './rung-passed-over';
import { toRelease } from './to-release';

const mayorsOffice: SeatNow = {
  title: { en: "Mayor's office", zh: '市长办公室' },
  of: 'city',
  office: true,
  person: null,
};
const late = (language: LetterFacts['language']) => ({
  ...stepFacts(language, { workingDaysLeft: -5 }),
  today: '2026-11-02' as const,
  seat: manager,
  reader: manager.person ?? xiong,
  next: [{ kind: 'to-release' as const, on: '2026-11-04' as const, to: director, toReader: false }],
  waitsFor: cro,
});

test('a letter to the mayor’s office waits for the manager to release it', () => {
  const facts = (language: LetterFacts['language']) => ({ ...late(language), reaches: mayorsOffice, left: null });
  expect(said(toRelease(facts('en')))).toMatchInlineSnapshot(`
    "Yiwu: Workshop report
    ~ A letter to release.
    Dear Li Wen,
    Yiwu: “Workshop report” was due on Mon 26 Oct 2026 and is with Xiong Tao (Chief Resilience Officer). A letter to the Mayor's office is prepared. Nothing goes there before somebody has read it.
    Please let it go as it is or in your own words, or decline it with a reason.
    [Read it and decide]
    If nothing happens, Lauren Sorkin (Programme director) is told on Wed 4 Nov 2026."
  `);
  expect(said(toRelease(facts('zh')))).toMatchInlineSnapshot(`
    "义乌市：研讨会报告
    ~ 有信待放行。
    李文，您好：
    义乌市的“研讨会报告”期限为2026年10月26日（周一），目前由首席韧性官Xiong Tao负责。系统已拟好致市长办公室的信件。未经审阅，此信不会发出。
    请按原文或修改后放行，或说明理由不予发出。
    [查看并决定]
    如果届时仍无进展，将于2026年11月4日（周三）告知项目主任Lauren Sorkin。"
  `);
});

test('two days of silence about it are told to the director', () => {
  const facts = (language: LetterFacts['language']) => ({
    ...late(language),
    seat: director,
    reader: sorkin,
    reaches: mayorsOffice,
    left: 'undecided' as const,
  });
  expect(said(toRelease(facts('en')))).toMatchInlineSnapshot(`
    "Yiwu: Workshop report
    ~ A letter to release.
    Dear Lauren Sorkin,
    Yiwu: “Workshop report” was due on Mon 26 Oct 2026 and is with Xiong Tao (Chief Resilience Officer). A letter to the Mayor's office is prepared. For two working days Li Wen (Programme manager) has neither released nor declined it.
    Please let it go as it is or in your own words, or decline it with a reason.
    [Read it and decide]"
  `);
  expect(said(toRelease(facts('zh')))).toMatchInlineSnapshot(`
    "义乌市：研讨会报告
    ~ 有信待放行。
    Lauren Sorkin，您好：
    义乌市的“研讨会报告”期限为2026年10月26日（周一），目前由首席韧性官Xiong Tao负责。系统已拟好致市长办公室的信件。两个工作日内，项目经理李文尚未作出决定。
    请按原文或修改后放行，或说明理由不予发出。
    [查看并决定]"
  `);
});

test('where letters do not reach the manager it is the director’s at once', () => {
  const facts = (language: LetterFacts['language']) => ({
    ...late(language),
    seat: director,
    reader: sorkin,
    reaches: mayorsOffice,
    left: 'not-reached' as const,
  });
  expect(said(toRelease(facts('en')))).toContain(
    "A letter to the Mayor's office is prepared. Letters do not reach Li Wen (Programme manager), so it is for you to decide.\n",
  );
  expect(said(toRelease(facts('zh')))).toContain(
    '系统已拟好致市长办公室的信件。由于信件无法送达项目经理李文，请您决定是否放行。\n',
  );
});

test('released, it goes to the mayor’s office as it was, or in the manager’s words', () => {
  const facts = (language: LetterFacts['language'], words: string | null) => ({
    ...late(language),
    seat: mayorsOffice,
    reader: xiong,
    next: [],
    wanted: 'doing' as const,
    released: { by: manager.person, words },
    ownedUntilOn: '2026-10-28' as const,
  });
  expect(said(escalation(facts('en', null)))).toMatchInlineSnapshot(`
    "Yiwu: Workshop report
    ~ Late since Mon 26 Oct.
    Dear Vice Mayor Xiong,
    Yiwu: “Workshop report” was due on Mon 26 Oct 2026, 5 working days ago. Xiong Tao (Chief Resilience Officer) has it.
    We would be glad of your help: please ask what stands in the way, or tell us by which date it can be done.
    (20 working days from 21 Sep; 25–27 Sep and 1–7 Oct are holidays; Sat 10 Oct is a make-up working day.)
    Li Wen has read this letter and sent it.
    [Say until when you see to it]
    No further letter follows by itself; the step stays listed until it is done."
  `);
  expect(said(escalation(facts('en', 'Could you help us?\n\nWe miss the report.')))).toMatchInlineSnapshot(`
    "Yiwu: Workshop report
    ~ Late since Mon 26 Oct.
    Dear Vice Mayor Xiong,
    Could you help us?
    We miss the report.
    Li Wen has read this letter and sent it.
    [Say until when you see to it]
    No further letter follows by itself; the step stays listed until it is done."
  `);
  expect(said(escalation(facts('zh', null)))).toMatchInlineSnapshot(`
    "义乌市：研讨会报告
    ~ 10月26日（周一）已到期。
    Xiong Tao副市长，您好：
    义乌市的“研讨会报告”期限是2026年10月26日（周一），已过5个工作日，目前由Xiong Tao（首席韧性官）负责。
    恳请了解困难所在并予以协调，或告知可以完成的日期。
    （9月21日之后第20个工作日；9月25日至27日、10月1日至7日放假；10月10日（周六）调休上班。）
    此信由李文审阅后发出。
    [查看并承诺办理期限]
    系统不会再自动发信；该步骤在完成之前会一直列出。"
  `);
});

test('somebody who was to be told could not be reached', () => {
  const facts = (language: LetterFacts['language'], last: boolean) => ({
    ...late(language),
    next: [],
    passed: mayorsOffice,
    why: last ? ('bounced' as const) : ('vacant' as const),
    last,
  });
  expect(said(rungPassedOver(facts('en', false)))).toMatchInlineSnapshot(`
    "Yiwu: Workshop report
    ~ Somebody could not be told.
    Dear Li Wen,
    Yiwu: “Workshop report” was due on Mon 26 Oct 2026. The Mayor's office was to be told, but nobody holds that seat.
    The next one is told at once instead. Please see that the seat is filled.
    [Look at the step]"
  `);
  expect(said(rungPassedOver(facts('en', true)))).toMatchInlineSnapshot(`
    "Yiwu: Workshop report
    ~ Somebody could not be told.
    Dear Li Wen,
    Yiwu: “Workshop report” was due on Mon 26 Oct 2026. The Mayor's office was to be told, but letters to that address come back.
    Nobody else is told by itself: please speak to the city. Please correct the address.
    [Look at the step]"
  `);
  expect(said(rungPassedOver(facts('zh', false)))).toMatchInlineSnapshot(`
    "义乌市：研讨会报告
    ~ 有一级未能告知。
    李文，您好：
    义乌市的“研讨会报告”期限为2026年10月26日（周一）。原应告知市长办公室，但目前无人任职。
    现已直接告知下一级。请尽快补任。
    [查看该步骤]"
  `);
  expect(said(rungPassedOver(facts('zh', true)))).toMatchInlineSnapshot(`
    "义乌市：研讨会报告
    ~ 有一级未能告知。
    李文，您好：
    义乌市的“研讨会报告”期限为2026年10月26日（周一）。原应告知市长办公室，但发往该地址的信件被退回。
    系统不会再自动告知其他人，请与该市沟通。请更正联系方式。
    [查看该步骤]"
  `);
});

test('letters do not reach the officer: the manager is asked to mend the address', () => {
  const facts = (language: LetterFacts['language'], why: 'bounced' | 'nobody-there') => ({
    ...letterFacts(language),
    seat: manager,
    reader: manager.person ?? xiong,
    lost: cro,
    why,
    lostOn: '2026-10-20' as const,
    mendUrl: 'https://citypath.example/people/p-xiong?form=details',
    openSteps: [{ title: report.title, dueOn: report.dueOn }],
  });
  expect(said(contactLost(facts('en', 'bounced')))).toMatchInlineSnapshot(`
    "Yiwu: Chief Resilience Officer, letters have not arrived since Tue 20 Oct
    Dear Li Wen,
    A letter to Xiong Tao (Chief Resilience Officer) of Yiwu came back on Tue 20 Oct 2026. Please ask for the right address and put it in, or name who sits there now.
    What waits for them:
    - Workshop report: due Mon 26 Oct
    [Correct the address]
    Until letters arrive again, nobody is told of a delay over their head."
  `);
  expect(said(contactLost(facts('en', 'nobody-there')))).toMatchInlineSnapshot(`
    "Yiwu: Chief Resilience Officer, letters have not arrived since Tue 20 Oct
    Dear Li Wen,
    There is no address for Xiong Tao (Chief Resilience Officer) of Yiwu. Please ask for the right address and put it in, or name who sits there now.
    What waits for them:
    - Workshop report: due Mon 26 Oct
    [Correct the address]
    Until letters arrive again, nobody is told of a delay over their head."
  `);
  expect(said(contactLost(facts('zh', 'bounced')))).toMatchInlineSnapshot(`
    "义乌市：首席韧性官，10月20日（周二）起信件无法送达
    李文，您好：
    2026年10月20日（周二）发给义乌市首席韧性官Xiong Tao的信件被退回。请核实并更正地址，或登记现任人员。
    等待其办理的事项：
    - 研讨会报告：10月26日（周一）到期
    [更正联系方式]
    在恢复联系之前，不会越过对方上报延误。"
  `);
  expect(said(contactLost(facts('zh', 'nobody-there')))).toMatchInlineSnapshot(`
    "义乌市：首席韧性官，10月20日（周二）起信件无法送达
    李文，您好：
    义乌市首席韧性官Xiong Tao没有可用的电子邮件地址。请核实并更正地址，或登记现任人员。
    等待其办理的事项：
    - 研讨会报告：10月26日（周一）到期
    [更正联系方式]
    在恢复联系之前，不会越过对方上报延误。"
  `);
});
