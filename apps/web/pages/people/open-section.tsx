import type { PersonResponse } from '@citypath/contracts';
import { Link } from 'react-router';
import { Provisional } from '../../parts/provisional';
import { peopleWords } from '../../words/people-words';
import { useSpeech, useWords } from '../../words/use-words';
import styles from './people.module.css';

/** As many as a glance takes in. */
const MOST_SHOWN = 20;

/** What waits for the person now, the soonest first. */
export function OpenSection({ page }: { page: PersonResponse }) {
  const words = useWords(peopleWords);
  const speech = useSpeech();
  const shown = page.open.slice(0, MOST_SHOWN);
  return (
    <section className={styles.section} aria-labelledby="open">
      <h2 id="open">{words.open}</h2>
      {shown.length === 0 ? <p className="dim">{words.nothingOpen}</p> : null}
      <ul>
        {shown.map(({ journeyId, city, step, title, wanted, dueOn, provisionalFromOn }) => (
          <li key={`${journeyId} ${step}`} className={styles.item} data-line-of-list>
            <Link to={`/journeys/${encodeURIComponent(journeyId)}/steps/${encodeURIComponent(step)}`} data-line>
              {`${speech.cityName(city)}${speech.colon}${speech.say(title)}`}
            </Link>
            <span className="dim small">
              {wanted === 'accepting' ? `${words.accepts} · ` : ''}
              {dueOn === null ? words.dayOpen : words.due(speech.shortDay(dueOn))}
              <Provisional on={dueOn} fromOn={provisionalFromOn} />
            </span>
          </li>
        ))}
      </ul>
      {page.open.length > shown.length ? (
        <p className="dim small">{words.more(page.open.length - shown.length)}</p>
      ) : null}
    </section>
  );
}
