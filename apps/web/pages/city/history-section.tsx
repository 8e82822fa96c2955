import type { ActOffered, HistoryEntry } from '@citypath/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { historyQuery } from '../../api/queries';
import { Acts } from '../../forms/acts';
import { Failure } from '../../parts/failure';
import { ShowMore } from '../../parts/show-more';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { cityWords } from '../../words/city-words';
import { useSpeech, useWords } from '../../words/use-words';
import styles from './city.module.css';

/** What has happened, newest first, in sentences. */
export function HistorySection({ journeyId, onDone }: { journeyId: string; onDone: (act: ActOffered) => void }) {
  const words = useWords(cityWords);
  const history = useInfiniteQuery(historyQuery(journeyId));
  const entries = history.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <section aria-labelledby="history" className={styles.section}>
      <h2 id="history">{words.history}</h2>
      {history.isPending ? <SkeletonLines lines={8} height={44} /> : null}
      {history.isError && !history.data ? <Failure error={history.error} again={() => void history.refetch()} /> : null}
      {history.data && entries.length === 0 ? <p className="dim">{words.noHistory}</p> : null}
      <ol className={styles.history}>
        {entries.map((entry) => (
          <Entry key={entry.seq} entry={entry} journeyId={journeyId} onDone={onDone} />
        ))}
      </ol>
      <ShowMore
        has={history.hasNextPage}
        loading={history.isFetchingNextPage}
        load={() => void history.fetchNextPage()}
        word={words.loadHistory}
      />
    </section>
  );
}

interface EntryProps {
  entry: HistoryEntry;
  journeyId: string;
  onDone: (act: ActOffered) => void;
}

function Entry({ entry, journeyId, onDone }: EntryProps) {
  const speech = useSpeech();
  return (
    <li className="fade-in">
      <time dateTime={entry.recordedAt} className="dim small">
        {speech.day(entry.recordedOn)}
      </time>
      <div>
        <p>{speech.say(entry.sentence)}</p>
        {entry.words === null ? null : <blockquote className={styles.words}>{entry.words}</blockquote>}
        {entry.undo ? <Acts acts={[entry.undo]} journeyId={journeyId} step={null} people={[]} onDone={onDone} /> : null}
      </div>
    </li>
  );
}
