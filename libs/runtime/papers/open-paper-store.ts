import type { Config } from '../config/settings';
import { FolderPapers } from './folder-papers';
import type { PaperStore } from './paper-store';
import { S3Papers } from './s3-papers';

/** The settings that say where papers lie. */
export const PAPER_SETTINGS = [
  'papersFolder',
  'papersS3Endpoint',
  'papersS3Bucket',
  'papersS3Region',
  'papersS3Key',
  'papersS3Secret',
] as const;

export type PaperSettings = Pick<Config, (typeof PAPER_SETTINGS)[number]>;

/** Opens the store that the configuration names: an S3-compatible one where an endpoint is given, else a folder. */
export async function openPaperStore(settings: PaperSettings): Promise<PaperStore> {
  const { papersS3Endpoint: endpoint, papersS3Bucket, papersS3Region: region } = settings;
  if (endpoint === undefined) {
    const folder = new FolderPapers(settings.papersFolder);
    await folder.prepare();
    return folder;
  }
  return S3Papers.at({
    endpoint,
    region,
    bucket: papersS3Bucket ?? '',
    accessKey: settings.papersS3Key ?? '',
    secretKey: settings.papersS3Secret ?? '',
  });
}
