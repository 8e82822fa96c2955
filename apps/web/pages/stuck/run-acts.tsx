import type { RunAct } from '@citypath/contracts';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { actOnRun } from '../../api/stuck';
import type { FormPart } from '../../forms/parts-of-form';
import { RecordForm } from '../../forms/record-form';
import { stuckWords } from '../../words/stuck-words';
import { useWords } from '../../words/use-words';
import styles from './stuck.module.css';

/** What an administrator can have done to the workflow of a city: a button each, then what it causes and why one does it. */
export function RunActs({ journeyId, city, acts }: { journeyId: string; city: string; acts: RunAct[] }) {
  const words = useWords(stuckWords);
  const [asking, setAsking] = useState<RunAct | null>(null);
  const queryClient = useQueryClient();
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
  const reason: FormPart = {
    part: 'field',
    field: {
      pointer: '/reason',
      label: words.reason,
      hint: words.reasonHint,
      required: true,
      input: { type: 'lines', maxLength: 4000 },
    },
  };
  return (
    <div className={styles.runAct}>
      <p className="dim small">{words.runActCauses[asking]}</p>
      <RecordForm
        label={words.runActOf[asking](city)}
        parts={[reason]}
        submit={words.runAct[asking]}
        dangerous={asking === 'terminate'}
        send={(body, idempotencyKey) => actOnRun(journeyId, asking, body, idempotencyKey)}
        onDone={() => {
          setAsking(null);
          void queryClient.invalidateQueries({ queryKey: ['machinery'] });
        }}
        onCancel={() => setAsking(null)}
      />
    </div>
  );
}
