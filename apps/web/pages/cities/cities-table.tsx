import type { CityRow } from '@citypath/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { programmesQuery } from '../../api/queries';
import { CityName } from '../../parts/city-name';
import { citiesWords } from '../../words/cities-words';
import { useSpeech, useWords } from '../../words/use-words';
import styles from './cities.module.css';

/** One line a city; on a small screen one block. */
export function CitiesTable({ cities, onOpen }: { cities: CityRow[]; onOpen: (key: string) => void }) {
  const words = useWords(citiesWords);
  const speech = useSpeech();
  const programmes = useQuery(programmesQuery).data?.programmes ?? [];
  const titleOf = (key: string) => {
    const programme = programmes.find((known) => known.key === key);
    return programme ? speech.say(programme.title) : key;
  };
  return (
    <table className={styles.cities}>
      <thead>
        <tr>
          <th scope="col">{words.city}</th>
          <th scope="col">{words.level}</th>
          <th scope="col">{words.code}</th>
          <th scope="col">{words.zone}</th>
          <th scope="col">{words.programmes}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {cities.map((city) => (
          <tr key={city.key} data-line-of-list>
            <th scope="row">
              <CityName city={city} />
            </th>
            <td>{words.levels[city.level] ?? city.level}</td>
            <td>{city.gbCode ?? <span className="dim">–</span>}</td>
            <td>
              {city.timeZone} <span className="dim">· {words.calendarOf(city.calendar)}</span>
            </td>
            <td>
              {city.journeys.length === 0 ? <span className="dim">{words.noProgramme}</span> : null}
              {city.journeys.map(({ journeyId, programme }) => (
                <Link key={journeyId} to={`/journeys/${encodeURIComponent(journeyId)}`}>
                  {titleOf(programme)}
                </Link>
              ))}
            </td>
            <td>
              <div className={styles.acts}>
                <button type="button" className={styles.link} data-line onClick={() => onOpen(city.key)}>
                  {words.correct}
                  <span className="unseen"> {speech.cityName(city)}</span>
                </button>
                <Link to={`/calendars?city=${encodeURIComponent(city.key)}`}>
                  {words.ownClosures}
                  <span className="unseen"> {speech.cityName(city)}</span>
                </Link>
                {programmes
                  .filter(({ key }) => !city.journeys.some(({ programme }) => programme === key))
                  .slice(0, 1)
                  .map(({ key }) => (
                    <Link
                      key={key}
                      to={`/programmes/${encodeURIComponent(key)}/enrol?city=${encodeURIComponent(city.key)}`}
                    >
                      {words.enrol}
                      <span className="unseen"> {speech.cityName(city)}</span>
                    </Link>
                  ))}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
