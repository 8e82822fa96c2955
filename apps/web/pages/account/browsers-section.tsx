import { Browsers } from '../../parts/browsers';
import { accountWords } from '../../words/account-words';
import { useWords } from '../../words/use-words';

/** Where the reader is signed in. */
export function BrowsersSection() {
  const words = useWords(accountWords);
  return (
    <section aria-labelledby="account-browsers">
      <h2 id="account-browsers">{words.browsers}</h2>
      <Browsers person={null} />
    </section>
  );
}
