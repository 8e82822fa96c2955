import { randomBytes } from 'node:crypto';
import { readConfig } from '@citypath/runtime';
import { hashOfSecret, People, Sessions, type DataSource, type Instant, type Person } from '@citypath/store';
import { withDatabase } from '../with-database';
import { ApiDoor } from './api-door';

/** The session ends with the act; should we be killed, then by itself. */
const SESSION_MINUTES = 5;

/**
 * Speaks to the api as a person, with this person's rights and no others. Whoever may read the database needs no letter
 * to sign in: a session is begun for the act and ended after it.
 * @param address of the person; null: the only administrator
 * @throws Error in plain words when nobody has the address, or when it has to be said which administrator
 */
export async function asSomebody<Outcome>(
  address: string | null,
  act: (api: ApiDoor) => Promise<Outcome>,
): Promise<Outcome> {
  const { databaseUrl, publicUrl } = readConfig(['databaseUrl', 'publicUrl']);
  return withDatabase(databaseUrl, async (dataSource) => {
    const person = await somebody(dataSource, address);
    const sessions = new Sessions(dataSource);
    const token = randomBytes(32).toString('base64url');
    const tokenHash = hashOfSecret(token);
    const now = Date.now();
    await sessions.begin({
      tokenHash,
      personId: person.id,
      createdAt: new Date(now).toISOString() as Instant,
      expiresAt: new Date(now + SESSION_MINUTES * 60_000).toISOString() as Instant,
      way: 'local',
      browser: 'other',
      device: 'computer',
    });
    try {
      return await act(new ApiDoor(publicUrl, token));
    } finally {
      await sessions.end(tokenHash);
    }
  });
}

async function somebody(dataSource: DataSource, address: string | null): Promise<Pick<Person, 'id'>> {
  const people = new People(dataSource);
  if (address !== null) {
    const person = await people.byAddress(address);
    if (!person) throw new Error(`Nobody has the address ${address}.`);
    return person;
  }
  const [only, ...others] = await people.administrators();
  if (!only) throw new Error('There is no administrator yet: `citypath add-administrator`.');
  if (others.length > 0) throw new Error('There are several administrators: say as whom, with --as <address>.');
  return only;
}
