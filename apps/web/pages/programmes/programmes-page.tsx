import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { programmesQuery, sessionQuery } from '../../api/queries';
import { joinsCitiesTo, runsProgrammes } from '../../api/rights';
import { Failure } from '../../parts/failure';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { useTitle } from '../../parts/use-title';
import { calendarWords } from '../../words/calendar-words';
import { entranceWords } from '../../words/entrance-words';
import { peopleWords } from '../../words/people-words';
import { useSpeech, useWords } from '../../words/use-words';
import styles from './programmes.module.css';

/** What cities join, and how many are on their way. */
export function ProgrammesPage() {
  const words = useWords(entranceWords);
  const peoples = useWords(peopleWords);
  const calendars = useWords(calendarWords);
  const speech = useSpeech();
  const programmes = useQuery(programmesQuery);
  const roles = useQuery(sessionQuery).data?.roles ?? [];
  useTitle(words.programmes);
  return (
    <>
      <div className={styles.head}>
        <h1>{words.programmes}</h1>
        <nav className={styles.places} aria-label={words.more}>
          {roles.some(runsProgrammes) ? <Link to="/cities">{words.allCities}</Link> : null}
          <Link to="/calendars">{calendars.title}</Link>
        </nav>
      </div>
      {programmes.isPending ? <SkeletonLines lines={2} height={45} /> : null}
      {programmes.isError ? <Failure error={programmes.error} again={() => void programmes.refetch()} /> : null}
      {programmes.data?.programmes.length === 0 ? <p>{words.noProgrammes}</p> : null}
      <ul>
        {programmes.data?.programmes.map((programme) => (
          <li key={programme.key} data-line-of-list>
            <Link className={styles.line} to={`/?programme=${encodeURIComponent(programme.key)}`} data-line>
              <span>{speech.say(programme.title)}</span>
              <span className="dim">{words.cities(programme.cities)}</span>
            </Link>
            <Link className={styles.below} to={`/programmes/${encodeURIComponent(programme.key)}`}>
              {peoples.seatsOfProgramme}
            </Link>
            {roles.some(joinsCitiesTo(programme.key)) ? (
              <>
                <Link className={styles.below} to={`/programmes/${encodeURIComponent(programme.key)}/enrol`}>
                  {words.enrol}
                </Link>
                <Link className={styles.below} to={`/programmes/${encodeURIComponent(programme.key)}/import`}>
                  {words.importCities}
                </Link>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
