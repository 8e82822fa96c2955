import type { Readable } from 'node:stream';
import type { Invitation } from '@citypath/letters';
import type { MailTransport } from '@citypath/runtime';
import type { NodemailerError } from 'nodemailer';
import { isPlainAddress } from './plain-address';
import type { ThreadHeaders } from '../threads';
import { outcomeOfError, type PostOutcome } from './post-outcome';
import { senderOf, type Sender } from './sender';

/** A letter in its envelope. */
export interface Mail {
  /** '<id@host>': the same for every attempt, so that a mail reader shows a repeated letter once. */
  messageId: string;
  to: { name: string; address: string };
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

/** After so long an attempt is given up; the lease of the ledger has to be longer. */
export const POST_WITHIN_MS = 60_000;

/** Hands letters to the mail server, one attempt at a time, and says what is known of each. */
export class PostOffice {
  private readonly bodies = new Map<string, Readable[]>();

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

  /** Posts one letter once. Never throws: what went wrong is the outcome. */
  async post({ messageId, to, subject, text, html, thread, invitation, returnTo }: Mail): Promise<PostOutcome> {
    if (!isPlainAddress(to.address)) return { kind: 'refused', response: 'address-malformed', recipient: true };
    try {
      const sent = await this.transport.sendMail({
        from: this.from,
        to,
        subject,
        text,
        html,
        messageId,
        ...thread,
        ...(invitation && { icalEvent: { ...invitation, filename: 'invite.ics' } }),
        ...(returnTo === undefined ? {} : { envelope: { from: returnTo, to: [to.address] } }),
        // Mail servers and absent people's out-of-office replies leave such letters alone (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated' },
        signal: AbortSignal.timeout(POST_WITHIN_MS),
      });
      return { kind: 'accepted', response: sent.response };
    } catch (error) {
      const bodyBegun = this.bodies.get(messageId)?.some((body) => body.readableDidRead) ?? false;
      return outcomeOfError(error as NodemailerError, bodyBegun);
    } finally {
      this.bodies.delete(messageId);
    }
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
