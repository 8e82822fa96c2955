import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'react-router';
import { needsCountQuery } from '../api/needs';
import { sessionQuery } from '../api/queries';
import { runsProgrammes } from '../api/rights';
import { frameWords } from '../words/frame-words';
import { useWords } from '../words/use-words';
import styles from './frame.module.css';

export function PageLinks() {
  const words = useWords(frameWords);
  const { pathname } = useLocation();
  const runsSome = useQuery(sessionQuery).data?.roles.some(runsProgrammes) ?? false;
  const waiting = useQuery(needsCountQuery).data ?? 0;
  const links = [
    { to: '/today', word: words.today, here: pathname === '/today', waiting },
    { to: '/', word: words.board, here: pathname === '/' },
    ...(runsSome ? [{ to: '/stuck', word: words.stuck, here: pathname === '/stuck' }] : []),
    { to: '/letters', word: words.letters, here: pathname.startsWith('/letters') },
    ...(runsSome ? [{ to: '/people', word: words.people, here: pathname.startsWith('/people') }] : []),
    { to: '/programmes', word: words.programmes, here: pathname.startsWith('/programmes') },
    ...(runsSome ? [{ to: '/audit', word: words.audit, here: pathname.startsWith('/audit') }] : []),
  ];
  return (
    <nav className={styles.links} aria-label={words.mainNavigation}>
      {links.map(({ to, word, here, waiting: count = 0 }) => (
        <Link key={to} to={to} aria-current={here ? 'page' : undefined}>
          {word}
          {count > 0 ? (
            <>
              {' '}
              <span className={styles.count} aria-label={words.waiting(count)}>
                {count}
              </span>
            </>
          ) : null}
        </Link>
      ))}
    </nav>
  );
}
