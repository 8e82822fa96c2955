import { prepareNamespace, readConfig } from '@citypath/runtime';
import { journeyAttributes } from '@citypath/workflows/messages';

/** Gives Temporal's namespace the search attributes of journeys. */
export async function prepareTemporal(): Promise<{ added: string[] }> {
  const settings = readConfig(['temporalAddress', 'temporalNamespace']);
  const names = journeyAttributes('', '', 'active').map(({ key }) => key.name);
  return { added: await prepareNamespace(settings, names) };
}
