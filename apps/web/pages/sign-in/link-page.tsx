import type { SignInLinkResponse } from '@citypath/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { sessionQuery } from '../../api/queries';
import { signInLinkQuery, useSignInLink } from '../../api/sign-in';
import { Failure } from '../../parts/failure';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { useTitle } from '../../parts/use-title';
import { signInWords } from '../../words/sign-in-words';
import { useSpeech, useWords } from '../../words/use-words';
import { Door } from './door';
import styles from './sign-in.module.css';
import { useEntering } from './use-entering';

/** Where the link of a letter leads. Looking changes nothing (mail scanners look too): the button signs in. */
export function LinkPage() {
  const { token = '' } = useParams();
  const link = useQuery(signInLinkQuery(token));
  return (
    <Door>
      {link.isPending ? <SkeletonLines lines={3} height={44} /> : null}
      {link.isError ? <Failure error={link.error} again={() => void link.refetch()} /> : null}
      {link.data ? (
        link.data.state === 'ready' ? (
          <Ready token={token} link={link.data} />
        ) : (
          <Not link={link.data} />
        )
      ) : null}
    </Door>
  );
}

function Ready({ token, link }: { token: string; link: SignInLinkResponse }) {
  const words = useWords(signInWords);
  const speech = useSpeech();
  const queryClient = useQueryClient();
  const enter = useEntering();
  useTitle(words.linkTitle);
  const use = useMutation({
    mutationFn: () => useSignInLink({ token }),
    onSuccess: ({ session, to }) => enter(session, to),
    // It was used or replaced meanwhile: the page says so.
    onError: () => queryClient.invalidateQueries({ queryKey: signInLinkQuery(token).queryKey }),
  });
  return (
    <div className={styles.form}>
      <h1>{words.linkTitle}</h1>
      {link.person === null ? null : <p>{words.signingInAs(speech.fullName(link.person))}</p>}
      <Button loading={use.isPending || use.isSuccess} onClick={() => use.mutate()}>
        {words.signIn}
      </Button>
      {use.isError ? <Failure error={use.error} /> : null}
    </div>
  );
}

function Not({ link }: { link: SignInLinkResponse }) {
  const words = useWords(signInWords);
  const speech = useSpeech();
  const session = useQuery(sessionQuery).data;
  const { title, sentence } = wordsOf(link, words, speech.instant);
  useTitle(title);
  return (
    <div className={styles.form}>
      <h1>{title}</h1>
      <p>{sentence}</p>
      {session?.person ? (
        <p>
          {words.signedInAlready} <Link to="/">{words.goOn}</Link>
        </p>
      ) : (
        <p>
          {link.state === 'other-browser' ? `${words.otherBrowserElse} ` : null}
          <Link to="/sign-in">{words.askAnew}</Link>
        </p>
      )}
    </div>
  );
}

function wordsOf(
  { state, at }: SignInLinkResponse,
  words: typeof signInWords.en,
  instant: (at: string) => string,
): { title: string; sentence: string } {
  const when = at === null ? '' : instant(at);
  switch (state) {
    case 'other-browser':
      return { title: words.otherBrowserTitle, sentence: words.otherBrowser };
    case 'used':
      return { title: words.usedTitle, sentence: words.used(when) };
    case 'expired':
      return { title: words.expiredTitle, sentence: words.expired(when) };
    case 'replaced':
      return { title: words.replacedTitle, sentence: words.replaced };
    case 'ready':
    case 'unknown':
      return { title: words.unknownTitle, sentence: words.unknown };
  }
}
