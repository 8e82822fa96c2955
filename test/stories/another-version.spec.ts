import {
  auditResponse,
  cityPageResponse,
  draftResponse,
  dryRunResponse,
  historyResponse,
  lettersResponse,
  stuckResponse,
  type CityPageResponse,
  type DryRunResponse,
} from '@citypath/contracts';
import { emptyState, fold } from '@citypath/journey';
import { Journeys } from '@citypath/store';
import { runningState } from '../faults/running-state';
import type { Caller } from '../support/caller';
import { House } from '../support/house';
import { lookedOver } from '../support/looked-over';
import { pdf } from '../support/sample-files';
import { Sender } from '../support/sender';
import { NEW_TITLES, versionTwo } from '../support/version-two';
import { takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

const STEPS = { asw_report: 'account', p1_actions: 'register', p1_cri: null };
const BODY = { reason: 'The programme board decided it in May.', steps: STEPS };
const DRAFT = { values: { '/evidence/inventory/title': 'Begun' }, rows: {}, papers: {} };

let house: House;
let yiwu: Yiwu;
let officer: Caller;
let manager: Caller;
let paper: { id: string; href: string };
/** What the mail server took before the version came. */
let before: { messages: number; steps: CityPageResponse['steps'] };
let looked: DryRunResponse;

const hours = (count: number) => new Date(Date.now() + count * 3_600_000);
const page = () => manager.read(cityPageResponse, yiwu.path);
const stepNow = async (ref: string) => (await page()).steps.find((step) => step.ref === ref)!;
const about = async (...steps: string[]) => (await house.ledger()).filter(({ step }) => steps.includes(step ?? ''));
const newMessages = () => house.inbox.messages().slice(before.messages);

beforeAll(async () => {
  house = await House.start();
  yiwu = await takeOverYiwu(house);
  [officer, manager] = [await house.as(yiwu.people.cro), await house.as(yiwu.people.manager)];
  const step = (ref: string) => `${yiwu.path}/steps/${ref}`;
  await house.deliver();
  await manager.does(`${step('asw_report')}/comments`, {
    comment: 'Will it come in Chinese too?',
    audience: 'everyone',
    mentions: [yiwu.people.cro],
  });
  await house.deliver(hours(26));
  await house.deliver(hours(27));

  // The report is handed in and the profile is open, of which nobody has been told; the inventory has been begun.
  paper = await new Sender(officer, step('asw_report')).sent('报告.pdf', pdf());
  const report = { kind: 'document', title: 'Report', papers: [paper.id] };
  await officer.does(`${step('asw_report')}/submission`, { evidence: { report } });
  await officer.send('PUT', `${step('p1_actions')}/draft`, { key: null, body: { basedOn: 0, answers: DRAFT } });
  await manager.does(`${step('p1_assets')}/completion`, { happenedOn: null });
  before = { messages: house.inbox.messages().length, steps: (await page()).steps };
  await house.shipsWith(versionTwo);
});
afterAll(async () => {
  await house.stop();
});

test('whoever runs the programme is asked what becomes of each step that the new version lacks', async () => {
  const { acts } = await page();
  expect(acts.find(({ act }) => act === 'adopt-definition')?.dropped).toEqual([
    {
      step: 'asw_report',
      title: { en: 'Workshop report', zh: '研讨会报告' },
      becomes: [{ step: 'account', title: NEW_TITLES['account'] }],
      mayLetGo: false,
    },
    {
      step: 'p1_actions',
      title: { en: 'Inventory of actions', zh: '行动清单' },
      becomes: [{ step: 'register', title: NEW_TITLES['register'] }],
      mayLetGo: false,
    },
    {
      step: 'p1_cri',
      title: { en: 'City Resilience Index profile', zh: '城市韧性指数画像' },
      becomes: [
        { step: 'account', title: NEW_TITLES['account'] },
        { step: 'register', title: NEW_TITLES['register'] },
      ],
      mayLetGo: true,
    },
  ]);
});

test.each<[string, object | undefined, number, string, string]>([
  ['without a word on them', undefined, 409, 'definition-drops-steps', 'asw_report'],
  [
    'letting go of what was handed in',
    { ...STEPS, asw_report: null },
    409,
    'mapping-lets-go-of-evidence',
    'asw_report',
  ],
  ['letting go of what was begun', { ...STEPS, p1_actions: null }, 409, 'mapping-lets-go-of-evidence', 'p1_actions'],
  ['with a report as a register', { ...STEPS, asw_report: 'register' }, 422, 'mapping-loses-evidence', 'asw_report'],
  ['with a step that there is not', { ...STEPS, p1_cri: 'nothing' }, 422, 'mapping-to-unknown', 'p1_cri'],
])('%s it is refused at the step, and nothing changes', async (_, steps, status, code, step) => {
  const facts = await house.factsOf(yiwu.journeyId);
  const body = { reason: BODY.reason, ...(steps && { steps }) };
  for (const end of ['', '/dry-run']) {
    expect(await manager.problemOf('POST', `${yiwu.path}/definition${end}`, { body })).toMatchObject({
      status,
      code,
      errors: [{ pointer: `/steps/${step}` }],
    });
  }
  expect(await house.factsOf(yiwu.journeyId)).toEqual(facts);
});

test('looked at, it says what is called otherwise, what is let go and which letter does not go; by the command line just so', async () => {
  const facts = await house.factsOf(yiwu.journeyId);
  const answer = await manager.send('POST', `${yiwu.path}/definition/dry-run`, { body: BODY, key: null });
  looked = dryRunResponse.parse(answer.body);
  const told = looked.steps.map(({ ref, title, formerTitle, fate, before: was, after }) => {
    return [ref, formerTitle?.en ?? null, title.en, fate, was.sign, after.sign];
  });
  expect(told).toEqual([
    ['account', 'Workshop report', 'Account of the workshop', 'stays', 'submitted', 'submitted'],
    ['register', 'Inventory of actions', 'Register of actions', 'stays', 'open', 'open'],
    ['p1_cri', null, 'City Resilience Index profile', 'let-go', 'open', 'waiting'],
  ]);
  expect(looked.letters.map(({ change, kindTitle, to }) => [change, kindTitle.en, to.person?.id])).toEqual([
    ['cancelled', expect.any(String), yiwu.people.cro],
  ]);
  expect(looked.final).toEqual([
    {
      en: 'City Resilience Index profile is let go, and no act brings it back.',
      zh: '“城市韧性指数画像”就此取消，之后无法恢复。',
    },
  ]);
  const asked = [yiwu.journeyId, 'adopt-definition', '--body', JSON.stringify(BODY), '--dry-run', '--json'];
  const { said } = await house.citypath('act', ...asked, '--as', yiwu.addresses.manager);
  expect(dryRunResponse.parse(JSON.parse(said)).seen).toBe(looked.seen);
  expect(await house.factsOf(yiwu.journeyId)).toEqual(facts);
});

test('done as it was looked at, the city stands where it stood: days, rounds, the paper, remarks and what is begun', async () => {
  const done = await manager.send('POST', `${yiwu.path}/definition`, {
    body: BODY,
    headers: { 'If-Match': `"${looked.seen}"` },
  });
  expect(done.status).toBe(200);
  const now = await page();
  const standing = (steps: CityPageResponse['steps'], ref: string) => {
    const { dates, round, sign, rounds, comments, openedOn } = steps.find((step) => step.ref === ref)!;
    return { dates, round, sign, rounds, comments, openedOn };
  };
  for (const [was, is] of [
    ['asw_report', 'account'],
    ['p1_actions', 'register'],
    ['asw', 'asw'],
  ] as const)
    expect(standing(now.steps, is)).toEqual(standing(before.steps, was));
  expect(now.steps.map(({ ref }) => ref)).not.toContain('p1_cri');
  expect(now.acts.find(({ act }) => act === 'adopt-definition')?.dropped).toEqual([]);
  expect(now.formerSteps).toContainEqual({
    ref: 'asw_report',
    title: { en: 'Workshop report', zh: '研讨会报告' },
    now: 'account',
  });

  expect((await stepNow('account')).rounds).toMatchObject([{ handedIn: { report: { papers: [{ id: paper.id }] } } }]);
  const file = await fetch(`${house.apiUrl}${paper.href}`, { headers: { Cookie: officer.cookie ?? '' } });
  expect(Buffer.from(await file.arrayBuffer())).toEqual(pdf());
  const draft = await officer.read(draftResponse, `${yiwu.path}/steps/register/draft`);
  expect(draft).toMatchObject({ version: 1, answers: DRAFT, by: { id: yiwu.people.cro } });
  expect(await officer.problemOf('GET', `${yiwu.path}/steps/p1_actions/draft`)).toMatchObject({ status: 404 });
});

test('each letter that waited goes once, about the step as it is called now; that of the step let go does not', async () => {
  await house.deliver(hours(50));
  await house.deliver(hours(51));
  const mails = newMessages().map(({ envelopeTo, subject, text }) => ({ to: envelopeTo.join(), subject, text }));
  const toManager = mails.filter(({ to }) => to === yiwu.addresses.manager);
  expect(toManager.filter(({ text }) => text.includes('/steps/account'))).toHaveLength(1);
  expect(toManager.find(({ text }) => text.includes('/steps/account'))?.text).toContain('Account of the workshop');
  expect(
    mails.filter(({ text }) => /asw_report|p1_actions|p1_cri|城市韧性指数画像|Workshop report/.test(text)),
  ).toEqual([]);
  const ids = house.inbox.messages().map(({ envelopeTo, messageId }) => `${envelopeTo.join()} ${messageId}`);
  expect(new Set(ids).size).toBe(ids.length);
  expect(await about('asw_report', 'p1_actions')).toEqual([]);
  expect((await about('p1_cri')).map(({ kind, status, reason }) => [kind, status, reason])).toEqual([
    ['step-opened', 'cancelled', 'let-go'],
  ]);
});

test('what is said from now on goes on in the mail thread of before', async () => {
  const [asked] = house.inbox
    .messages()
    .filter(
      ({ envelopeTo, text }) =>
        envelopeTo.includes(yiwu.addresses.cro) && text.includes('Will it come in Chinese too?'),
    );
  await manager.does(`${yiwu.path}/steps/account/acceptance`, {});
  await house.deliver(hours(74));
  await house.deliver(hours(75));
  const accepted = newMessages().filter(({ envelopeTo, text }) => {
    return envelopeTo.includes(yiwu.addresses.cro) && text.includes('研讨会纪要');
  });
  expect(accepted.at(-1)?.inReplyTo).toBe(asked?.messageId);
});

test('story, audit and ledger call everything as it was called, and say what became of it', async () => {
  const { entries } = await manager.read(historyResponse, `${yiwu.path}/history`);
  const adopted = entries.find(({ kind }) => kind === 'definition-adopted');
  expect(adopted).toMatchObject({
    words: BODY.reason,
    undo: null,
    sentence: {
      en: 'Li Wen took the new version of the programme for this city: “Workshop report” is “Account of the workshop” now; “Inventory of actions” is “Register of actions” now; “City Resilience Index profile” was let go.',
      zh: 'Li Wen为该市采用了新版项目定义：“研讨会报告”改为“研讨会纪要”；“行动清单”改为“行动登记册”；“城市韧性指数画像”已取消。',
    },
  });
  const handedIn = entries.find(({ kind }) => kind === 'step-submitted');
  expect(handedIn).toMatchObject({
    step: 'account',
    sentence: { en: expect.stringContaining('Workshop report') as string },
  });
  const opened = entries.filter(
    ({ kind, sentence }) => kind === 'step-opened' && sentence.en.includes('City Resilience Index profile'),
  );
  expect(opened).toHaveLength(1);
  const { entries: trail } = await manager.read(auditResponse, '/audit');
  expect(trail.find(({ act }) => act === 'definition-adopted')).toMatchObject({
    reason: { words: BODY.reason },
    sentence: adopted?.sentence,
  });
  expect(trail.find(({ act }) => act === 'step-submitted')?.sentence.en).toContain('Workshop report');
  const { letters } = await manager.read(lettersResponse, `/letters?journey=${yiwu.journeyId}&limit=200`);
  expect(
    letters
      .filter(({ step }) => step?.ref === 'p1_cri')
      .map(({ step, statusSentence }) => [step?.title.en, statusSentence.en]),
  ).toEqual([['City Resilience Index profile', expect.stringContaining('let go with a new version')]]);
});

test('why it is stuck, the watch and the workflow agree with the journal; rebuilt from it, the city stands the same', async () => {
  const { lines } = await manager.read(stuckResponse, '/stuck');
  const refs = (await page()).steps.map(({ ref }) => ref);
  expect(refs).toContain(lines.find(({ journeyId }) => journeyId === yiwu.journeyId)?.step?.ref);
  const held = await runningState(house, yiwu.journeyId);
  const journal = await house.factsOf(yiwu.journeyId);
  const folded = JSON.parse(JSON.stringify(fold(emptyState(yiwu.journeyId), journal))) as typeof held;
  const shown = async () => (await new Journeys(house.dataSource).byId(yiwu.journeyId))?.state;
  expect(held).toEqual(folded);
  expect(await shown()).toEqual(folded);
  expect((await lookedOver(house.temporal, await house.asAdministrator())).findings).toEqual([]);

  const [ledger, messages] = [await house.ledger(), house.inbox.messages().length];
  expect((await house.citypath('rebuild', yiwu.journeyId)).code).toBe(0);
  expect(await runningState(house, yiwu.journeyId)).toEqual(folded);
  expect(await shown()).toEqual(folded);
  await manager.does(`${yiwu.path}/steps/register/comments`, { comment: 'Goes on.', audience: 'everyone' });
  await house.deliver(hours(100));
  expect((await house.ledger()).length).toBe(ledger.length);
  expect(house.inbox.messages()).toHaveLength(messages);
});
