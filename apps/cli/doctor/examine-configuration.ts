import { ALL_SETTINGS, ConfigError, readConfig, type Config, type SettingKey } from '@citypath/runtime';
import { ok, wrong, type Finding } from './finding';

/** Reads every setting of all processes. */
export function examineConfiguration(environment: NodeJS.ProcessEnv | undefined): Finding {
  try {
    readConfig(ALL_SETTINGS, environment);
    return ok('configuration', `All ${ALL_SETTINGS.length} settings can be read.`);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const names = error.complaints.map(({ name }) => name);
    const mend = `Set ${[...new Set(names)].join(', ')} in the environment of every process, and start them again.`;
    return wrong('configuration', error.message, mend);
  }
}

/** Some settings, or null where they cannot be read: the finding about the configuration says why. */
export function settingsOf<Key extends SettingKey>(
  keys: readonly Key[],
  environment: NodeJS.ProcessEnv | undefined,
): Pick<Config, Key> | null {
  try {
    return readConfig(keys, environment);
  } catch (error) {
    if (error instanceof ConfigError) return null;
    throw error;
  }
}
