import { open } from 'node:fs/promises';
import type { PaperKind } from '@citypath/contracts';
import { fileTypeFromBuffer } from 'file-type';
import { ProblemError } from '../problems/problem-error';
import { officeKind } from './office-kind';
import { extensionOf } from './paper-name';

/** Endings under which each kind goes. */
const ENDINGS: Record<PaperKind, readonly string[]> = {
  pdf: ['pdf'],
  docx: ['docx'],
  xlsx: ['xlsx'],
  pptx: ['pptx'],
  png: ['png'],
  jpg: ['jpg', 'jpeg'],
  heic: ['heic', 'heif'],
};
const MACRO_ENDINGS = ['docm', 'dotm', 'xlsm', 'xltm', 'xlsb', 'pptm', 'potm', 'ppsm', 'ppam', 'xlam'];

/** So much of the beginning tells what a picture is, and of the end whether a PDF comes to one. */
const HEAD_BYTES = 4_100;
const TAIL_BYTES = 2_048;

/**
 * Refuses by its ending alone what would be refused later anyway, before its bytes are sent.
 * @throws ProblemError paper-kind-refused, paper-with-macros
 */
export function requireKnownEnding(name: string): void {
  const ending = extensionOf(name);
  if (MACRO_ENDINGS.includes(ending)) throw new ProblemError('paper-with-macros', { params: { name } });
  const isKnown = Object.values(ENDINGS).some((endings) => endings.includes(ending));
  if (!isKnown) throw new ProblemError('paper-kind-refused', { params: { name } });
}

/**
 * Looks into a file and says what it is. Nothing is unpacked, and the file is never read as a whole.
 * @param name as it was cleaned: the ending has to fit what is found
 * @throws ProblemError paper-kind-refused, paper-not-what-it-says, paper-damaged, paper-with-macros,
 *   paper-unpacks-too-large
 */
export async function inspectPaper(file: string, name: string): Promise<PaperKind> {
  const { head, tail } = await endsOf(file);
  const kind = head.subarray(0, 4).equals(ZIP) ? await officeKind(file, name) : await plainKind(head, tail, name);
  if (kind === null) throw notWhatItSays(name);
  if (!ENDINGS[kind].includes(extensionOf(name))) throw notWhatItSays(name);
  return kind;
}

const ZIP = Buffer.from('PK\x03\x04', 'latin1');

async function plainKind(head: Buffer, tail: Buffer, name: string): Promise<PaperKind | null> {
  if (head.subarray(0, 5).toString('latin1') === '%PDF-') {
    // A page that only begins like a PDF is one to a browser that looks inside.
    if (/<(!doctype|html|head|body|script|svg|iframe)\b/i.test(head.subarray(0, 1_024).toString('latin1')))
      throw notWhatItSays(name);
    if (!tail.toString('latin1').includes('%%EOF')) throw new ProblemError('paper-damaged', { params: { name } });
    return 'pdf';
  }
  const found = await fileTypeFromBuffer(head);
  switch (found?.ext) {
    case 'png':
    case 'jpg':
    case 'heic':
      return found.ext;
    default:
      return null;
  }
}

function notWhatItSays(name: string): ProblemError {
  return new ProblemError('paper-not-what-it-says', { params: { name, said: extensionOf(name) } });
}

async function endsOf(file: string): Promise<{ head: Buffer; tail: Buffer }> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const read = async (position: number, length: number) => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
      return buffer.subarray(0, bytesRead);
    };
    return { head: await read(0, HEAD_BYTES), tail: await read(Math.max(0, size - TAIL_BYTES), TAIL_BYTES) };
  } finally {
    await handle.close();
  }
}
