import { name as nameSchema, type ImportMapping, type ImportRemark, type Text } from '@citypath/contracts';
import { cellText, isEmpty, type Cell } from '../file/table';
import type { ImportField } from './import-fields';

/** Looks into one row by field, and gathers what is to be said of it. */
export class RowReader {
  readonly remarks: ImportRemark[] = [];

  constructor(
    readonly line: number,
    private readonly cells: readonly Cell[],
    readonly mapping: ImportMapping,
    private readonly fields: ReadonlyMap<string, ImportField>,
  ) {}

  get isRefused(): boolean {
    return this.remarks.some(({ level }) => level === 'refused');
  }

  /** The cell of a field; null also where it is empty, or has no value that could be known (which is said). */
  cell(field: string): Cell {
    const cell = this.raw(field);
    if (isEmpty(cell) || cell === undefined || cell === null) return null;
    if (typeof cell === 'object' && 'fault' in cell) {
      if (!this.remarks.some((remark) => remark.field === field)) this.refuse(field, faultSentence(cell.fault));
      return null;
    }
    return cell;
  }

  /** One line of text: a name, a title. Null where there is none, or none that can be shown. */
  textOf(field: string): string | null {
    const cell = this.cell(field);
    if (cell === null) return null;
    const read = nameSchema.safeParse(cellText(cell));
    if (read.success) return read.data;
    this.refuse(field, {
      en: 'The text is too long, or holds characters that cannot be shown. Type it anew.',
      zh: '文字过长，或含有无法显示的字符，请重新输入。',
    });
    return null;
  }

  /** What stands in a field, whatever it is worth. */
  shown(field: string): string | null {
    return cellText(this.raw(field)).trim().slice(0, 80) || null;
  }

  refuse(field: string | null, sentence: Text): void {
    this.say('refused', field, sentence);
  }

  warn(field: string | null, sentence: Text): void {
    this.say('warning', field, sentence);
  }

  private raw(field: string): Cell | undefined {
    const column = this.mapping.columns[field];
    return column === undefined ? null : this.cells[column];
  }

  private say(level: ImportRemark['level'], field: string | null, sentence: Text): void {
    const value = field === null ? '' : cellText(this.raw(field));
    this.remarks.push({
      field,
      fieldTitle: field === null ? null : (this.fields.get(field)?.title ?? null),
      level,
      sentence,
      value: value === '' ? null : value.slice(0, 200),
    });
  }
}

function faultSentence(fault: 'formula' | 'error' | 'merged'): Text {
  switch (fault) {
    case 'formula':
      return {
        en: 'Here stands a formula whose result is not in the file. Open the file in a spreadsheet program and save it, or write the value.',
        zh: '此处为公式，而文件中没有其计算结果。请用电子表格软件打开并保存，或直接填写数值。',
      };
    case 'error':
      return {
        en: 'Here stands the error of a formula. Correct the formula, or write the value.',
        zh: '此处的公式出错，请更正公式或直接填写数值。',
      };
    case 'merged':
      return {
        en: 'This cell is part of a merged one, so it has no value of its own. Unmerge it and write what is meant in each row.',
        zh: '该单元格已与其他单元格合并，没有自己的值。请取消合并，并在每行填写内容。',
      };
  }
}
