import { dayAt, type Instant } from '@citypath/calendar';
import {
  cityPageResponse,
  comingLettersResponse,
  dryRunResponse,
  lettersResponse,
  type CityPageResponse,
  type ComingLettersResponse,
  type DryRunResponse,
  type LettersResponse,
} from '@citypath/contracts';
import { freePort } from '@citypath/local';
import type { Command } from '@citypath/journey';
import { resilientCitiesChina } from '@citypath/programmes';
import { apiOn } from '../support/as-on';
import { Caller } from '../support/caller';
import { china } from '../support/china';
import { emptyTables } from '../support/empty-tables';
import { MailListener } from '../support/mail-listener';
import { BEFORE_THE_REPORT, NetworkInHand } from '../support/network-in-hand';
import { ownDatabase, type OwnDatabase } from '../support/own-database';
import type { OwnProcess } from '../support/own-process';

/** The month has the National Day holiday in it. */
const FIRST_DAY = '2026-09-14';
const LAST_DAY = '2026-10-14';
const YIWU = '100rc-cn.yiwu';
const REASON = { reason: 'Agreed with the city on the telephone.' };

const ADDRESSES: Record<string, string> = {
  'p-xiong': 'xiong@yiwu.example',
  'p-qiu': 'qiu@deyang.example',
  'p-shen': 'shen@haiyan.example',
  'p-luo': 'luo@huangshi.example',
  'p-successor': 'successor@yiwu.example',
  'p-assistant': 'assistant@yiwu.example',
  'p-manager': 'manager@programme.example',
  'p-director': 'director@programme.example',
};

/** How an act is asked for over HTTP, and what command that is; a reference stands for the words under the same name. */
interface Act {
  path: string;
  body: { reason?: string; comment?: string; [field: string]: unknown };
  /** What somebody wrote in it. */
  words: string;
  command: (ref: string) => Command;
  /** What was done before, on the same morning. */
  after: Command[];
}

const submitted: Command = { kind: 'submit', step: 'asw_report', evidence: { text: 't-1', keys: ['report'] } };
const skipped: Command = { kind: 'skip', step: 'asw_report', reason: 't-1' };
const completed: Command = { kind: 'complete', step: 'asw_report', happenedOn: FIRST_DAY, reason: 't-1' };
const sits: Command = { kind: 'appoint', seat: 'focal_point', person: 'p-successor', fromOn: FIRST_DAY };
const held: Command = { kind: 'hold', awaiting: 't-1', reason: 't-1', untilOn: '2026-10-09' };

