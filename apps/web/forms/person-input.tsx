import type { PersonShort } from '@citypath/contracts';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { use, useDeferredValue, useState, type ReactNode } from 'react';
import { foundPeopleQuery } from '../api/people';
import { sessionQuery } from '../api/queries';
import { mayAddPeople, runsProgrammes } from '../api/rights';
import { RoleName } from '../parts/role-name';
import { formWords } from '../words/form-words';
import { peopleWords } from '../words/people-words';
import { useSpeech, useWords } from '../words/use-words';
import { AddingPeople } from './adding-people';
import { saidToBeNone } from './parts-of-form';
import styles from './forms.module.css';

interface Props {
  id: string;
  label: ReactNode;
  'aria-required': boolean;
  disabled: boolean;
  error: string | undefined;
  description: string | undefined;
  inputWrapperOrder: ('label' | 'input' | 'description' | 'error')[];
  value: string;
  /** The people at hand, whom the reader sees in any case. */
  options: { value: string; label: string }[];
  /** The words of the choice of nobody. */
  nobody: string | undefined;
  onChange: (value: string) => void;
}

/** Chooses a person: by search among everybody for those who may look people up, else among the people at hand. */
export function PersonInput({ options, nobody, value, onChange, ...common }: Props) {
  const words = useWords(formWords);
  const session = useQuery(sessionQuery);
  const roles = session.data?.roles ?? [];
  if (roles.some(runsProgrammes)) {
    return <PersonSearch {...common} {...{ options, nobody, value, onChange }} mayAdd={roles.some(mayAddPeople)} />;
  }
  return (
    <NativeSelect
      {...common}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      data={[
        { value: '', label: words.choose },
        ...(nobody === undefined ? [] : [{ value: saidToBeNone, label: nobody }]),
        ...options,
      ]}
    />
  );
}

function PersonSearch({ options, nobody, value, onChange, mayAdd, ...common }: Props & { mayAdd: boolean }) {
  const words = useWords(peopleWords);
  const speech = useSpeech();
  const [find, setFind] = useState('');
  const [chosen, setChosen] = useState<PersonShort | null>(null);
  const AddPerson = use(AddingPeople);
  const [adding, setAdding] = useState(false);
  const asked = useDeferredValue(find.trim());
  const found = useQuery({ ...foundPeopleQuery(asked), enabled: asked !== '' });

  const choose = (person: PersonShort | null) => {
    setChosen(person);
    setAdding(false);
    setFind('');
    onChange(person?.id ?? '');
  };
  if (value !== '') {
    const name =
      value === saidToBeNone
        ? nobody
        : chosen?.id === value
          ? speech.fullName(chosen)
          : options.find((option) => option.value === value)?.label;
    return (
      <div className={styles.chosen}>
        <span>{common.label}</span>
        <strong>{name ?? value}</strong>
        <Button
          id={common.id}
          variant="default"
          size="compact-md"
          disabled={common.disabled}
          onClick={() => choose(null)}
        >
          {words.change}
        </Button>
        {common.error === undefined ? null : <p className="hurts small">{common.error}</p>}
      </div>
    );
  }
  const people = asked === '' ? [] : (found.data?.people ?? []);
  return (
    <div>
      <TextInput
        {...common}
        description={common.description ?? words.findHint}
        type="search"
        autoComplete="off"
        value={find}
        onChange={(event) => setFind(event.target.value)}
        onKeyDown={(event) => {
          // Enter takes the first one instead of sending the form.
          if (event.key !== 'Enter') return;
          event.preventDefault();
          const [first] = people;
          if (first) choose(first.person);
        }}
      />
      <ul className={styles.found} aria-label={words.choose}>
        {people.map(({ person, roles, address }) => (
          <li key={person.id}>
            <button type="button" disabled={common.disabled} onClick={() => choose(person)}>
              <span>{speech.fullName(person)}</span>{' '}
              <span className="dim small">{roles[0] ? <RoleName role={roles[0]} withCity /> : address}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="dim small" role="status">
        {asked === '' || !found.data ? '' : people.length === 0 ? words.nobodyFound : words.count(found.data.count)}
      </p>
      <div className={styles.buttons}>
        {mayAdd && AddPerson ? (
          <Button variant="default" size="compact-md" disabled={common.disabled} onClick={() => setAdding(true)}>
            {words.addNew}
          </Button>
        ) : null}
        {nobody === undefined ? null : (
          <Button variant="default" size="compact-md" disabled={common.disabled} onClick={() => onChange(saidToBeNone)}>
            {nobody}
          </Button>
        )}
      </div>
      {adding && AddPerson ? <AddPerson named={find} onAdded={choose} onClose={() => setAdding(false)} /> : null}
    </div>
  );
}
