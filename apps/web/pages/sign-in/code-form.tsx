import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { fieldErrorOf } from '../../api/problem-error';
import { sessionQuery } from '../../api/queries';
import { askSignIn, useSignInCode } from '../../api/sign-in';
import { Failure } from '../../parts/failure';
import { signInWords } from '../../words/sign-in-words';
import { useWords } from '../../words/use-words';
import type { AskedLetter } from './asked-letter';
import styles from './sign-in.module.css';
import { useEntering } from './use-entering';

interface Props {
  /** Null: asked for in another tab. */
  asked: AskedLetter | null;
  to: string | null;
  onAskedAgain: (address: string) => void;
  onOtherAddress: () => void;
}

/** Letters come within seconds; who asks again sooner only gets two. */
const pauseMs = 30_000;

/** The second step: the letter. Whoever opens its link in another tab is signed in here too. */
export function CodeForm({ asked, to, onAskedAgain, onOtherAddress }: Props) {
  const words = useWords(signInWords);
  const [code, setCode] = useState('');
  const enter = useEntering();
  useQuery({ ...sessionQuery, refetchOnWindowFocus: 'always' });
  const use = useMutation({
    mutationFn: () => useSignInCode({ code }),
    onSuccess: ({ session, to: wanted }) => enter(session, wanted ?? to),
  });
  const again = useMutation({
    mutationFn: (address: string) => askSignIn({ address, ...(to === null ? {} : { to }) }),
    onSuccess: (_answer, address) => onAskedAgain(address),
  });
  const waitSeconds = useSecondsUntil(asked === null ? 0 : asked.askedAtMs + pauseMs);
  const fieldError = fieldErrorOf(use.error, '/code');
  return (
    <>
      <h1>{words.lookIntoMailbox}</h1>
      <div className={styles.explained}>
        <p>{asked === null ? words.onItsWayToYou : words.onItsWay(asked.address)}</p>
        <p>{words.openLink}</p>
      </div>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          use.mutate();
        }}
      >
        <TextInput
          label={words.code}
          description={words.codeExplained}
          name="one-time-code"
          autoComplete="one-time-code"
          inputMode="numeric"
          spellCheck={false}
          maxLength={20}
          required
          withAsterisk={false}
          autoFocus
          className={styles.code ?? ''}
          value={code}
          error={
            fieldError === null ? null : fieldError.code === 'code-malformed' ? words.codeWanted : fieldError.detail
          }
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" loading={use.isPending}>
          {words.signIn}
        </Button>
        {use.isError && fieldError === null ? <Failure error={use.error} /> : null}
      </form>
      <div className={styles.form}>
        <p className="dim small">{words.nothingCame}</p>
        <div className={styles.choices}>
          {asked === null ? null : (
            <Button
              variant="default"
              disabled={waitSeconds > 0}
              loading={again.isPending}
              onClick={() => again.mutate(asked.address)}
            >
              {waitSeconds > 0 ? words.againIn(waitSeconds) : words.again}
            </Button>
          )}
          <Button variant="default" onClick={onOtherAddress}>
            {words.otherAddress}
          </Button>
        </div>
        <p role="status" className="small">
          {again.isSuccess ? words.sentAgain : null}
        </p>
        {again.isError ? <Failure error={again.error} /> : null}
      </div>
    </>
  );
}

/** Whole seconds until a moment, as they pass; 0 afterwards. */
function useSecondsUntil(momentMs: number): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  const isAhead = nowMs < momentMs;
  useEffect(() => {
    if (!isAhead) return undefined;
    const timer = setInterval(() => setNowMs(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [isAhead, momentMs]);
  return Math.max(0, Math.ceil((momentMs - nowMs) / 1_000));
}
