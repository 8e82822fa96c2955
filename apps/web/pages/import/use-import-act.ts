import { useMutation, useQueryClient } from '@tanstack/react-query';
import { doWithImport, importQuery } from '../../api/imports';

/** Begins an import, takes it back, or lets its letters go; the page shows the answer at once. */
export function useImportAct(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ act, body = {} }: { act: 'start' | 'undo' | 'letters'; body?: object }) =>
      doWithImport(id, act, body),
    onSuccess: (answer) => {
      queryClient.setQueryData(importQuery(id).queryKey, answer);
      void queryClient.invalidateQueries({ queryKey: ['imports', 'rows', id] });
    },
  });
}
