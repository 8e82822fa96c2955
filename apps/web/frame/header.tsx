import type { PersonShort, Role } from '@citypath/contracts';
import { Link } from 'react-router';
import { frameWords } from '../words/frame-words';
import { useWords } from '../words/use-words';
import { Account } from './account';
import { PageLinks } from './page-links';
import { AppearanceSwitch, LanguageSwitch } from './switches';
import styles from './frame.module.css';

export function Header({ person, roles, onSearch }: { person: PersonShort; roles: Role[]; onSearch: () => void }) {
  const words = useWords(frameWords);
  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        <Link className={styles.brand} to="/">
          CityPath
        </Link>
        <PageLinks />
        <div className={styles.tools}>
          <button
            type="button"
            className={styles.tool}
            aria-keyshortcuts="/"
            aria-label={words.search}
            onClick={onSearch}
          >
            <SearchShape />
            <span className={styles.wideOnly}>{words.search}</span>
            <kbd className={styles.key}>/</kbd>
          </button>
          <LanguageSwitch />
          <AppearanceSwitch />
          <Account person={person} roles={roles} />
        </div>
      </div>
    </header>
  );
}

function SearchShape() {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <circle cx="7" cy="7" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="m10.5 10.5 4 4" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  );
}
