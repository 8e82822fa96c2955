import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A mail server that lets one wait for each of its answers, from the greeting to the one after the final dot. */
export class SlowMailServer {
  /** The Message-IDs of the letters that it took. */
  readonly taken: string[] = [];
  /** Somebody called: a courier has its letters in hand. */
  readonly called: Promise<unknown>;
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly answerMs: number) {
    this.server = createServer((socket) => this.serve(socket));
    this.called = once(this.server, 'connection');
  }

  static async open(answerMs: number): Promise<SlowMailServer> {
    const slow = new SlowMailServer(answerMs);
    slow.server.listen(0, '127.0.0.1');
    await once(slow.server, 'listening');
    return slow;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket)).on('error', () => undefined);
    socket.setEncoding('utf8');
    const answer = (words: string, first?: () => void) =>
      setTimeout(() => {
        first?.();
        if (!socket.destroyed) socket.write(`${words}\r\n`);
      }, this.answerMs).unref();
    let rest = '';
    let inText = false;
    answer('220 slow.example');
    socket.on('data', (chunk: string) => {
      rest += chunk;
      for (
        let end = rest.indexOf(inText ? '\r\n.\r\n' : '\r\n');
        end >= 0;
        end = rest.indexOf(inText ? '\r\n.\r\n' : '\r\n')
      ) {
        const said = rest.slice(0, end);
        rest = rest.slice(end + (inText ? 5 : 2));
        if (inText) {
          inText = false;
          answer('250 taken', () => this.taken.push(/^Message-ID: (.+)$/im.exec(said)?.[1] ?? ''));
        } else if (said === 'DATA') {
          inText = true;
          answer('354 go on');
        } else answer('250 fine');
      }
    });
  }
}
