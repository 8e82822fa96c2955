import type { BulkActResponse } from '@citypath/contracts';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { lookAtTakingBack, takeBackMany } from '../../api/bulk-acts';
import { actParts } from '../../forms/act-parts';
import { FormParts } from '../../forms/form-parts';
import { nothingFilled, type Filled } from '../../forms/parts-of-form';
import { requestOfForm } from '../../forms/request-of-form';
import { formWords } from '../../words/form-words';
import { manyWords } from '../../words/many-words';
import { useSpeech, useWords } from '../../words/use-words';
import { LookAndConfirm } from './look-and-confirm';
import styles from './many.module.css';
import { useLookFirst } from './use-look-first';

/** Takes an act back for all cities that have it: looked at first, and a bulk act of its own. */
export function TakeBack({ act }: { act: BulkActResponse }) {
  const words = useWords(manyWords);
  const speech = useSpeech();
  return (
    <>
      {act.takesBack ? (
        <p>
          <Link to={`/bulk-acts/${encodeURIComponent(act.takesBack)}`}>{words.whatIsTakenBack}</Link>
        </p>
      ) : null}
      {act.takenBackBy.map(({ id, createdAt }) => (
        <p key={id}>
          <Link to={`/bulk-acts/${encodeURIComponent(id)}`}>{words.takenBackAt(speech.instant(createdAt))}</Link>
        </p>
      ))}
      {act.mayBeTakenBack ? (
        <details className={styles.back}>
          <summary>{words.takeBack}</summary>
          <TakeBackForm id={act.id} />
        </details>
      ) : null}
      {act.act === 'withdraw' || act.act === 'finish' ? (
        <p className="dim small">
          <Link to={`/programmes/${encodeURIComponent(act.programme.key)}/many?filter=closed&act=readmit`}>
            {words.takeInAgain}
          </Link>
        </p>
      ) : null}
    </>
  );
}

function TakeBackForm({ id: bulkActId }: { id: string }) {
  const [words, ofForms] = [useWords(manyWords), useWords(formWords)];
  const speech = useSpeech();
  const id = useId();
  const [filled, setFilled] = useState<Filled>(nothingFilled);
  const [complaints, setComplaints] = useState<Record<string, string>>({});
  const parts = actParts('undo', null, { words: ofForms, speech, people: [] });
  const { complaints: missing } = requestOfForm(parts, filled);
  const reason = filled.values['/reason'] ?? '';
  const first = useLookFirst(reason, {
    look: () => lookAtTakingBack(bulkActId, { reason }),
    start: (journeys, key) => takeBackMany(bulkActId, { reason, journeys }, key),
  });
  return (
    <form
      className={styles.form}
      noValidate
      aria-label={words.takeBack}
      onSubmit={(event) => {
        event.preventDefault();
        setComplaints(Object.fromEntries(Object.keys(missing).map((at) => [at, ofForms.missing])));
        if (Object.keys(missing).length === 0) first.look();
      }}
    >
      <p className="dim small">{words.takeBackExplained}</p>
      <FormParts
        id={id}
        parts={parts}
        filled={filled}
        errors={complaints}
        disabled={first.starting.isPending}
        onChange={(next) => {
          setFilled(next);
          setComplaints({});
          first.changed();
        }}
      />
      <LookAndConfirm first={first} />
    </form>
  );
}
