import { openDataSource, type DataSource, type DataSourceSettings } from '@citypath/store';
import { PartAway } from './part-away';

/** Opens the database for one act, and closes it whatever happens. @throws PartAway when it cannot be opened */
export async function withDatabase<Outcome>(
  databaseUrl: string,
  act: (dataSource: DataSource) => Promise<Outcome>,
  settings: DataSourceSettings = {},
): Promise<Outcome> {
  const ours = { poolSize: 2, applicationName: 'citypath-cli', ...settings };
  const dataSource = await openDataSource(databaseUrl, ours).catch((error: unknown) => {
    throw new PartAway('PostgreSQL', error);
  });
  try {
    return await act(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
