import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { failureOf } from '../api/problem-error';
import { newIdempotencyKey } from '../api/writes';
import { formWords } from '../words/form-words';
import { useWords } from '../words/use-words';
import { FormParts } from './form-parts';
import type { Filled, FormPart } from './parts-of-form';
import { placeErrors, pointersOf } from './place-errors';
import { requestOfForm } from './request-of-form';
import styles from './forms.module.css';

interface Props<Answer> {
  label: string;
  parts: FormPart[];
  /** What stands in the fields at the beginning, by pointer. */
  values?: Record<string, string>;
  submit: string;
  /** Something that cannot be undone. */
  dangerous?: boolean;
  send: (body: Record<string, unknown>, idempotencyKey: string) => Promise<Answer>;
  onDone: (answer: Answer) => void;
  onCancel: () => void;
}

/** A form of something that is no act upon a journey. What was typed stays until it is kept, whatever the api does meanwhile. */
export function RecordForm<Answer>({
  label,
  parts,
  values = {},
  submit,
  send,
  onDone,
  onCancel,
  ...more
}: Props<Answer>) {
  const words = useWords(formWords);
  const id = useId();
  const [idempotencyKey, setIdempotencyKey] = useState(newIdempotencyKey);
  const [filled, setFilled] = useState<Filled>({ values, rows: {}, papers: {} });
  const [complaints, setComplaints] = useState<Record<string, string>>({});
  const form = useRef<HTMLFormElement>(null);
  const sending = useMutation({
    mutationFn: (body: Record<string, unknown>) => send(body, idempotencyKey),
    onSuccess: onDone,
  });
  const failure = sending.error ? failureOf(sending.error) : null;
  const found =
    failure?.kind === 'problem'
      ? placeErrors(failure.problem.errors ?? [], pointersOf(parts, filled))
      : { byPointer: {}, rest: [] };
  const errors = { ...found.byPointer, ...complaints };
  const firstWrong = Object.keys(errors)[0];

  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, []);
  useEffect(() => {
    if (firstWrong !== undefined) document.getElementById(`${id}${firstWrong}`)?.focus();
  }, [id, firstWrong, sending.error]);

  const start = () => {
    const request = requestOfForm(parts, filled);
    const missing = Object.keys(request.complaints);
    setComplaints(Object.fromEntries(missing.map((at) => [at, words.missing])));
    if (missing.length === 0) sending.mutate(request.body);
  };
  return (
    <form
      ref={form}
      className={`${styles.form} fade-in`}
      noValidate
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        // It may stand in a dialog of another form, whose own submission this is not.
        event.stopPropagation();
        if (!sending.isPending) start();
      }}
    >
      <FormParts
        id={id}
        parts={parts}
        filled={filled}
        errors={errors}
        disabled={sending.isPending}
        onChange={(next) => {
          setFilled(next);
          setComplaints({});
          // Another content is another request; without an answer it may have arrived, and stays the same one.
          if (failure?.kind === 'problem') setIdempotencyKey(newIdempotencyKey());
        }}
      />
      <div className={styles.outcome} role="alert">
        {failure && !sending.isPending ? (
          <div className={styles.refusal}>
            <p>{failure.kind === 'no-answer' ? words.unanswered : failure.problem.detail}</p>
            {found.rest.map((detail) => (
              <p key={detail}>{detail}</p>
            ))}
          </div>
        ) : null}
      </div>
      <div className={styles.send}>
        <Button type="submit" loading={sending.isPending} {...(more.dangerous ? { color: 'red' } : {})}>
          {failure?.kind === 'no-answer' ? words.sendAgain : submit}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
