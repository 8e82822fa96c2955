import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { letterPreviewQuery } from '../../api/letter-previews';
import { boardQuery, programmesQuery } from '../../api/queries';
import { Failure } from '../../parts/failure';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { useTitle } from '../../parts/use-title';
import { letterPreviewWords } from '../../words/letter-preview-words';
import { useWords } from '../../words/use-words';
import styles from './letter-previews.module.css';
import { Preview } from './preview';
import { PreviewChoice } from './preview-choice';
import { choiceIn } from './preview-view';

/** Any letter of any city, in both languages side by side. The address holds what is looked at. */
export function LetterPreviewsPage() {
  const words = useWords(letterPreviewWords);
  const [search, setSearch] = useSearchParams();
  useTitle(words.title);

  const programme = useQuery(programmesQuery).data?.programmes[0]?.key;
  const board = useInfiniteQuery({ ...boardQuery(programme ?? '', 'all'), enabled: programme !== undefined });
  const cities = board.data?.pages.flatMap(({ rows }) => rows) ?? [];
  const choice = choiceIn(search);
  const journey = choice.journey ?? cities[0]?.journeyId ?? null;
  const ask = { journey: journey ?? '', kind: choice.kind, step: choice.step };
  const preview = useQuery({ ...letterPreviewQuery(ask), enabled: journey !== null });
  const change = (changes: Record<string, string>) => {
    const next = new URLSearchParams(search);
    for (const [key, value] of Object.entries(changes)) next.set(key, value);
    setSearch(next, { replace: true });
  };

  const isWaiting = journey === null ? !board.isSuccess : preview.isPending;

  return (
    <>
      <p className={styles.back}>
        <Link to="/letters">{words.back}</Link>
      </p>
      <h1>{words.title}</h1>
      <p className="dim small">{words.explained}</p>
      <PreviewChoice choice={{ ...choice, journey }} cities={cities} preview={preview.data ?? null} onChoose={change} />
      {board.isSuccess && journey === null ? <p className="dim">{words.empty}</p> : null}
      {preview.isError && !preview.data ? <Failure error={preview.error} again={() => void preview.refetch()} /> : null}
      {preview.data && journey !== null ? (
        <Preview preview={preview.data} journey={journey} choice={choice} />
      ) : isWaiting ? (
        <SkeletonLines lines={14} height={32} />
      ) : null}
    </>
  );
}
