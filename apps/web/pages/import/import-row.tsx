import type { ImportRemark, ImportResponse, ImportRowAnswer } from '@citypath/contracts';
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { correctCell, importQuery } from '../../api/imports';
import { Failure } from '../../parts/failure';
import { importWords } from '../../words/import-words';
import { useSpeech, useWords } from '../../words/use-words';
import styles from './import.module.css';

/** One row: its number in the file, its city, and what is said of it; what is wrong can be corrected here. */
export function ImportRow({ row, file }: { row: ImportRowAnswer; file: ImportResponse }) {
  const words = useWords(importWords);
  const speech = useSpeech();
  const isOpen = file.status === 'checked';
  const name = speech.say(row.title);
  return (
    <li className={styles.row} data-line-of-list>
      <span className="dim">{words.row(row.line)}</span>
      <span>
        {row.journeyId === null ? name : <Link to={`/journeys/${encodeURIComponent(row.journeyId)}`}>{name}</Link>}
        <span className="dim small">
          {' '}
          {isOpen
            ? row.newCity
              ? words.newCity
              : row.level === 'refused'
                ? ''
                : words.knownCity
            : words.state[row.state]}
        </span>
      </span>
      <div>
        {row.said ? <p>{speech.say(row.said)}</p> : null}
        {row.remarks.length === 0 && isOpen ? <span className="dim">{words.fine}</span> : null}
        {row.remarks.map((remark, order) => (
          <Remark
            key={`${remark.field ?? ''} ${order} ${remark.value ?? ''}`}
            remark={remark}
            line={row.line}
            file={isOpen ? file : null}
          />
        ))}
      </div>
    </li>
  );
}

interface RemarkProps {
  remark: ImportRemark;
  line: number;
  /** Null: nothing can be corrected any more. */
  file: ImportResponse | null;
}

function Remark({ remark: { field, fieldTitle, level, sentence, value }, line, file }: RemarkProps) {
  const words = useWords(importWords);
  const speech = useSpeech();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState(value ?? '');
  const correcting = useMutation({
    mutationFn: (text: string) => correctCell(file?.id ?? '', line, field ?? '', text),
    onSuccess: (answer) => queryClient.setQueryData(importQuery(answer.id).queryKey, answer),
  });
  const title = fieldTitle ? speech.say(fieldTitle) : '';
  const hasColumn = field !== null && file?.mapping.columns[field] !== undefined;
  return (
    <div className={styles.remark} data-level={level}>
      <p>
        {title === '' ? null : <strong>{title}</strong>}
        {title === '' ? null : speech.colon}
        {speech.say(sentence)}
      </p>
      {hasColumn && level === 'refused' ? (
        <form
          className={styles.correct}
          onSubmit={(event) => {
            event.preventDefault();
            correcting.mutate(typed);
          }}
        >
          <TextInput
            aria-label={words.correctField(title, line)}
            value={typed}
            maxLength={2000}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button type="submit" variant="default" loading={correcting.isPending} disabled={typed === (value ?? '')}>
            {words.save}
          </Button>
        </form>
      ) : null}
      {correcting.isError ? <Failure error={correcting.error} /> : null}
    </div>
  );
}
