import type { Instant } from '@citypath/calendar';
import { BounceDesk, BounceServer, ReturnAddresses } from '@citypath/courier';
import { openMailTransport, type MailTransport } from '@citypath/runtime';
import type { DataSource } from '@citypath/store';

const HOST = 'citypath.example';

/** The door for what comes back, on a port of its own, and somebody else's mail server that knocks at it. */
export class OwnBounceDoor {
  readonly addresses = new ReturnAddresses(HOST, 'the secret of this story');
  /** What became of each mail, in the order in which they came. */
  readonly outcomes: string[] = [];
  private readonly server: BounceServer;
  private sender: MailTransport | null = null;

  constructor(dataSource: DataSource, now: () => Instant) {
    const desk = new BounceDesk(dataSource, this.addresses);
    this.server = new BounceServer(desk, now, (outcome) => {
      this.outcomes.push(outcome instanceof Error ? 'put off' : outcome);
    });
  }

  async open(): Promise<this> {
    const port = await this.server.listen({ host: '127.0.0.1', port: 0 });
    this.sender = openMailTransport({ smtpUrl: `smtp://127.0.0.1:${port}`, mode: 'local' });
    return this;
  }

  async close(): Promise<void> {
    this.sender?.close();
    await this.server.close();
  }

  /** Posts a mail to an address of ours, with the empty sender that reports have. @returns what the door answered */
  async knock(to: string, raw: string | Buffer): Promise<string> {
    try {
      const sent = await this.sender?.sendMail({ envelope: { from: '', to: [to] }, raw });
      return sent?.response ?? 'closed';
    } catch (error) {
      return (error as { response?: string }).response ?? String(error);
    }
  }
}
