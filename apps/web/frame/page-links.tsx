import { Link, useLocation } from 'react-router';
import { frameWords } from '../words/frame-words';
import { useWords } from '../words/use-words';
import styles from './frame.module.css';

export function PageLinks() {
  const words = useWords(frameWords);
  const { pathname, search } = useLocation();
  const today = new URLSearchParams(search).get('filter') === 'today';
  const links = [
    { to: '/?filter=today', word: words.today, here: pathname === '/' && today },
    { to: '/', word: words.board, here: pathname === '/' && !today },
    { to: '/letters', word: words.letters, here: pathname === '/letters' },
    { to: '/programmes', word: words.programmes, here: pathname === '/programmes' },
  ];
  return (
    <nav className={styles.links} aria-label={words.mainNavigation}>
      {links.map(({ to, word, here }) => (
        <Link key={to} to={to} aria-current={here ? 'page' : undefined}>
          {word}
        </Link>
      ))}
    </nav>
  );
}
