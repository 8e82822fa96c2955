import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Instant } from '@citypath/calendar';
import { oneLine } from '@citypath/letters';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { BounceDesk, DeskOutcome } from './bounce-desk';

export interface BounceListening {
  host: string;
  /** 0: any. */
  port: number;
}

/** Reports bring the letter back with them: letters are at most 40 kB, with what servers add. */
const LARGEST_BYTES = 1_048_576;
const LARGEST_RECIPIENTS = 5;
const CONNECTIONS = 20;

type Answer = (error?: Error | null) => void;

/**
 * Receives by SMTP what comes back. Takes mail for the addresses of our bounces only, and says that it has it when it is
 * in the records: until then the sender keeps it.
 */
export class BounceServer {
  private readonly server: SMTPServer;

  /**
   * @param now the clock
   * @param told each outcome, and each failure to keep a mail
   */
  constructor(
    private readonly desk: BounceDesk,
    private readonly now: () => Instant,
    private readonly told: (outcome: DeskOutcome | Error) => void = () => undefined,
  ) {
    this.server = new SMTPServer({
      banner: 'CityPath',
      logger: false,
      hideSTARTTLS: true,
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      maxClients: CONNECTIONS,
      socketTimeout: 60_000,
      closeTimeout: 500,
      onRcptTo: ({ address }, session, answer) => answer(this.refusalOf(address, session)),
      onData: (stream, session, answer) => void this.receive(stream, session, answer),
    });
    // A sender that breaks off in the middle of a mail keeps it and comes again.
    this.server.on('error', () => undefined);
  }

  /** @returns the port it listens on */
  async listen({ host, port }: BounceListening): Promise<number> {
    this.server.listen(port, host);
    await once(this.server.server, 'listening');
    return (this.server.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(resolve));
  }

  private refusalOf(address: string, session: SMTPServerSession): Error | null {
    if (!this.desk.takes(address)) return refusal(550, '5.1.1 No such mailbox here');
    if (session.envelope.rcptTo.length >= LARGEST_RECIPIENTS) return refusal(452, '4.5.3 Too many recipients');
    return null;
  }

  private async receive(stream: SMTPServerDataStream, session: SMTPServerSession, answer: Answer): Promise<void> {
    try {
      const mail = await read(stream);
      const { mailFrom, rcptTo } = session.envelope;
      const sender = mailFrom === false ? '' : mailFrom.address;
      for (const { address } of rcptTo) {
        this.told(
          await this.desk.receive({ ...mail, sender: oneLine(sender), recipient: oneLine(address) }, this.now()),
        );
      }
      answer();
    } catch (error) {
      this.told(error instanceof Error ? error : new Error(String(error)));
      answer(refusal(451, '4.3.0 Try again later'));
    }
  }
}

/** All of a mail, or the beginning of one that is too large. */
async function read(stream: SMTPServerDataStream): Promise<{ content: Buffer; sizeBytes: number; tooLarge: boolean }> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (sizeBytes < LARGEST_BYTES) chunks.push(chunk);
    sizeBytes += chunk.length;
  }
  return { content: Buffer.concat(chunks), sizeBytes, tooLarge: sizeBytes > LARGEST_BYTES };
}

function refusal(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}
