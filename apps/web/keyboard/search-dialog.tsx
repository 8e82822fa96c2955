import type { BoardRow } from '@citypath/contracts';
import { TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { boardQuery, programmesQuery } from '../api/queries';
import { CityName } from '../parts/city-name';
import { Dialog } from '../parts/dialog';
import { frameWords } from '../words/frame-words';
import { useSpeech, useWords } from '../words/use-words';
import { find, placeOfRow, type Place } from './find';
import styles from './keyboard.module.css';

/** So many pages of 200 cities are read for the search. */
const mostPages = 5;

export function SearchDialog({ onClose }: { onClose: () => void }) {
  const words = useWords(frameWords);
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const { rows, incomplete } = useAllRows();
  const pages: Place[] = [
    { to: '/', kind: 'page', title: words.board, names: [words.board] },
    { to: '/today', kind: 'page', title: words.today, names: [words.today] },
    { to: '/letters', kind: 'page', title: words.letters, names: [words.letters] },
    { to: '/programmes', kind: 'page', title: words.programmes, names: [words.programmes] },
  ];
  const found = find([...rows.map(placeOfRow), ...pages], typed);

  return (
    <Dialog title={words.search} onClose={onClose}>
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          if (!found[0]) return;
          void navigate(found[0].to);
          onClose();
        }}
      >
        <TextInput
          aria-label={words.searchHint}
          placeholder={words.searchHint}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          data-first-focus
        />
      </form>
      <ul className={styles.found} aria-live="polite">
        {found.map((place) => (
          <li key={place.to}>
            <Link to={place.to} onClick={onClose}>
              {place.row ? <FoundCity row={place.row} /> : <span>{place.title}</span>}
            </Link>
          </li>
        ))}
        {found.length === 0 ? <li className="dim">{words.nothingFound}</li> : null}
      </ul>
      {incomplete ? <p className="small dim">{words.searchIncomplete}</p> : null}
    </Dialog>
  );
}

function FoundCity({ row }: { row: BoardRow }) {
  const speech = useSpeech();
  return (
    <>
      <span>
        <CityName city={row.city} />
      </span>
      <span className="dim small">{row.next ? speech.say(row.next.title) : null}</span>
    </>
  );
}

function useAllRows(): { rows: BoardRow[]; incomplete: boolean } {
  const programme = useQuery(programmesQuery).data?.programmes[0]?.key;
  const board = useInfiniteQuery({ ...boardQuery(programme ?? '', 'all', 200), enabled: programme !== undefined });
  const pages = board.data?.pages.length ?? 0;
  const { hasNextPage, isFetching, fetchNextPage } = board;
  useEffect(() => {
    if (hasNextPage && !isFetching && pages < mostPages) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage, pages]);
  return {
    rows: board.data?.pages.flatMap((page) => page.rows) ?? [],
    incomplete: hasNextPage && pages >= mostPages,
  };
}
