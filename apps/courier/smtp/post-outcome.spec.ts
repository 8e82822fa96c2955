import { tryAgainAt } from './pauses';
import { outcomeOfError, type PostError, type PostOutcome } from './post-outcome';

const reply = (responseCode: number, command: string, words = 'words'): PostError => ({
  message: words,
  code: 'EENVELOPE',
  command,
  responseCode,
  response: `${responseCode} ${words}`,
});
const broken = (code: string): PostError => ({ message: 'Connection closed unexpectedly', code, command: 'CONN' });
const kindOf = (outcome: PostOutcome): string => {
  if (outcome.kind === 'not-now') return `${outcome.kind}: ${outcome.cause}`;
  return outcome.kind === 'refused' && outcome.recipient ? 'refused: the address' : outcome.kind;
};

test.each<[string, PostError, boolean, string]>([
  ['the mailbox is not known', reply(550, 'RCPT TO'), false, 'refused: the address'],
  [
    'the mailbox is found out not to be known after the text',
    reply(550, 'DATA', '5.1.1 no such user'),
    true,
    'refused: the address',
  ],
  ['the relay is not for us', reply(554, 'RCPT TO', '5.7.1 relay access denied'), false, 'refused'],
  ['the sender is refused', reply(553, 'MAIL FROM'), false, 'refused'],
  ['the text is refused', reply(554, 'DATA'), true, 'refused'],
  ['greylisting', reply(451, 'RCPT TO'), false, 'not-now: letter-deferred'],
  ['the text is not wanted now', reply(452, 'DATA'), true, 'not-now: letter-deferred'],
  ['the server closes down instead of taking the text', reply(421, 'CONN'), true, 'not-now: letter-deferred'],
  ['QQ Mail counts letters', reply(550, 'MAIL FROM', 'Domain frequency limited'), false, 'not-now: letter-deferred'],
  [
    'QQ Mail shields a mailbox',
    reply(550, 'RCPT TO', 'Mailbox unavailable or access denied'),
    false,
    'not-now: letter-deferred',
  ],
  ['commands out of order', reply(503, 'RCPT TO'), false, 'not-now: letter-deferred'],
  ['our password is refused', { ...reply(535, 'AUTH PLAIN'), code: 'EAUTH' }, false, 'not-now: server-away'],
  ['the server greets with a refusal', reply(554, 'CONN'), false, 'not-now: server-away'],
  ['nobody listens', broken('ESOCKET'), false, 'not-now: server-away'],
  ['no name for the host', broken('EDNS'), false, 'not-now: server-away'],
  ['the connection breaks before the text', broken('ECONNECTION'), false, 'not-now: server-away'],
  ['the connection breaks after the text was begun', broken('ECONNECTION'), true, 'unknown'],
  ['no answer to the text in time', broken('ETIMEDOUT'), true, 'unknown'],
  ['given up while the text was on its way', { message: 'aborted', code: 'EABORT' }, true, 'unknown'],
  ['given up while waiting for a connection', { message: 'aborted', code: 'EABORT' }, false, 'not-now: server-away'],
  [
    'no address that SMTP could carry',
    { message: 'Invalid', code: 'EENVELOPE', command: 'API' },
    false,
    'refused: the address',
  ],
  ['an answer that makes no sense after the text', { ...reply(250, 'CONN'), code: 'EPROTOCOL' }, true, 'unknown'],
])('%s', (_, error, bodyBegun, expected) => {
  expect(kindOf(outcomeOfError(error, bodyBegun))).toBe(expected);
});

test('pauses grow, up to a cap', () => {
  const now = '2026-12-01T01:00:00.000Z';
  const minutes = (cause: 'letter-deferred' | 'server-away', attempt: number) =>
    (Date.parse(tryAgainAt(cause, attempt, now)) - Date.parse(now)) / 60_000;
  expect([1, 2, 3, 4, 5, 6, 100].map((attempt) => minutes('letter-deferred', attempt))).toEqual([
    1, 5, 15, 60, 240, 240, 240,
  ]);
  expect([1, 2, 3, 7, 100].map((attempt) => minutes('server-away', attempt) * 60)).toEqual([5, 10, 20, 300, 300]);
});