const ACTS: Record<string, Act> = {
  'skipping a step': act('steps/asw_report/skip', REASON, (reason) => ({ kind: 'skip', step: 'asw_report', reason })),
  'agreeing a later day': act('steps/asw_report/date', { dueOn: '2026-09-29', ...REASON }, (reason) => {
    return { kind: 'agree-date', step: 'asw_report', dueOn: '2026-09-29', reason, planned: false };
  }),
  'completing on behalf': act('steps/asw_report/completion', { happenedOn: FIRST_DAY, ...REASON }, (reason) => {
    return { kind: 'complete', step: 'asw_report', happenedOn: FIRST_DAY, reason };
  }),
  accepting: act('steps/asw_report/acceptance', {}, () => ({ kind: 'accept', step: 'asw_report' }), submitted),
  returning: act(
    'steps/asw_report/return',
    { comment: 'The list of participants is missing.' },
    (comment) => ({ kind: 'return', step: 'asw_report', comment }),
    submitted,
  ),
  reopening: act(
    'steps/asw_report/reopening',
    REASON,
    (reason) => ({ kind: 'reopen', step: 'asw_report', reason }),
    skipped,
  ),
  'going on at a step': act('steps/p1_cri/go-to', REASON, (reason) => ({ kind: 'go-to', step: 'p1_cri', reason })),
  'restarting from a step': act(
    'steps/asw_report/restart',
    REASON,
    (reason) => ({ kind: 'restart-from', step: 'asw_report', reason }),
    completed,
  ),
  holding: act('hold', { awaiting: 'The new vice mayor', untilOn: '2026-10-09', ...REASON }, (text) => ({
    kind: 'hold',
    awaiting: text,
    reason: text,
    untilOn: '2026-10-09',
  })),
  resuming: act('resume', REASON, (reason) => ({ kind: 'resume', reason }), held),
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
  'choosing other days of reminding': act(
    'steps/asw_report/cadence',
    { cadence: { before: { unit: 'working-days', days: [2] }, afterWorkingDays: [2, 5] } },
    () => {
      const cadence = { before: { unit: 'working-days' as const, days: [2] }, afterWorkingDays: [2, 5] };
      return { kind: 'set-cadence', step: 'asw_report', cadence };
    },
  ),
  'going by the programme’s days of reminding again': act(
    'steps/asw_report/programme-cadence',
    {},
    () => ({ kind: 'set-cadence', step: 'asw_report', cadence: null }),
    {
      kind: 'set-cadence',
      step: 'asw_report',
      cadence: { before: { unit: 'working-days', days: [2] }, afterWorkingDays: [2] },
    },
  ),
  'filling a seat': act('seats/focal_point/appointment', { person: 'p-successor', fromOn: FIRST_DAY }, () => sits),
  'giving a step to another seat': act(
    'steps/asw_report/reassignment',
    { seat: 'focal_point', ...REASON },
    (reason) => ({ kind: 'reassign', step: 'asw_report', seat: 'focal_point', reason }),
    sits,
  ),
  'waiving a step': act('steps/cro_funding_end/waiver', REASON, (reason) => {
    return { kind: 'waive', step: 'cro_funding_end', reason };
  }),
  'setting the day of a meeting': act(
    'steps/asw/event',
    { on: '2026-09-24', time: '09:30' },
    () => ({ kind: 'schedule-event', step: 'asw', on: '2026-09-24', time: '09:30' }),
    { kind: 'reopen', step: 'asw', reason: 't-1' },
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
  finishing: act('finish', REASON, (reason) => ({ kind: 'finish', reason }), ...allSkipped()),
};

/** From the report to the strategy; what repeats goes on. */
function allSkipped(): Command[] {
  const ahead = resilientCitiesChina.steps.filter(({ key, repeats }) => !BEFORE_THE_REPORT.includes(key) && !repeats);
  // Of what there is one of for each row of a list there is one where no list was handed in.
  return ahead.map(({ key, perItem }) => ({ kind: 'skip', step: perItem ? `${key}@1` : key, reason: 't-1' }));
}

function act(path: string, body: Act['body'], command: Act['command'], ...after: Command[]): Act {
  return { path, body, words: [body.reason, body.comment].find((each) => each !== undefined) ?? '', command, after };
}

let database: OwnDatabase;
let listener: MailListener;
let network: NetworkInHand;
/** The same api, whose clock stands on the first day and after the last one. */
let before: StandingApi;
let afterwards: StandingApi;

interface StandingApi {
  process: OwnProcess;
  publicUrl: string;
}

beforeAll(async () => {
  database = await ownDatabase();
  listener = await MailListener.open();
  before = await standingApi(`${FIRST_DAY}T02:00:00.000Z` as Instant);
  afterwards = await standingApi(`${LAST_DAY}T15:00:00.000Z` as Instant);
});
afterAll(async () => {
  await before.process.stop();
  await afterwards.process.stop();
  await listener.stop();
  await database.drop();
});
beforeEach(fourCitiesAtTheirReports);
afterEach(() => network.close());

test.each(Object.keys(ACTS))(
  '%s: a month later everybody has got what was shown beforehand, and nothing else',
  async (name) => {
    const { path, body, words, command, after } = ACTS[name]!;
    for (const earlier of after) await network.gives(YIWU, earlier, 'p-manager');
    if (after.length > 0) await network.forgetsItsLetters();

    const manager = await Caller.signedIn(before.publicUrl, 'p-manager');
    const days = await manager.read(comingLettersResponse, '/letters/coming');
    const stood = await manager.read(cityPageResponse, `/journeys/${YIWU}`);
    const answer = await manager.send('POST', `/journeys/${YIWU}/${path}/dry-run`, { body, key: null });
    expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
    const looked = dryRunResponse.parse(answer.body);
    expect(looked.untilOn).toBe(LAST_DAY);

    await network.gives(YIWU, command(await network.writes(YIWU, words, 'p-manager')), 'p-manager');
    const stands = await manager.read(cityPageResponse, `/journeys/${YIWU}`);
    expect(signsOf(stands)).toEqual(signsForeseen(signsOf(stood), looked));
    expect(daysOf(stands)).toMatchObject(daysForeseen(looked));

    await network.livesUntil(LAST_DAY);
    const ledger = await ledgerOf(await Caller.signedIn(afterwards.publicUrl, 'p-manager'));
    expect(wentBy(ledger)).toEqual(foreseen(days, looked));
    expect(mailsTaken()).toEqual(mailsRecorded(ledger));
    const saysCopies = /p-assistant.* gets copies of the letters to the seat: Chief Resilience Officer\.$/;
    expect(saysCopies.test(looked.sentence.en)).toBe(copiesTaken() > 0);
    for (const letter of wordsForeseen(looked)) expect(mailsInWords()).toContainEqual(letter);
  },
);

async function fourCitiesAtTheirReports(): Promise<void> {
  await emptyTables(database.dataSource, 'journeys', 'people', 'mailboxes', 'cities');
  listener.forget();
  network = NetworkInHand.open(database.dataSource, FIRST_DAY, listener.url, before.publicUrl);
  const unnamed = { displayName: null, zhName: null, titleEn: null, titleZh: null, isAdministrator: false };
  for (const [id, address] of Object.entries(ADDRESSES)) {
    const language = address.endsWith('@programme.example') ? 'en' : 'zh';
    await network.knows({ ...unnamed, id, familyName: 'Holder', givenName: id, address, language });
  }
  await network.programmeSeat('manager', 'p-manager');
  await network.programmeSeat('director', 'p-director');
  const cities = [
    { key: 'yiwu', nameEn: 'Yiwu', nameZh: '义乌市', officer: 'p-xiong', reportOn: '2026-09-18' },
    { key: 'deyang', nameEn: 'Deyang', nameZh: '德阳市', officer: 'p-qiu', reportOn: '2026-09-22' },
    { key: 'haiyan', nameEn: 'Haiyan', nameZh: '海盐县', officer: 'p-shen', reportOn: '2026-09-30' },
    { key: 'huangshi', nameEn: 'Huangshi', nameZh: '黄石市', officer: 'p-luo', reportOn: '2026-10-12' },
  ] as const;
  for (const city of cities) await network.takesOver({ ...city, calendar: china });
  await network.forgetsItsLetters();
}

async function standingApi(at: Instant): Promise<StandingApi> {
  const publicUrl = `http://127.0.0.1:${await freePort()}`;
  const process = apiOn(at, { databaseUrl: database.url, publicUrl });
  await process.start();
  return { process, publicUrl };
}

async function ledgerOf(manager: Caller): Promise<LettersResponse> {
  const ledger = await manager.read(lettersResponse, '/letters?limit=200');
  expect(ledger.next).toBeNull();
  return ledger;
}

/** 'Reminder to p-xiong on 2026-09-15', for each letter whose words went, by itself or with another one. */
function wentBy({ letters, kinds }: LettersResponse): string[] {
  // A letter that took others along stands in the ledger as a digest.
  const title = new Map(kinds.map(({ kind, title: { en } }) => [kind, en]));
  const went = letters.flatMap(({ kind, recipient, status, settledAt, carriedBy }) => {
    const at = status === 'accepted' ? settledAt : status === 'merged' ? (carriedBy?.settledAt ?? null) : null;
    return at === null ? [] : [line(title.get(kind) ?? kind, recipient?.id, dayAt(china, at as Instant))];
  });
  return went.sort();
}

/** The days that were foretold before the act, with what the act was said to change. */
function foreseen({ letters }: ComingLettersResponse, looked: DryRunResponse): string[] {
  const days = letters.flatMap(({ kindTitle, to, goesOn }) =>
    goesOn === null ? [] : [line(kindTitle.en, to.person?.id, goesOn)],
  );
  for (const { kindTitle, to, beforeOn, afterOn } of looked.letters) {
    if (beforeOn !== null) {
      const place = days.indexOf(line(kindTitle.en, to.person?.id, beforeOn));
      expect([kindTitle.en, beforeOn, place >= 0]).toEqual([kindTitle.en, beforeOn, true]);
      days.splice(place, 1);
    }
    if (afterOn !== null) days.push(line(kindTitle.en, to.person?.id, afterOn));
  }
  return days.sort();
}

function line(kind: string, person: string | undefined, on: string): string {
  return `${kind} to ${person ?? 'nobody'} on ${on}`;
}

const signsOf = ({ steps }: CityPageResponse) => Object.fromEntries(steps.map(({ ref, sign }) => [ref, sign]));

function signsForeseen(stood: Record<string, string>, { steps }: DryRunResponse): Record<string, string> {
  return { ...stood, ...Object.fromEntries(steps.map(({ ref, after }) => [ref, after.sign])) };
}

/** By which day each step is wanted; null: that is to be confirmed. */
const daysOf = ({ steps }: CityPageResponse) =>
  Object.fromEntries(
    steps.map(({ ref, dates }) => [ref, dates.toBeConfirmed ? null : (dates.agreedOn ?? dates.baselineOn)]),
  );

const daysForeseen = ({ steps }: DryRunResponse) =>
  Object.fromEntries(
    steps.flatMap(({ ref, after: { sign, dueOn } }) => (sign === 'open' || sign === 'late' ? [[ref, dueOn]] : [])),
  );

/** Each mail by its name; one that came twice stands there twice. What goes to the seat is copied to its liaison. */
const mailsTaken = () =>
  listener.taken
    .filter((_, index) => !listener.envelopes[index]!.to.includes(ADDRESSES['p-assistant']!))
    .map(({ messageId }) => messageId)
    .sort();

const copiesTaken = () => listener.envelopes.filter(({ to }) => to.includes(ADDRESSES['p-assistant']!)).length;

const mailsRecorded = ({ letters }: LettersResponse) =>
  letters
    .filter(({ status }) => status === 'accepted')
    .map(({ id }) => `<${id}@citypath.example>`)
    .sort();

const wordsForeseen = ({ letters }: DryRunResponse) =>
  letters.flatMap(({ words, to }) => (words === null ? [] : [{ to: ADDRESSES[to.person!.id]!, ...words }]));

function mailsInWords(): { to: string; subject: string; text: string }[] {
  return listener.taken.map(({ to, subject, text }) => ({
    to: [to].flat()[0]!.value[0]!.address!,
    subject: subject!,
    // Its button names the letter, so that a click tells that it arrived.
    text: text!.replace(/[?&]letter=[0-9a-f-]+/g, ''),
  }));
}
