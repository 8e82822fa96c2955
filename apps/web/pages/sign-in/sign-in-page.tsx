import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { sessionQuery } from '../../api/queries';
import { Failure } from '../../parts/failure';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { useTitle } from '../../parts/use-title';
import { signInWords } from '../../words/sign-in-words';
import { useWords } from '../../words/use-words';
import { AddressForm } from './address-form';
import { keepAskedLetter, keptAskedLetter } from './asked-letter';
import { CodeForm } from './code-form';
import { DemonstrationPeople } from './demonstration-people';
import { Door } from './door';
import { placeAfter } from './place-after';

/** The door: an address, then the letter. The address bar holds the step and where the reader was going. */
export function SignInPage() {
  const words = useWords(signInWords);
  const session = useQuery(sessionQuery);
  const [search, setSearch] = useSearchParams();
  const [asked, setAsked] = useState(keptAskedLetter);
  useTitle(words.signIn);

  const place = placeAfter(search.get('to'));
  const to = place === '/' ? null : place;
  const go = (step: 'code' | null) => {
    const next = new URLSearchParams(search);
    if (step === null) next.delete('step');
    else next.set('step', step);
    setSearch(next);
  };
  const remember = (address: string) => {
    const letter = { address, askedAtMs: Date.now() };
    keepAskedLetter(letter);
    setAsked(letter);
  };

  if (session.data?.person) return <Navigate to={place} replace />;
  return (
    <Door>
      {session.isPending ? <SkeletonLines lines={4} height={44} /> : null}
      {session.isError ? <Failure error={session.error} again={() => void session.refetch()} /> : null}
      {!session.data ? null : search.get('step') === 'code' ? (
        <CodeForm asked={asked} to={to} onAskedAgain={remember} onOtherAddress={() => go(null)} />
      ) : (
        <>
          <AddressForm
            first={asked?.address ?? ''}
            to={to}
            organisation={session.data.organisation}
            onAsked={(address) => {
              remember(address);
              go('code');
            }}
          />
          {session.data.signInAs ? <DemonstrationPeople to={to} /> : null}
        </>
      )}
    </Door>
  );
}
