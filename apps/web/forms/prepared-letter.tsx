import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { preparedLetterQuery } from '../api/queries';
import { Failure } from '../parts/failure';
import { PartyName } from '../parts/party-name';
import { SkeletonLines } from '../parts/skeleton-lines';
import { cityWords } from '../words/city-words';
import { formWords } from '../words/form-words';
import { useWords } from '../words/use-words';
import styles from './forms.module.css';

interface Props {
  journeyId: string;
  step: string;
  /** The reader begins with the letter's own words. */
  onTake: (words: string) => void;
}

/** The letter that a release would send, as it would read today. */
export function PreparedLetter({ journeyId, step, onTake }: Props) {
  const city = useWords(cityWords);
  const words = useWords(formWords);
  const letter = useQuery(preparedLetterQuery(journeyId, step));
  if (letter.isPending) return <SkeletonLines lines={8} height={22} />;
  if (letter.isError) return <Failure error={letter.error} again={() => void letter.refetch()} />;
  const shown = letter.data.letter;
  if (!shown) return <p className="small">{city.nothingToRelease}</p>;
  return (
    <div className={styles.prepared}>
      <p className="dim small">
        {city.letterTo} <PartyName party={shown.to} withSeat />
      </p>
      {shown.versions.map(({ language, subject, text }) => (
        <article key={language} lang={language} aria-label={subject} className={styles.letter}>
          <h4>{subject}</h4>
          <pre>{text}</pre>
        </article>
      ))}
      <Button
        variant="default"
        size="compact-md"
        onClick={() => onTake(shown.versions.map((version) => version.words).join('\n\n'))}
      >
        {words.takeTheWords}
      </Button>
    </div>
  );
}
