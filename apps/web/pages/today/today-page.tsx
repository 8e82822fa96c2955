import { needSections, type Section } from './sections';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Need, NeedsResponse } from '@citypath/contracts';
import { Link, useSearchParams } from 'react-router';
import { needsQuery } from '../../api/needs';
import { Failure } from '../../parts/failure';
import { ShowMore } from '../../parts/show-more';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { useTitle } from '../../parts/use-title';
import { todayWords } from '../../words/today-words';
import { useWords } from '../../words/use-words';
import { OffersLine } from '../calendars/offers-line';
import { GapsOfMine } from './gaps-of-mine';
import { NeedItem } from './need-item';
import styles from './today.module.css';

/** What needs the reader, over all seats and cities. The address holds the section that is shown. */
export function TodayPage() {
  const words = useWords(todayWords);
  const [search] = useSearchParams();
  const section = sectionOf(search.get('section'));
  const needs = useInfiniteQuery(needsQuery(section));
  useTitle(words.title);
  const counts = needs.data?.pages.at(-1)?.counts;
  const rows = needs.data?.pages.flatMap((page) => page.needs) ?? [];
  return (
    <>
      <div className={styles.head}>
        <div>
          <h1>{words.title}</h1>
          <p className="dim small">{words.explained}</p>
        </div>
        {counts ? <Filters counts={counts} section={section} /> : null}
      </div>
      <OffersLine />
      {needs.isPending ? <SkeletonLines lines={6} height={64} /> : null}
      {needs.isError && !needs.data ? <Failure error={needs.error} again={() => void needs.refetch()} /> : null}
      {needs.data && rows.length === 0 ? (
        <div className={styles.empty}>
          <p>{words.empty[section ?? 'all']}</p>
          {section === null ? null : <Link to="/today">{words.showAll}</Link>}
        </div>
      ) : null}
      {needSections
        .map((one) => ({ one, rows: rows.filter((need) => need.section === one) }))
        .filter((group) => group.rows.length > 0)
        .map((group) => (
          <SectionOf key={group.one} section={group.one} needs={group.rows} />
        ))}
      {section === null && !needs.hasNextPage ? <GapsOfMine /> : null}
      <ShowMore
        has={needs.hasNextPage}
        loading={needs.isFetchingNextPage}
        load={() => void needs.fetchNextPage()}
        byItself
      />
    </>
  );
}

function SectionOf({ section, needs }: { section: Section; needs: Need[] }) {
  const words = useWords(todayWords);
  return (
    <section aria-labelledby={`section-${section}`} className={styles.section}>
      <h2 id={`section-${section}`}>{words.sections[section]}</h2>
      <ul>
        {needs.map((need) => (
          <NeedItem key={need.id} need={need} />
        ))}
      </ul>
    </section>
  );
}

function Filters({ counts, section }: { counts: NeedsResponse['counts']; section: Section | null }) {
  const words = useWords(todayWords);
  const all = needSections.reduce((sum, one) => sum + counts[one], 0);
  return (
    <nav className={styles.filters} aria-label={words.filter}>
      <Link to="/today" aria-current={section === null ? 'true' : undefined}>
        {words.all(all)}
      </Link>
      {needSections
        .filter((one) => counts[one] > 0 || one === section)
        .map((one) => (
          <Link
            key={one}
            to={`/today?section=${one}`}
            aria-current={section === one ? 'true' : undefined}
            data-hurts={one === 'late' || undefined}
          >
            {words.filters[one](counts[one])}
          </Link>
        ))}
    </nav>
  );
}

function sectionOf(named: string | null): Section | null {
  return needSections.find((one) => one === named) ?? null;
}
