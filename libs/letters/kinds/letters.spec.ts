import { accepted } from './accepted';
import { datesMoved } from './dates-moved';
import { escalation } from './escalation';
import { director, letterFacts, manager, report, said, sorkin, stepFacts, xiong } from './letter-builders';
import type { LetterFacts } from './letter-facts';
import { overdue } from './overdue';
import { question } from './question';
import { reminder } from './reminder';
import { returned } from './returned';
import { seatTakenOver } from './seat-taken-over';
import { signIn } from './sign-in';
import { stepOpened } from './step-opened';
import { thanks } from './thanks';
import { toAccept } from './to-accept';
import { vacancy } from './vacancy';
import { welcome } from './welcome';

const openSteps = [
  { title: report.title, dueOn: report.dueOn },
  { title: { en: 'Leadership group', zh: '领导小组' }, dueOn: null },
];
const toManager = (language: LetterFacts['language']) => ({
  ...stepFacts(language, { workingDaysLeft: -3 }),
  today: '2026-10-29' as const,
  seat: manager,
  reader: manager.person ?? xiong,
  next: [{ kind: 'escalation' as const, on: '2026-11-09' as const, to: director, toReader: false }],
});

test('reminder', () => {
  expect(said(reminder(stepFacts('en')))).toMatchInlineSnapshot(`
    "Yiwu: Workshop report
    ~ Due Mon 26 Oct.
    Dear Vice Mayor Xiong,
    “Workshop report” is due on Mon 26 Oct 2026, in 3 working days.
    (20 working days from 21 Sep; 25–27 Sep and 1–7 Oct are holidays; Sat 10 Oct is a make-up working day.)
    [Hand in the document]
    If nothing happens, Li Wen (Programme manager) is told on Thu 29 Oct 2026."
  `);
  expect(said(reminder(stepFacts('zh')))).toMatchInlineSnapshot(`
    "义乌市：研讨会报告
    ~ 10月26日（周一）到期。
    Xiong Tao副市长，您好：
    “研讨会报告”的期限是2026年10月26日（周一），还有3个工作日。
    （9月21日之后第20个工作日；9月25日至27日、10月1日至7日放假；10月10日（周六）调休上班。）
    [提交文件]
    如果届时仍无进展，将于2026年10月29日（周四）告知项目经理李文。"
  `);
});

test('reminder on the due day, without a holiday in the count', () => {
  const onTheDay = { dueOn: '2026-10-21' as const, workingDaysLeft: 0, reckoning: null };
  expect(said(reminder(stepFacts('en', onTheDay)))).toMatchInlineSnapshot(`
    "Yiwu: Workshop report
    ~ Due Wed 21 Oct.
    Dear Vice Mayor Xiong,
    “Workshop report” is due today, Wed 21 Oct 2026.
    [Hand in the document]
    If nothing happens, Li Wen (Programme manager) is told on Thu 29 Oct 2026."
  `);
  expect(said(reminder(stepFacts('zh', onTheDay)))).toMatchInlineSnapshot(`
    "义乌市：研讨会报告
    ~ 10月21日（周三）到期。
    Xiong Tao副市长，您好：
    “研讨会报告”今天到期：2026年10月21日（周三）。
    [提交文件]
    如果届时仍无进展，将于2026年10月29日（周四）告知项目经理李文。"
  `);
});

test('overdue', () => {
  const late = (language: LetterFacts['language']) => ({
    ...stepFacts(language, { workingDaysLeft: -1 }),
    today: '2026-10-27' as const,
  });
  expect(said(overdue(late('en')))).toMatchInlineSnapshot(`
    "Yiwu: Workshop report
    ~ Was due Mon 26 Oct.
    Dear Vice Mayor Xiong,
    “Workshop report” was due on Mon 26 Oct 2026, 1 working day ago. It is still open: please hand it in, or agree a new date with Li Wen (Programme manager).
    (20 working days from 21 Sep; 25–27 Sep and 1–7 Oct are holidays; Sat 10 Oct is a make-up working day.)
    [Hand in the document]
    If nothing happens, Li Wen (Programme manager) is told on Thu 29 Oct 2026."
  `);
  expect(said(overdue(late('zh')))).toMatchInlineSnapshot(`
    "义乌市：研讨会报告
    ~ 10月26日（周一）已到期。
    Xiong Tao副市长，您好：
    “研讨会报告”的期限是2026年10月26日（周一），已过1个工作日，目前尚未完成。请尽快提交，或与项目经理李文商定新的日期。
    （9月21日之后第20个工作日；9月25日至27日、10月1日至7日放假；10月10日（周六）调休上班。）
    [提交文件]
    如果届时仍无进展，将于2026年10月29日（周四）告知项目经理李文。"
  `);
});

