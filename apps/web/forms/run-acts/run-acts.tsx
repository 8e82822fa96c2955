import type { RunAct } from '@citypath/contracts';
import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { actOnRun, runLookQuery } from '../../api/stuck';
import { failureOf } from '../../api/problem-error';
import { reasonPart } from '../reason-part';
import { RecordForm } from '../record-form';
import { Failure } from '../../parts/failure';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { formWords } from '../../words/form-words';
import { stuckWords } from '../../words/stuck-words';
import { useWords } from '../../words/use-words';
import { RunLook } from './run-look';
import styles from './run-acts.module.css';

/** What an administrator can have done to the workflow of a city: a button each, then what it would do and why one does it. */
export function RunActs({ journeyId, city, acts }: { journeyId: string; city: string; acts: RunAct[] }) {
  const words = useWords(stuckWords);
  const [asking, setAsking] = useState<RunAct | null>(null);
  if (acts.length === 0) return null;
  if (asking === null) {
    return (
      <div className={styles.options}>
        {acts.map((act) => (
          <Button key={act} variant="default" aria-label={words.runActOf[act](city)} onClick={() => setAsking(act)}>
            {words.runAct[act]}
          </Button>
        ))}
      </div>
    );
  }
  return <RunActForm journeyId={journeyId} city={city} act={asking} close={() => setAsking(null)} />;
}

/** Nothing is done that was not looked at: should it do anything else by then, it is refused and looked at again. */
function RunActForm({
  journeyId,
  city,
  act,
  close,
}: {
  journeyId: string;
  city: string;
  act: RunAct;
  close: () => void;
}) {
  const words = useWords(stuckWords);
  const form = useWords(formWords);
  const queryClient = useQueryClient();
  const look = useQuery(runLookQuery(journeyId, act));
  const seen = look.data?.seen;
  return (
    <div className={styles.act}>
      <p className="dim small">{words.runActCauses[act]}</p>
      {look.isPending ? <SkeletonLines lines={3} height={24} /> : null}
      {look.isError ? <Failure error={look.error} again={() => void look.refetch()} /> : null}
      {look.data ? <RunLook looked={look.data} /> : null}
      {seen === undefined ? (
        <div className={styles.options}>
          <Button variant="default" onClick={close}>
            {form.cancel}
          </Button>
        </div>
      ) : (
        <RecordForm
          label={words.runActOf[act](city)}
          parts={[reasonPart(words)]}
          submit={words.runAct[act]}
          dangerous={act === 'terminate'}
          send={(body, idempotencyKey) =>
            actOnRun(journeyId, act, body, { idempotencyKey, seen }).catch((error: unknown) => {
              // What is shown then is what would be done by now.
              if (isOutdated(error)) void look.refetch();
              throw error;
            })
          }
          onDone={() => {
            close();
            for (const view of ['machinery', 'workflow']) void queryClient.invalidateQueries({ queryKey: [view] });
          }}
          onCancel={close}
        />
      )}
    </div>
  );
}

function isOutdated(error: unknown): boolean {
  const failure = failureOf(error);
  return failure.kind === 'problem' && failure.problem.code === 'preview-outdated';
}
