import { mkdtemp, rmdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { openPaperStore, type PaperSettings } from '@citypath/runtime';
import { away, ok, unseen, wrong, type Finding, type Part } from './finding';

/** Where papers lie, and where uploads wait: there, writable, and with room. */
export async function examinePapers(
  settings: (PaperSettings & { uploadsFolder: string }) | null,
  smallestFreeBytes: number,
): Promise<Finding[]> {
  if (settings === null) return (['papers', 'uploads'] as const).map((part) => unseen(part, 'See configuration.'));
  return Promise.all([
    settings.papersS3Endpoint === undefined
      ? examineFolder('papers', settings.papersFolder, 'PAPERS_FOLDER', smallestFreeBytes)
      : examineBucket(settings),
    examineFolder('uploads', settings.uploadsFolder, 'UPLOADS_FOLDER', smallestFreeBytes),
  ]);
}

async function examineFolder(part: Part, folder: string, name: string, smallestFreeBytes: number): Promise<Finding> {
  try {
    const there = await stat(folder).catch(() => null);
    if (there === null)
      return wrong(
        part,
        `There is no folder ${folder}.`,
        `Mount its disk, or create it; or name another in ${name}. The api makes it at its first start.`,
      );
    if (!there.isDirectory())
      return wrong(part, `${folder} is no folder.`, `Move that file away, or name another place in ${name}.`);
    // Whether one may write is known only by writing: permissions, read-only disks and quotas all count.
    await rmdir(await mkdtemp(join(folder, '.doctor-')));
    const { bavail, bsize } = await statfs(folder);
    const free = `${(Math.floor((bavail * bsize) / 2 ** 20) / 1024).toFixed(1)} GB`;
    if (bavail * bsize < smallestFreeBytes)
      return wrong(part, `${folder} has only ${free} left.`, `Free some of that disk, or name another in ${name}.`);
    return ok(part, `${folder} can be written, with ${free} left.`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return wrong(
      part,
      `${folder} cannot be written: ${reason}.`,
      'Let the user of the processes write there, and look whether the disk is full or mounted read-only.',
    );
  }
}

/** A key that is never kept tells whether the bucket answers and knows us. */
async function examineBucket(settings: PaperSettings): Promise<Finding> {
  const where = `${settings.papersS3Bucket} at ${settings.papersS3Endpoint}`;
  try {
    const store = await openPaperStore(settings);
    await store.open('doctor/no-paper-has-this-name');
    return ok('papers', `The bucket ${where} answers.`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return away(
      'papers',
      `The bucket ${where} does not give papers: ${reason}.`,
      'Look whether the store runs, whether the bucket is there, and whether PAPERS_S3_KEY may read and write it.',
    );
  }
}
