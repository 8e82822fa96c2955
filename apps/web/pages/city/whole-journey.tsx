import type { ActOffered, CityPageResponse } from '@citypath/contracts';
import { useLocation } from 'react-router';
import { Acts } from '../../forms/acts';
import { cityWords } from '../../words/city-words';
import { useWords } from '../../words/use-words';
import { useScrollTo } from '../../parts/use-scroll-to';
import styles from './city.module.css';

/** Acts upon the journey as a whole: hold, resume, withdraw, finish, adopt. */
export function WholeJourney({ page, onDone }: { page: CityPageResponse; onDone: (act: ActOffered) => void }) {
  const words = useWords(cityWords);
  const place = useScrollTo<HTMLElement>(useLocation().hash === '#whole');
  if (page.acts.length === 0) return null;
  return (
    <section ref={place} aria-labelledby="whole" className={styles.section}>
      <h2 id="whole">{words.journeyActs}</h2>
      <Acts acts={page.acts} journeyId={page.journeyId} step={null} people={page.people} onDone={onDone} />
    </section>
  );
}
