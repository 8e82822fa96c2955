import { rowPointer, rowsOf, saidToBeNone, type Field, type Filled, type FormPart } from './parts-of-form';

export interface FilledRequest {
  body: Record<string, unknown>;
  /** Pointers of what is missing or cannot be sent: the form says so at once, all else is for the api to judge. */
  complaints: Record<string, 'missing' | 'not-a-number' | 'file-or-link'>;
}

/** Turns what was filled in into the body of the request. Optional things that are empty are left out. */
export function requestOfForm(parts: FormPart[], filled: Filled): FilledRequest {
  const request: FilledRequest = { body: {}, complaints: {} };
  for (const part of parts) {
    switch (part.part) {
      case 'field':
        take(request, part.field, part.field.pointer, filled);
        break;
      case 'group':
        takeGroup(request, part, filled);
        break;
      case 'list':
        takeList(request, part, filled);
        break;
    }
  }
  return request;
}

function takeGroup(request: FilledRequest, group: FormPart & { part: 'group' }, filled: Filled): void {
  const isEmpty = group.fields.every((field) => !isFilled(filled, field));
  if (group.optional && isEmpty) return;
  setAt(request.body, `${group.pointer}/kind`, group.kind);
  for (const field of group.fields) take(request, field, field.pointer, filled);
  if (group.kind === 'document') complainOfDocument(request, group, filled);
}

/** A document is a file, or a link with a title. */
function complainOfDocument(request: FilledRequest, group: FormPart & { part: 'group' }, filled: Filled): void {
  const at = (name: string) => group.fields.find(({ pointer }) => pointer.endsWith(`/${name}`));
  const [papers, link, title] = [at('papers'), at('link'), at('title')];
  const has = (field: Field | undefined) => field !== undefined && isFilled(filled, field);
  if (!has(papers) && !has(link)) request.complaints[papers?.pointer ?? group.pointer] = 'file-or-link';
  else if (has(link) && !has(title) && title) request.complaints[title.pointer] = 'missing';
}

function isFilled(filled: Filled, { pointer }: Field): boolean {
  return typed(filled, pointer) !== '' || (filled.papers[pointer]?.length ?? 0) > 0;
}

/** Empty lines at the end are not sent; an empty one between others is missing something. */
function takeList(request: FilledRequest, list: FormPart & { part: 'list' }, filled: Filled): void {
  const isEmpty = (row: number) =>
    list.columns.every((column) => typed(filled, rowPointer(list.pointer, row, column.pointer)) === '');
  let count = rowsOf(filled, list);
  while (count > 0 && isEmpty(count - 1)) count -= 1;
  if (list.optional && count === 0) return;
  setAt(request.body, `${list.pointer}/kind`, 'list');
  setAt(request.body, `${list.pointer}/rows`, []);
  for (let row = 0; row < Math.max(count, list.minRows); row++)
    for (const column of list.columns) take(request, column, rowPointer(list.pointer, row, column.pointer), filled);
}

function take(request: FilledRequest, field: Field, pointer: string, filled: Filled): void {
  if (field.input.type === 'papers') {
    const ids = (filled.papers[pointer] ?? []).map(({ id }) => id);
    if (ids.length > 0) setAt(request.body, pointer, ids);
    return;
  }
  const value = typed(filled, pointer);
  if (field.input.type === 'numbers') {
    const numbers = numbersIn(value);
    if (numbers.some((number) => !Number.isInteger(number))) request.complaints[pointer] = 'not-a-number';
    return setAt(request.body, pointer, numbers);
  }
  if (value === saidToBeNone) return setAt(request.body, pointer, null);
  if (value === '') {
    if (field.required) request.complaints[pointer] = 'missing';
    return;
  }
  if (field.input.type === 'names') return setAt(request.body, pointer, namesIn(value));
  if (field.input.type !== 'number') return setAt(request.body, pointer, value);
  const number = Number(value);
  if (Number.isFinite(number)) setAt(request.body, pointer, number);
  else request.complaints[pointer] = 'not-a-number';
}

/** '7, 3, 1', '7、3、1'; none is an empty list. */
function numbersIn(value: string): number[] {
  return value
    .split(/[\s,，、;；]+/)
    .filter((part) => part !== '')
    .map(Number);
}

function namesIn(value: string): string[] {
  return value
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function typed(filled: Filled, pointer: string): string {
  return filled.values[pointer]?.trim() ?? '';
}

/** Keys hold no '/' or '~', so pointers need no escapes; numbers are places in a list only below 'rows'. */
function setAt(body: Record<string, unknown>, pointer: string, value: unknown): void {
  const keys = pointer.split('/').slice(1);
  let at: Record<string, unknown> | unknown[] = body;
  keys.forEach((key, depth) => {
    const isLast = depth === keys.length - 1;
    const held: unknown = Array.isArray(at) ? at[Number(key)] : at[key];
    const next: unknown = isLast ? value : (held ?? (key === 'rows' ? [] : {}));
    if (Array.isArray(at)) at[Number(key)] = next;
    else at[key] = next;
    at = next as Record<string, unknown> | unknown[];
  });
}
