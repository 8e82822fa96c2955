import type { ActOffered, CityPageResponse } from '@citypath/contracts';
import { Acts } from '../../forms/acts';
import { cityWords } from '../../words/city-words';
import { useWords } from '../../words/use-words';
import styles from './city.module.css';

/** Acts upon the journey as a whole: hold, resume, withdraw, finish, adopt. */
export function WholeJourney({ page, onDone }: { page: CityPageResponse; onDone: (act: ActOffered) => void }) {
  const words = useWords(cityWords);
  if (page.acts.length === 0) return null;
  return (
    <section aria-labelledby="whole" className={styles.section}>
      <h2 id="whole">{words.journeyActs}</h2>
      <Acts acts={page.acts} journeyId={page.journeyId} step={null} people={page.people} onDone={onDone} />
    </section>
  );
}
