import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { ProblemError } from '../../problems/problem-error';

/** What a workbook may unpack to, in bytes: many times what five thousand rows need. */
const MOST_UNPACKED = 60 * 1024 * 1024;
const MOST_PARTS = 2_000;

/** The parts of a workbook that are looked into by name. */
const LOOKED_INTO = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/;

/**
 * Opens a workbook's archive and unpacks it once, to be sure of what it holds: by its declared sizes first, then by what
 * really comes (yauzl ends an entry that is longer than it says).
 *
 * @returns the names of its parts, and the text of those that describe its sheets
 * @throws ProblemError import-file-unpacks-too-large, import-file-broken
 */
export async function openArchive(bytes: Buffer): Promise<{ names: string[]; texts: Map<string, string> }> {
  const zip = await opened(bytes);
  try {
    const entries = await entriesOf(zip);
    const declared = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
    if (declared > MOST_UNPACKED || entries.length > MOST_PARTS) throw tooLarge();
    const texts = new Map<string, string>();
    let unpacked = 0;
    for (const entry of entries) {
      const part = await partOf(zip, entry, MOST_UNPACKED - unpacked);
      unpacked += part.length;
      if (LOOKED_INTO.test(entry.fileName)) texts.set(entry.fileName, part.toString('utf8'));
    }
    return { names: entries.map(({ fileName }) => fileName), texts };
  } catch (cause) {
    throw cause instanceof ProblemError ? cause : new ProblemError('import-file-broken', { cause });
  } finally {
    zip.close();
  }
}

function opened(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, autoClose: false }, (error: Error | null, zip) => {
      if (error) reject(new ProblemError('import-file-broken', { cause: error }));
      else resolve(zip);
    });
  });
}

function entriesOf(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      if (entries.length > MOST_PARTS) resolve(entries);
      else zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', reject);
    zip.readEntry();
  });
}

async function partOf(zip: ZipFile, entry: Entry, atMost: number): Promise<Buffer> {
  const stream = await new Promise<AsyncIterable<Buffer>>((resolve, reject) => {
    zip.openReadStream(entry, (error: Error | null, opening) => {
      if (error) reject(error);
      else resolve(opening);
    });
  });
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > atMost) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(): ProblemError {
  return new ProblemError('import-file-unpacks-too-large', { params: { most: MOST_UNPACKED / 1024 / 1024 } });
}
