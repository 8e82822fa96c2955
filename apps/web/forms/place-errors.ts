import type { Problem } from '@citypath/contracts';
import { rowPointer, rowsOf, type Filled, type FormPart } from './parts-of-form';

/** Pointers of all fields that a form shows now, in their order. */
export function pointersOf(parts: FormPart[], filled: Filled): string[] {
  return parts.flatMap((part) => {
    if (part.part === 'field') return [part.field.pointer];
    if (part.part === 'group') return part.fields.map(({ pointer }) => pointer);
    return Array.from({ length: rowsOf(filled, part) }, (_, row) =>
      part.columns.map(({ pointer }) => rowPointer(part.pointer, row, pointer)),
    ).flat();
  });
}

export interface PlacedErrors {
  byPointer: Record<string, string>;
  /** What belongs to no field that is shown. */
  rest: string[];
}

/**
 * Puts what the api found wrong at its fields. What is wrong with a whole thing ("/evidence/report") stands at its
 * first field, what is wrong within one ("/items/3") at the field itself.
 */
export function placeErrors(errors: NonNullable<Problem['errors']>, pointers: string[]): PlacedErrors {
  const placed: PlacedErrors = { byPointer: {}, rest: [] };
  for (const { pointer, detail } of errors) {
    const at =
      pointers.find((shown) => shown === pointer) ??
      pointers.find((shown) => shown.startsWith(`${pointer}/`)) ??
      pointers.find((shown) => pointer.startsWith(`${shown}/`));
    if (at === undefined || pointer === '') placed.rest.push(detail);
    else placed.byPointer[at] ??= detail;
  }
  return placed;
}
