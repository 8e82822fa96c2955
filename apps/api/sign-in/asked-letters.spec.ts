import type { AskedSignIn, SignInRequests } from '@citypath/store';
import { AskedLetters } from './asked-letters';

const asked = (addressKey: string): AskedSignIn => ({
  addressKey,
  bindingHash: 'b',
  toPath: null,
  askedAt: '2026-11-23T01:00:00.000Z',
});

/** Records that answer when they are told to. */
class SlowRequests {
  readonly statements: { addresses: string[]; end: () => void; fail: () => void }[] = [];

  ask(requests: AskedSignIn[]): Promise<void> {
    return new Promise((resolve, reject) => {
      const addresses = requests.map(({ addressKey }) => addressKey);
      this.statements.push({ addresses, end: resolve, fail: () => reject(new Error('the database is away')) });
    });
  }
}

const tick = () => new Promise<void>((resolve) => setImmediate(resolve));

function begin(): { records: SlowRequests; letters: AskedLetters } {
  const records = new SlowRequests();
  return { records, letters: new AskedLetters(records as unknown as SignInRequests) };
}

it('writes at once, and together what comes while it writes', async () => {
  const { records, letters } = begin();
  const all = ['a', 'b', 'c'].map((address) => letters.write(asked(address)));
  expect(records.statements.map(({ addresses }) => addresses)).toEqual([['a']]);
  records.statements[0]?.end();
  await all[0];
  await tick();
  expect(records.statements[1]?.addresses).toEqual(['b', 'c']);
  records.statements[1]?.end();
  await Promise.all(all);
  void letters.write(asked('d'));
  expect(records.statements[2]?.addresses).toEqual(['d']);
});

it('tells those whom a statement failed, and writes for the next ones', async () => {
  const { records, letters } = begin();
  const [first, second] = [letters.write(asked('a')), letters.write(asked('b'))];
  records.statements[0]?.fail();
  await expect(first).rejects.toThrow('the database is away');
  await tick();
  records.statements[1]?.end();
  await second;
});

it('asks to come again when too many wait', async () => {
  const { letters } = begin();
  for (let waiting = 0; waiting < 2_001; waiting += 1) void letters.write(asked('a'));
  await expect(letters.write(asked('b'))).rejects.toMatchObject({ code: 'sign-in-busy' });
});
