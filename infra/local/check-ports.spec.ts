import { createServer } from 'node:net';
import { once } from 'node:events';
import { checkPorts } from './check-ports';
import { freePort } from './processes/readiness';
import type { LocalSettings } from './settings';

const settings: LocalSettings = {
  checkout: '',
  dataFolder: '',
  reset: false,
  empty: false,
  given: {},
  mode: 'local',
  environment: {},
  ports: { web: 0, postgres: 0, temporal: 0, temporalPage: 0, smtp: 0, inboxPage: 0, bounces: 0 },
};

test('a taken port is one sentence that says what to do; ports of parts that run elsewhere are left alone', async () => {
  const port = await freePort();
  const other = createServer().listen(port, '127.0.0.1');
  await once(other, 'listening');
  try {
    const taken = { ...settings, ports: { ...settings.ports, postgres: port } };
    await expect(checkPorts(taken)).rejects.toThrow(
      `Port ${port}, meant for PostgreSQL, is taken by another program: stop it, or choose another port with CITYPATH_POSTGRES_PORT=…`,
    );
    await checkPorts({ ...taken, given: { databaseUrl: 'postgres://elsewhere/citypath' } });
  } finally {
    other.close();
  }
});
