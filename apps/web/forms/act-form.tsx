import type { ActOffered, CityStep, PersonShort } from '@citypath/contracts';
import { Button } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import { failureOf } from '../api/problem-error';
import { formWords } from '../words/form-words';
import { useSpeech, useWords } from '../words/use-words';
import { ActOutcome } from './act-outcome';
import { actParts } from './act-parts';
import { FormParts } from './form-parts';
import type { Filled } from './parts-of-form';
import { placeErrors, pointersOf } from './place-errors';
import { requestOfForm } from './request-of-form';
import { useAct } from './use-act';
import styles from './forms.module.css';

interface Props {
  act: ActOffered;
  journeyId: string;
  step: CityStep | null;
  people: PersonShort[];
  /** It was opened by a press, so the focus goes on into it. */
  takesFocus: boolean;
  /** Recorded: the form has done its work. */
  onDone: () => void;
  onCancel: () => void;
}

/** The form of one act. What was typed stays until it is recorded, whatever the api does meanwhile. */
export function ActForm({ act, journeyId, step, people, takesFocus, onDone, onCancel }: Props) {
  const words = useWords(formWords);
  const speech = useSpeech();
  const id = useId();
  const [filled, setFilled] = useState<Filled>({ values: {}, rows: {} });
  const [complaints, setComplaints] = useState<Record<string, string>>({});
  const doing = useAct(act.href, journeyId, onDone);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (takesFocus) form.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
  }, [takesFocus]);

  const parts = actParts(act.act, step, { words, speech, people });
  const failure = doing.error ? failureOf(doing.error) : null;
  const found =
    failure?.kind === 'problem'
      ? placeErrors(failure.problem.errors ?? [], pointersOf(parts, filled))
      : { byPointer: {}, rest: [] };
  const errors = { ...found.byPointer, ...complaints };

  // What the api found wrong is where the work goes on.
  const firstWrong = Object.keys(found.byPointer)[0];
  useEffect(() => {
    if (firstWrong !== undefined) focusField(id, firstWrong);
  }, [id, firstWrong, doing.error]);

  const send = () => {
    const request = requestOfForm(parts, filled);
    const missing = Object.entries(request.complaints);
    setComplaints(
      Object.fromEntries(missing.map(([at, what]) => [at, what === 'missing' ? words.missing : words.notANumber])),
    );
    if (missing.length > 0) focusField(id, missing[0]?.[0]);
    else doing.send(request.body);
  };

  return (
    <form
      ref={form}
      className={`${styles.form} fade-in`}
      noValidate
      aria-label={speech.say(act.title)}
      onSubmit={(event) => {
        event.preventDefault();
        if (!doing.busy) send();
      }}
    >
      <FormParts
        id={id}
        parts={parts}
        filled={filled}
        errors={errors}
        disabled={doing.busy}
        onChange={(next) => {
          setFilled(next);
          setComplaints({});
        }}
      />
      <ActOutcome doing={doing} failure={failure} rest={found.rest} hasFieldErrors={Object.keys(errors).length > 0} />
      <div className={styles.send}>
        <Button type="submit" loading={doing.busy}>
          {doing.isUnanswered ? words.sendAgain : speech.say(act.title)}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
      {act.causes ? <p className="dim small">{speech.say(act.causes)}</p> : null}
      {act.onBehalfOf ? <p className="dim small">{words.onBehalfOf(speech.name(act.onBehalfOf))}</p> : null}
    </form>
  );
}

function focusField(id: string, pointer: string | undefined): void {
  if (pointer !== undefined) document.getElementById(`${id}${pointer}`)?.focus();
}
