import {
  bulkJourneyActs,
  bulkStepActs,
  type BoardFilter,
  type BulkActName,
  type BulkActRequest,
} from '@citypath/contracts';
import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { lookAtMany, startMany } from '../../api/bulk-acts';
import { programmeOutlineQuery } from '../../api/enrolment';
import { failureOf } from '../../api/problem-error';
import { newIdempotencyKey } from '../../api/writes';
import { actParts } from '../../forms/act-parts';
import { FormParts } from '../../forms/form-parts';
import { nothingFilled, type Filled } from '../../forms/parts-of-form';
import { placeErrors, pointersOf } from '../../forms/place-errors';
import { requestOfForm } from '../../forms/request-of-form';
import { Failure } from '../../parts/failure';
import { formWords } from '../../words/form-words';
import { manyWords } from '../../words/many-words';
import { useSpeech, useWords } from '../../words/use-words';
import { ChooseCities } from './choose-cities';
import { ManyChanges } from './many-changes';
import { useChoice } from './use-choice';
import styles from './many.module.css';

const ACTS: BulkActName[] = [...bulkStepActs, ...bulkJourneyActs];

/** Which cities, what, and why; it is looked at before it can be confirmed, and exactly what was seen is what is done. */
export function ManyForm({ programme, filter }: { programme: string; filter: BoardFilter }) {
  const [words, ofForms] = [useWords(manyWords), useWords(formWords)];
  const speech = useSpeech();
  const id = useId();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const choice = useChoice(programme, filter);
  const outline = useQuery(programmeOutlineQuery(programme));
  const [act, setAct] = useState<BulkActName>('agree-date');
  const [step, setStep] = useState('');
  const [filled, setFilled] = useState<Filled>(nothingFilled);
  const [complaints, setComplaints] = useState<Record<string, string>>({});
  const [idempotencyKey, setIdempotencyKey] = useState(newIdempotencyKey);

  const ofStep = (bulkStepActs as BulkActName[]).includes(act);
  const parts = actParts(act, null, { words: ofForms, speech, people: [] });
  const { body } = requestOfForm(parts, filled);
  const whom = choice.journeys === null ? { filter } : { journeys: choice.journeys.map((one) => ({ id: one })) };
  // The api is the one that judges what was filled in; a form cannot know its body's type.
  const request = { programme, act, ...(ofStep && { step }), body, ...whom } as BulkActRequest;
  const asked = JSON.stringify(request);

  const looking = useMutation({
    mutationFn: (ask: { request: BulkActRequest; asked: string }) => lookAtMany(ask.request),
  });
  const starting = useMutation({
    mutationFn: (start: BulkActRequest) => startMany(start, idempotencyKey),
    onSuccess: (started) => {
      void queryClient.invalidateQueries({ queryKey: ['bulk-acts', 'of', programme] });
      void navigate(`/bulk-acts/${encodeURIComponent(started.id)}`);
    },
  });
  const isSeen = looking.data !== undefined && looking.variables.asked === asked;
  const willing = looking.data?.journeys.filter(({ seen }) => seen !== null) ?? [];

  const failure = looking.error ? failureOf(looking.error) : null;
  const errors = failure?.kind === 'problem' ? (failure.problem.errors ?? []) : [];
  const found = placeErrors(
    errors.map((error) => ({ ...error, pointer: error.pointer.replace(/^\/body/, '') })),
    pointersOf(parts, filled),
  );

  const look = () => {
    const missing = Object.keys(requestOfForm(parts, filled).complaints).map((at) => [at, ofForms.missing] as const);
    const noStep = ofStep && step === '' ? [['/step', ofForms.missing] as const] : [];
    const noCity = choice.journeys?.length === 0 ? [['/journeys', words.noneChosen] as const] : [];
    const wrong = [...noCity, ...noStep, ...missing];
    setComplaints(Object.fromEntries(wrong));
    if (wrong.length === 0) looking.mutate({ request, asked });
  };
  const confirm = () => {
    const journeys = willing.map(({ journeyId, seen }) => ({ id: journeyId, seen: seen ?? '' }));
    const { filter: _, ...rest } = request;
    starting.mutate({ ...rest, journeys });
  };
  const changed = () => {
    setComplaints({});
    looking.reset();
    // Another content is another request.
    setIdempotencyKey(newIdempotencyKey());
    starting.reset();
  };

  return (
    <form
      className={styles.form}
      noValidate
      aria-label={words.short}
      onSubmit={(event) => {
        event.preventDefault();
        if (!looking.isPending && !starting.isPending) look();
      }}
    >
      <ChooseCities choice={choice} filter={filter} />
      {complaints['/journeys'] ? (
        <p className="hurts" role="alert">
          {complaints['/journeys']}
        </p>
      ) : null}
      <NativeSelect
        label={words.act}
        value={act}
        data={ACTS.map((one) => ({ value: one, label: words.acts[one] }))}
        onChange={(event) => {
          setAct(event.target.value as BulkActName);
          changed();
        }}
      />
      {ofStep ? (
        <NativeSelect
          label={words.step}
          value={step}
          error={complaints['/step']}
          data={[
            { value: '', label: ofForms.choose },
            ...(outline.data?.steps ?? []).map(({ key, title }) => ({ value: key, label: speech.say(title) })),
          ]}
          onChange={(event) => {
            setStep(event.target.value);
            changed();
          }}
        />
      ) : null}
      <FormParts
        id={id}
        parts={parts}
        filled={filled}
        errors={{ ...found.byPointer, ...complaints }}
        disabled={starting.isPending}
        onChange={(next) => {
          setFilled(next);
          changed();
        }}
      />
      <div aria-live="polite">
        {looking.isPending ? <p className="dim small">{words.looking}</p> : null}
        {looking.data && !isSeen ? <p className="small">{words.outdated}</p> : null}
        {looking.data && isSeen ? <ManyChanges looked={looking.data} /> : null}
      </div>
      {looking.isError && Object.keys(found.byPointer).length === 0 ? <Failure error={looking.error} /> : null}
      {starting.isError ? <Failure error={starting.error} /> : null}
      <div className={styles.send}>
        {isSeen && willing.length > 0 ? (
          <Button loading={starting.isPending} onClick={confirm}>
            {words.confirm(willing.length)}
          </Button>
        ) : null}
        <Button
          type="submit"
          variant={isSeen && willing.length > 0 ? 'default' : 'filled'}
          loading={looking.isPending}
          disabled={starting.isPending}
        >
          {looking.data ? words.lookAgain : words.look}
        </Button>
      </div>
    </form>
  );
}
