import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { addMark, takeBackMark } from '../../api/calendars';
import type { FormPart } from '../../forms/parts-of-form';
import { RecordForm } from '../../forms/record-form';
import { Failure } from '../../parts/failure';
import { calendarWords } from '../../words/calendar-words';
import { useWords } from '../../words/use-words';
import styles from './calendars.module.css';

export interface Mark {
  id: string;
  days: string;
  title: string;
  small: string;
}

interface Props {
  heading: string;
  explained: string;
  empty: string;
  marks: Mark[];
  /** Where they are added ('/calendars/cn/notices') and, with their number, taken back. */
  path: string;
  mayChange: boolean;
  add: string;
  submit: string;
  parts: FormPart[];
  /** Said with what is typed, where there are several kinds. */
  kindOfBody?: string;
  /** What else stands over the form. */
  children?: ReactNode;
}

/** What is laid over a calendar: shown, added, taken back. No date moves by it. */
export function Marks({ heading, explained, empty, marks, mayChange, children, ...form }: Props) {
  const { path, add, submit, parts, kindOfBody } = form;
  const words = useWords(calendarWords);
  const queryClient = useQueryClient();
  const [adding, setAdding] = useState(false);
  const changed = () => queryClient.invalidateQueries({ queryKey: ['calendars'] });
  const takingBack = useMutation({ mutationFn: (id: string) => takeBackMark(`${path}/${id}`), onSuccess: changed });
  return (
    <section className={styles.section} aria-label={heading}>
      <h2>{heading}</h2>
      <p className="dim small">{explained}</p>
      <ul>
        {marks.map((mark) => (
          <li key={mark.id} className={styles.mark}>
            <span>
              {mark.days} <span className="dim">{mark.title}</span>
            </span>
            <span className="dim small">{mark.small}</span>
            {mayChange ? (
              <Button
                variant="default"
                size="compact-sm"
                title={words.takeBackHint}
                loading={takingBack.isPending && takingBack.variables === mark.id}
                onClick={() => takingBack.mutate(mark.id)}
              >
                {words.takeBack}
                <span className="unseen"> {mark.title}</span>
              </Button>
            ) : null}
          </li>
        ))}
        {marks.length === 0 ? <li className={`dim ${styles.none}`}>{empty}</li> : null}
      </ul>
      {takingBack.isError ? <Failure error={takingBack.error} /> : null}
      {!mayChange ? null : adding ? (
        <>
          {children}
          <RecordForm
            key={kindOfBody ?? ''}
            label={add}
            parts={parts}
            submit={submit}
            send={(body, idempotencyKey) =>
              addMark(path, kindOfBody ? { kind: kindOfBody, ...body } : body, idempotencyKey)
            }
            onDone={() => {
              setAdding(false);
              void changed();
            }}
            onCancel={() => setAdding(false)}
          />
        </>
      ) : (
        <Button variant="default" onClick={() => setAdding(true)}>
          {add}
        </Button>
      )}
    </section>
  );
}
