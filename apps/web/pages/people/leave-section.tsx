import type { PersonResponse } from '@citypath/contracts';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { putPerson } from '../../api/people';
import { saidToBeNone, type FormPart } from '../../forms/parts-of-form';
import { RecordForm } from '../../forms/record-form';
import { Failure } from '../../parts/failure';
import { peopleWords } from '../../words/people-words';
import { useSpeech, useWords } from '../../words/use-words';
import { useFormAsked } from './use-form-asked';
import styles from './people.module.css';

interface Props {
  page: PersonResponse;
  onSaved: (page: PersonResponse) => void;
}

/** Days away, and who stands in. */
export function LeaveSection({ page, onSaved }: Props) {
  const words = useWords(peopleWords);
  const speech = useSpeech();
  const [changing, setChanging] = useState(useFormAsked('leave') && page.may.setLeave);
  const { leave } = page;
  const ending = useMutation({
    mutationFn: () => putPerson(page.person.id, '/leave', { leave: null }),
    onSuccess: onSaved,
  });
  return (
    <section className={styles.section} aria-labelledby="leave">
      <h2 id="leave">{words.leave}</h2>
      {changing ? (
        <RecordForm
          label={words.leave}
          parts={leaveParts(words, leave?.substitute ? speech.fullName(leave.substitute) : null, leave?.substitute?.id)}
          values={
            leave
              ? {
                  '/leave/fromOn': leave.fromOn,
                  '/leave/untilOn': leave.untilOn,
                  '/leave/substitute': leave.substitute?.id ?? saidToBeNone,
                }
              : {}
          }
          submit={words.save}
          send={(body) => putPerson(page.person.id, '/leave', body)}
          onDone={(next) => {
            setChanging(false);
            onSaved(next);
          }}
          onCancel={() => setChanging(false)}
        />
      ) : (
        <>
          {leave ? (
            <p>
              {words.leaveFromTo(speech.day(leave.fromOn), speech.day(leave.untilOn))}
              <br />
              <span className="dim">
                {leave.substitute
                  ? words.leaveBySubstitute(speech.fullName(leave.substitute))
                  : words.leaveWithoutSubstitute}
              </span>
            </p>
          ) : (
            <p className="dim">{words.noLeave}</p>
          )}
          {ending.isError ? <Failure error={ending.error} /> : null}
          {page.may.setLeave ? (
            <div className={styles.acts}>
              <Button variant="default" onClick={() => setChanging(true)}>
                {leave ? words.changeLeave : words.setLeave}
              </Button>
              {leave ? (
                <Button variant="default" loading={ending.isPending} onClick={() => ending.mutate()}>
                  {words.endLeave}
                </Button>
              ) : null}
            </div>
          ) : null}
        </>
      )}
    </section>
  );
}

function leaveParts(words: (typeof peopleWords)['en'], substitute: string | null, id: string | undefined): FormPart[] {
  const options = substitute !== null && id !== undefined ? [{ value: id, label: substitute }] : [];
  return [
    {
      part: 'field',
      field: { pointer: '/leave/fromOn', label: words.leaveFrom, required: true, input: { type: 'day' } },
    },
    {
      part: 'field',
      field: { pointer: '/leave/untilOn', label: words.leaveUntil, required: true, input: { type: 'day' } },
    },
    {
      part: 'field',
      field: {
        pointer: '/leave/substitute',
        label: words.substitute,
        hint: words.substituteHint,
        required: true,
        input: { type: 'person', options, nobody: words.nobody },
      },
    },
  ];
}
