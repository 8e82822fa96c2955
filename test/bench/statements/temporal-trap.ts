import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';

/** An address where Temporal should be and is not: whoever comes is counted and sent away. */
export class TemporalTrap {
  visits = 0;

  private constructor(
    private readonly server: Server,
    readonly address: string,
  ) {}

  static async set(): Promise<TemporalTrap> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const trap = new TemporalTrap(server, `127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('connection', (socket) => {
      trap.visits += 1;
      socket.destroy();
    });
    return trap;
  }

  async close(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    await closed;
  }
}
