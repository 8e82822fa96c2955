import type { PersonResponse } from '@citypath/contracts';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { erasePerson, exportAddress } from '../../api/people';
import type { FormPart } from '../../forms/parts-of-form';
import { reasonPart } from '../../forms/reason-part';
import { RecordForm } from '../../forms/record-form';
import { RoleName } from '../../parts/role-name';
import { peopleWords } from '../../words/people-words';
import { useWords } from '../../words/use-words';
import styles from './people.module.css';

/** What is kept about a person: handed out as a file, and taken away for ever. */
export function DataSection({ page }: { page: PersonResponse }) {
  const words = useWords(peopleWords);
  const queryClient = useQueryClient();
  const [erasing, setErasing] = useState(false);
  const { id } = page.person;
  if (!page.may.export && !page.may.erase) return null;
  return (
    <section className={styles.section} aria-labelledby="data">
      <h2 id="data">{words.data}</h2>
      {page.may.export ? (
        <p>
          <a href={exportAddress(id)} download>
            {words.export}
          </a>
          <br />
          <span className="dim small">{words.exportHint}</span>
        </p>
      ) : null}
      {page.may.erase && !erasing ? (
        <div className={styles.acts}>
          <Button variant="default" onClick={() => setErasing(true)}>
            {words.erase}
          </Button>
        </div>
      ) : null}
      {erasing && page.roles.length > 0 ? (
        <>
          <p>{words.eraseHolds}</p>
          <ul>
            {page.roles.map((role) => (
              <li key={JSON.stringify(role)}>
                <RoleName role={role} withCity />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {erasing && page.roles.length === 0 ? (
        <>
          <p>{words.eraseExplained}</p>
          <RecordForm
            label={words.erase}
            parts={eraseParts(words)}
            submit={words.erase}
            dangerous
            send={(body, key) => erasePerson(id, body, key)}
            onDone={() => void queryClient.invalidateQueries()}
            onCancel={() => setErasing(false)}
          />
        </>
      ) : null}
    </section>
  );
}

function eraseParts(words: (typeof peopleWords)['en']): FormPart[] {
  return [
    {
      part: 'field',
      field: {
        pointer: '/address',
        label: words.eraseAddress,
        required: true,
        input: { type: 'line', maxLength: 254 },
      },
    },
    reasonPart(words),
  ];
}
