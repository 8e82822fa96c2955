import { type ConfigComplaint, ConfigError } from './config-error';
import { mailComplaints } from './mail-complaints';
import { paperComplaints } from './paper-complaints';
import { doorComplaints, organisationComplaints } from './door-complaints';
import { type Config, type SettingKey, settings } from './settings';

/**
 * Reads the settings that a process needs, once, at its start. Nothing else in the house reads the environment.
 *
 * @param needs the settings to read; an empty value counts as missing
 * @returns exactly these settings, checked and in their types
 * @throws ConfigError that names every setting that is missing or bad, and no value
 */
export function readConfig<Key extends SettingKey>(
  needs: readonly Key[],
  environment: NodeJS.ProcessEnv = process.env,
): Pick<Config, Key> {
  const complaints: ConfigComplaint[] = [];
  const config: Partial<Record<SettingKey, unknown>> = {};
  for (const key of needs) {
    const { name, schema, expects } = settings[key];
    const given = environment[name] === '' ? undefined : environment[name];
    const read = schema.safeParse(given);
    if (read.success) config[key] = read.data;
    else complaints.push({ name, problem: given === undefined ? 'is missing' : expects });
  }
  const whole: Partial<Config> = config as Partial<Config>;
  complaints.push(...doorComplaints(whole), ...organisationComplaints(whole), ...paperComplaints(whole));
  complaints.push(...mailComplaints(whole));
  if (complaints.length > 0) throw new ConfigError(complaints);
  return config as Pick<Config, Key>;
}
