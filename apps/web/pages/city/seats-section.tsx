import type { ActOffered, CityPageResponse, CitySeat } from '@citypath/contracts';
import { Link, useLocation } from 'react-router';
import { Acts } from '../../forms/acts';
import { cityWords } from '../../words/city-words';
import { packWords } from '../../words/pack-words';
import { useSpeech, useWords } from '../../words/use-words';
import { useScrollTo } from '../../parts/use-scroll-to';
import styles from './city.module.css';

interface Props {
  page: CityPageResponse;
  onDone: (act: ActOffered) => void;
}

/** The seats of the city and the programme, and who sits in them. */
export function SeatsSection({ page, onDone }: Props) {
  const words = useWords(cityWords);
  const place = useScrollTo<HTMLElement>(useLocation().hash === '#seats');
  const pack = useWords(packWords);
  return (
    <section ref={place} aria-labelledby="people" className={styles.section}>
      <h2 id="people">{words.people}</h2>
      <ul className={styles.seats}>
        {page.seats.map((seat) => (
          <li key={seat.seat}>
            <SeatLine seat={seat} />
            {seat.pack && seat.holder ? (
              <p className="small">
                <Link
                  to={`/journeys/${encodeURIComponent(page.journeyId)}/seats/${encodeURIComponent(seat.seat)}/pack`}
                >
                  {pack.pack}
                </Link>
              </p>
            ) : null}
            <Acts acts={seat.acts} journeyId={page.journeyId} step={null} people={page.people} onDone={onDone} />
          </li>
        ))}
      </ul>
      <p className="small">
        <Link to={`/letters?journey=${encodeURIComponent(page.journeyId)}`}>{words.letters}</Link>
      </p>
    </section>
  );
}

function SeatLine({ seat }: { seat: CitySeat }) {
  const words = useWords(cityWords);
  const speech = useSpeech();
  const more = [
    seat.liaison ? `${words.liaison} ${speech.name(seat.liaison)}` : null,
    seat.holder && seat.of === 'city'
      ? seat.fromOn === null
        ? words.sinceUnknown
        : words.since(speech.day(seat.fromOn))
      : null,
    seat.readOnly ? words.seesOnly : null,
  ].filter((part) => part !== null);
  return (
    <div className={styles.seat}>
      <span className="dim small">{speech.say(seat.title)}</span>
      <span>
        {seat.holder ? (
          speech.fullName(seat.holder)
        ) : seat.vacant ? (
          <strong className="hurts">{words.vacant}</strong>
        ) : (
          <span className="dim">{words.office}</span>
        )}
        {more.length > 0 ? <span className={`${styles.seatMore} dim small`}>{more.join(' · ')}</span> : null}
      </span>
    </div>
  );
}
