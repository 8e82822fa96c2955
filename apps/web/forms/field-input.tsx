import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { formWords } from '../words/form-words';
import { useSpeech, useWords } from '../words/use-words';
import { PersonInput } from './person-input';
import { saidToBeNone, type Field } from './parts-of-form';
import styles from './forms.module.css';

interface Props {
  id: string;
  field: Field;
  value: string;
  error: string | undefined;
  disabled: boolean;
  onChange: (value: string) => void;
}

/** One field. The error stands below it, and is read with it. */
export function FieldInput({ id, field, value, error, disabled, onChange }: Props) {
  const words = useWords(formWords);
  const { input } = field;
  const common = {
    id,
    label: field.required ? field.label : <OptionalLabel label={field.label} />,
    'aria-required': field.required,
    disabled,
    error,
    description: field.hint,
    inputWrapperOrder: ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[],
  };
  const text = { ...common, value, autoComplete: 'off' };
  switch (input.type) {
    // Files are no text: see PapersInput.
    case 'papers':
      return null;
    case 'line':
      return <TextInput {...text} maxLength={input.maxLength} onChange={(event) => onChange(event.target.value)} />;
    case 'lines':
      return (
        <Textarea {...text} rows={3} maxLength={input.maxLength} onChange={(event) => onChange(event.target.value)} />
      );
    case 'names':
      return <Textarea {...text} rows={4} onChange={(event) => onChange(event.target.value)} />;
    case 'link':
      return (
        <TextInput
          {...text}
          inputMode="url"
          spellCheck={false}
          maxLength={2000}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'numbers':
    case 'number':
      return (
        <TextInput
          {...text}
          className={styles.short}
          inputMode="numeric"
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'time':
      return (
        <TextInput {...text} className={styles.short} type="time" onChange={(event) => onChange(event.target.value)} />
      );
    case 'choice':
      return (
        <NativeSelect
          {...common}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          data={[
            ...(input.options.some((option) => option.value === '') ? [] : [{ value: '', label: words.choose }]),
            ...(input.nobody === undefined ? [] : [{ value: saidToBeNone, label: input.nobody }]),
            ...input.options,
          ]}
        />
      );
    case 'person':
      return (
        <PersonInput {...common} value={value} options={input.options} nobody={input.nobody} onChange={onChange} />
      );
    case 'day':
      return <DayInput {...common} value={value} onChange={onChange} notKnown={input.notKnown} />;
  }
}

interface DayProps {
  id: string;
  label: ReactNode;
  'aria-required': boolean;
  disabled: boolean;
  error: string | undefined;
  description: string | undefined;
  inputWrapperOrder: ('label' | 'input' | 'description' | 'error')[];
  value: string;
  notKnown: string | undefined;
  onChange: (value: string) => void;
}

/** The browser's own day picker, which follows the machine's form of dates; the day is repeated in the reader's words. */
function DayInput({ value, notKnown, onChange, ...common }: DayProps) {
  const speech = useSpeech();
  const isNone = value === saidToBeNone;
  const description = /^\d{4}-\d{2}-\d{2}$/.test(value) ? speech.day(value) : common.description;
  return (
    <div>
      <TextInput
        {...common}
        className={styles.short}
        type="date"
        description={description}
        value={isNone ? '' : value}
        disabled={common.disabled || isNone}
        onChange={(event) => onChange(event.target.value)}
      />
      {notKnown === undefined ? null : (
        <Checkbox
          className={styles.notKnown}
          label={notKnown}
          checked={isNone}
          disabled={common.disabled}
          onChange={(event) => onChange(event.target.checked ? saidToBeNone : '')}
        />
      )}
    </div>
  );
}

function OptionalLabel({ label }: { label: string }) {
  const words = useWords(formWords);
  return (
    <>
      {label}
      <span className="dim"> · {words.optional}</span>
    </>
  );
}
