import type { BoardRow, LetterPreviewResponse } from '@citypath/contracts';
import { Button, NativeSelect } from '@mantine/core';
import { letterPreviewWords } from '../../words/letter-preview-words';
import { useSpeech, useWords } from '../../words/use-words';
import styles from './letter-previews.module.css';
import type { PreviewView } from './preview-view';

interface Props {
  choice: PreviewView;
  cities: readonly Pick<BoardRow, 'journeyId' | 'city'>[];
  /** What the api offers to choose from; null: not known yet. */
  preview: LetterPreviewResponse | null;
  onChoose: (changes: Record<string, string>) => void;
}

/** Which letter of which city, how wide, and whether as HTML or as text. */
export function PreviewChoice({ choice, cities, preview, onChoose }: Props) {
  const words = useWords(letterPreviewWords);
  const speech = useSpeech();
  const known = cities.map(({ journeyId, city }) => ({ value: journeyId, label: speech.cityName(city) }));
  const shown =
    preview && choice.journey !== null ? [{ value: choice.journey, label: speech.cityName(preview.city) }] : [];
  const isAboutStep = preview !== null && preview.step !== null;
  return (
    <div className={styles.choice}>
      <NativeSelect
        label={words.city}
        value={choice.journey ?? ''}
        onChange={({ target }) => onChoose({ journey: target.value })}
        data={known.some(({ value }) => value === choice.journey) ? known : [...shown, ...known]}
      />
      <NativeSelect
        label={words.kind}
        value={preview?.kind ?? ''}
        onChange={({ target }) => onChoose({ kind: target.value })}
        data={preview?.kinds.map(({ kind, title }) => ({ value: kind, label: speech.say(title) })) ?? []}
      />
      {isAboutStep ? (
        <NativeSelect
          label={words.step}
          value={preview.step ?? ''}
          onChange={({ target }) => onChoose({ step: target.value })}
          data={preview.steps.map(({ ref, title }) => ({ value: ref, label: speech.say(title) }))}
        />
      ) : null}
      <Either
        label={words.width}
        options={[
          { value: '390', label: words.phone },
          { value: '700', label: words.desk },
        ]}
        chosen={String(choice.width)}
        onChoose={(width) => onChoose({ width })}
      />
      <Either
        label={words.form}
        options={[
          { value: 'html', label: words.html },
          { value: 'text', label: words.text },
        ]}
        chosen={choice.as}
        onChoose={(as) => onChoose({ as })}
      />
    </div>
  );
}

interface EitherProps {
  label: string;
  options: { value: string; label: string }[];
  chosen: string;
  onChoose: (value: string) => void;
}

/** One of two, both in sight. */
function Either({ label, options, chosen, onChoose }: EitherProps) {
  return (
    <div className={styles.either} role="group" aria-label={label}>
      {options.map((option) => (
        <Button
          key={option.value}
          variant={option.value === chosen ? 'filled' : 'default'}
          aria-pressed={option.value === chosen}
          onClick={() => onChoose(option.value)}
        >
          {option.label}
        </Button>
      ))}
    </div>
  );
}
