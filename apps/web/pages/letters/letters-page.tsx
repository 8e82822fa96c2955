import { Link, useSearchParams } from 'react-router';
import type { LettersAsk } from '../../api/reads';
import { useTitle } from '../../parts/use-title';
import { letterWords } from '../../words/letter-words';
import { useWords } from '../../words/use-words';
import { CityChoice } from './city-choice';
import { ComingLetters } from './coming-letters';
import { Ledger } from './ledger';
import { LetterDialog } from './letter-dialog';
import styles from './letters.module.css';

/** The ledger of letters, and what is coming. The address holds the view, the choice and the open letter. */
export function LettersPage() {
  const words = useWords(letterWords);
  const [search, setSearch] = useSearchParams();
  useTitle(words.title);

  const coming = search.get('view') === 'coming';
  const open = search.get('letter');
  const ask: LettersAsk = {
    journey: search.get('journey') ?? undefined,
    city: search.get('city') ?? undefined,
    step: search.get('step') ?? undefined,
    person: search.get('person') ?? undefined,
  };
  const change = (changes: Record<string, string | null>) => {
    const next = new URLSearchParams(search);
    for (const [key, value] of Object.entries(changes)) {
      if (value === null) next.delete(key);
      else next.set(key, value);
    }
    setSearch(next);
  };
  const city = ask.city ?? ask.journey?.split('.')[1];

  return (
    <>
      <div className={styles.head}>
        <h1>{words.title}</h1>
        <CityChoice
          chosen={city ?? null}
          onChoose={(chosen) => change({ city: chosen, journey: null, step: null, person: null })}
        />
      </div>
      <nav className={styles.views} aria-label={words.filter}>
        <Link to={addressOf(search, null)} aria-current={coming ? undefined : 'page'}>
          {words.ledger}
        </Link>
        <Link to={addressOf(search, 'coming')} aria-current={coming ? 'page' : undefined}>
          {words.coming}
        </Link>
      </nav>
      {coming ? (
        <ComingLetters city={city} />
      ) : (
        <>
          <p className="dim small">{words.explained}</p>
          <Ledger ask={ask} onOpen={(letter) => change({ letter })} />
        </>
      )}
      {open === null ? null : <LetterDialog id={open} onClose={() => change({ letter: null })} />}
    </>
  );
}

function addressOf(search: URLSearchParams, view: string | null): string {
  const next = new URLSearchParams(search);
  next.delete('letter');
  if (view === null) next.delete('view');
  else next.set('view', view);
  return `/letters${next.size > 0 ? `?${next.toString()}` : ''}`;
}
