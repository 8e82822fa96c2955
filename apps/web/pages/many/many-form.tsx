import {
  bulkJourneyActs,
  bulkStepActs,
  type BoardFilter,
  type BulkActName,
  type BulkActRequest,
} from '@citypath/contracts';
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { bulkChoicesQuery, lookAtMany, startMany } from '../../api/bulk-acts';
import { failureOf } from '../../api/problem-error';
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
import { LookAndConfirm } from './look-and-confirm';
import styles from './many.module.css';
import { useChoice } from './use-choice';
import { useLookFirst } from './use-look-first';

const ACTS: BulkActName[] = [...bulkStepActs, ...bulkJourneyActs];

/** Which cities, what, and why; it is looked at before it can be confirmed, and exactly what was seen is what is done. */
export function ManyForm({ programme, filter }: { programme: string; filter: BoardFilter }) {
  const [words, ofForms] = [useWords(manyWords), useWords(formWords)];
  const speech = useSpeech();
  const id = useId();
  const [search, setSearch] = useSearchParams();
  const choice = useChoice(programme, filter);
  const choosing = useQuery(bulkChoicesQuery(programme));
  const choices = choosing.data ?? { steps: [], seats: [] };
  const [step, setStep] = useState('');
  const [filled, setFilled] = useState<Filled>(nothingFilled);
  const [complaints, setComplaints] = useState<Record<string, string>>({});

  const act = ACTS.find((one) => one === search.get('act')) ?? 'agree-date';
  const ofStep = (bulkStepActs as BulkActName[]).includes(act);
  const steps = choices.steps.filter(({ isMeeting }) => act !== 'schedule-event' || isMeeting);
  const parts = actParts(act, null, { words: ofForms, speech, people: [], seats: choices.seats });
  const { body } = requestOfForm(parts, filled);
  const whom = choice.journeys === null ? { filter } : { journeys: choice.journeys.map((one) => ({ id: one })) };
  // The api is the one that judges what was filled in; a form cannot know its body's type.
  const request = { programme, act, ...(ofStep && { step }), body, ...whom } as BulkActRequest;
  const first = useLookFirst(JSON.stringify(request), {
    look: () => lookAtMany(request),
    start: (journeys, key) => {
      const { filter: _, ...rest } = request;
      return startMany({ ...rest, journeys }, key);
    },
  });

  const failure = first.looking.error ? failureOf(first.looking.error) : null;
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
    if (wrong.length === 0) first.look();
  };
  const changed = () => {
    setComplaints({});
    first.changed();
  };

  return (
    <form
      className={styles.form}
      noValidate
      aria-label={words.short}
      onSubmit={(event) => {
        event.preventDefault();
        look();
      }}
    >
      <ChooseCities choice={choice} filter={filter} act={act} />
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
          const next = event.target.value;
          // The address holds it, so that it stays when another filter is chosen.
          setSearch({ filter, act: next }, { replace: true });
          if (next === 'schedule-event' && !choices.steps.some(({ ref, isMeeting }) => ref === step && isMeeting)) {
            setStep('');
          }
          changed();
        }}
      />
      {act === 'readmit' && filter !== 'closed' ? (
        <p className="dim small">
          <Link to="?filter=closed&act=readmit" replace>
            {words.onlyClosed}
          </Link>
        </p>
      ) : null}
      {act === 'schedule-event' ? <p className="dim small">{words.invitationsGoAlone}</p> : null}
      {ofStep && choosing.isError ? <Failure error={choosing.error} again={() => void choosing.refetch()} /> : null}
      {ofStep ? (
        <NativeSelect
          label={words.step}
          value={step}
          error={complaints['/step']}
          data={[
            { value: '', label: ofForms.choose },
            ...steps.map(({ ref, title }) => ({ value: ref, label: speech.say(title) })),
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
        disabled={first.starting.isPending}
        onChange={(next) => {
          setFilled(next);
          changed();
        }}
      />
      <LookAndConfirm first={first} placed={Object.keys(found.byPointer).length > 0} />
    </form>
  );
}
