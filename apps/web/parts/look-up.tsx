import { TextInput } from '@mantine/core';
import { useId, useState } from 'react';

export interface Found {
  value: string;
  label: string;
}

interface Props {
  label: string;
  description?: string | undefined;
  error?: string | undefined;
  placeholder?: string | undefined;
  /** What stands in the field before anything is typed. */
  chosen: Found | null;
  found: readonly Found[];
  onType: (typed: string) => void;
  onChoose: (found: Found | null) => void;
}

/** Somebody or something is found by typing: the browser's own list of what fits, so it works with every keyboard. */
export function LookUp({ label, description, error, placeholder, chosen, found, onType, onChoose }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const list = useId();
  return (
    <>
      <TextInput
        label={label}
        description={description}
        error={error}
        placeholder={placeholder}
        autoComplete="off"
        list={list}
        value={typed ?? chosen?.label ?? ''}
        onChange={(event) => {
          const text = event.target.value;
          const hit = found.find((one) => one.label === text) ?? null;
          setTyped(hit ? null : text);
          onType(text);
          if (hit || chosen) onChoose(hit);
        }}
        onBlur={() => {
          // What names nobody is not kept in the field as if it did.
          const only = typed !== null && typed !== '' && found.length === 1 ? (found[0] ?? null) : null;
          if (only) onChoose(only);
          setTyped(null);
        }}
      />
      <datalist id={list}>
        {found.map((one) => (
          <option key={one.value} value={one.label} />
        ))}
      </datalist>
    </>
  );
}
