import { LanguageSection } from './language-section';
import { BrowsersSection } from './browsers-section';
import { OrganisationSection } from './organisation-section';
import { OwnPostSection } from './own-post-section';
import { useTitle } from '../../parts/use-title';
import { accountWords } from '../../words/account-words';
import { useWords } from '../../words/use-words';
import styles from './account.module.css';

/** One's own account: language, browsers that are signed in, the organisation's account. */
export function AccountPage() {
  const words = useWords(accountWords);
  useTitle(words.title);
  return (
    <div className={styles.page}>
      <h1>{words.title}</h1>
      <LanguageSection />
      <OwnPostSection />
      <BrowsersSection />
      <OrganisationSection />
    </div>
  );
}
