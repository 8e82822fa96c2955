import { once } from 'node:events';
import { EventEmitter } from 'node:events';
import { Journal } from './journal/journal';
import { JOURNEYS_CHANNEL } from './journal/read-model';
import { type Listening, listen } from './listen';
import { type OwnDatabase, ownDatabase } from './spec/own-database';
import { Yiwu } from './spec/yiwu';

describe('listening to journeys', () => {
  let database: OwnDatabase;
  let listening: Listening;
  const told = new EventEmitter();
  const next = async () => ((await once(told, 'told')) as [string | null])[0];

  beforeAll(async () => {
    database = await ownDatabase(process.env['CITYPATH_TEST_DATABASE_URL']);
  });

  afterAll(async () => {
    await listening.close();
    await database.drop();
  });

  it('tells which journey changed, and after a broken connection that anything may have', async () => {
    const connected = next();
    listening = listen(database.url, JOURNEYS_CHANNEL, (payload) => told.emit('told', payload));
    expect(await connected).toBeNull();

    const yiwu = await Yiwu.settled(database.dataSource);
    const changed = next();
    await new Journal(database.dataSource).record(yiwu.birth());
    expect(await changed).toBe('100rc-cn.yiwu');

    const again = next();
    await database.dataSource.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'",
    );
    expect(await again).toBeNull();
  });
});