test('escalation to the programme manager', () => {
  const facts = (language: LetterFacts['language']) => ({
    ...toManager(language),
    waitsFor: stepFacts(language).seat,
    wanted: 'doing' as const,
    released: null,
    ownedUntilOn: null,
  });
  expect(said(escalation(facts('en')))).toMatchInlineSnapshot(`
    "Yiwu: Workshop report
    ~ Late since Mon 26 Oct.
    Dear Li Wen,
    Yiwu: “Workshop report” was due on Mon 26 Oct 2026, 3 working days ago. Xiong Tao (Chief Resilience Officer) has it.
    Please ask what stands in the way, and help, or agree a new date.
    (20 working days from 21 Sep; 25–27 Sep and 1–7 Oct are holidays; Sat 10 Oct is a make-up working day.)
    [Say until when you see to it]
    If nothing happens, Lauren Sorkin (Programme director) is told on Mon 9 Nov 2026."
  `);
  expect(said(escalation(facts('zh')))).toMatchInlineSnapshot(`
    "义乌市：研讨会报告
    ~ 10月26日（周一）已到期。
    李文，您好：
    义乌市的“研讨会报告”期限是2026年10月26日（周一），已过3个工作日，目前由Xiong Tao（首席韧性官）负责。
    请了解困难所在并给予协助，或商定新的日期。
    （9月21日之后第20个工作日；9月25日至27日、10月1日至7日放假；10月10日（周六）调休上班。）
    [查看并承诺办理期限]
    如果届时仍无进展，将于2026年11月9日（周一）告知项目主任Lauren Sorkin。"
  `);
});

test('escalation after an acknowledgement that was not kept', () => {
  const facts = (language: LetterFacts['language']) => ({
    ...toManager(language),
    waitsFor: stepFacts(language).seat,
    wanted: 'doing' as const,
    released: null,
    ownedUntilOn: '2026-10-28' as const,
  });
  expect(said(escalation(facts('en')))).toContain('\nIt was taken on until Wed 28 Oct 2026; that day has passed.\n');
  expect(said(escalation(facts('zh')))).toContain('\n此前曾承诺于2026年10月28日（周三）前办理，目前尚未完成。\n');
});

test('escalation to the director, who is the last: nobody has accepted', () => {
  const facts = (language: LetterFacts['language']) => ({
    ...toManager(language),
    seat: director,
    reader: sorkin,
    next: [],
    waitsFor: manager,
    wanted: 'accepting' as const,
    released: null,
    ownedUntilOn: null,
  });
  expect(said(escalation(facts('en')))).toMatchInlineSnapshot(`
    "Yiwu: Workshop report
    ~ Late since Mon 26 Oct.
    Dear Lauren Sorkin,
    Yiwu has handed in “Workshop report”; it was to be accepted or returned by Mon 26 Oct 2026, 3 working days ago.
    It waits for Li Wen (Programme manager). Please see that it is decided on.
    [Say until when you see to it]
    No further letter follows by itself; the step stays listed until it is done."
  `);
  expect(said(escalation(facts('zh')))).toMatchInlineSnapshot(`
    "义乌市：研讨会报告
    ~ 10月26日（周一）已到期。
    Lauren Sorkin，您好：
    义乌市已提交“研讨会报告”，原应最迟于2026年10月26日（周一）完成审核，已过3个工作日。
    目前等待李文（项目经理）审核，请予以督促。
    [查看并承诺办理期限]
    系统不会再自动发信；该步骤在完成之前会一直列出。"
  `);
});

