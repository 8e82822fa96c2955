import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPaperStore, PAPER_SETTINGS, readConfig, type PaperStore } from '@citypath/runtime';
import { Papers, type Paper } from '@citypath/store';
import { withDatabase } from '../with-database';

/** A paper in the manifest of an export. */
interface ExportedPaper {
  /** Below the folder of the export. */
  file: string;
  id: string;
  journey: string;
  step: string;
  round: number;
  evidence: string;
  name: string;
  version: number;
  kind: string;
  sizeBytes: number;
  sha256: string;
  by: string | null;
  uploadedAt: string;
}

export interface PapersExported {
  folder: string;
  papers: number;
  bytes: number;
  /** Papers that the records name and the store does not hold, or holds otherwise: by id, with what is wrong. */
  damaged: { id: string; problem: 'missing' | 'changed' }[];
}

const PAGE = 500;
export const MANIFEST = 'manifest.json';

/**
 * Copies every paper that was handed in into a folder, each held against its SHA-256 on the way, and writes a manifest
 * that says what each file is. Made again over the same folder it is made anew.
 */
export async function exportPapers(folder: string): Promise<PapersExported> {
  const settings = readConfig(['databaseUrl', ...PAPER_SETTINGS]);
  const store = await openPaperStore(settings);
  await mkdir(folder, { recursive: true });
  return withDatabase(settings.databaseUrl, async (dataSource) => {
    const papers = new Papers(dataSource);
    const exported: ExportedPaper[] = [];
    const damaged: PapersExported['damaged'] = [];
    let after = '';
    for (;;) {
      const page = await papers.page(after, PAGE);
      for (const paper of page) {
        const problem = await copy(store, paper, folder);
        if (problem === null) exported.push(entryOf(paper));
        else damaged.push({ id: paper.id, problem });
      }
      const last = page.at(-1);
      if (!last || page.length < PAGE) break;
      after = last.id;
    }
    // Last, and in one go: a folder with a manifest is a whole export.
    const manifest = join(folder, MANIFEST);
    await writeFile(`${manifest}.partial`, `${JSON.stringify({ papers: exported, damaged }, null, 2)}\n`);
    await rename(`${manifest}.partial`, manifest);
    const bytes = exported.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    return { folder, papers: exported.length, bytes, damaged };
  });
}

async function copy(store: PaperStore, paper: Paper, folder: string): Promise<'missing' | 'changed' | null> {
  const bytes = await store.open(`${paper.journeyId}/${paper.id}`);
  if (!bytes) return 'missing';
  const hash = createHash('sha256');
  const path = join(folder, fileOf(paper));
  await mkdir(join(folder, paper.journeyId), { recursive: true });
  await pipeline(
    bytes,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
      }
    },
    createWriteStream(path),
  );
  return hash.digest('hex') === paper.sha256 ? null : 'changed';
}

function entryOf(paper: Paper): ExportedPaper {
  const { id, round, name, version, kind, sizeBytes, sha256, uploadedAt } = paper;
  const [journey, step, evidence, by] = [paper.journeyId, paper.stepRef, paper.evidenceKey, paper.byPerson];
  const file = fileOf(paper);
  return { file, id, journey, step, round, evidence, name, version, kind, sizeBytes, sha256, by, uploadedAt };
}

/** By id: what people called a file stands in the manifest, and is no name for one here. */
function fileOf({ journeyId, id, kind }: Paper): string {
  return `${journeyId}/${id}.${kind}`;
}
