import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { sessionQuery } from '../../api/queries';
import { runsProgrammes } from '../../api/rights';
import { useTitle } from '../../parts/use-title';
import { letterWords } from '../../words/letter-words';
import { useWords } from '../../words/use-words';
import { ComingLetters } from './coming-letters';
import { Ledger } from './ledger';
import { askOf, withChoice } from './letters-choice';
import { LettersFilter } from './letters-filter';
import styles from './letters.module.css';

/** The ledger of letters, and what is coming. The address holds the view, the choice and the open letter. */
export function LettersPage() {
  const words = useWords(letterWords);
  const [search, setSearch] = useSearchParams();
  useTitle(words.title);

  const roles = useQuery(sessionQuery).data?.roles ?? [];
  const coming = search.get('view') === 'coming';
  const open = search.get('open');
  const onOpen = (letter: string | null) => setSearch(withChoice(search, { open: letter }));
  const to = (view: string | null) => `/letters?${withChoice(search, { view }).toString()}`;
  return (
    <>
      <h1>{words.title}</h1>
      <nav className={styles.views} aria-label={words.views}>
        <Link to={to(null)} aria-current={coming ? undefined : 'page'}>
          {words.ledger}
        </Link>
        <Link to={to('coming')} aria-current={coming ? 'page' : undefined}>
          {words.coming}
        </Link>
        {roles.some(runsProgrammes) ? <Link to="/letters/previews">{words.previews}</Link> : null}
        {roles.some(({ role }) => role === 'administrator') ? (
          <Link to="/letters/quarantine">{words.quarantine}</Link>
        ) : null}
      </nav>
      <LettersFilter search={search} onChoose={(changes) => setSearch(withChoice(search, changes))} coming={coming} />
      {coming ? (
        <ComingLetters search={search} open={open} onOpen={onOpen} />
      ) : (
        <>
          <p className="dim small">{words.explained}</p>
          <Ledger ask={askOf(search)} search={search} open={open} onOpen={onOpen} />
        </>
      )}
    </>
  );
}
