import type { ConfigComplaint } from './config-error';
import { type Config, settings } from './settings';

/** An S3-compatible store is named whole or not at all; half of it would be found out at the first paper. */
export function paperComplaints(config: Partial<Config>): ConfigComplaint[] {
  const parts = ['papersS3Endpoint', 'papersS3Bucket', 'papersS3Key', 'papersS3Secret'] as const;
  if (parts.every((part) => config[part] === undefined)) return [];
  return parts
    .filter((part) => part in config && config[part] === undefined)
    .map((part) => ({ name: settings[part].name, problem: 'is missing, while other parts of the S3 store are given' }));
}
