import { dryRunResponse } from '@citypath/contracts';
import { citypath, type Ended } from '../support/citypath';
import { House } from '../support/house';
import { takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

let house: House;
let yiwu: Yiwu;

beforeAll(async () => {
  house = await House.start();
  yiwu = await takeOverYiwu(house);
});
afterAll(() => house.stop());

const agreed = (dueOn: string) => JSON.stringify({ dueOn, reason: 'The mayor is travelling.' });

/** The manager agrees another day for the workshop report. */
const agreeDate = (dueOn: string, ...more: string[]): Promise<Ended> => {
  const what = ['act', yiwu.journeyId, 'agree-date', 'asw_report', '--body', agreed(dueOn)];
  return citypath(house.environment, [...what, '--as', yiwu.addresses.manager, ...more]);
};
const facts = async () => (await house.factsOf(yiwu.journeyId)).length;

test('an act is tried dry: it says what would change, and nothing does', async () => {
  const before = await facts();
  const { said, code } = await agreeDate('2099-03-02', '--dry-run');
  expect(code).toBe(0);
  expect(said).toMatch(/\n {2}asw_report \(Workshop report\): due none → 2099-03-02/);
  expect(said).toMatch(/--seen \S+\n$/);
  expect((await agreeDate('2099-03-02', '--dry-run', '--language', 'zh')).said).toMatch(/期限 无 → 2099-03-02/);
  expect(await facts()).toBe(before);
});

test('done as it was seen; with what was seen before something else happened it is refused', async () => {
  const seen = async (dueOn: string) =>
    dryRunResponse.parse(JSON.parse((await agreeDate(dueOn, '--dry-run', '--json')).said)).seen;
  const [first, second] = [await seen('2099-03-03'), await seen('2099-03-04')];
  const before = await facts();
  const done = await agreeDate('2099-03-03', '--seen', first);
  expect([done.code, done.complained]).toEqual([0, '']);
  expect(done.said).toBe(`Done; the journey has ${await facts()} facts.\n`);
  const after = await facts();
  expect(after).toBeGreaterThan(before);
  const late = await agreeDate('2099-03-04', '--seen', second);
  expect([late.said, late.code]).toEqual(['', 1]);
  expect(late.complained).not.toBe('');
  expect(await facts()).toBe(after);
});

test('the same act with the same key is done once', async () => {
  const once = await agreeDate('2099-04-01', '--key', 'from-a-script-1', '--json');
  const again = await agreeDate('2099-04-01', '--key', 'from-a-script-1', '--json');
  expect(JSON.parse(again.said)).toEqual(JSON.parse(once.said));
  expect((JSON.parse(once.said) as { head: number }).head).toBe(await facts());
});

test('a city that withdrew is offered to be taken in again, and nothing else', async () => {
  const because = ['--body', JSON.stringify({ reason: 'The mayor signed after all.' })];
  expect((await citypath(house.environment, ['act', yiwu.journeyId, 'withdraw', ...because])).code).toBe(0);
  const held = await citypath(house.environment, ['act', yiwu.journeyId, 'hold', ...because]);
  expect(held.complained).toMatch(/hold is not offered with .+ One may: readmit\.$/m);
  const tried = await citypath(house.environment, ['act', yiwu.journeyId, 'readmit', ...because, '--dry-run']);
  expect([tried.code, tried.complained]).toEqual([0, '']);
  expect((await citypath(house.environment, ['act', yiwu.journeyId, 'readmit', ...because])).code).toBe(0);
  expect((await house.factsOf(yiwu.journeyId)).map(({ kind }) => kind)).toContain('readmitted');
});

describe('what is not to be done changes nothing', () => {
  test.each<[string, () => string[], RegExp, number]>([
    [
      'an act that is not offered',
      () => ['accept', 'asw_report'],
      /accept is not offered with asw_report of .+ agree-date/,
      1,
    ],
    ['a step that there is not', () => ['skip', 'atlantis'], /Nothing can be done with atlantis of/, 1],
    ['a request with a field missing', () => ['agree-date', 'asw_report', '--body', '{}'], /\/dueOn: /, 1],
    ['a request that is no JSON', () => ['agree-date', 'asw_report', '--body', '{'], /It is no JSON/, 2],
    ['a key for what is tried dry', () => ['hold', '--dry-run', '--key', 'from-a-script-2'], /cannot be used with/, 2],
    [
      'an act that is not for this person',
      () => ['hold', '--as', yiwu.addresses.cro],
      /hold is not offered|Nothing can be done/,
      1,
    ],
  ])('%s', async (_, args, says, code) => {
    const before = await facts();
    const ended = await citypath(house.environment, ['act', yiwu.journeyId, ...args()]);
    expect([ended.said, ended.code]).toEqual(['', code]);
    expect(ended.complained).toMatch(says);
    expect(await facts()).toBe(before);
  });
});
