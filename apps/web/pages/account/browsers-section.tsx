import type { SignedInBrowser } from '@citypath/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { endSession, sessionsQuery } from '../../api/account';
import { Failure } from '../../parts/failure';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { accountWords } from '../../words/account-words';
import { useSpeech, useWords } from '../../words/use-words';
import styles from './account.module.css';

/** Where the reader is signed in. */
export function BrowsersSection() {
  const words = useWords(accountWords);
  const queryClient = useQueryClient();
  const sessions = useQuery(sessionsQuery);
  const end = useMutation({
    mutationFn: endSession,
    onSettled: () => queryClient.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
  const others = sessions.data?.sessions.filter(({ here }) => !here).length ?? 0;
  return (
    <section aria-labelledby="account-browsers">
      <h2 id="account-browsers">{words.browsers}</h2>
      {sessions.isPending ? <SkeletonLines lines={2} height={56} /> : null}
      {sessions.isError ? <Failure error={sessions.error} again={() => void sessions.refetch()} /> : null}
      {sessions.data ? (
        <>
          <p className="dim small">{words.idle(idleInWords(sessions.data.idleMinutes, words))}</p>
          <ul className={styles.browsers}>
            {sessions.data.sessions.map((session) => (
              <OneBrowser
                key={session.id}
                session={session}
                busy={end.isPending}
                onEnd={() => end.mutate(session.id)}
              />
            ))}
          </ul>
          {others === 0 ? (
            <p className="dim small">{words.onlyHere}</p>
          ) : (
            <Button variant="default" loading={end.isPending} onClick={() => end.mutate(null)}>
              {words.endOthers}
            </Button>
          )}
        </>
      ) : null}
      {end.isError ? <Failure error={end.error} /> : null}
    </section>
  );
}

function OneBrowser({ session, busy, onEnd }: { session: SignedInBrowser; busy: boolean; onEnd: () => void }) {
  const words = useWords(accountWords);
  const speech = useSpeech();
  const gap = speech.language === 'zh' ? '' : ' ';
  const name = `${words.browser[session.browser]}${gap}${words.device[session.device]}`;
  return (
    <li>
      <div>
        <strong>{name}</strong>
        {session.here ? <span className="dim"> · {words.here}</span> : null}
        <p className="dim small">
          {words.since(speech.instant(session.signedInAt), words.way[session.way])} ·{' '}
          {words.lastSeen(speech.instant(session.lastSeenAt))}
        </p>
      </div>
      {session.here ? null : (
        <Button variant="default" disabled={busy} aria-label={words.endNamed(name)} onClick={onEnd}>
          {words.end}
        </Button>
      )}
    </li>
  );
}

function idleInWords(minutes: number, words: typeof accountWords.en): string {
  return minutes % 60 === 0 ? words.hours(minutes / 60) : words.minutes(minutes);
}
