import type { ImportMapping, ImportResponse } from '@citypath/contracts';
import { NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { importQuery, mapImport } from '../../api/imports';
import { Failure } from '../../parts/failure';
import { importWords } from '../../words/import-words';
import { useSpeech, useWords } from '../../words/use-words';
import styles from './import.module.css';

/** Which column is what, with what stands in it; and how days are read. Each change is judged at once. */
export function Mapping({ file }: { file: ImportResponse }) {
  const words = useWords(importWords);
  const speech = useSpeech();
  const queryClient = useQueryClient();
  const mapping = useMutation({
    mutationFn: (next: ImportMapping) => mapImport(file.id, next),
    onSuccess: (answer) => queryClient.setQueryData(importQuery(file.id).queryKey, answer),
  });
  const shown = mapping.isPending ? mapping.variables : file.mapping;
  const fieldOf = (column: number) => Object.entries(shown.columns).find(([, place]) => place === column)?.[0] ?? '';
  const change = (column: number, field: string) => {
    const others = Object.entries(shown.columns).filter(([key, place]) => place !== column && key !== field);
    mapping.mutate({ ...shown, columns: Object.fromEntries(field === '' ? others : [...others, [field, column]]) });
  };
  const groups = [...new Map(file.fields.map(({ group }) => [group.en, group])).values()];
  const options = [
    { value: '', label: words.notUsed },
    ...groups.map((group) => ({
      group: speech.say(group),
      items: file.fields
        .filter((field) => field.group.en === group.en)
        .map(({ key, title }) => ({ value: key, label: speech.say(title) })),
    })),
  ];
  return (
    <details className={styles.mapping} open={Object.keys(file.mapping.columns).length < file.columns.length}>
      <summary>
        {words.mapping} <span className="dim">{words.mappingHint(Object.keys(shown.columns).length)}</span>
      </summary>
      <ul>
        {file.columns.map(({ title, samples }, column) => (
          <li key={column} className={styles.column}>
            <span>
              {title === '' ? '–' : title}
              <span className={`${styles.samples} dim small`}>
                {samples.length === 0 ? '–' : samples.join(speech.language === 'zh' ? '、' : ', ')}
              </span>
            </span>
            <NativeSelect
              aria-label={words.meaning(title)}
              value={fieldOf(column)}
              disabled={mapping.isPending}
              data={options}
              onChange={(event) => change(column, event.target.value)}
            />
          </li>
        ))}
      </ul>
      <NativeSelect
        className={styles.short}
        label={words.dayOrder}
        value={shown.dayOrder}
        disabled={mapping.isPending}
        data={(['ask', 'day-first', 'month-first'] as const).map((value) => ({ value, label: words.dayOrders[value] }))}
        onChange={(event) => mapping.mutate({ ...shown, dayOrder: event.target.value as ImportMapping['dayOrder'] })}
      />
      {mapping.isError ? <Failure error={mapping.error} /> : null}
    </details>
  );
}
