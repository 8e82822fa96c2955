import type { CalendarResponse } from '@citypath/contracts';
import { calendarWords } from '../../words/calendar-words';
import { useSpeech, useWords } from '../../words/use-words';
import { closuresIn, makeUpDaysIn } from './days-of-year';
import { YearGrid } from './year-grid';
import styles from './calendars.module.css';

interface Props {
  calendar: CalendarResponse['calendar'];
  year: number;
}

/** A year at a glance: whether it is published, what is off, when people work on a weekend. */
export function CountryYear({ calendar, year }: Props) {
  const words = useWords(calendarWords);
  const speech = useSpeech();
  const isPublished = calendar.publishedYears.includes(year);
  const closures = closuresIn(calendar, year);
  const makeUpDays = makeUpDaysIn(calendar, year);
  const published = calendar.key === 'cn' ? words.published(year) : words.publishedByLaw(year);
  const weekend = [...calendar.weekend].sort((a, b) => a - b).map((day) => words.weekdayNames[day - 1] ?? '');
  return (
    <div className={styles.year}>
      <p className={isPublished ? styles.state : `${styles.state} ${styles.provisional}`}>
        {speech.sentences(isPublished ? published : words.provisional(year), words.weekend(weekend))}
      </p>
      <YearGrid calendar={calendar} year={year} />
      <div className={styles.lists}>
        <section aria-labelledby="holidays">
          <h2 id="holidays">{words.holidays}</h2>
          <ul>
            {closures.map(({ from, to, title }) => (
              <li key={from} className={styles.holiday}>
                <span>{from === to ? speech.day(from) : `${speech.day(from)} – ${speech.day(to)}`}</span>
                <span className="dim">{speech.say(title)}</span>
              </li>
            ))}
            {closures.length === 0 ? <li className="dim">{words.none}</li> : null}
          </ul>
        </section>
        {calendar.key === 'cn' || makeUpDays.length > 0 ? (
          <section aria-labelledby="make-up-days">
            <h2 id="make-up-days">{words.makeUpDays}</h2>
            <ul>
              {makeUpDays.map(({ on, title }) => (
                <li key={on} className={styles.holiday}>
                  <span>{speech.day(on)}</span>
                  <span className="dim">{speech.say(title)}</span>
                </li>
              ))}
              {makeUpDays.length === 0 ? <li className="dim">{words.none}</li> : null}
            </ul>
          </section>
        ) : null}
      </div>
    </div>
  );
}
