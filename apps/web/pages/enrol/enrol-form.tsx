import type { ProgrammeOutlineResponse } from '@citypath/contracts';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { previewJoining } from '../../api/enrolment';
import { failureOf } from '../../api/problem-error';
import { enrolWords } from '../../words/enrol-words';
import { formWords } from '../../words/form-words';
import { useSpeech, useWords } from '../../words/use-words';
import { ChooseCity } from './choose-city';
import { ChoosePerson } from './choose-person';
import { emptyEnrolment, joinRequestOf, type FilledEnrolment } from './filled-enrolment';
import { Preview } from './preview';
import { StepsDone } from './steps-done';
import styles from './enrol.module.css';

/** One form; the preview stands below it and holds until something is changed. */
export function EnrolForm({ outline }: { outline: ProgrammeOutlineResponse }) {
  const words = useWords(enrolWords);
  const general = useWords(formWords);
  const speech = useSpeech();
  const [filled, setFilled] = useState<FilledEnrolment>(emptyEnrolment);
  const [noCity, setNoCity] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const body = joinRequestOf(outline.key, outline, filled);
  const previewing = useMutation({ mutationFn: previewJoining });
  const failure = previewing.isError ? failureOf(previewing.error) : null;
  const errors = failure?.kind === 'problem' ? (failure.problem.errors ?? []) : [];
  const errorAt = (pointer: string) => errors.find((error) => error.pointer === pointer)?.detail;
  const change = (changes: Partial<FilledEnrolment>) => {
    setFilled((now) => ({ ...now, ...changes }));
    setNoCity(false);
    if (!previewing.isIdle) previewing.reset();
  };
  useEffect(() => {
    if (previewing.isSuccess) place.current?.focus();
  }, [previewing.isSuccess]);
  return (
    <>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (filled.city === null) setNoCity(true);
          else previewing.mutate(body);
        }}
      >
        <div className={styles.pair}>
          <ChooseCity
            programme={outline.key}
            chosen={filled.city}
            error={noCity ? words.chooseCity : errorAt('/city')}
            onChoose={(city) => change({ city })}
          />
          <div>
            <TextInput
              type="date"
              label={words.joinedOn}
              value={filled.joinedUnknown ? '' : filled.joinedOn}
              disabled={filled.joinedUnknown}
              error={errorAt('/joinedOn')}
              description={filled.joinedOn === '' ? undefined : speech.day(filled.joinedOn)}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              onChange={(event) => change({ joinedOn: event.target.value })}
            />
            <Checkbox
              mt="xs"
              label={words.notKnown}
              checked={filled.joinedUnknown}
              onChange={(event) => change({ joinedUnknown: event.target.checked })}
            />
          </div>
        </div>
        <Checkbox
          label={words.takeover}
          description={words.takeoverHint}
          checked={filled.takeover}
          onChange={(event) => change({ takeover: event.target.checked })}
        />
        {filled.takeover ? (
          <StepsDone
            outline={outline}
            steps={filled.steps}
            errorOf={(step) => errorAt(`/done/${body.done?.findIndex((one) => one.step === step) ?? -1}/happenedOn`)}
            onChange={(steps) => change({ steps })}
          />
        ) : null}
        <fieldset className={styles.seats}>
          <legend>{words.seats}</legend>
          <p className="dim small">{words.seatsHint}</p>
          <div className={styles.pair}>
            {outline.seats.map((seat) => (
              <ChoosePerson
                key={seat.key}
                label={speech.say(seat.title)}
                chosen={filled.seats[seat.key] ?? null}
                onChoose={(person) => {
                  const { [seat.key]: _, ...others } = filled.seats;
                  change({ seats: person ? { ...others, [seat.key]: person } : others });
                }}
              />
            ))}
          </div>
          <Link to="/people">{words.addPeople}</Link>
        </fieldset>
        <div role="alert">
          {failure ? (
            <p className={styles.refusal}>{failure.kind === 'problem' ? failure.problem.detail : general.unanswered}</p>
          ) : null}
        </div>
        <div className={styles.send}>
          <Button type="submit" variant={previewing.isSuccess ? 'default' : 'filled'} loading={previewing.isPending}>
            {words.preview}
          </Button>
        </div>
      </form>
      <div ref={place} tabIndex={-1} className={styles.preview}>
        {previewing.data ? <Preview preview={previewing.data} body={body} /> : null}
      </div>
    </>
  );
}
