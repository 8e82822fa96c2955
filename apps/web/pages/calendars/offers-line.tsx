import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { offersQuery } from '../../api/calendars';
import { sessionQuery } from '../../api/queries';
import { joinsCities } from '../../api/rights';
import { calendarWords } from '../../words/calendar-words';
import { useWords } from '../../words/use-words';
import styles from './calendars.module.css';

/** A line for who manages cities: a newer calendar waits to be taken. Nothing where none does. */
export function OffersLine() {
  const words = useWords(calendarWords);
  const manages = useQuery(sessionQuery).data?.roles.some(joinsCities) ?? false;
  const offers = useQuery(offersQuery(manages)).data?.offers.length ?? 0;
  if (offers === 0) return null;
  return (
    <p className={styles.line}>
      {words.line(offers)} <Link to="/calendars">{words.look}</Link>
    </p>
  );
}
