import type { PersonResponse } from '@citypath/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { putPerson } from '../../api/people';
import { RecordForm } from '../../forms/record-form';
import { peopleWords } from '../../words/people-words';
import { useWords } from '../../words/use-words';
import { personParts, valuesOf } from './person-parts';
import { useFormAsked } from './use-form-asked';
import styles from './people.module.css';

interface Props {
  page: PersonResponse;
  onSaved: (page: PersonResponse) => void;
}

/** Names, addresses, language, zone: shown, and corrected in their place. */
export function DetailsSection({ page, onSaved }: Props) {
  const words = useWords(peopleWords);
  const [correcting, setCorrecting] = useState(useFormAsked('details') && page.may.correct);
  const lines: [string, string | null][] = [
    [words.familyName, page.familyName],
    [words.givenName, page.givenName],
    [words.nameZh, page.nameZh ?? words.notKnown],
    [words.displayName, page.displayName],
    [words.titleZh, page.titleZh],
    [words.titleEn, page.titleEn],
    [words.address, page.address],
    ...page.otherAddresses.map((address): [string, string] => ['', address]),
    [words.language, page.language === null ? words.bothLanguages : words.languages[page.language]],
    [words.timeZone, page.timeZone?.replaceAll('_', ' ') ?? words.zoneOfCity],
  ];
  return (
    <section className={styles.section} aria-labelledby="details">
      <h2 id="details">{words.details}</h2>
      {correcting ? (
        <RecordForm
          label={words.correct}
          parts={personParts(words)}
          values={valuesOf(page)}
          submit={words.save}
          send={(body) => putPerson(page.person.id, '', body)}
          onDone={(next) => {
            setCorrecting(false);
            onSaved(next);
          }}
          onCancel={() => setCorrecting(false)}
        />
      ) : (
        <>
          <dl className={styles.facts}>
            {lines
              .filter(([, value]) => value !== null)
              .map(([term, value]) => (
                <div key={`${term}${value}`}>
                  <dt className="dim">{term}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
          </dl>
          {page.may.correct ? (
            <div className={styles.acts}>
              <Button variant="default" onClick={() => setCorrecting(true)}>
                {words.correct}
              </Button>
            </div>
          ) : null}
        </>
      )}
    </section>
  );
}
