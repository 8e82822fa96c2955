import { randomBytes } from 'node:crypto';
import { readConfig } from '@citypath/runtime';
import { People, type Language, type Person } from '@citypath/store';
import { withDatabase } from '../with-database';

export interface WishedAdministrator {
  address: string;
  /** Of somebody who is not known yet. */
  familyName?: string;
  givenName?: string;
  language: Language;
  /** Keeps a name for the records; a new one is made unless given. */
  id?: string;
}

export interface AdministratorOutcome {
  person: string;
  name: string;
  address: string;
  outcome: 'added' | 'made-administrator' | 'was-administrator';
}

/**
 * Makes somebody an administrator: whoever has the address, or a new person, whom nobody could be signed in to add
 * when there is no administrator yet. Made again it changes nothing.
 * @throws Error in words for the terminal, when names are missing or the id is somebody else's
 */
export async function addAdministrator(wish: WishedAdministrator): Promise<AdministratorOutcome> {
  const { databaseUrl } = readConfig(['databaseUrl']);
  return withDatabase(databaseUrl, async (dataSource) => {
    const people = new People(dataSource);
    const known = await people.byAddress(wish.address);
    if (known?.isAdministrator) return outcomeOf(known, 'was-administrator');
    if (known) {
      await people.put({ ...known, isAdministrator: true });
      return outcomeOf(known, 'made-administrator');
    }
    return outcomeOf(await addPerson(people, wish), 'added');
  });
}

async function addPerson(people: People, wish: WishedAdministrator): Promise<Person> {
  const { address, familyName, givenName, language, id = `p-${randomBytes(12).toString('base64url')}` } = wish;
  if (familyName === undefined || givenName === undefined)
    throw new Error(`Nobody has the address ${address} yet: say who it is with --family-name and --given-name.`);
  if (await people.byId(id))
    throw new Error(`${id} is somebody with another address: leave --id out, or choose another.`);
  const nothing = { displayName: null, zhName: null, titleEn: null, titleZh: null };
  await people.put({ id, familyName, givenName, address, language, ...nothing, isAdministrator: true });
  const added = await people.byId(id);
  if (!added) throw new Error(`${id} was added, and is gone again.`);
  return added;
}

function outcomeOf(person: Person, outcome: AdministratorOutcome['outcome']): AdministratorOutcome {
  const { id, displayName, familyName, givenName, address } = person;
  return { person: id, name: displayName ?? `${familyName} ${givenName}`, address, outcome };
}
