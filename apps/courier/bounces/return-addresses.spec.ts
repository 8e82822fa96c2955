import { ReturnAddresses } from './return-addresses';

const addresses = new ReturnAddresses('citypath.example', 'a secret of the house');
const posting = { letterId: '0f8fad5b-d9cb-469f-a165-70867728950e', attempt: 3 };

test('a return address names its letter and the attempt, also when a server shouts it', () => {
  const address = addresses.of(posting);
  expect(address).toMatch(/^bounce\+0f8fad5bd9cb469fa16570867728950e03[0-9a-f]{20}@citypath\.example$/);
  expect(address.indexOf('@')).toBeLessThanOrEqual(64);
  expect(addresses.read(address)).toEqual({ kind: 'posting', posting });
  expect(addresses.read(address.toUpperCase())).toEqual({ kind: 'posting', posting });
});

test('the attempt is counted modulo 256', () => {
  expect(addresses.read(addresses.of({ ...posting, attempt: 259 }))).toEqual({ kind: 'posting', posting });
});

const genuine = addresses.of(posting);
test.each([
  ['another letter under the same signature', genuine.replace('0f8fad5b', '0f8fad5c'), 'forged'],
  ['another attempt', genuine.replace('8950e03', '8950e04'), 'forged'],
  ['signed with another secret', new ReturnAddresses('citypath.example', 'guessed').of(posting), 'forged'],
  ['no token', 'bounce@citypath.example', 'no-letter'],
  ['a token cut short', genuine.replace(/.@/, '@'), 'no-letter'],
  ['words', 'bounce+hello@citypath.example', 'no-letter'],
  ['somebody else’s mailbox', 'bouncer@citypath.example', 'not-ours'],
  ['another host', genuine.replace('citypath.example', 'elsewhere.example'), 'not-ours'],
  ['no address', '', 'not-ours'],
])('%s', (_, address, kind) => {
  expect(addresses.read(address)).toEqual({ kind });
});