test('to accept, handed in by the liaison', () => {
  const liaison = { ...xiong, familyName: 'Wang', givenName: 'Min', titleEn: null, titleZh: null };
  const facts = (language: LetterFacts['language']) => ({
    ...toManager(language),
    step: { ...report, dueOn: '2026-11-02' as const, workingDaysLeft: 2, reckoning: null },
    submitted: { on: '2026-10-26' as const, by: liaison, onBehalfOf: xiong },
    again: false,
    waiver: null,
  });
  expect(said(toAccept(facts('en')))).toMatchInlineSnapshot(`
    "Yiwu: Workshop report
    ~ To accept by Mon 2 Nov.
    Dear Li Wen,
    Wang Min handed in “Workshop report” for Xiong Tao on Mon 26 Oct 2026. Please accept it, or return it with a comment, by Mon 2 Nov 2026, in 2 working days.
    [Look at it and decide]
    If nothing happens, Lauren Sorkin (Programme director) is told on Mon 9 Nov 2026."
  `);
  expect(said(toAccept(facts('zh')))).toMatchInlineSnapshot(`
    "义乌市：研讨会报告
    ~ 请最迟于11月2日（周一）审核。
    李文，您好：
    Wang Min已于2026年10月26日（周一）代Xiong Tao提交“研讨会报告”。请予以通过，或附上意见退回。审核期限是2026年11月2日（周一），还有2个工作日。
    [查看并审核]
    如果届时仍无进展，将于2026年11月9日（周一）告知项目主任Lauren Sorkin。"
  `);
  expect(said(toAccept({ ...facts('en'), again: true }))).toMatchInlineSnapshot(`
    "Yiwu: Workshop report
    ~ To accept by Mon 2 Nov.
    Dear Li Wen,
    Wang Min handed in “Workshop report” for Xiong Tao on Mon 26 Oct 2026. It still waits for you; the day for it is Mon 2 Nov 2026, in 2 working days. Please accept it, or return it with a comment.
    [Look at it and decide]
    If nothing happens, Lauren Sorkin (Programme director) is told on Mon 9 Nov 2026."
  `);
});

test('a day to accept by tells how it was counted, where a holiday played a part', () => {
  const step = { ...report, dueOn: '2026-10-10' as const, workingDaysLeft: 3 };
  const reckoning = {
    en: '5 working days from 28 Sep; 1–7 Oct is holiday; Sat 10 Oct is a make-up working day',
    zh: '9月28日之后第5个工作日；10月1日至7日放假；10月10日（周六）调休上班',
  };
  const submitted = { on: '2026-09-28' as const, by: xiong, onBehalfOf: null };
  const letter = (language: LetterFacts['language']) =>
    said(toAccept({ ...toManager(language), step: { ...step, reckoning }, submitted, again: false, waiver: null }));
  expect(letter('en')).toContain(`(${reckoning.en}.)`);
  expect(letter('zh')).toContain(`（${reckoning.zh}。）`);
});

test('accepted, with a word', () => {
  const act = { acceptedOn: '2026-10-21' as const, comment: 'Clear and complete.', isWaiver: false };
  expect(said(accepted({ ...stepFacts('en'), ...act }))).toMatchInlineSnapshot(`
    "Yiwu: Workshop report
    ~ Accepted Wed 21 Oct.
    Dear Vice Mayor Xiong,
    “Workshop report” was accepted on Wed 21 Oct 2026. The step is done.
    > Clear and complete.
    [See where Yiwu stands]
    Whoever has a step that opens now gets a letter about it."
  `);
  expect(said(accepted({ ...stepFacts('zh'), ...act, comment: null }))).toMatchInlineSnapshot(`
    "义乌市：研讨会报告
    ~ 10月21日（周三）已通过。
    Xiong Tao副市长，您好：
    “研讨会报告”已于2026年10月21日（周三）审核通过，此步骤已完成。
    [查看义乌市的进展]
    后续步骤启动时，将另行通知负责人。"
  `);
});

