import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { fieldErrorOf } from '../../api/problem-error';
import { askSignIn, beginAtOrganisation } from '../../api/sign-in';
import { Failure } from '../../parts/failure';
import { signInWords } from '../../words/sign-in-words';
import { useWords } from '../../words/use-words';
import styles from './sign-in.module.css';

interface Props {
  first: string;
  /** Where the reader was going; null: nowhere in particular. */
  to: string | null;
  organisation: string | null;
  onAsked: (address: string) => void;
}

/** The first step: an address. */
export function AddressForm({ first, to, organisation, onAsked }: Props) {
  const words = useWords(signInWords);
  const [address, setAddress] = useState(first);
  const ask = useMutation({
    mutationFn: () => askSignIn({ address, ...(to === null ? {} : { to }) }),
    onSuccess: () => onAsked(address.trim()),
  });
  const visit = useMutation({
    mutationFn: () => beginAtOrganisation(to === null ? {} : { to }),
    onSuccess: (url) => window.location.assign(url),
  });
  const fieldError = fieldErrorOf(ask.error, '/address');
  return (
    <>
      <h1>{words.signIn}</h1>
      <div className={styles.explained}>
        <p>{words.explained}</p>
        {to === null ? null : <p>{words.goingTo}</p>}
      </div>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate();
        }}
      >
        <TextInput
          label={words.address}
          type="email"
          name="email"
          autoComplete="email"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          required
          withAsterisk={false}
          autoFocus
          value={address}
          error={fieldError === null ? null : words.addressWanted}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        <Button type="submit" loading={ask.isPending}>
          {words.sendLetter}
        </Button>
        {ask.isError && fieldError === null ? <Failure error={ask.error} /> : null}
      </form>
      {organisation === null ? null : (
        <div className={styles.form}>
          <p className={styles.or}>{words.or}</p>
          <Button variant="default" loading={visit.isPending || visit.isSuccess} onClick={() => visit.mutate()}>
            {words.through(organisation)}
          </Button>
          {visit.isError ? <Failure error={visit.error} /> : null}
        </div>
      )}
    </>
  );
}
