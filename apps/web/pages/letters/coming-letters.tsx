import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { comingLettersQuery } from '../../api/queries';
import { CityName } from '../../parts/city-name';
import { Failure } from '../../parts/failure';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { letterWords } from '../../words/letter-words';
import { useSpeech, useWords } from '../../words/use-words';
import styles from './letters.module.css';

/** What will be sent by itself in the next 30 days if nobody acts. */
export function ComingLetters({ city }: { city: string | undefined }) {
  const words = useWords(letterWords);
  const speech = useSpeech();
  const coming = useQuery(comingLettersQuery(city));
  if (coming.isPending) return <SkeletonLines lines={10} height={45} />;
  if (!coming.data) return <Failure error={coming.error} again={() => void coming.refetch()} />;
  const { letters, untilOn } = coming.data;
  return (
    <>
      <p className="dim small">{words.comingExplained(speech.day(untilOn))}</p>
      {letters.length === 0 ? <p className={styles.empty}>{words.comingEmpty}</p> : null}
      <ol className={styles.coming}>
        {letters.map((letter) => (
          <li key={letter.key} data-line-of-list>
            <Link className={styles.comingCity} to={addressOf(letter.journeyId, letter.step?.ref ?? null)} data-line>
              <CityName city={letter.city} />
            </Link>
            <span>
              {speech.day(letter.dueOn)}: {speech.say(letter.sentence)}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

function addressOf(journeyId: string, step: string | null): string {
  const journey = `/journeys/${encodeURIComponent(journeyId)}`;
  return step === null ? journey : `${journey}/steps/${encodeURIComponent(step)}`;
}