test('returned with a comment; sent back to an earlier step', () => {
  const act = { comment: 'The list of participants is missing.', backTo: null, isWaiver: false };
  const back = { ...act, comment: '请补充财政部门的意见。', backTo: { en: 'Strategy draft', zh: '战略草案' } };
  expect(said(returned({ ...stepFacts('en'), ...act }))).toMatchInlineSnapshot(`
    "Yiwu: Workshop report
    ~ Returned, due Mon 26 Oct.
    Dear Vice Mayor Xiong,
    “Workshop report” was returned with a comment. Please hand it in again by Mon 26 Oct 2026.
    > The list of participants is missing.
    (20 working days from 21 Sep; 25–27 Sep and 1–7 Oct are holidays; Sat 10 Oct is a make-up working day.)
    [Hand in the document]
    If nothing happens, Li Wen (Programme manager) is told on Thu 29 Oct 2026."
  `);
  expect(said(returned({ ...stepFacts('zh'), ...act }))).toMatchInlineSnapshot(`
    "义乌市：研讨会报告
    ~ 已退回，10月26日（周一）到期。
    Xiong Tao副市长，您好：
    “研讨会报告”已附意见退回，请您修改后最迟于2026年10月26日（周一）再次提交。
    > The list of participants is missing.
    （9月21日之后第20个工作日；9月25日至27日、10月1日至7日放假；10月10日（周六）调休上班。）
    [提交文件]
    如果届时仍无进展，将于2026年10月29日（周四）告知项目经理李文。"
  `);
  expect(said(returned({ ...stepFacts('en', { dueOn: null }), ...back }))).toMatchInlineSnapshot(`
    "Yiwu: Workshop report
    ~ Returned.
    Dear Vice Mayor Xiong,
    “Workshop report” was sent back to “Strategy draft”, which is open again and needs another round first.
    > 请补充财政部门的意见。
    [Hand in the document]"
  `);
  expect(said(returned({ ...stepFacts('zh', { dueOn: null }), ...back }))).toMatchInlineSnapshot(`
    "义乌市：研讨会报告
    ~ 已退回。
    Xiong Tao副市长，您好：
    “研讨会报告”已退回到“战略草案”，该步骤已重新启动，需先行修改。
    > 请补充财政部门的意见。
    [提交文件]"
  `);
});

