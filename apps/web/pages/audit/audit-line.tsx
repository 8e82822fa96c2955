import type { AuditEntry, PersonShort } from '@citypath/contracts';
import { Link } from 'react-router';
import { CityName } from '../../parts/city-name';
import { auditWords } from '../../words/audit-words';
import { useSpeech, useWords } from '../../words/use-words';
import { withChoice } from './audit-choice';
import styles from './audit.module.css';

interface Props {
  entry: AuditEntry;
  search: URLSearchParams;
}

/** One act: when, where, who and for whom, what, why, and what changed with it. */
export function AuditLine({ entry, search }: Props) {
  const words = useWords(auditWords);
  const speech = useSpeech();
  const { by, onBehalfOf, city, journeyId, reason, changes, moreChanges } = entry;
  return (
    <li className="fade-in" data-line-of-list>
      <time className="dim" dateTime={entry.at} title={words.zone(entry.time, entry.zone)}>
        {entry.time}
      </time>
      <div className={styles.where}>
        {city === null ? (
          <span className="dim">{entry.programme ? speech.say(entry.programme.title) : ''}</span>
        ) : journeyId === null ? (
          <CityName city={city} />
        ) : (
          <Link className="plain-link" to={`/journeys/${encodeURIComponent(journeyId)}`} data-line>
            <CityName city={city} />
          </Link>
        )}
      </div>
      <div>
        <p>{speech.say(entry.sentence)}</p>
        {reason === null ? null : (
          <p className={styles.reason}>
            <span className="dim">{words.reason} </span>
            {reason.words ?? <span className="dim">{words.erased}</span>}
          </p>
        )}
        {changes.length + moreChanges > 0 ? (
          <details className={styles.changes}>
            <summary>{words.changes(changes.length + moreChanges)}</summary>
            <ul>
              {changes.map((change, index) => (
                <li key={index}>{speech.say(change)}</li>
              ))}
              {moreChanges > 0 ? <li className="dim">{words.more(moreChanges)}</li> : null}
            </ul>
          </details>
        ) : null}
      </div>
      <div className={styles.who}>
        <span className="dim">{speech.say(entry.actTitle)}</span>
        <span>
          {by === null ? words.nobody : <Name person={by} search={search} />}
          {onBehalfOf === null ? null : (
            <span className={styles.second}>
              {words.onBehalfOf} <Name person={onBehalfOf} search={search} />
            </span>
          )}
        </span>
      </div>
    </li>
  );
}

function Name({ person, search }: { person: PersonShort; search: URLSearchParams }) {
  const speech = useSpeech();
  return (
    <Link className="plain-link" to={`/audit?${withChoice(search, { person: person.id }).toString()}`}>
      {speech.name(person)}
    </Link>
  );
}
