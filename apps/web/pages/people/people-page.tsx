import type { PersonInList } from '@citypath/contracts';
import { Button, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { peopleQuery } from '../../api/people';
import { sessionQuery } from '../../api/queries';
import { mayAddPeople } from '../../api/rights';
import { Failure } from '../../parts/failure';
import { RoleName } from '../../parts/role-name';
import { ShowMore } from '../../parts/show-more';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { useTitle } from '../../parts/use-title';
import { peopleWords } from '../../words/people-words';
import { rightsWords } from '../../words/rights-words';
import { useSpeech, useWords } from '../../words/use-words';
import { AddPerson } from './add-person';
import styles from './people.module.css';

/** Everybody who is known, searched. The address holds the search. */
export function PeoplePage() {
  const words = useWords(peopleWords);
  const rights = useWords(rightsWords);
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const [adding, setAdding] = useState(false);
  const session = useQuery(sessionQuery);
  const find = search.get('find') ?? '';
  const people = useInfiniteQuery(peopleQuery(find.trim()));
  const listed = people.data?.pages.flatMap((page) => page.people) ?? [];
  const count = people.data?.pages[0]?.count ?? 0;
  useTitle(words.people);
  return (
    <>
      <div className={styles.head}>
        <h1>{words.people}</h1>
        <Link to="/rights">{rights.link}</Link>
        {session.data?.roles.some(mayAddPeople) ? (
          <Button variant="default" onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        ) : null}
      </div>
      <TextInput
        className={styles.find}
        type="search"
        label={words.find}
        description={words.findHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autoComplete="off"
        maxLength={200}
        value={find}
        onChange={(event) =>
          setSearch(event.target.value === '' ? {} : { find: event.target.value }, { replace: true })
        }
      />
      {people.isPending ? <SkeletonLines lines={10} height={37} /> : null}
      {people.isError && !people.data ? <Failure error={people.error} again={() => void people.refetch()} /> : null}
      {people.data ? (
        <div className={styles.list}>
          <p className="dim small" role="status">
            {count > 0 ? words.count(count) : find === '' ? words.nobodyYet : words.nobodyFound}
          </p>
          <ul>
            {listed.map((one) => (
              <li key={one.person.id} data-line-of-list>
                <PersonLine one={one} />
              </li>
            ))}
          </ul>
          <ShowMore
            has={people.hasNextPage}
            loading={people.isFetchingNextPage}
            load={() => void people.fetchNextPage()}
            byItself
          />
        </div>
      ) : null}
      {adding ? (
        <AddPerson
          named={find}
          onAdded={({ id }) => void navigate(`/people/${encodeURIComponent(id)}`)}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </>
  );
}

function PersonLine({ one }: { one: PersonInList }) {
  const words = useWords(peopleWords);
  const speech = useSpeech();
  return (
    <Link className={styles.line} to={`/people/${encodeURIComponent(one.person.id)}`} data-line>
      <span>
        {speech.fullName(one.person)}
        {one.awayUntilOn === null ? null : (
          <span className="dim small"> · {words.away(speech.shortDay(one.awayUntilOn))}</span>
        )}
      </span>
      <span className="small">
        {one.roles.length === 0 ? <span className="dim">{words.withoutSeat}</span> : null}
        {one.roles.map((role, place) => (
          <span key={JSON.stringify(role)}>
            {place === 0 ? '' : ' · '}
            <RoleName role={role} withCity />
          </span>
        ))}
      </span>
      <span className="dim small">{one.address}</span>
    </Link>
  );
}
