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

const BECAUSE = ['--reason', 'It was another city.'];
const run = (...args: string[]): Promise<Ended> =>
  citypath(house.environment, [...args, '--as', yiwu.addresses.manager]);
const undo = (...args: string[]): Promise<Ended> => run('undo', yiwu.journeyId, ...args);
const facts = async () => (await house.factsOf(yiwu.journeyId)).map(({ kind }) => kind);

/** @returns the command of a hold that the manager gives now */
async function holds(): Promise<string> {
  const body = { awaiting: 'The new mayor', reason: 'Elections.', untilOn: inDays(20) };
  const { said } = await run('act', yiwu.journeyId, 'hold', '--body', JSON.stringify(body), '--json');
  return (JSON.parse(said) as { command: string }).command;
}

test('what can be taken back is listed; it is tried dry, taken back as it was seen, and once for its key', async () => {
  const command = await holds();
  const list = await undo();
  expect([list.code, list.complained]).toEqual([0, '']);
  expect(list.said).toMatch(new RegExp(`^${command}  \\S+Z  .*Li Wen put the journey on hold`, 'm'));
  expect(JSON.parse((await undo('--json')).said)).toMatchObject({ undoable: [{ command }] });

  const before = await facts();
  const tried = await undo(command, ...BECAUSE, '--dry-run');
  expect(tried.code).toBe(0);
  expect(tried.said).toMatch(/--seen \S+\n$/);
  expect(await facts()).toEqual(before);

  const { seen } = dryRunResponse.parse(JSON.parse((await undo(command, ...BECAUSE, '--dry-run', '--json')).said));
  const once = ['--seen', seen, '--key', 'from-a-script-1', '--json'];
  const done = await undo(command, ...BECAUSE, ...once);
  expect([done.code, done.complained]).toEqual([0, '']);
  expect((JSON.parse(done.said) as { head: number }).head).toBe((await facts()).length);
  expect((await facts()).filter((kind) => kind === 'act-undone')).toHaveLength(1);
  expect(JSON.parse((await undo(command, ...BECAUSE, ...once)).said)).toEqual(JSON.parse(done.said));
  expect((await facts()).filter((kind) => kind === 'act-undone')).toHaveLength(1);

  const again = await undo(command, ...BECAUSE);
  expect([again.code, again.said]).toEqual([1, '']);
  expect(again.complained).toMatch(/^This act was undone already\. \(\/act\)\n/);
  expect((await undo()).said).not.toContain(command);
});

describe('what is not to be done changes nothing', () => {
  test.each<[string, (command: string) => string[], RegExp, number]>([
    ['without a reason', (command) => [command], /Say why, with --reason/, 2],
    ['a command that there is not', () => ['0'.repeat(64), ...BECAUSE], /./, 1],
    ['what is no command', () => ['hold', ...BECAUSE], /./, 1],
    ['a key for what is tried dry', (command) => [command, '--dry-run', '--key', 'k'], /cannot be used with/, 2],
    ['somebody who may not', (command) => [command, ...BECAUSE, '--as', yiwu.addresses.cro], /您的职务没有此项权限/, 1],
  ])('%s', async (_, args, says, code) => {
    const command = await holds();
    const before = await facts();
    const ended = await citypath(house.environment, ['undo', yiwu.journeyId, ...args(command)]);
    expect([ended.said, ended.code]).toEqual(['', code]);
    expect(ended.complained).toMatch(says);
    expect(await facts()).toEqual(before);
    expect((await undo(command, ...BECAUSE)).code).toBe(0);
  });
});

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
