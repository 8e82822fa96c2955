/** What the reader of values does not tell of a sheet: merged cells, and formulas that were never computed. */
export interface SheetMarks {
  /** 'A2:A4' */
  merged: string[];
  /** By address: the formula. */
  uncomputed: Map<string, string>;
  /** Rows with anything in them. */
  filledRows: number;
}

const CELL = /<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g;
const ROW = /<row\b[^>]*>([\s\S]*?)<\/row>/g;

/** Looks through the XML of the first sheet of a workbook. */
export function sheetMarks(texts: ReadonlyMap<string, string>): SheetMarks {
  const xml = texts.get(firstSheetPath(texts)) ?? '';
  const merged = [...xml.matchAll(/<mergeCell\b[^>]*\bref="([A-Z]+\d+:[A-Z]+\d+)"/g)].map(([, ref = '']) => ref);
  const uncomputed = new Map<string, string>();
  if (xml.includes('<f')) {
    for (const [, attributes = '', inner = ''] of xml.matchAll(CELL)) {
      const formula = /<f\b[^>]*?(?:\/>|>([\s\S]*?)<\/f>)/.exec(inner);
      const address = /\br="([A-Z]+\d+)"/.exec(attributes)?.[1];
      if (formula && address !== undefined && !/<v>[\s\S]+?<\/v>/.test(inner)) {
        uncomputed.set(address, `=${(formula[1] ?? '').slice(0, 80)}`);
      }
    }
  }
  let filledRows = 0;
  for (const [, inner = ''] of xml.matchAll(ROW)) if (/<(v|t|f)\b/.test(inner)) filledRows += 1;
  return { merged, uncomputed, filledRows };
}

/** The addresses that a merged range covers without its first one; at most so many rows and columns of it. */
export function coveredBy(range: string): string[] {
  const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range);
  if (!match) return [];
  const [, fromColumn = '', fromRow = '', toColumn = '', toRow = ''] = match;
  const addresses: string[] = [];
  for (let row = Number(fromRow); row <= Math.min(Number(toRow), Number(fromRow) + 6_000); row += 1) {
    for (let column = columnIndex(fromColumn); column <= Math.min(columnIndex(toColumn), 500); column += 1) {
      const address = `${columnName(column)}${row}`;
      if (address !== `${fromColumn}${fromRow}`) addresses.push(address);
    }
  }
  return addresses;
}

/** 0 → 'A', 27 → 'AB' */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

function columnIndex(columnLetters: string): number {
  return Array.from(columnLetters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function firstSheetPath(texts: ReadonlyMap<string, string>): string {
  const id = /<sheet\b[^>]*\br:id="([^"]+)"/.exec(texts.get('xl/workbook.xml') ?? '')?.[1];
  const relations = [...(texts.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(/<Relationship\b[^>]*>/g)];
  const relation = relations.map(([tag]) => tag).find((tag) => id !== undefined && tag.includes(`Id="${id}"`));
  const target = /\bTarget="([^"]+)"/.exec(relation ?? '')?.[1];
  if (target === undefined) return 'xl/worksheets/sheet1.xml';
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}
