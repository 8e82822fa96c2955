import type { AddressInfo, Socket } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** How the listener treats one letter; without one it takes the letter. */
export type Treatment =
  | { at: 'recipient' | 'text'; answer: number; words: string }
  /** The connection breaks: before the text is asked for, or after all of it was received. */
  | { at: 'recipient' | 'text'; drop: true }
  /** Something happens while the letter is being posted. */
  | { at: 'text'; meanwhile: () => Promise<void> };

/** A mail server for tests: real SMTP on a port of its own. Keeps what it took, and treats letters as told. */
export class MailListener {
  readonly taken: ParsedMail[] = [];
  /** From where to whom each of these was posted. */
  readonly envelopes: { from: string; to: string[] }[] = [];
  /** Texts that were received whole, taken or not. */
  received = 0;
  private readonly treatments: Treatment[] = [];
  private inTurn: (Treatment | null)[] = [];
  private readonly unknown = new Set<string>();
  private readonly sockets = new Set<Socket>();
  private server: SMTPServer | null = null;
  private port = 0;

  static async open(): Promise<MailListener> {
    const listener = new MailListener();
    await listener.start();
    return listener;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** The next letters are treated so, in order. */
  treat(...treatments: Treatment[]): void {
    this.treatments.push(...treatments);
  }

  /** From now on recipients are treated in turn, over and over; null: taken. */
  treatRecipientsInTurn(...treatments: (Treatment | null)[]): void {
    this.inTurn = treatments;
  }

  /** From now on there is no such mailbox. */
  knowsNot(address: string): void {
    this.unknown.add(address);
  }

  /** Listens, again on the same port after `stop`. */
  async start(): Promise<void> {
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: ({ address }, _session, answer) => this.onRecipient(address, answer),
      onData: (stream, session, answer) => {
        simpleParser(stream)
          .then((mail) => this.onText(mail, envelopeOf(session), answer))
          .catch((error: unknown) => answer(error as Error));
      },
    });
    server.on('error', () => undefined);
    server.server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.server.address() as AddressInfo).port;
    this.server = server;
  }

  async stop(): Promise<void> {
    this.dropConnections();
    await new Promise<void>((resolve) => (this.server ? this.server.close(resolve) : resolve()));
    this.server = null;
  }

  forget(): void {
    this.taken.length = 0;
    this.envelopes.length = 0;
    this.received = 0;
    this.treatments.length = 0;
    this.inTurn = [];
    this.unknown.clear();
  }

  private onRecipient(address: string, answer: (error?: Error | null) => void): void {
    if (this.unknown.has(address)) {
      answer(refusal({ answer: 550, words: '5.1.1 No such mailbox' }));
      return;
    }
    const [next] = this.inTurn;
    if (next !== undefined) this.inTurn = [...this.inTurn.slice(1), next];
    const treatment = next === undefined ? this.treatments[0] : next;
    if (treatment?.at !== 'recipient') {
      answer();
      return;
    }
    if (next === undefined) this.treatments.shift();
    if ('drop' in treatment) this.dropConnections();
    else answer('answer' in treatment ? refusal(treatment) : null);
  }

  private async onText(
    mail: ParsedMail,
    envelope: { from: string; to: string[] },
    answer: (error?: Error | null) => void,
  ): Promise<void> {
    this.received += 1;
    const treatment = this.treatments[0];
    if (treatment?.at === 'text') {
      this.treatments.shift();
      if ('drop' in treatment || 'answer' in treatment) {
        if ('drop' in treatment) this.dropConnections();
        else answer(refusal(treatment));
        return;
      }
      if ('meanwhile' in treatment) await treatment.meanwhile();
    }
    this.taken.push(mail);
    this.envelopes.push(envelope);
    answer();
  }

  private dropConnections(): void {
    for (const socket of this.sockets) socket.destroy();
  }
}

function refusal({ answer, words }: { answer: number; words: string }): Error {
  return Object.assign(new Error(words), { responseCode: answer });
}

function envelopeOf({ envelope: { mailFrom, rcptTo } }: SMTPServerSession): { from: string; to: string[] } {
  return { from: mailFrom === false ? '' : mailFrom.address, to: rcptTo.map(({ address }) => address) };
}
