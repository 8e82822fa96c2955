import type { QuarantinedMail } from '@citypath/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { quarantineQuery } from '../../api/quarantine';
import { Failure } from '../../parts/failure';
import { ShowMore } from '../../parts/show-more';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { useTitle } from '../../parts/use-title';
import { paperWords } from '../../words/paper-words';
import { quarantineWords } from '../../words/quarantine-words';
import { useSpeech, useWords } from '../../words/use-words';
import styles from './quarantine.module.css';

/** Mail that came back and was not believed, newest first. */
export function QuarantinePage() {
  const words = useWords(quarantineWords);
  useTitle(words.title);
  return (
    <>
      <h1>{words.title}</h1>
      <p className="dim small">{words.explained}</p>
      <Mails />
    </>
  );
}

function Mails() {
  const words = useWords(quarantineWords);
  const quarantine = useInfiniteQuery(quarantineQuery);
  if (quarantine.isPending) return <SkeletonLines lines={6} height={49} />;
  if (!quarantine.data) return <Failure error={quarantine.error} again={() => void quarantine.refetch()} />;
  const mails = quarantine.data.pages.flatMap((page) => page.mails);
  if (mails.length === 0) return <p className={styles.empty}>{words.empty}</p>;
  return (
    <>
      <ol className={styles.mails} aria-label={words.title}>
        {mails.map((mail) => (
          <Mail key={mail.id} mail={mail} />
        ))}
      </ol>
      <ShowMore
        has={quarantine.hasNextPage}
        loading={quarantine.isFetchingNextPage}
        load={() => void quarantine.fetchNextPage()}
        byItself
      />
    </>
  );
}

function Mail({ mail: { receivedAt, reason, sender, recipient, sizeBytes } }: { mail: QuarantinedMail }) {
  const words = useWords(quarantineWords);
  const speech = useSpeech();
  const { size } = useWords(paperWords);
  return (
    <li>
      <time className="dim" dateTime={receivedAt}>
        {speech.instant(receivedAt)}
      </time>
      <span>{words.reasons[reason]}</span>
      <dl className={styles.envelope}>
        <div>
          <dt className="dim">{words.sender}</dt>
          <dd>{sender === '' ? words.noSender : sender}</dd>
        </div>
        <div>
          <dt className="dim">{words.recipient}</dt>
          <dd>{recipient}</dd>
        </div>
      </dl>
      <span className="dim">{size(sizeBytes)}</span>
    </li>
  );
}
