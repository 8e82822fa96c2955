import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../api/queries';
import { Browsers } from '../../parts/browsers';
import { accountWords } from '../../words/account-words';
import { useWords } from '../../words/use-words';
import styles from './people.module.css';

/** Where a person is signed in, for administrators: a lost phone, somebody who left. */
export function BrowsersSection({ person }: { person: string }) {
  const words = useWords(accountWords);
  const reader = useQuery(sessionQuery).data;
  const isAdministrator = reader?.roles.some(({ role }) => role === 'administrator') ?? false;
  if (!isAdministrator || reader?.person?.id === person) return null;
  return (
    <section className={styles.section} aria-labelledby="browsers">
      <h2 id="browsers">{words.whereSignedIn}</h2>
      <Browsers person={person} />
    </section>
  );
}
