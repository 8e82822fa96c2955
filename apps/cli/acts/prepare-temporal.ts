import { prepareNamespace, readConfig, type PreparedNamespace } from '@citypath/runtime';
import { journeyAttributes } from '@citypath/workflows/messages';
import { PartAway } from '../part-away';

/** Gives Temporal's namespace the search attributes of journeys, and lets it keep ended runs for a month. */
export async function prepareTemporal(): Promise<PreparedNamespace> {
  const settings = readConfig(['temporalAddress', 'temporalNamespace']);
  const names = journeyAttributes('', '', 'active').map(({ key }) => key.name);
  return prepareNamespace(settings, names).catch((error: unknown) => {
    throw new PartAway(`Temporal at ${settings.temporalAddress}`, error);
  });
}
