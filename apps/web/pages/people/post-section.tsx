import type { PersonResponse } from '@citypath/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { putPerson } from '../../api/people';
import type { Field, FormPart } from '../../forms/parts-of-form';
import { RecordForm } from '../../forms/record-form';
import { Failure } from '../../parts/failure';
import { peopleWords } from '../../words/people-words';
import { useSpeech, useWords } from '../../words/use-words';
import styles from './people.module.css';

interface Props {
  page: PersonResponse;
  onSaved: (page: PersonResponse) => void;
}

/** When letters go to a person: the hours, and a hold until a day. Each change says what it causes. */
export function PostSection({ page, onSaved }: Props) {
  const words = useWords(peopleWords);
  const speech = useSpeech();
  const queryClient = useQueryClient();
  const [changing, setChanging] = useState<'window' | 'hold' | null>(null);
  const { window, heldUntilOn } = page.post;
  const saved = (next: PersonResponse) => {
    setChanging(null);
    void queryClient.invalidateQueries({ queryKey: ['letters'] });
    onSaved(next);
  };
  const put = useMutation({
    mutationFn: ({ part, body }: { part: '/post-window' | '/letter-hold'; body: object }) =>
      putPerson(page.person.id, part, body),
    onSuccess: saved,
  });
  return (
    <section className={styles.section} aria-labelledby="post">
      <h2 id="post">{words.post}</h2>
      <p>{window ? words.postWindow(window.from, window.until) : words.anyHour}</p>
      {heldUntilOn ? <p className="hurts">{words.heldUntil(speech.day(heldUntilOn))}</p> : null}
      {put.isError ? <Failure error={put.error} /> : null}
      {changing === null && page.may.setPost ? (
        <>
          <div className={styles.acts}>
            <Button variant="default" onClick={() => setChanging('window')}>
              {words.changeWindow}
            </Button>
            {window ? (
              <Button
                variant="default"
                loading={put.isPending}
                onClick={() => put.mutate({ part: '/post-window', body: { window: null } })}
              >
                {words.makeAnyHour}
              </Button>
            ) : null}
          </div>
          <p className="dim small">{words.windowCauses}</p>
          <div className={styles.acts}>
            {heldUntilOn ? (
              <Button
                variant="default"
                loading={put.isPending}
                onClick={() => put.mutate({ part: '/letter-hold', body: { untilOn: null } })}
              >
                {words.release}
              </Button>
            ) : (
              <Button variant="default" onClick={() => setChanging('hold')}>
                {words.hold}
              </Button>
            )}
          </div>
          <p className="dim small">{heldUntilOn ? words.releaseCauses : words.holdCauses}</p>
        </>
      ) : null}
      {changing === 'window' ? (
        <RecordForm
          label={words.changeWindow}
          parts={[
            field('/window/from', words.windowFrom, { type: 'time' }),
            field('/window/until', words.windowUntil, { type: 'time' }),
          ]}
          values={{ '/window/from': window?.from ?? '09:00', '/window/until': window?.until ?? '17:30' }}
          submit={words.save}
          send={(body) => putPerson(page.person.id, '/post-window', body)}
          onDone={saved}
          onCancel={() => setChanging(null)}
        />
      ) : null}
      {changing === 'hold' ? (
        <RecordForm
          label={words.hold}
          parts={[field('/untilOn', words.holdUntil, { type: 'day' }, words.holdCauses)]}
          submit={words.hold}
          send={(body) => putPerson(page.person.id, '/letter-hold', body)}
          onDone={saved}
          onCancel={() => setChanging(null)}
        />
      ) : null}
    </section>
  );
}

function field(pointer: string, label: string, input: Field['input'], hint?: string): FormPart {
  return { part: 'field', field: { pointer, label, required: true, input, ...(hint ? { hint } : {}) } };
}
