import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** A workbook (XLSX) with one sheet, as a spreadsheet program would save it: every cell a text. */
export async function workbook(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const archive = new ZipFile();
  for (const [name, xml] of Object.entries(parts(rows))) archive.addBuffer(Buffer.from(declaration + xml), name);
  archive.end();
  return buffer(archive.outputStream);
}

function parts(rows: readonly (readonly string[])[]): Record<string, string> {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return {
    '[Content_Types].xml':
      `<Types xmlns="${packaged}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
    '_rels/.rels': relationship('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml':
      `<workbook xmlns="${spreadsheet}" xmlns:r="${relations}">` +
      '<sheets><sheet name="Cities" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relationship('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${spreadsheet}"><sheetData>${rows.map(row).join('')}</sheetData></worksheet>`,
  };
}

function relationship(type: string, target: string): string {
  return (
    `<Relationships xmlns="${packaged}/relationships">` +
    `<Relationship Id="rId1" Type="${relations}/${type}" Target="${target}"/></Relationships>`
  );
}

function row(cells: readonly string[], index: number): string {
  const written = cells.map((text, column) =>
    text === '' ? '' : `<c r="${letterOf(column)}${index + 1}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`,
  );
  return `<row r="${index + 1}">${written.join('')}</row>`;
}

/** Up to 26 columns. */
function letterOf(column: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + column);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
