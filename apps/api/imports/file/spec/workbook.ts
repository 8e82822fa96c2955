import { ZipFile } from 'yazl';

/** A cell as a spreadsheet program keeps it. A day is a number that is shown as one. */
export type SheetCell = string | number | null | { day: number } | { formula: string; result?: string };

export interface WorkbookWishes {
  /** 'A2:A4' */
  merged?: string[];
  /** Parts beside the usual ones, by name. */
  parts?: Record<string, Buffer | string>;
}

/** An Excel workbook of one sheet, made part by part, so that it can hold what no well-behaved writer writes. */
export function workbook(rows: readonly (readonly SheetCell[])[], { merged = [], parts = {} }: WorkbookWishes = {}) {
  const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const sheet = [
    `<worksheet xmlns="${MAIN}"><sheetData>`,
    ...rows.map(
      (cells, row) => `<row r="${row + 1}">${cells.map((cell, column) => xmlOf(cell, row, column)).join('')}</row>`,
    ),
    `</sheetData>${merges === '' ? '' : `<mergeCells>${merges}</mergeCells>`}</worksheet>`,
  ].join('');
  return zipped({ ...FRAME, 'xl/worksheets/sheet1.xml': sheet, ...parts });
}

/** An archive of these parts, deflated. */
export async function zipped(parts: Record<string, Buffer | string>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';

const FRAME = {
  '[Content_Types].xml': `<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Cities" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
};

function xmlOf(cell: SheetCell, row: number, column: number): string {
  const at = `r="${String.fromCharCode(65 + column)}${row + 1}"`;
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c ${at}><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c ${at} t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  if ('day' in cell) return `<c ${at} s="1"><v>${cell.day}</v></c>`;
  const result = cell.result === undefined ? '' : `<v>${escaped(cell.result)}</v>`;
  return `<c ${at} t="str"><f>${escaped(cell.formula)}</f>${result}</c>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
