import type { PersonResponse } from '@citypath/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { personQuery } from '../../api/people';
import { sessionQuery } from '../../api/queries';
import { Failure } from '../../parts/failure';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { useTitle } from '../../parts/use-title';
import { peopleWords } from '../../words/people-words';
import { useSpeech, useWords } from '../../words/use-words';
import { BrowsersSection } from './browsers-section';
import { DataSection } from './data-section';
import { DetailsSection } from './details-section';
import { LeaveSection } from './leave-section';
import { OpenSection } from './open-section';
import { PostSection } from './post-section';
import { RolesSection } from './roles-section';
import styles from './people.module.css';

/** One person: the seats held, what waits, what is known, and what may be changed. */
export function PersonPage() {
  const { personId = '' } = useParams();
  const words = useWords(peopleWords);
  const speech = useSpeech();
  const queryClient = useQueryClient();
  const person = useQuery(personQuery(personId));
  const [said, setSaid] = useState('');
  const shown = person.data;
  useTitle(shown ? speech.name(shown.person) : words.people);

  if (person.isPending) return <SkeletonLines lines={12} height={36} />;
  if (!shown) return <Failure error={person.error} again={() => void person.refetch()} />;
  const onSaved = (next: PersonResponse) => {
    queryClient.setQueryData(personQuery(personId).queryKey, next);
    for (const queryKey of [['people'], sessionQuery.queryKey, ['board'], ['journey']])
      void queryClient.invalidateQueries({ queryKey });
    setSaid(words.saved);
  };
  return (
    <>
      <h1>{speech.fullName(shown.person)}</h1>
      {shown.person.erased ? <p className="dim">{words.erased}</p> : null}
      <p className={styles.said} role="status">
        {said}
      </p>
      <div className={styles.columns}>
        <div>
          <RolesSection page={shown} onSaved={onSaved} />
          <OpenSection page={shown} />
        </div>
        {shown.person.erased ? null : (
          <div>
            <DetailsSection page={shown} onSaved={onSaved} />
            <PostSection page={shown} onSaved={onSaved} />
            <LeaveSection page={shown} onSaved={onSaved} />
            <BrowsersSection person={shown.person.id} />
            <DataSection page={shown} />
          </div>
        )}
      </div>
    </>
  );
}
