import type { SignedInBrowser } from '@citypath/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { endSession, sessionsQuery } from '../api/account';
import { Failure } from '../parts/failure';
import { SkeletonLines } from '../parts/skeleton-lines';
import { accountWords } from '../words/account-words';
import { useSpeech, useWords } from '../words/use-words';
import styles from './browsers.module.css';

/** Where somebody is signed in, each browser with the way out. @param person null: the reader */
export function Browsers({ person }: { person: string | null }) {
  const words = useWords(accountWords);
  const queryClient = useQueryClient();
  const sessions = useQuery(sessionsQuery(person));
  const end = useMutation({
    mutationFn: (id: string | null) => endSession(person, id),
    onSettled: () => queryClient.invalidateQueries({ queryKey: sessionsQuery(person).queryKey }),
  });
  const others = sessions.data?.sessions.filter(({ here }) => !here).length ?? 0;
  if (sessions.isPending) return <SkeletonLines lines={2} height={56} />;
  if (sessions.isError) return <Failure error={sessions.error} again={() => void sessions.refetch()} />;
  return (
    <>
      <p className="dim small">{words.idle(idleInWords(sessions.data.idleMinutes, words))}</p>
      <ul className={styles.browsers}>
        {sessions.data.sessions.map((session) => (
          <OneBrowser key={session.id} session={session} busy={end.isPending} onEnd={() => end.mutate(session.id)} />
        ))}
      </ul>
      {others === 0 ? (
        <p className="dim small">{person === null ? words.onlyHere : words.nowhere}</p>
      ) : (
        <Button variant="default" loading={end.isPending} onClick={() => end.mutate(null)}>
          {person === null ? words.endOthers : words.endAll}
        </Button>
      )}
      {end.isError ? <Failure error={end.error} /> : null}
    </>
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
