import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { TemporalDoor } from './temporal-door';

describe('the door to Temporal', () => {
  let silent: Server;
  let door: TemporalDoor;
  const sockets: Socket[] = [];

  beforeAll((done) => {
    // Takes connections and never says a word: the worst kind of server.
    silent = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1', done);
  });

  afterAll((done) => {
    for (const socket of sockets) socket.destroy();
    silent.close(done);
  });

  afterEach(() => door.close());

  it('opens while the server is away, and gives a call up at its deadline', async () => {
    const { port } = silent.address() as AddressInfo;
    door = TemporalDoor.open({ temporalAddress: `127.0.0.1:${port}`, temporalNamespace: 'default' });
    await expect(door.within((client) => client.workflow.getHandle('none').describe(), 200)).rejects.toThrow();
    expect(await door.answers(200)).toBe(false);
  });

  it('says that nobody answers where nobody listens', async () => {
    door = TemporalDoor.open({ temporalAddress: '127.0.0.1:1', temporalNamespace: 'default' });
    expect(await door.answers(200)).toBe(false);
  });
});