test('a waiver asked for, granted and not granted', () => {
  const asked = (language: LetterFacts['language']) => ({
    ...toManager(language),
    step: { ...report, dueOn: '2026-11-02' as const, workingDaysLeft: 2, reckoning: null },
    submitted: { on: '2026-10-26' as const, by: xiong, onBehalfOf: null },
    again: false,
    waiver: { reason: 'The post is permanent by law.' },
  });
  expect(said(toAccept(asked('en')))).toMatchInlineSnapshot(`
    "Yiwu: Workshop report
    ~ Waiver to decide by Mon 2 Nov.
    Dear Li Wen,
    Xiong Tao asked on Mon 26 Oct 2026 for a waiver of “Workshop report”. Please grant it, or return it with a comment, by Mon 2 Nov 2026, in 2 working days.
    > The post is permanent by law.
    [Look at it and decide]
    If nothing happens, Lauren Sorkin (Programme director) is told on Mon 9 Nov 2026."
  `);
  expect(said(toAccept(asked('zh')))).toMatchInlineSnapshot(`
    "义乌市：研讨会报告
    ~ 请最迟于11月2日（周一）决定是否免除。
    李文，您好：
    Xiong Tao已于2026年10月26日（周一）申请免除“研讨会报告”。请予以同意，或附上意见退回。审核期限是2026年11月2日（周一），还有2个工作日。
    > The post is permanent by law.
    [查看并审核]
    如果届时仍无进展，将于2026年11月9日（周一）告知项目主任Lauren Sorkin。"
  `);
  const granted = { acceptedOn: '2026-10-21' as const, comment: null, isWaiver: true };
  expect(said(accepted({ ...stepFacts('en'), ...granted }))).toMatchInlineSnapshot(`
    "Yiwu: Workshop report
    ~ Waiver granted Wed 21 Oct.
    Dear Vice Mayor Xiong,
    The waiver is granted: since Wed 21 Oct 2026, “Workshop report” is not needed of Yiwu.
    [See where Yiwu stands]
    Whoever has a step that opens now gets a letter about it."
  `);
  expect(said(accepted({ ...stepFacts('zh'), ...granted }))).toMatchInlineSnapshot(`
    "义乌市：研讨会报告
    ~ 10月21日（周三）已同意免除。
    Xiong Tao副市长，您好：
    关于“研讨会报告”的免除申请已于2026年10月21日（周三）获得同意，您无需再办理此步骤。
    [查看义乌市的进展]
    后续步骤启动时，将另行通知负责人。"
  `);
  const refused = { comment: 'The decree is missing.', backTo: null, isWaiver: true };
  expect(said(returned({ ...stepFacts('en'), ...refused }))).toMatchInlineSnapshot(`
    "Yiwu: Workshop report
    ~ Waiver not granted, due Mon 26 Oct.
    Dear Vice Mayor Xiong,
    The waiver of “Workshop report” was not granted, with a comment. Please hand the step in by Mon 26 Oct 2026.
    > The decree is missing.
    (20 working days from 21 Sep; 25–27 Sep and 1–7 Oct are holidays; Sat 10 Oct is a make-up working day.)
    [Hand in the document]
    If nothing happens, Li Wen (Programme manager) is told on Thu 29 Oct 2026."
  `);
  expect(said(returned({ ...stepFacts('zh'), ...refused }))).toMatchInlineSnapshot(`
    "义乌市：研讨会报告
    ~ 未同意免除，10月26日（周一）到期。
    Xiong Tao副市长，您好：
    关于“研讨会报告”的免除申请未获同意，意见附后，请您最迟于2026年10月26日（周一）提交。
    > The decree is missing.
    （9月21日之后第20个工作日；9月25日至27日、10月1日至7日放假；10月10日（周六）调休上班。）
    [提交文件]
    如果届时仍无进展，将于2026年10月29日（周四）告知项目经理李文。"
  `);
});

test('a question, for everyone to see and for the programme only', () => {
  const asked = { askedBy: manager.person, words: 'Which year are the figures of?', onlyProgramme: false };
  expect(said(question({ ...stepFacts('en'), ...asked }))).toMatchInlineSnapshot(`
    "Yiwu: Workshop report
    ~ A question from Li Wen.
    Dear Vice Mayor Xiong,
    Li Wen asks you about “Workshop report”:
    > Which year are the figures of?
    [Answer the question]
    The city and the programme see the question and your answer.
    It stays on your list until somebody of your seat answers. The days of the step stay as they are."
  `);
  expect(said(question({ ...stepFacts('zh'), ...asked, onlyProgramme: true }))).toMatchInlineSnapshot(`
    "义乌市：研讨会报告
    ~ 李文向您提问。
    Xiong Tao副市长，您好：
    李文就“研讨会报告”向您提问：
    > Which year are the figures of?
    [答复问题]
    此问题仅项目方可见；答复时，您可以选择城市是否可见。
    在您或同一职务的人员答复之前，此问题会一直列在您的待办事项中；步骤的期限不变。"
  `);
});

