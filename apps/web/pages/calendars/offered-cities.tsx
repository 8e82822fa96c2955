import type { AdoptionResult, CalendarOffer, MovedStep } from '@citypath/contracts';
import { Link } from 'react-router';
import { CityName } from '../../parts/city-name';
import { PartyName } from '../../parts/party-name';
import { Provisional } from '../../parts/provisional';
import { calendarWords } from '../../words/calendar-words';
import { useSpeech, useWords } from '../../words/use-words';
import styles from './calendars.module.css';

interface Props {
  offers: CalendarOffer[];
  results: ReadonlyMap<string, AdoptionResult>;
}

/** City by city, which dates would move; once it runs, what became of each. */
export function OfferedCities({ offers, results }: Props) {
  const words = useWords(calendarWords);
  return (
    <table className={styles.moves}>
      <thead>
        <tr>
          <th scope="col">{words.cityColumn}</th>
          <th scope="col">{words.step}</th>
          <th scope="col">{words.oldDate}</th>
          <th scope="col">{words.newDate}</th>
          <th scope="col">{words.who}</th>
        </tr>
      </thead>
      {offers.map((offer) => (
        <OfferedCity key={offer.journeyId} offer={offer} result={results.get(offer.journeyId)} />
      ))}
    </table>
  );
}

function OfferedCity({ offer, result }: { offer: CalendarOffer; result: AdoptionResult | undefined }) {
  const words = useWords(calendarWords);
  const speech = useSpeech();
  const { journeyId, city, programme, moved, refused, provisionalFromOn } = offer;
  const sentence = result?.sentence ?? refused;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" rowSpan={Math.max(1, moved.length)}>
          <Link to={`/journeys/${encodeURIComponent(journeyId)}`}>
            <CityName city={city} />
          </Link>
          <span className="dim small">{speech.say(programme.title)}</span>
          {result ? <span>{words.outcomes[result.outcome]}</span> : null}
          {sentence ? <span className="hurts small">{speech.say(sentence)}</span> : null}
        </th>
        {moved[0] ? (
          <MovedCells move={moved[0]} provisionalFromOn={provisionalFromOn} />
        ) : (
          <td colSpan={4} className="dim">
            {words.nothingMoves}
          </td>
        )}
      </tr>
      {moved.slice(1).map((move) => (
        <tr key={move.ref}>
          <MovedCells move={move} provisionalFromOn={provisionalFromOn} />
        </tr>
      ))}
    </tbody>
  );
}

function MovedCells({ move, provisionalFromOn }: { move: MovedStep; provisionalFromOn: string }) {
  const { title, clock, previousOn, dueOn, counted, who } = move;
  const words = useWords(calendarWords);
  const speech = useSpeech();
  return (
    <>
      <td>
        {speech.say(title)} {clock === 'accepting' ? <span className="dim small">{words.accepting}</span> : null}
      </td>
      <td data-label={words.oldDate}>{previousOn === null ? '–' : <s className="dim">{speech.day(previousOn)}</s>}</td>
      <td data-label={words.newDate}>
        {dueOn === null ? '–' : speech.day(dueOn)}
        <Provisional on={dueOn} fromOn={provisionalFromOn} />
        {counted ? <div className="dim small">{speech.say(counted)}</div> : null}
      </td>
      <td data-label={words.who}>
        <PartyName party={who} />
      </td>
    </>
  );
}
