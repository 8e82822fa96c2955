import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { bulkActsQuery } from '../../api/bulk-acts';
import { programmesQuery } from '../../api/queries';
import { Failure } from '../../parts/failure';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { useTitle } from '../../parts/use-title';
import { manyWords } from '../../words/many-words';
import { useSpeech, useWords } from '../../words/use-words';
import { filterOf } from '../board/filter';
import { ManyForm } from './many-form';
import styles from './many.module.css';

/** Cities are chosen, and what is done to all of them; what was done so far stands below. The address holds the filter. */
export function ManyPage() {
  const { programme = '' } = useParams();
  const [search] = useSearchParams();
  const words = useWords(manyWords);
  const speech = useSpeech();
  const title = useQuery(programmesQuery).data?.programmes.find(({ key }) => key === programme)?.title;
  const filter = filterOf(search.get('filter'));
  useTitle(words.short);
  return (
    <>
      <h1>{words.title(title ? speech.say(title) : programme)}</h1>
      <p className={styles.lead}>{words.explained}</p>
      <ManyForm key={filter} programme={programme} filter={filter} />
      <h2 className={styles.section}>{words.former}</h2>
      <Former programme={programme} />
    </>
  );
}

function Former({ programme }: { programme: string }) {
  const words = useWords(manyWords);
  const speech = useSpeech();
  const former = useQuery(bulkActsQuery(programme));
  if (former.isPending) return <SkeletonLines lines={2} height={40} />;
  if (!former.data) return <Failure error={former.error} again={() => void former.refetch()} />;
  if (former.data.bulkActs.length === 0) return <p className="dim">{words.noFormer}</p>;
  return (
    <ul>
      {former.data.bulkActs.map(({ id, title, status, createdAt, progress }) => (
        <li key={id} className={styles.former}>
          <Link to={`/bulk-acts/${encodeURIComponent(id)}`}>{speech.say(title)}</Link>
          <span>
            {progress.done}/{progress.journeys}
          </span>
          <span className="dim">{words.status[status]}</span>
          <time className="dim" dateTime={createdAt}>
            {speech.instant(createdAt)}
          </time>
        </li>
      ))}
    </ul>
  );
}