test('step opened; opened again; without a date', () => {
  expect(said(stepOpened({ ...stepFacts('en'), reopened: null }))).toMatchInlineSnapshot(`
    "Yiwu: Workshop report
    ~ Due Mon 26 Oct.
    Dear Vice Mayor Xiong,
    “Workshop report” is open now and due on Mon 26 Oct 2026, in 3 working days.
    (20 working days from 21 Sep; 25–27 Sep and 1–7 Oct are holidays; Sat 10 Oct is a make-up working day.)
    [Hand in the document]
    If nothing happens, Li Wen (Programme manager) is told on Thu 29 Oct 2026."
  `);
  expect(said(stepOpened({ ...stepFacts('zh'), reopened: { reason: '数据有误。' } }))).toMatchInlineSnapshot(`
    "义乌市：研讨会报告
    ~ 10月26日（周一）到期。
    Xiong Tao副市长，您好：
    “研讨会报告”已重新启动，期限是2026年10月26日（周一），还有3个工作日。
    > 数据有误。
    （9月21日之后第20个工作日；9月25日至27日、10月1日至7日放假；10月10日（周六）调休上班。）
    [提交文件]
    如果届时仍无进展，将于2026年10月29日（周四）告知项目经理李文。"
  `);
  const given = { reopened: null, given: { reason: 'The officer is away.' } };
  expect(said(stepOpened({ ...stepFacts('en'), ...given }))).toContain(
    '“Workshop report” is yours now and due on Mon 26 Oct 2026, in 3 working days.\n> The officer is away.',
  );
  expect(said(stepOpened({ ...stepFacts('zh'), ...given }))).toContain('“研讨会报告”现由您负责，期限是2026年10月26日');
  const undated = { dueOn: null, reckoning: null, kind: 'event' as const };
  expect(said(stepOpened({ ...stepFacts('en', undated), reopened: null }))).toMatchInlineSnapshot(`
    "Yiwu: Workshop report
    ~ Date to be confirmed.
    Dear Vice Mayor Xiong,
    “Workshop report” is open now. Its date is to be confirmed.
    [Record the event]
    No reminder goes out until a date is set."
  `);
});

test('vacancy', () => {
  const facts = (language: LetterFacts['language']) => ({
    ...toManager(language),
    vacant: { ...stepFacts(language).seat, person: null },
    noticedOn: '2026-10-29' as const,
    openSteps,
    actsMeanwhile: manager,
  });
  expect(said(vacancy(facts('en')))).toMatchInlineSnapshot(`
    "Yiwu: Chief Resilience Officer, vacant since Thu 29 Oct
    Dear Li Wen,
    Nobody holds the seat of Chief Resilience Officer of Yiwu now. Please name the person who takes it over.
    Open in this seat:
    - Workshop report: was due Mon 26 Oct
    - Leadership group: date to be confirmed
    [Name the person]
    Until then letters about it go to you."
  `);
  expect(said(vacancy(facts('zh')))).toMatchInlineSnapshot(`
    "义乌市：首席韧性官，10月29日（周四）起空缺
    李文，您好：
    义乌市首席韧性官一职目前空缺，请确定接任人选并登记。
    该职务名下进行中的步骤：
    - 研讨会报告：10月26日（周一）已到期
    - 领导小组：期限待定
    [登记接任者]
    在此之前，相关信件将发给您。"
  `);
});

test('seat taken over', () => {
  const facts = {
    fromOn: '2026-10-19' as const,
    predecessor: { ...xiong, familyName: 'Qiu', givenName: 'Aijun' },
    openSteps,
    doneSteps: [
      { en: 'Application', zh: '申请' },
      { en: 'Workshop', zh: '研讨会' },
    ],
    contacts: [{ seat: director.title, person: sorkin, address: 'director@programme.example' }],
    lettersOn: ['2026-10-23' as const, '2026-10-26' as const],
    packUrl: 'https://citypath.example/journeys/100rc-cn.yiwu/seats/cro/pack',
  };
  const nothing = { openSteps: [], doneSteps: [], contacts: [], lettersOn: [] };
  expect(said(seatTakenOver({ ...letterFacts('en'), ...facts }))).toMatchInlineSnapshot(`
    "Yiwu: Chief Resilience Officer, yours from Mon 19 Oct
    Dear Vice Mayor Xiong,
    You are Chief Resilience Officer of Yiwu in 100 Resilient Cities · China from Mon 19 Oct 2026. You take over from Qiu Aijun.
    Open in this seat:
    - Workshop report: due Mon 26 Oct
    - Leadership group: date to be confirmed
    Done so far: Application, Workshop.
    Whom to ask:
    - Lauren Sorkin, Programme director: director@programme.example
    [Read the handover pack]
    Reminders of this seat now come to you: 2 in the next 30 days, the first on Fri 23 Oct."
  `);
  expect(said(seatTakenOver({ ...letterFacts('zh'), ...facts }))).toMatchInlineSnapshot(`
    "义乌市：首席韧性官，自10月19日（周一）起由您担任
    Xiong Tao副市长，您好：
    自2026年10月19日（周一）起，您在“全球100韧性城市 · 中国”中担任义乌市首席韧性官。您的前任是Qiu Aijun。
    目前由您办理的步骤：
    - 研讨会报告：10月26日（周一）到期
    - 领导小组：期限待定
    此前已完成：申请、研讨会。
    联系人：
    - 项目主任Lauren Sorkin：director@programme.example
    [查看交接材料]
    今后，有关提醒将发给您：未来30天内共2封，首封于10月23日（周五）发出。"
  `);
  const alone = { ...facts, ...nothing, fromOn: null, predecessor: null };
  expect(said(seatTakenOver({ ...letterFacts('en'), ...alone }))).toMatchInlineSnapshot(`
    "Yiwu: Chief Resilience Officer, yours from Wed 21 Oct
    Dear Vice Mayor Xiong,
    You are Chief Resilience Officer of Yiwu in 100 Resilient Cities · China.
    Nothing is open in this seat today.
    [Read the handover pack]
    Reminders of this seat now come to you."
  `);
});

