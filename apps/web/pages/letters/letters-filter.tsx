import { NativeSelect, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { lettersQuery } from '../../api/queries';
import { personQuery } from '../../api/people';
import { CityChoice } from '../../parts/city-choice';
import { letterWords } from '../../words/letter-words';
import { useSpeech, useWords } from '../../words/use-words';
import { askOf, ledgerStates, type Choice } from './letters-choice';
import styles from './letters.module.css';

interface Props {
  search: URLSearchParams;
  /** The letters to come are all of one state, and within 30 days. */
  coming: boolean;
  onChoose: (changes: Partial<Record<Choice, string | null>>) => void;
}

/** Narrows the letters down: city, what became of them, kind, days; and what a link of the page narrowed down to. */
export function LettersFilter({ search, coming, onChoose }: Props) {
  const words = useWords(letterWords);
  const speech = useSpeech();
  const chosen = (choice: Choice) => search.get(choice);
  const ledger = useInfiniteQuery({ ...lettersQuery(askOf(search)), enabled: !coming });
  const kinds = ledger.data?.pages[0]?.kinds ?? [];
  const city = chosen('city') ?? chosen('journey')?.split('.')[1] ?? null;
  return (
    <div role="group" aria-label={words.filter} className={styles.filter}>
      <CityChoice
        label={words.filter}
        all={words.allCities}
        chosen={city}
        onChoose={(next) => onChoose({ city: next, journey: null, step: null, person: chosen('person') })}
      />
      {coming ? null : (
        <>
          <NativeSelect
            aria-label={words.stateFilter}
            value={chosen('state') ?? ''}
            onChange={(event) => onChoose({ state: event.target.value })}
            data={[
              { value: '', label: words.allStates },
              ...ledgerStates.map((state) => ({ value: state, label: words.states[state] })),
            ]}
          />
          <NativeSelect
            aria-label={words.kind}
            value={chosen('kind') ?? ''}
            onChange={(event) => onChoose({ kind: event.target.value })}
            data={[
              { value: '', label: words.allKinds },
              ...kinds.map(({ kind, title }) => ({ value: kind, label: speech.say(title) })),
            ]}
          />
          {(['from', 'until'] as const).map((end) => (
            <TextInput
              key={end}
              type="date"
              className={styles.day}
              label={words[end]}
              value={chosen(end) ?? ''}
              onChange={(event) => onChoose({ [end]: event.target.value })}
            />
          ))}
        </>
      )}
      <Chips search={search} onChoose={onChoose} />
    </div>
  );
}

/** What a link narrowed the list down to: each with a way back. */
function Chips({ search, onChoose }: Pick<Props, 'search' | 'onChoose'>) {
  const words = useWords(letterWords);
  const speech = useSpeech();
  const [step, person, journey] = [search.get('step'), search.get('person'), search.get('journey')];
  const ledger = useInfiniteQuery(lettersQuery(askOf(search)));
  const lines = ledger.data?.pages.flatMap((page) => page.letters) ?? [];
  const known = useQuery({ ...personQuery(person ?? ''), enabled: person !== null, retry: false }).data?.person;
  const stepTitle = lines.find((line) => line.step?.ref === step)?.step?.title;
  const chips: [Choice, string][] = [];
  if (journey !== null) chips.push(['journey', words.onlyJourney]);
  if (step !== null) chips.push(['step', words.onlyStep(stepTitle ? speech.say(stepTitle) : step)]);
  if (person !== null) chips.push(['person', words.onlyPerson(known ? speech.name(known) : words.thisPerson)]);
  return chips.map(([choice, label]) => (
    <button
      key={choice}
      type="button"
      className={styles.chip}
      aria-label={words.drop(label)}
      onClick={() => onChoose({ [choice]: null })}
    >
      {label} <span aria-hidden="true">×</span>
    </button>
  ));
}
