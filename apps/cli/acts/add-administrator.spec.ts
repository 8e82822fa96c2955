import { randomBytes } from 'node:crypto';
import { migrate, openDataSource, People, type DataSource } from '@citypath/store';
import { addAdministrator } from './add-administrator';

const wen = { address: 'Li.Wen@network.example', familyName: 'Li', givenName: 'Wen', language: 'zh' } as const;

describe('making an administrator', () => {
  const cluster = process.env['CITYPATH_TEST_DATABASE_URL'] ?? '';
  const name = `cli_${randomBytes(6).toString('hex')}`;
  const before = process.env['DATABASE_URL'];
  let server: DataSource;
  let dataSource: DataSource;
  let people: People;

  beforeAll(async () => {
    if (!cluster) throw new Error('There is no PostgreSQL to test with: run `npm test`.');
    server = await openDataSource(cluster, { poolSize: 1 });
    await server.query(`CREATE DATABASE ${name}`);
    const url = new URL(cluster);
    url.pathname = `/${name}`;
    process.env['DATABASE_URL'] = url.href;
    dataSource = await openDataSource(url.href);
    await migrate(dataSource);
    people = new People(dataSource);
  });

  afterAll(async () => {
    if (before === undefined) delete process.env['DATABASE_URL'];
    else process.env['DATABASE_URL'] = before;
    await dataSource.destroy();
    await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await server.destroy();
  });

  it('adds the first one, who then signs in by letter; again changes nothing', async () => {
    const { person, ...told } = await addAdministrator(wen);
    expect(told).toEqual({ name: 'Li Wen', address: wen.address, outcome: 'added' });
    expect(await people.byAddress('li.wen@network.example')).toMatchObject({
      id: person,
      isAdministrator: true,
      language: 'zh',
    });
    expect(await addAdministrator({ ...wen, address: 'li.wen@NETWORK.example' })).toMatchObject({
      person,
      outcome: 'was-administrator',
    });
    expect(await people.all(10)).toHaveLength(1);
  });

  it('makes somebody who is known one, by any address, and asks for no names', async () => {
    const nothing = { displayName: null, zhName: null, titleEn: 'Director', titleZh: null, isAdministrator: false };
    const ren = { id: 'p-ren', familyName: 'Ren', givenName: 'Xin', language: 'en' as const, ...nothing };
    await people.put({ ...ren, address: 'ren.xin@city.example', otherAddresses: ['ren@office.example'] });
    expect(await addAdministrator({ address: 'ren@office.example', language: 'zh' })).toEqual({
      person: 'p-ren',
      name: 'Ren Xin',
      address: 'ren.xin@city.example',
      outcome: 'made-administrator',
    });
    // Nothing else of the person changes.
    expect(await people.byId('p-ren')).toMatchObject({
      titleEn: 'Director',
      language: 'en',
      otherAddresses: ['ren@office.example'],
      isAdministrator: true,
    });
  });

  it('says what is missing for somebody new, and keeps ids apart', async () => {
    await expect(addAdministrator({ address: 'new@network.example', language: 'en' })).rejects.toThrow(
      'Nobody has the address new@network.example yet: say who it is with --family-name and --given-name.',
    );
    await expect(addAdministrator({ ...wen, address: 'new@network.example', id: 'p-ren' })).rejects.toThrow(
      'p-ren is somebody with another address',
    );
  });
});
