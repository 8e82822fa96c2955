import { readConfig } from '@citypath/runtime';
import { People, type Language } from '@citypath/store';
import { withDatabase } from '../with-database';

export interface NewAdministrator {
  id: string;
  familyName: string;
  givenName: string;
  address: string;
  language: Language;
}

/** Makes the first administrator, whom nobody could be signed in to add. Somebody of this id stays as they are. */
export async function addAdministrator(administrator: NewAdministrator): Promise<{ person: string; added: boolean }> {
  const { databaseUrl } = readConfig(['databaseUrl']);
  return withDatabase(databaseUrl, async (dataSource) => {
    const people = new People(dataSource);
    const known = await people.byId(administrator.id);
    if (!known) {
      const nothing = { displayName: null, zhName: null, titleEn: null, titleZh: null };
      await people.put({ ...administrator, ...nothing, isAdministrator: true });
    }
    return { person: administrator.id, added: known === null };
  });
}
