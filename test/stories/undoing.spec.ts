import { addWorkingDays, dayAt, type Instant } from '@citypath/calendar';
import { cityPageResponse, historyResponse, type HistoryEntry } from '@citypath/contracts';
import type { Caller } from '../support/caller';
import { china } from '../support/china';
import { House } from '../support/house';
import { takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

const STEP = 'asw_report';

let house: House;
let yiwu: Yiwu;
let manager: Caller;
let officer: Caller;
let step: string;

beforeAll(async () => {
  house = await House.start({ lettersAtOnce: true });
  yiwu = await takeOverYiwu(house);
  [manager, officer] = [await house.as(yiwu.people.manager), await house.as(yiwu.people.cro)];
  step = `${yiwu.path}/steps/${STEP}`;
});
afterAll(() => house.stop());

const hours = (count: number) => new Date(Date.now() + count * 3_600_000);
const history = async (reader: Caller): Promise<HistoryEntry[]> =>
  (await reader.read(historyResponse, `${yiwu.path}/history`)).entries;
const statusOf = async () =>
  (await manager.read(cityPageResponse, yiwu.path)).steps.find(({ ref }) => ref === STEP)?.settledAs ?? null;

/** Who got what, by the subject and the letter's own number: one that came twice would stand here twice. */
const arrived = () => house.inbox.messages().map(({ envelopeTo, messageId }) => `${envelopeTo.join()} ${messageId}`);

/** Takes back what the manager did last to the step, as the page does: by the way that the story of the city offers. */
async function undo(kind: string): Promise<void> {
  const offered = (await history(manager)).find((entry) => entry.kind === kind)?.undo;
  if (!offered) throw new Error(`No undo is offered for ${kind}.`);
  await manager.does(offered.href.replace('/api/v1', ''), { reason: 'It was a mistake.' });
}

describe('the manager skips the wrong step, and undoes it within the hour', () => {
  test('a question that had not gone goes, a reminder that had gone does not go again, and what the skip opened is not told', async () => {
    const dueOn = addWorkingDays(china, dayAt(china, new Date().toISOString() as Instant), 3);
    await manager.does(`${step}/date`, { dueOn, reason: 'As agreed by telephone.' });
    await house.deliver();
    const told = arrived();
    expect(told.length).toBeGreaterThan(0);
    await manager.does(`${step}/comments`, {
      comment: 'Of which year are the figures?',
      audience: 'everyone',
      mentions: [yiwu.people.cro],
    });
    const question = async () => (await house.ledger()).find(({ kind }) => kind === 'question');
    const head = (await house.factsOf(yiwu.journeyId)).length;

    await manager.does(`${step}/skip`, { reason: 'Not wanted of this city.' });
    expect(await statusOf()).toBe('skipped');
    expect(await question()).toMatchObject({ status: 'cancelled', reason: 'settled' });
    await undo('step-skipped');

    expect(await statusOf()).toBeNull();
    expect(await question()).toMatchObject({ status: 'due', reason: null });
    const own = (await house.factsOf(yiwu.journeyId)).filter(({ seq }) => seq > head);
    const opened = own.filter(({ kind }) => kind === 'step-opened').map(({ seq }) => seq);
    const ofTheSkip = (await house.ledger()).filter(({ seq }) => opened.includes(seq));
    expect(ofTheSkip.map(({ status, reason }) => [status, reason])).toEqual(
      ofTheSkip.map(() => ['cancelled', 'undone']),
    );

    await house.deliver(hours(1));
    await house.deliver(hours(26));
    const all = arrived();
    expect(new Set(all).size).toBe(all.length);
    expect(all.slice(0, told.length)).toEqual(told);
    const ofTheStep = (await house.ledger()).filter((letter) => letter.step === STEP && letter.status === 'accepted');
    const keys = ofTheStep.map(({ kind, round, threshold, seat }) => [kind, round, threshold, seat].join(' '));
    expect(new Set(keys).size).toBe(keys.length);
    expect(await question()).toMatchObject({ status: 'accepted' });
  });

  test('the story of the city says what was undone, by whom and why; it is offered to the manager once, and to nobody else', async () => {
    const [last] = await history(manager);
    expect(last).toMatchObject({
      kind: 'act-undone',
      words: 'It was a mistake.',
      sentence: { en: 'Li Wen undid this: Li Wen skipped Workshop report.' },
    });
    expect(last?.sentence.zh).toMatch(/撤销了以下操作：.*跳过了“.+”。$/u);
    expect((await history(manager)).find(({ kind }) => kind === 'step-skipped')?.undo).toBeNull();
    expect((await history(manager)).find(({ kind }) => kind === 'date-agreed')?.undo?.title.en).toBe('Undo');
    expect((await history(officer)).flatMap(({ undo: offered }) => (offered ? [offered] : []))).toEqual([]);
  });

  test('what cannot be undone is refused by name, and nothing changes', async () => {
    const facts = await house.factsOf(yiwu.journeyId);
    const commandOf = (kind: string) => facts.find((fact) => fact.kind === kind)?.commandId ?? '';
    const refused = (who: Caller, act: string) =>
      who.problemOf('POST', `${yiwu.path}/acts/${act}/undo`, { body: { reason: 'Again.' } });
    expect(await refused(manager, commandOf('step-skipped'))).toMatchObject({
      status: 409,
      code: 'act-undone-already',
    });
    expect(await refused(manager, commandOf('joined'))).toMatchObject({ status: 409, code: 'act-not-undoable' });
    expect(await refused(manager, 'f'.repeat(64))).toMatchObject({ status: 404, code: 'act-unknown' });
    expect(await refused(officer, commandOf('date-agreed'))).toMatchObject({ status: 403 });
    const unreasoned = await manager.problemOf('POST', `${yiwu.path}/acts/${commandOf('date-agreed')}/undo`, {
      body: {},
    });
    expect(unreasoned.status).toBe(422);
    expect(await house.factsOf(yiwu.journeyId)).toHaveLength(facts.length);
  });
});

describe('the journey goes on elsewhere', () => {
  const stepOf = async (ref: string) =>
    (await manager.read(cityPageResponse, yiwu.path)).steps.find((each) => each.ref === ref)!;

  test('at a step that waits: the page says how many it skips, and undoing it brings them back', async () => {
    const acts = (await stepOf('draft')).acts;
    const goTo = acts.find(({ act }) => act === 'go-to');
    expect(goTo?.title).toMatchObject({ en: expect.stringMatching(/^Go on at: /) as string });
    expect(goTo?.causes?.en).toMatch(/^skips \d+ steps before it, and opens it$/);
    const before = await manager.read(cityPageResponse, yiwu.path);

    await manager.does(goTo!.href.replace('/api/v1', ''), { reason: 'The strategy is being written already.' });
    expect((await stepOf('draft')).sign).not.toBe('waiting');
    const skipped = (await manager.read(cityPageResponse, yiwu.path)).steps.filter(
      ({ settledAs }) => settledAs === 'skipped',
    );
    expect(goTo?.causes?.en).toContain(`skips ${skipped.length} steps`);
    await undo('went-to-step');

    const after = await manager.read(cityPageResponse, yiwu.path);
    expect(after.steps.map(({ ref, sign, dates }) => [ref, sign, dates])).toEqual(
      before.steps.map(({ ref, sign, dates }) => [ref, sign, dates]),
    );
  });

  test('from an earlier step: what was built on it waits, and its letters that had not gone never go', async () => {
    const acts = (await stepOf('asw')).acts;
    const restart = acts.find(({ act }) => act === 'restart-from');
    expect(restart?.causes?.zh).toMatch(/^重新开放此步骤，其后\d+个步骤重新等待$/u);
    await manager.does(restart!.href.replace('/api/v1', ''), { reason: 'The workshop has to be held once more.' });
    expect((await stepOf(STEP)).sign).toBe('waiting');
    const outstanding = (await house.ledger()).filter(({ step: of, status }) => of === STEP && status === 'due');
    expect(outstanding).toEqual([]);
    expect((await history(manager)).map(({ kind }) => kind)).toContain('restarted-from-step');
    await undo('restarted-from-step');
    expect((await stepOf(STEP)).sign).not.toBe('waiting');

    await house.deliver(hours(27));
    const all = arrived();
    expect(new Set(all).size).toBe(all.length);
  });

  test('only where it makes sense, and only by those who run the programme', async () => {
    const refused = (who: Caller, path: string) =>
      who.problemOf('POST', `${yiwu.path}/steps/${path}`, { body: { reason: 'Why not.' } });
    expect(await refused(manager, `${STEP}/go-to`)).toMatchObject({ status: 409, code: 'step-running-already' });
    expect(await refused(manager, 'draft/restart')).toMatchObject({ status: 409, code: 'step-still-waiting' });
    expect(await refused(officer, 'draft/go-to')).toMatchObject({ status: 403 });
    expect(await refused(officer, 'asw/restart')).toMatchObject({ status: 403 });
  });
});
