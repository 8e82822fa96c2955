import type { FormPart } from './parts-of-form';

/** Why somebody does something: it stays in the records, with the name. */
export function reasonPart({ reason, reasonHint }: { reason: string; reasonHint: string }): FormPart {
  return {
    part: 'field',
    field: {
      pointer: '/reason',
      label: reason,
      hint: reasonHint,
      required: true,
      input: { type: 'lines', maxLength: 4000 },
    },
  };
}
