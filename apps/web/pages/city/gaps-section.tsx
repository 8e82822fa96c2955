import type { Gap } from '@citypath/contracts';
import { useLocation } from 'react-router';
import { GapLine } from '../../parts/gap-line';
import { cityWords } from '../../words/city-words';
import { useWords } from '../../words/use-words';
import { useScrollTo } from '../../parts/use-scroll-to';
import styles from './city.module.css';

/** Who is missing in the chains of what is open, before it matters; nothing where nobody is. */
export function GapsSection({ gaps }: { gaps: Gap[] }) {
  const words = useWords(cityWords);
  const place = useScrollTo<HTMLElement>(useLocation().hash === '#gaps');
  if (gaps.length === 0) return null;
  return (
    <section ref={place} aria-labelledby="gaps" className={styles.section}>
      <h2 id="gaps">{words.gaps}</h2>
      <p className="dim small">{words.gapsExplained}</p>
      <ul>
        {gaps.map((gap) => (
          <li key={gap.id} className={styles.gap}>
            <GapLine gap={gap} />
          </li>
        ))}
      </ul>
    </section>
  );
}
