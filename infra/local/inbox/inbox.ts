import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { MailFolder } from './mail-folder';
import { type Message, parseMessage } from './message';
import type { Judge, Verdict } from './verdict';

/** What an inbox may be given. */
export interface InboxOptions {
  /** Where messages are kept on disk; without one they are kept in memory only. */
  readonly folder?: string;
  /** Decides whether a message is accepted; without one every message is. */
  readonly judge?: Judge;
}

const largestMessageBytes = 10 * 1024 * 1024;

/**
 * A mail server on 127.0.0.1 that takes letters for everyone and keeps them for people and tests to read. It takes the
 * place of the recipients' mail servers: nothing it accepts goes anywhere.
 */
export class Inbox {
  private readonly server: SMTPServer;
  private readonly folder: MailFolder | undefined;
  private readonly listeners = new Set<(message: Message) => void>();
  private readonly sockets = new Map<string, Socket>();
  private judge: Judge;
  private kept: Message[] = [];
  private lastId = 0;

  constructor(options: InboxOptions = {}) {
    this.folder = options.folder === undefined ? undefined : new MailFolder(options.folder);
    this.judge = options.judge ?? (() => ({ kind: 'accept' }));
    this.server = new SMTPServer({
      banner: 'CityPath inbox',
      logger: false,
      hideSTARTTLS: true,
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      size: largestMessageBytes,
      closeTimeout: 500,
      onData: (stream, session, answer) => void this.receive(stream, session, answer),
    });
    // A sender that was killed in the middle of a message is no fault of ours.
    this.server.on('error', () => undefined);
    this.server.server.on('connection', (socket: Socket) => {
      const name = nameOf(socket);
      this.sockets.set(name, socket);
      socket.once('close', () => this.sockets.delete(name));
    });
  }

  /** Reads what was kept and starts to listen on a port of 127.0.0.1 (0: any). Gives the port. */
  async listen(port = 0): Promise<number> {
    this.kept = (await this.folder?.readAll()) ?? [];
    this.lastId = this.kept.at(-1)?.id ?? 0;
    this.server.listen(port, '127.0.0.1');
    await once(this.server.server, 'listening');
    return (this.server.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets.values()) socket.destroy();
    await new Promise<void>((resolve) => this.server.close(resolve));
  }

  /** All accepted messages, oldest first. */
  messages(): readonly Message[] {
    return this.kept;
  }

  /** Lets another judge decide from now on. */
  judgeBy(judge: Judge): void {
    this.judge = judge;
  }

  /** Calls back for every message from now on. Gives what ends that. */
  onMessage(listener: (message: Message) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The first message, kept or still to come, that fits. Waits as long as it takes. */
  message(fits: (message: Message) => boolean): Promise<Message> {
    const found = this.kept.find(fits);
    if (found) return Promise.resolve(found);
    return new Promise((resolve) => {
      const end = this.onMessage((message) => {
        if (!fits(message)) return;
        end();
        resolve(message);
      });
    });
  }

  /** Forgets all messages in memory (tests only: files stay). */
  forget(): void {
    this.kept = [];
  }

  private async receive(
    stream: SMTPServerDataStream,
    session: SMTPServerSession,
    answer: (error?: Error | null) => void,
  ): Promise<void> {
    try {
      const message = await this.read(stream, session);
      if (stream.sizeExceeded) {
        answer(refusal(552, 'The message is too large'));
        return;
      }
      await this.settle(message, await this.judge(message), session, answer);
    } catch (error) {
      answer(error instanceof Error ? error : new Error(String(error)));
    }
  }

  private async read(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<Message> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const { mailFrom, rcptTo } = session.envelope;
    this.lastId += 1;
    return parseMessage(Buffer.concat(chunks), {
      id: this.lastId,
      receivedAt: new Date().toISOString(),
      envelopeFrom: mailFrom === false ? '' : mailFrom.address,
      envelopeTo: rcptTo.map(({ address }) => address),
    });
  }

  private async settle(
    message: Message,
    verdict: Verdict,
    session: SMTPServerSession,
    answer: (error?: Error | null) => void,
  ): Promise<void> {
    switch (verdict.kind) {
      case 'accept':
        await this.keep(message);
        answer();
        return;
      case 'refuse':
        answer(refusal(verdict.code, verdict.text));
        return;
      case 'drop':
        this.hangUp(session);
        return;
      case 'accept-and-drop':
        await this.keep(message);
        this.hangUp(session);
        return;
    }
  }

  private async keep(message: Message): Promise<void> {
    await this.folder?.write(message.raw, message);
    this.kept.push(message);
    for (const listener of this.listeners) listener(message);
  }

  private hangUp({ remoteAddress, remotePort }: SMTPServerSession): void {
    this.sockets.get(`${remoteAddress}:${remotePort}`)?.destroy();
  }
}

function nameOf(socket: Socket): string {
  return `${socket.remoteAddress ?? ''}:${socket.remotePort ?? 0}`;
}

function refusal(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}
