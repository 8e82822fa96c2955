import type { CityProposalResponse } from '@citypath/contracts';
import { Checkbox } from '@mantine/core';
import { citiesWords } from '../../words/cities-words';
import { useSpeech, useWords } from '../../words/use-words';
import styles from './cities.module.css';

interface Props {
  doubles: CityProposalResponse['doubles'];
  isAnotherOne: boolean;
  onAnotherOne: (isAnotherOne: boolean) => void;
  onOpen: (key: string) => void;
}

/** Names the city that is there already. Only where names may be shared it can be said that this is another one. */
export function CityDoubles({ doubles, isAnotherOne, onAnotherOne, onOpen }: Props) {
  const words = useWords(citiesWords);
  const speech = useSpeech();
  const mayBeAnother = doubles.length > 0 && doubles.every((double) => double.mayBeAnother);
  return (
    <div role="status">
      {doubles.map(({ city, because, mayBeAnother: maybe }) => {
        const name = speech.cityName(city);
        return (
          <div key={city.key} className={styles.note}>
            <p>
              {maybe ? words.maybeHere(name) : words.here(name)}
              {speech.colon}
              {speech.say(because)}
              {speech.language === 'zh' ? '。' : '.'}{' '}
              <button type="button" className={styles.link} onClick={() => onOpen(city.key)}>
                {words.open}
              </button>
            </p>
          </div>
        );
      })}
      {mayBeAnother ? (
        <Checkbox
          mt="xs"
          label={words.anotherOne}
          checked={isAnotherOne}
          onChange={(event) => onAnotherOne(event.target.checked)}
        />
      ) : null}
    </div>
  );
}
