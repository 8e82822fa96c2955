import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { findPeopleQuery } from '../../api/enrolment';
import { LookUp } from '../../parts/look-up';
import { enrolWords } from '../../words/enrol-words';
import { useSpeech, useWords } from '../../words/use-words';

interface Props {
  label: string;
  chosen: { id: string; label: string } | null;
  onChoose: (person: { id: string; label: string } | null) => void;
}

/** A person is found by name in either order, Chinese name or address. */
export function ChoosePerson({ label, chosen, onChoose }: Props) {
  const words = useWords(enrolWords);
  const speech = useSpeech();
  const [typed, setTyped] = useState('');
  const find = useDeferredValue(typed.split(' · ')[0] ?? '');
  const people = useQuery({ ...findPeopleQuery(find), enabled: find.trim() !== '' });
  const found = (people.data?.people ?? []).map(({ person, address }) => ({
    value: person.id,
    label: `${speech.name(person)} · ${address}`,
  }));
  return (
    <LookUp
      label={label}
      placeholder={words.person}
      chosen={chosen && { value: chosen.id, label: chosen.label }}
      found={found}
      onType={setTyped}
      onChoose={(person) => onChoose(person && { id: person.value, label: person.label })}
    />
  );
}
