import type { ProgrammeOutlineResponse } from '@citypath/contracts';
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { enrolWords } from '../../words/enrol-words';
import { useSpeech, useWords } from '../../words/use-words';
import { emptyStep, withAllBefore, type DoneState, type FilledEnrolment, type FilledStep } from './filled-enrolment';
import styles from './enrol.module.css';

interface Props {
  outline: ProgrammeOutlineResponse;
  steps: FilledEnrolment['steps'];
  errorOf: (step: string) => string | undefined;
  onChange: (steps: FilledEnrolment['steps']) => void;
}

/** What a running city has done, step by step: on a day, or on one that nobody knows any more. */
export function StepsDone({ outline, steps, errorOf, onChange }: Props) {
  const words = useWords(enrolWords);
  const speech = useSpeech();
  const change = (key: string, changes: Partial<FilledStep>) =>
    onChange({ ...steps, [key]: { ...(steps[key] ?? emptyStep), ...changes } });
  return (
    <fieldset className={styles.steps}>
      <legend>{words.done}</legend>
      {outline.steps.map(({ key, title, optional, items }, place) => {
        const { state, on, note, items: listed } = steps[key] ?? emptyStep;
        const name = speech.say(title);
        const skipsSome = outline.steps.slice(0, place).some((before) => (steps[before.key]?.state ?? 'no') === 'no');
        return (
          <div key={key} className={styles.step}>
            <div>
              {name}
              {optional ? <span className="dim"> · {words.optional}</span> : null}
            </div>
            <NativeSelect
              aria-label={words.stateOf(name)}
              value={state}
              onChange={(event) => change(key, { state: event.target.value as DoneState })}
              data={(['no', 'day', 'unknown'] as const).map((value) => ({ value, label: words.states[value] }))}
            />
            {state === 'day' ? (
              <TextInput
                type="date"
                aria-label={words.doneOn(name)}
                value={on}
                error={errorOf(key)}
                onChange={(event) => change(key, { on: event.target.value })}
              />
            ) : (
              <span />
            )}
            {state === 'no' ? (
              <span />
            ) : (
              <TextInput
                aria-label={words.noteOf(name)}
                placeholder={words.note}
                maxLength={4000}
                value={note}
                onChange={(event) => change(key, { note: event.target.value })}
              />
            )}
            {state !== 'no' && items !== null ? (
              <Textarea
                className={styles.items}
                label={words.items(speech.say(items))}
                rows={3}
                value={listed}
                onChange={(event) => change(key, { items: event.target.value })}
              />
            ) : null}
            {state !== 'no' && skipsSome ? (
              <button
                type="button"
                className={styles.link}
                onClick={() => onChange(withAllBefore(outline, steps, key))}
              >
                {words.allBefore}
              </button>
            ) : null}
          </div>
        );
      })}
    </fieldset>
  );
}
