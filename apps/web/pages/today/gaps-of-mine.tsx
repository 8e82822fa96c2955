import { useInfiniteQuery } from '@tanstack/react-query';
import { gapsQuery } from '../../api/queries';
import { GapLine } from '../../parts/gap-line';
import { ShowMore } from '../../parts/show-more';
import { todayWords } from '../../words/today-words';
import { useSpeech, useWords } from '../../words/use-words';
import styles from './today.module.css';

/** What would fail in the programmes that the reader runs, before anything is late; nothing for everybody else. */
export function GapsOfMine() {
  const words = useWords(todayWords);
  const speech = useSpeech();
  const gaps = useInfiniteQuery(gapsQuery);
  const rows = gaps.data?.pages.flatMap((page) => page.gaps) ?? [];
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="section-gaps" className={styles.section}>
      <h2 id="section-gaps">{words.gaps}</h2>
      <p className="dim small">{words.gapsExplained}</p>
      <ul>
        {rows.map((gap) => (
          <li key={gap.id} className={`${styles.gap} fade-in`} data-line-of-list>
            <p className="dim small">
              {gap.city ? speech.cityName(gap.city) : words.gapInCities(gap.cities)} · {speech.say(gap.programme.title)}
            </p>
            <GapLine gap={gap} />
          </li>
        ))}
      </ul>
      <ShowMore has={gaps.hasNextPage} loading={gaps.isFetchingNextPage} load={() => void gaps.fetchNextPage()} />
    </section>
  );
}
