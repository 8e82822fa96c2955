import { NativeSelect, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { auditQuery } from '../../api/audit';
import { personQuery } from '../../api/people';
import { programmesQuery } from '../../api/queries';
import { AddingPeople } from '../../forms/adding-people';
import { PersonInput } from '../../forms/person-input';
import { CityChoice } from '../../parts/city-choice';
import { auditWords } from '../../words/audit-words';
import { useSpeech, useWords } from '../../words/use-words';
import { askOf, type Choice } from './audit-choice';
import styles from './audit.module.css';

interface Props {
  search: URLSearchParams;
  onChoose: (changes: Partial<Record<Choice, string | null>>) => void;
}

/** Narrows the trail down: programme, city, act, person, days. */
export function AuditFilter({ search, onChoose }: Props) {
  const words = useWords(auditWords);
  const speech = useSpeech();
  const chosen = (choice: Choice) => search.get(choice);
  const programmes = useQuery(programmesQuery).data?.programmes ?? [];
  const groups = useInfiniteQuery(auditQuery(askOf(search))).data?.pages[0]?.acts ?? [];
  const person = chosen('person');
  const known = useQuery({ ...personQuery(person ?? ''), enabled: person !== null, retry: false }).data?.person;
  return (
    <div role="group" aria-label={words.filter} className={styles.filter}>
      <NativeSelect
        label={words.programme}
        value={chosen('programme') ?? ''}
        onChange={(event) => onChoose({ programme: event.target.value })}
        data={[
          { value: '', label: words.allProgrammes },
          ...programmes.map(({ key, title }) => ({ value: key, label: speech.say(title) })),
        ]}
      />
      <CityChoice
        withLabel
        label={words.city}
        all={words.allCities}
        chosen={chosen('city')}
        onChoose={(city) => onChoose({ city })}
      />
      <NativeSelect
        label={words.act}
        value={chosen('act') ?? ''}
        onChange={(event) => onChoose({ act: event.target.value })}
        data={[
          { value: '', label: words.allActs },
          ...groups.map(({ group, acts }) => ({
            group: speech.say(group),
            items: acts.map(({ act, title }) => ({ value: act, label: speech.say(title) })),
          })),
        ]}
      />
      {(['from', 'until'] as const).map((end) => (
        <TextInput
          key={end}
          type="date"
          label={words[end]}
          value={chosen(end) ?? ''}
          onChange={(event) => onChoose({ [end]: event.target.value })}
        />
      ))}
      <div className={styles.person}>
        {/* Whoever is looked for is known: nobody is added here. */}
        <AddingPeople value={null}>
          <PersonInput
            id="audit-person"
            label={words.person}
            aria-required={false}
            disabled={false}
            error={undefined}
            description={undefined}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={person ?? ''}
            options={known && person !== null ? [{ value: person, label: speech.name(known) }] : []}
            nobody={undefined}
            onChange={(next) => onChoose({ person: next })}
          />
        </AddingPeople>
      </div>
    </div>
  );
}