test('thanks to the one who leaves: nothing is wanted, and nothing leads anywhere', () => {
  const successor = { ...xiong, familyName: 'Ren', givenName: 'Xin' };
  const letter = thanks({ ...letterFacts('en'), fromOn: '2026-10-19', successor });
  expect(said(letter)).toMatchInlineSnapshot(`
    "Yiwu: Chief Resilience Officer, thank you
    Dear Vice Mayor Xiong,
    Ren Xin is Chief Resilience Officer of Yiwu from Mon 19 Oct 2026. Thank you for your work in 100 Resilient Cities · China.
    Everything that was open has left your hands. Nothing is wanted of you any more, and this seat sends you no further letter."
  `);
  expect(letter.footnotes).toEqual([
    'You get this because you were Chief Resilience Officer of Yiwu in 100 Resilient Cities · China.',
  ]);
  expect(said(thanks({ ...letterFacts('zh'), fromOn: null, successor: null }))).toMatchInlineSnapshot(`
    "义乌市：首席韧性官，感谢您的工作
    Xiong Tao副市长，您好：
    您不再担任义乌市首席韧性官。感谢您在“全球100韧性城市 · 中国”中所做的工作。
    未办结的事项均已移交，无需您再办理；今后也不会再就这一职务向您发信。"
  `);
});

test('welcome to a running city, and to a new one', () => {
  expect(said(welcome({ ...letterFacts('en'), takenOver: true, openSteps }))).toMatchInlineSnapshot(`
    "Yiwu: 100 Resilient Cities · China, on CityPath from Wed 21 Oct
    Dear Vice Mayor Xiong,
    Yiwu continues its way through 100 Resilient Cities · China on CityPath. What is done is recorded and will not be asked for again.
    Open now:
    - Workshop report: due Mon 26 Oct
    - Leadership group: date to be confirmed
    Deadlines are counted in the working days of your own calendar, with its holidays and make-up days.
    [See where Yiwu stands]
    Letters come in the morning of a working day: before a deadline, on it, and after it."
  `);
  expect(said(welcome({ ...letterFacts('zh'), takenOver: true, openSteps }))).toMatchInlineSnapshot(`
    "义乌市：全球100韧性城市 · 中国，10月21日（周三）起在CityPath进行
    Xiong Tao副市长，您好：
    义乌市在“全球100韧性城市 · 中国”中的工作今后在CityPath上继续进行。已完成的步骤均已记录，不会再次要求提交。
    目前进行中的步骤：
    - 研讨会报告：10月26日（周一）到期
    - 领导小组：期限待定
    各项期限均按贵市的工作日历计算，节假日和调休上班日已计入。
    [查看义乌市的进展]
    提醒会在工作日早晨发出：到期之前、到期当天以及逾期之后。"
  `);
  expect(said(welcome({ ...letterFacts('en'), takenOver: false, openSteps: [] }))).toMatchInlineSnapshot(`
    "Yiwu: 100 Resilient Cities · China, on CityPath from Wed 21 Oct
    Dear Vice Mayor Xiong,
    Yiwu begins its way through 100 Resilient Cities · China on CityPath.
    Deadlines are counted in the working days of your own calendar, with its holidays and make-up days.
    [See where Yiwu stands]
    Letters come in the morning of a working day: before a deadline, on it, and after it."
  `);
});

