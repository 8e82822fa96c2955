import { Button, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { citiesQuery } from '../../api/cities';
import { Failure } from '../../parts/failure';
import { ShowMore } from '../../parts/show-more';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { useTitle } from '../../parts/use-title';
import { citiesWords } from '../../words/cities-words';
import { useWords } from '../../words/use-words';
import { CitiesTable } from './cities-table';
import { CityDialog } from './city-dialog';
import styles from './cities.module.css';

/** The cities that may join programmes. The address holds the search and the city that is open. */
export function CitiesPage() {
  const words = useWords(citiesWords);
  const [search, setSearch] = useSearchParams();
  useTitle(words.title);
  const q = search.get('q') ?? '';
  const open = search.get('city');
  const adds = search.has('add');
  const cities = useInfiniteQuery(citiesQuery(q));
  const rows = cities.data?.pages.flatMap((page) => page.cities) ?? [];
  const total = cities.data?.pages[0]?.total ?? 0;
  const change = (changes: Record<string, string | null>, replace = false) => {
    const next = new URLSearchParams(search);
    for (const [key, value] of Object.entries(changes)) {
      if (value === null) next.delete(key);
      else next.set(key, value);
    }
    setSearch(next, { replace });
  };
  const opened = open === null ? undefined : rows.find(({ key }) => key === open);
  return (
    <>
      <div className={styles.head}>
        <div>
          <h1>{words.title}</h1>
          <p className="dim small">
            {words.explained} {total > 0 ? words.count(total) : null}
          </p>
        </div>
        <div className={styles.tools}>
          <TextInput
            type="search"
            label={words.search}
            placeholder={words.searchHint}
            value={q}
            onChange={(event) => change({ q: event.target.value === '' ? null : event.target.value }, true)}
          />
          <Button onClick={() => change({ add: '', city: null })}>{words.add}</Button>
        </div>
      </div>
      {cities.isPending ? <SkeletonLines lines={6} height={38} /> : null}
      {cities.isError && !cities.data ? <Failure error={cities.error} again={() => void cities.refetch()} /> : null}
      {rows.length > 0 ? <CitiesTable cities={rows} onOpen={(city) => change({ city })} /> : null}
      {cities.data && rows.length === 0 ? <p>{total === 0 ? words.empty : words.nothingFound}</p> : null}
      <ShowMore
        has={cities.hasNextPage}
        loading={cities.isFetchingNextPage}
        load={() => void cities.fetchNextPage()}
        byItself
      />
      {adds || opened ? (
        <CityDialog
          key={opened?.key ?? ''}
          city={opened ?? null}
          onOpenOther={(city) => change({ add: null, city, q: null })}
          onClose={() => change({ add: null, city: null })}
        />
      ) : null}
    </>
  );
}
