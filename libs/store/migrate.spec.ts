import { schemaDrift } from './drift';
import { migrate } from './migrate';
import { migrations } from './migrations';
import { type OwnDatabase, ownDatabase } from './spec/own-database';

describe('migrations', () => {
  let database: OwnDatabase;

  beforeEach(async () => {
    database = await ownDatabase(process.env['CITYPATH_TEST_DATABASE_URL']);
  });

  afterEach(() => database.drop());

  it('say the same as the rows', async () => {
    expect(await schemaDrift(database.dataSource)).toEqual([]);
  });

  it('are missed when they do not', async () => {
    await database.dataSource.query('ALTER TABLE letters DROP COLUMN crossed');
    expect(await schemaDrift(database.dataSource)).toEqual([expect.stringContaining('"crossed"')]);
  });

  it('run once, by whichever process comes first, and can be taken back', async () => {
    await database.dataSource.undoLastMigration();
    const runs = await Promise.all([migrate(database.dataSource), migrate(database.dataSource)]);
    expect(runs.flat()).toEqual([migrations.at(-1)?.name]);
    expect(await migrate(database.dataSource)).toEqual([]);
  });
});
