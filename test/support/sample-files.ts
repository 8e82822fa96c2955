import { createHash } from 'node:crypto';
import { ZipFile } from 'yazl';

/** Small files of every kind, made here: nothing binary is kept with the sources. */

/** A PDF of one empty page, padded to a length where one is given. */
export function pdf(sizeBytes = 0, says = 'CityPath'): Buffer {
  const head = `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n%${says}\n`;
  const tail = `\ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n0\n%%EOF\n`;
  return Buffer.concat([Buffer.from(head), noise(sizeBytes - head.length - tail.length), Buffer.from(tail)]);
}

/** Bytes that do not pack, the same each time. */
export function noise(length: number): Buffer {
  const bytes = Buffer.alloc(Math.max(0, length));
  let block = createHash('sha512').update('noise').digest();
  for (let at = 0; at < bytes.length; at += block.length) {
    block.copy(bytes, at);
    if (at % (1 << 20) === 0) block = createHash('sha512').update(block).digest();
  }
  return bytes;
}

/** One pixel. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export const jpg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb0043000101ffd9', 'hex');

export const heic = Buffer.from('0000001866747970686569630000000068656963' + '6d696631'.repeat(4), 'hex');

export const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');

export const html = Buffer.from('<!doctype html><html><body><script>alert(1)</script></body></html>');

/** Begins as a PDF does, and is a page to whoever looks on. */
export const htmlInPdf = Buffer.concat([Buffer.from('%PDF-1.4\n'), html, Buffer.from('\n%%EOF\n')]);

const MAIN = {
  docx: ['word/document.xml', 'wordprocessingml.document.main+xml'],
  xlsx: ['xl/workbook.xml', 'spreadsheetml.sheet.main+xml'],
  pptx: ['ppt/presentation.xml', 'presentationml.presentation.main+xml'],
} as const;

/** A document of Word, Excel or PowerPoint with nothing in it, and with further parts where given. */
export function office(
  kind: keyof typeof MAIN,
  more: Record<string, Buffer> = {},
  contentTypes?: string,
): Promise<Buffer> {
  const [part, type] = MAIN[kind];
  const main = contentTypes ?? `application/vnd.openxmlformats-officedocument.${type}`;
  return zip({
    '[Content_Types].xml': Buffer.from(
      `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${main}"/></Types>`,
    ),
    [part]: Buffer.from('<document/>'),
    ...more,
  });
}

/** A document that was saved with macros. */
export const withMacros = (): Promise<Buffer> =>
  office(
    'docx',
    { 'word/vbaProject.bin': Buffer.from('macros') },
    'application/vnd.ms-word.document.macroEnabled.main+xml',
  );

/** A document whose text unpacks to 600 MB. */
export const zipBomb = (): Promise<Buffer> =>
  office(
    'docx',
    Object.fromEntries(['a', 'b', 'c'].map((name) => [`word/${name}.xml`, Buffer.alloc(200 * 1024 * 1024)])),
  );

export function zip(entries: Record<string, Buffer>): Promise<Buffer> {
  const file = new ZipFile();
  for (const [name, bytes] of Object.entries(entries)) file.addBuffer(bytes, name);
  file.end();
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    file.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk));
    file.outputStream.on('error', reject);
    file.outputStream.on('end', () => resolve(Buffer.concat(chunks)));
  });
}
