import { useSearchParams } from 'react-router';

/** Whether the reader came for this form: a letter or a list led straight to it. */
export function useFormAsked(form: 'details' | 'leave'): boolean {
  return useSearchParams()[0].get('form') === form;
}
