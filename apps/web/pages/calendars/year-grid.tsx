import type { CalendarResponse } from '@citypath/contracts';
import { calendarWords } from '../../words/calendar-words';
import { useWords } from '../../words/use-words';
import { monthsOfYear } from './days-of-year';
import styles from './calendars.module.css';

/** Twelve months to look at. What they say stands in words in the lists below, so they are for the eye only. */
export function YearGrid({ calendar, year }: { calendar: CalendarResponse['calendar']; year: number }) {
  const words = useWords(calendarWords);
  return (
    <div aria-hidden="true">
      <div className={styles.months}>
        {monthsOfYear(calendar, year).map(({ month, before, days }) => (
          <div key={month} className={styles.month}>
            <div className={styles.monthName}>{words.monthNames[month]}</div>
            <div className={styles.days}>
              {words.weekdayLetters.map((letter, index) => (
                <span key={index} className={styles.letter}>
                  {letter}
                </span>
              ))}
              {days.map(({ on, dayOfMonth, kind }, index) => (
                <span
                  key={on}
                  className={styles.day}
                  data-kind={kind}
                  style={index === 0 ? { gridColumnStart: before + 1 } : undefined}
                >
                  {dayOfMonth}
                </span>
              ))}
            </div>
          </div>
        ))}
      </div>
      <div className={`${styles.legend} small`}>
        <span>
          <span className={styles.day} data-kind="closed">
            1
          </span>{' '}
          {words.dayOff}
        </span>
        <span>
          <span className={styles.day} data-kind="weekend">
            1
          </span>{' '}
          {words.weekendDay}
        </span>
        <span>
          <span className={styles.day} data-kind="make-up">
            1
          </span>{' '}
          {words.makeUpDay}
        </span>
      </div>
    </div>
  );
}
