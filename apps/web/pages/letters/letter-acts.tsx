import type { LetterToCome, LedgerRow } from '@citypath/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newIdempotencyKey } from '../../api/writes';
import { sendLetterNow, settleLetter, skipLetter, unskipLetter } from '../../api/letters-by-hand';
import { reasonPart } from '../../forms/reason-part';
import { RecordForm } from '../../forms/record-form';
import { Failure } from '../../parts/failure';
import { letterWords } from '../../words/letter-words';
import { useSpeech, useWords } from '../../words/use-words';
import styles from './letters.module.css';

/** What a manager or an administrator can do with a letter that fell due: each with what it causes. */
export function LetterActs({ letter }: { letter: Pick<LedgerRow, 'id' | 'recipient' | 'status' | 'may'> }) {
  const words = useWords(letterWords);
  const speech = useSpeech();
  const { id, may } = letter;
  const name = letter.recipient ? speech.name(letter.recipient) : words.nobody;
  const sending =
    letter.status === 'presumed-sent'
      ? { label: words.sendAgain, causes: words.sendAgainCauses(name) }
      : { label: words.sendNow, causes: words.sendNowCauses(name) };
  return (
    <div className={styles.acts}>
      {may.sendNow ? <Act {...sending} send={(key) => sendLetterNow(id, key)} /> : null}
      {may.skip ? <Skip of={{ id }} causes={words.skipCauses(name)} /> : null}
      {may.unskip ? (
        <Act label={words.unskip} causes={words.unskipCauses(name)} send={(key) => unskipLetter(id, key)} />
      ) : null}
      {may.settle ? (
        <>
          <Act label={words.arrived} causes={words.arrivedCauses} send={(key) => settleLetter(id, 'arrived', key)} />
          <Act
            label={words.didNotArrive}
            causes={words.didNotArriveCauses}
            send={(key) => settleLetter(id, 'did-not-arrive', key)}
          />
        </>
      ) : null}
    </div>
  );
}

/** The same for a letter that is foretold. */
export function ComingActs({ letter }: { letter: Pick<LetterToCome, 'key' | 'to' | 'may' | 'skipped'> }) {
  const words = useWords(letterWords);
  const speech = useSpeech();
  const { key, may, skipped } = letter;
  const name = letter.to.person ? speech.name(letter.to.person) : speech.say(letter.to.seatTitle);
  return (
    <div className={styles.acts}>
      {may.skip ? <Skip of={{ key }} causes={words.skipAheadCauses(name)} /> : null}
      {may.unskip && skipped ? (
        <Act
          label={words.unskip}
          causes={words.unskipAheadCauses(name)}
          send={(idempotencyKey) => unskipLetter(skipped.id, idempotencyKey)}
        />
      ) : null}
    </div>
  );
}

function useListAgain(): () => Promise<void> {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: ['letters'] });
}

function Act(props: { label: string; causes: string; send: (idempotencyKey: string) => Promise<unknown> }) {
  const { label, causes, send } = props;
  const [idempotencyKey] = useState(newIdempotencyKey);
  const listAgain = useListAgain();
  const sending = useMutation({ mutationFn: () => send(idempotencyKey), onSettled: listAgain });
  return (
    <div>
      <Button variant="default" loading={sending.isPending} onClick={() => sending.mutate()}>
        {label}
      </Button>
      <p className="dim small">{causes}</p>
      {sending.isError ? <Failure error={sending.error} /> : null}
    </div>
  );
}

function Skip({ of, causes }: { of: { id: string } | { key: string }; causes: string }) {
  const words = useWords(letterWords);
  const [asking, setAsking] = useState(false);
  const listAgain = useListAgain();
  if (!asking) {
    return (
      <div>
        <Button variant="default" onClick={() => setAsking(true)}>
          {words.skip}
        </Button>
        <p className="dim small">{causes}</p>
      </div>
    );
  }
  return (
    <RecordForm
      label={words.skip}
      parts={[reasonPart(words)]}
      submit={words.skip}
      send={(body, idempotencyKey) => skipLetter(of, body, idempotencyKey)}
      onDone={() => {
        setAsking(false);
        void listAgain();
      }}
      onCancel={() => setAsking(false)}
    />
  );
}
