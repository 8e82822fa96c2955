import type { DraftAnswers, PaperShort } from '@citypath/contracts';

/** What a form is made of. Each field names the place of its answer in the request: a JSON pointer. */
export interface Field {
  pointer: string;
  label: string;
  hint?: string;
  required: boolean;
  input:
    | { type: 'line'; maxLength: number }
    | { type: 'lines'; maxLength: number }
    | { type: 'link' }
    /** Files for one evidence of the step. */
    | { type: 'papers'; evidence: string }
    /** `notKnown`: the words of the box that says that the day is not known (null in the request). */
    | { type: 'day'; notKnown?: string }
    | { type: 'time' }
    | { type: 'number'; min?: number | undefined; max?: number | undefined }
    /** `nobody`: the words of the option that sends null. */
    | { type: 'choice'; options: { value: string; label: string }[]; nobody?: string }
    /** Somebody; `options`: the people at hand, `nobody`: the words of the choice that sends null. */
    | { type: 'person'; options: { value: string; label: string }[]; nobody?: string }
    /** Whole numbers in one line, sent as a list. */
    | { type: 'numbers' }
    /** One name a line, sent as a list. */
    | { type: 'names' };
}

export type FormPart =
  | { part: 'field'; field: Field }
  /** Fields that stand for one thing: left out as a whole when it is optional and all of them are empty. */
  | { part: 'group'; pointer: string; title: string; optional: boolean; kind: string; fields: Field[] }
  /** Lines of the same fields; the pointers of its columns begin below the line. */
  | {
      part: 'list';
      pointer: string;
      title: string;
      optional: boolean;
      columns: Field[];
      minRows: number;
      maxRows: number;
    };

/** What was filled in: by pointer, as typed. `notKnown` and `nobody` are values of their own, never typed text. */
export interface Filled {
  values: Record<string, string>;
  /** How many lines a list shows, by the list's pointer. */
  rows: Record<string, number>;
  /** Files that have arrived, by the pointer of their field. */
  papers: Record<string, PaperShort[]>;
}

export const nothingFilled: Filled = { values: {}, rows: {}, papers: {} };

/** Stands for null: the day is not known, nobody. A control character that nobody can type. */
export const saidToBeNone = '\u0001';

/** Where the rows of a list lie in the request. */
export function rowPointer(list: string, row: number, column: string): string {
  return `${list}/rows/${row}${column}`;
}

export function rowsOf(filled: Filled, list: { pointer: string; minRows: number }): number {
  return filled.rows[list.pointer] ?? Math.max(1, list.minRows);
}

/** Takes a line out of a list; those below move up. */
export function withoutRow(
  filled: Filled,
  list: { pointer: string; minRows: number; columns: Field[] },
  row: number,
): Filled {
  const count = rowsOf(filled, list);
  const values = { ...filled.values };
  for (const { pointer } of list.columns) {
    for (let below = row; below < count; below++) {
      const next = filled.values[rowPointer(list.pointer, below + 1, pointer)];
      const here = rowPointer(list.pointer, below, pointer);
      values[here] = below + 1 < count ? (next ?? '') : '';
    }
  }
  return { ...filled, values, rows: { ...filled.rows, [list.pointer]: Math.max(1, count - 1) } };
}

/** A file has arrived. */
export function withPaper(filled: Filled, pointer: string, paper: PaperShort): Filled {
  return { ...filled, papers: { ...filled.papers, [pointer]: [...(filled.papers[pointer] ?? []), paper] } };
}

/** What was filled in, as a draft keeps it. */
export function draftOf({ values, rows, papers }: Filled): DraftAnswers {
  const ids = Object.entries(papers).map(([pointer, some]) => [pointer, some.map(({ id }) => id)] as const);
  return { values, rows, papers: Object.fromEntries(ids) };
}

/** A draft as a form shows it; papers that are no longer known are left out. */
export function filledFrom({ values, rows, papers }: DraftAnswers, known: PaperShort[]): Filled {
  const found = Object.entries(papers).map(
    ([pointer, ids]) => [pointer, ids.flatMap((id) => known.filter((paper) => paper.id === id))] as const,
  );
  return { values, rows, papers: Object.fromEntries(found) };
}
