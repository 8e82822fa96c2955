import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { StatementReader } from './statement-reader';

/** What frames a transaction: nothing is asked or written by it. */
const FRAME = /^\s*(BEGIN|START TRANSACTION|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)\b/i;

/**
 * Stands between processes and PostgreSQL and counts the statements that go through, whoever sends them and by whatever
 * library. Transaction frames (BEGIN, COMMIT, SAVEPOINT …) are not counted.
 */
export class StatementProxy {
  private counted: { client: string; statement: string }[] = [];

  private constructor(
    private readonly server: Server,
    private readonly sockets: Set<Socket>,
    /** Address to use instead of the cluster's. */
    readonly url: string,
  ) {}

  /** @param clusterUrl postgres:// address of the cluster */
  static async open(clusterUrl: string): Promise<StatementProxy> {
    const target = new URL(clusterUrl);
    const sockets = new Set<Socket>();
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = new URL(clusterUrl);
    url.hostname = '127.0.0.1';
    url.port = String((server.address() as AddressInfo).port);
    const proxy = new StatementProxy(server, sockets, url.href);
    server.on('connection', (client) => {
      const database = connect(Number(target.port), target.hostname);
      for (const socket of [client, database]) {
        sockets.add(socket);
        socket.setNoDelay(true);
        // Either side may go at any time, as a killed process does; the other side is told by the end of its stream.
        socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
      }
      const reader = new StatementReader((name, statement) => proxy.note(name, statement));
      client.on('data', (chunk) => reader.take(chunk));
      client.pipe(database).pipe(client);
    });
    return proxy;
  }

  /** The statements since the last call, of the clients (application names) that are asked about. */
  takeStatements(...clients: string[]): string[] {
    const statements = this.counted.filter(({ client }) => clients.includes(client));
    this.counted = [];
    return statements.map(({ statement }) => statement);
  }

  async close(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private note(client: string, statement: string): void {
    if (!FRAME.test(statement)) this.counted.push({ client, statement });
  }
}
