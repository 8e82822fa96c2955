import { stat } from 'node:fs/promises';
import type { PaperKind } from '@citypath/contracts';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { ProblemError } from '../problems/problem-error';

type OfficeKind = Extract<PaperKind, 'docx' | 'xlsx' | 'pptx'>;

/** What the list of parts calls the document itself. */
const MAIN_PARTS: Record<OfficeKind, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
};

/** Far above what documents of 50 MB hold, far below what would hurt whoever opens one. */
const MOST_ENTRIES = 20_000;
const MOST_UNPACKED_BYTES = 512 * 1024 * 1024;
/** Text packs well, but not into a hundredth; small files may. */
const MOST_RATIO = 100;
const RATIO_COUNTS_FROM_BYTES = 32 * 1024 * 1024;
const LARGEST_PARTS_LIST_BYTES = 1024 * 1024;

const PARTS_LIST = '[Content_Types].xml';
const MACROS = /(^|\/)(vbaProject\.bin|vbaData\.xml|macrosheets\/)/i;

/**
 * What document a zip file is, by its directory and its list of parts; nothing else in it is unpacked.
 * @returns null when it is a plain zip, or anything else that is no document of these
 * @throws ProblemError paper-damaged, paper-with-macros, paper-unpacks-too-large
 */
export async function officeKind(file: string, name: string): Promise<OfficeKind | null> {
  const { size } = await stat(file);
  try {
    const zip = await openPromise(file, { autoClose: false });
    try {
      const partsList = await lookAtEntries(zip, name, size);
      return partsList && kindIn(await textOf(zip, partsList), name);
    } finally {
      zip.close();
    }
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError('paper-damaged', { params: { name }, cause: error });
  }
}

/** By the sizes that the directory declares, and by those that are there: entries that overlap claim more than the file has. */
async function lookAtEntries(zip: ZipFile, name: string, fileBytes: number): Promise<Entry | null> {
  const bomb = () => new ProblemError('paper-unpacks-too-large', { params: { name } });
  if (zip.entryCount > MOST_ENTRIES) throw bomb();
  let [unpackedBytes, packedBytes] = [0, 0];
  let partsList: Entry | null = null;
  for await (const entry of zip.eachEntry()) {
    if (MACROS.test(entry.fileName)) throw new ProblemError('paper-with-macros', { params: { name } });
    if (entry.isEncrypted()) throw new ProblemError('paper-damaged', { params: { name } });
    unpackedBytes += entry.uncompressedSize;
    packedBytes += entry.compressedSize;
    if (unpackedBytes > MOST_UNPACKED_BYTES || packedBytes > fileBytes) throw bomb();
    if (unpackedBytes > RATIO_COUNTS_FROM_BYTES && unpackedBytes > MOST_RATIO * fileBytes) throw bomb();
    if (entry.fileName === PARTS_LIST) {
      if (entry.uncompressedSize > LARGEST_PARTS_LIST_BYTES) throw bomb();
      partsList = entry;
    }
  }
  return partsList;
}

function kindIn(partsList: string, name: string): OfficeKind | null {
  if (/macroEnabled|vbaProject/i.test(partsList)) throw new ProblemError('paper-with-macros', { params: { name } });
  const kinds = (Object.keys(MAIN_PARTS) as OfficeKind[]).filter((kind) => partsList.includes(`"${MAIN_PARTS[kind]}"`));
  return kinds.length === 1 ? (kinds[0] ?? null) : null;
}

/** Bounded: the library fails once an entry unpacks to more than it declared. */
async function textOf(zip: ZipFile, entry: Entry): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
