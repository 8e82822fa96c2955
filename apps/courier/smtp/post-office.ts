import type { Readable } from 'node:stream';
import { oneLine, type Invitation } from '@citypath/letters';
import type { MailTransport } from '@citypath/runtime';
import type { NodemailerError } from 'nodemailer';
import { isPlainAddress } from './plain-address';
import type { ThreadHeaders } from '../threads';
import { outcomeOfError, type PostOutcome } from './post-outcome';
import { senderOf, type Sender } from './sender';

/** Somebody with a mail address. */
export interface Party {
  name: string;
  address: string;
}

/** A letter in its envelope. */
export interface Mail {
  /** '<id@host>': the same for every attempt, so that a mail reader shows a repeated letter once. */
  messageId: string;
  to: Party;
  /** Who gets a copy, by `postCopy`; named in the letter. */
  cc?: Party | undefined;
  subject: string;
  text: string;
  html: string;
  /** The letters before it in its thread; nothing for the first. */
  thread?: ThreadHeaders;
  /** An entry for the reader's calendar. */
  invitation?: Invitation | null;
  /** Where the mail server sends it back to; the sender's address unless given. */
  returnTo?: string | undefined;
}

/** So long a letter waits for a connection, and for the server to ask for its text. Servers may take half a minute an answer. */
const BEGIN_WITHIN_MS = 300_000;
/** After so long an attempt is given up, whatever the server does. */
export const POST_WITHIN_MS = 600_000;

/** Hands letters to the mail server, one attempt at a time, and says what is known of each. */
export class PostOffice {
  private readonly bodies = new Map<string, Readable[]>();
  private readonly leaving = new AbortController();

  constructor(
    private readonly transport: MailTransport,
    private readonly from: string,
  ) {
    this.watchBodies();
  }

  /** Who all letters come from. */
  get sender(): Sender {
    return senderOf(this.from);
  }

  /** Posts one letter once, to its reader. Never throws: what went wrong is the outcome. */
  async post(mail: Mail): Promise<PostOutcome> {
    return this.postTo(mail.to, mail);
  }

  /**
   * Posts the same letter to the one who gets a copy, in an envelope of its own: a server that refuses the copy has not
   * refused the letter, and one that has the letter is not asked again for the copy's sake. Never throws.
   */
  async postCopy(mail: Mail, to: Party): Promise<PostOutcome> {
    return this.postTo(to, mail);
  }

  private async postTo(recipient: Party, mail: Mail): Promise<PostOutcome> {
    const { messageId, to, cc, subject, text, html, thread, invitation, returnTo } = mail;
    if (!isPlainAddress(recipient.address)) return { kind: 'refused', response: 'address-malformed', recipient: true };
    const waiting = new AbortController();
    // Once the text is on its way only the server's silence ends the attempt: nobody could say what became of it.
    const giveUp = () => this.isBegun(messageId) || waiting.abort();
    const timer = setTimeout(giveUp, BEGIN_WITHIN_MS);
    this.leaving.signal.addEventListener('abort', giveUp, { once: true });
    try {
      const sent = await this.transport.sendMail({
        from: this.from,
        to,
        ...(cc && { cc }),
        subject,
        text,
        html,
        messageId,
        ...thread,
        ...(invitation && { icalEvent: { ...invitation, filename: 'invite.ics' } }),
        envelope: { from: returnTo ?? this.sender.address, to: [recipient.address] },
        // Mail servers and absent people's out-of-office replies leave such letters alone (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated' },
        signal: AbortSignal.any([waiting.signal, AbortSignal.timeout(POST_WITHIN_MS)]),
      });
      return { kind: 'accepted', response: oneLine(sent.response) };
    } catch (error) {
      const outcome = outcomeOfError(error as NodemailerError, this.isBegun(messageId));
      // The ledger takes no control characters; a server may say anything.
      return { ...outcome, response: oneLine(outcome.response) };
    } finally {
      clearTimeout(timer);
      this.leaving.signal.removeEventListener('abort', giveUp);
      this.bodies.delete(messageId);
    }
  }

  private isBegun(messageId: string): boolean {
    return this.bodies.get(messageId)?.some((body) => body.readableDidRead) ?? false;
  }

  /** Gives up all letters whose text the server has not asked for yet: they certainly were not posted. What is begun ends. */
  hurry(): void {
    this.leaving.abort();
  }

  /** Hazard: letters in flight end as *unknown*; close when no tick is running. */
  close(): void {
    this.transport.close();
  }

  /**
   * Keeps the stream that each letter is read from. The transport reads it only after the server's 354 to DATA,
   * and no error says so afterwards.
   */
  private watchBodies(): void {
    this.transport.use('stream', (mail, done) => {
      const { message } = mail;
      const messageId = message.messageId();
      const open = message.createReadStream.bind(message);
      message.createReadStream = (options) => {
        const body = open(options);
        this.bodies.set(messageId, [...(this.bodies.get(messageId) ?? []), body]);
        return body;
      };
      done();
    });
  }
}