test('sign-in', () => {
  const asked = { reader: xiong, linkUrl: 'https://citypath.example/sign-in/token', code: '01234567', minutes: 15 };
  expect(said(signIn({ ...asked, language: 'en' }))).toMatchInlineSnapshot(`
    "Sign in to CityPath
    Dear Vice Mayor Xiong,
    You asked to sign in to CityPath just now. Open the link in the browser in which you asked, and confirm it on the page.
    Reading this on another device? Type this code on the page where you asked:
    0123 4567
    [Sign in to CityPath]
    Link and code hold for 15 minutes, and only one of them can be used, once."
  `);
  expect(said(signIn({ ...asked, language: 'zh' }))).toMatchInlineSnapshot(`
    "登录CityPath
    Xiong Tao副市长，您好：
    您刚刚请求登录CityPath。请在发出请求的浏览器中打开以下链接，并在页面上确认。
    如果您在另一台设备上阅读此邮件，请在原页面输入验证码：
    0123 4567
    [登录CityPath]
    链接和验证码在15分钟内有效，仅可使用一次。"
  `);
});

test('dates that a new calendar has moved: one step, and several in one letter', () => {
  const one = {
    title: report.title,
    accepting: false,
    dueOn: '2026-10-27',
    previousOn: '2026-10-26',
    reckoning: null,
  } as const;
  const two = {
    title: { en: 'Draft strategy', zh: '战略草案' },
    accepting: true,
    dueOn: '2026-11-03',
    previousOn: '2026-11-02',
    reckoning: {
      en: '5 working days from 26 Oct; 27–28 Oct is holiday',
      zh: '10月26日之后第5个工作日；10月27日至28日放假',
    },
  } as const;
  const reason = 'The holiday was prolonged by the notice of 20 October.';
  const facts = (language: LetterFacts['language']) => ({ ...letterFacts(language), moved: [one, two], reason });
  expect(said(datesMoved(facts('en')))).toMatchInlineSnapshot(`
    "Yiwu: New calendar of working days, 2 dates moved
    Dear Vice Mayor Xiong,
    The working days of Yiwu are counted by a newer calendar, and with it these dates have moved:
    - “Workshop report”: now due Tue 27 Oct 2026 instead of Mon 26 Oct 2026
    - “Draft strategy”: now to be accepted by Tue 3 Nov 2026 instead of Mon 2 Nov 2026 (5 working days from 26 Oct; 27–28 Oct is holiday)
    > The holiday was prolonged by the notice of 20 October.
    [See where Yiwu stands]
    You need do nothing: reminders follow the new dates."
  `);
  expect(said(datesMoved(facts('zh')))).toMatchInlineSnapshot(`
    "义乌市：新的工作日历，2个期限有变动
    Xiong Tao副市长，您好：
    义乌市的工作日历已更新，下列期限随之变动：
    - “研讨会报告”：期限由2026年10月26日（周一）改为2026年10月27日（周二）
    - “战略草案”：审核期限由2026年11月2日（周一）改为2026年11月3日（周二）——10月26日之后第5个工作日；10月27日至28日放假
    > The holiday was prolonged by the notice of 20 October.
    [查看义乌市的进展]
    您无需办理任何手续，后续提醒将按新的日期发出。"
  `);
  expect(datesMoved({ ...facts('en'), moved: [one] }).subject).toBe('Yiwu: Workshop report, now due Tue 27 Oct');
  expect(datesMoved({ ...facts('zh'), moved: [one] }).subject).toBe('义乌市：研讨会报告，期限改为10月27日（周二）');
});
