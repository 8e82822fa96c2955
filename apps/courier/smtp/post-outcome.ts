import type { NodemailerError } from 'nodemailer';

/** What became of one attempt to post a letter. Only `unknown` leaves it open whether the mail server has it. */
export type PostOutcome =
  | { kind: 'accepted'; response: string }
  /** The mail server refused this letter for good. `recipient`: it was the address that it refused. */
  | { kind: 'refused'; response: string; recipient: boolean }
  /** Certainly not taken: it did not want this letter now, or there was no server to speak with. */
  | { kind: 'not-now'; cause: 'letter-deferred' | 'server-away'; response: string }
  /** The connection ended while the letter was on its way and the server has not said what it did with it. */
  | { kind: 'unknown'; response: string };

/** What a failed posting means. Everything hangs on how far the dialogue with the mail server had come. */
export type PostError = Pick<NodemailerError, 'message' | 'code' | 'command' | 'response' | 'responseCode'>;

// QQ Mail answers 550 to those who write too often; it holds for minutes or hours, never for good.
const TOO_OFTEN = /frequency limited|too (many|frequent)|rate limit|mailbox unavailable or access denied|频率/i;
// Enhanced status codes (RFC 3463) that speak of the mailbox or its host, wherever in the dialogue they come.
const OF_THE_ADDRESS = /^5\d\d[ -]5\.(1\.[1236]|1\.10|2\.[012])\b/;
// Who is turned away by a policy (a relay that is not for us, a list of bad senders) is not a wrong address.
const OF_A_POLICY = /^5\d\d[ -]5\.7\./;
// Commands that come before a letter is spoken of; CONN also stands for a connection that broke later.
const BEFORE_THE_LETTER = /^(CONN|EHLO|HELO|LHLO|STARTTLS|AUTH.*|RSET)$/;

/**
 * Reads an error of nodemailer. Its `command` is CONN whenever the connection broke, at whatever point; so
 * whether the letter had been begun must be seen elsewhere.
 * @param bodyBegun a first byte of the letter's text had been handed to the connection
 */
export function outcomeOfError(error: PostError, bodyBegun: boolean): PostOutcome {
  const response = error.response ?? `${error.code ?? 'error'}: ${error.message}`;
  const code = error.responseCode ?? 0;
  if (code >= 400) return outcomeOfReply(code, error.command ?? '', response, bodyBegun);
  if (bodyBegun) return { kind: 'unknown', response };
  // Refused before anything was sent: an address or a letter that no server would take.
  if (error.code === 'EENVELOPE' || error.code === 'EMESSAGE') return { kind: 'refused', response, recipient: true };
  return { kind: 'not-now', cause: 'server-away', response };
}

/** A reply of 400 or more says that the server has not taken the letter, whenever it comes. */
function outcomeOfReply(code: number, command: string, response: string, bodyBegun: boolean): PostOutcome {
  if (!bodyBegun && BEFORE_THE_LETTER.test(command)) return { kind: 'not-now', cause: 'server-away', response };
  // 503 speaks of the order of commands, not of the letter.
  const forGood = code >= 500 && code !== 503 && !isTooOften(response);
  const recipient = (command === 'RCPT TO' && !OF_A_POLICY.test(response)) || OF_THE_ADDRESS.test(response);
  return forGood ? { kind: 'refused', response, recipient } : { kind: 'not-now', cause: 'letter-deferred', response };
}

/** Whether a mail host says that it got too much for now, which is no fault of the address. */
export function isTooOften(response: string): boolean {
  return TOO_OFTEN.test(response);
}
