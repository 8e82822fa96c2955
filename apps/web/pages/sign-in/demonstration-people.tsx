import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { sessionQuery, signInPeopleQuery } from '../../api/queries';
import { signInAs } from '../../api/writes';
import { CityName } from '../../parts/city-name';
import { Failure } from '../../parts/failure';
import { RoleName } from '../../parts/role-name';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { signInWords } from '../../words/sign-in-words';
import { useSpeech, useWords } from '../../words/use-words';
import { groupPeople, type PeopleGroup, type SignInPerson } from './group-people';
import { placeAfter } from './place-after';
import styles from './sign-in.module.css';

/** In local mode, with the demonstration loaded: choose whom to be. */
export function DemonstrationPeople({ to }: { to: string | null }) {
  const words = useWords(signInWords);
  const people = useQuery(signInPeopleQuery);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const signIn = useMutation({
    mutationFn: signInAs,
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
      await navigate(placeAfter(to), { replace: true });
    },
  });
  return (
    <section className={styles.demonstration} aria-label={words.demonstration}>
      <h2>{words.demonstration}</h2>
      <p className={styles.explained}>{words.thisMachine}</p>
      {people.isPending ? <SkeletonLines lines={10} height={40} /> : null}
      {people.isError ? <Failure error={people.error} again={() => void people.refetch()} /> : null}
      {signIn.isError ? <Failure error={signIn.error} /> : null}
      <div className={styles.groups}>
        {groupPeople(people.data?.people ?? []).map((group) => (
          <section key={group.city?.key ?? group.kind}>
            <h3>
              <GroupName group={group} />
            </h3>
            <ul>
              {group.people.map((one) => (
                <li key={one.person.id} data-line-of-list>
                  <button
                    type="button"
                    className={styles.person}
                    disabled={signIn.isPending}
                    data-line
                    onClick={() => signIn.mutate(one.person.id)}
                  >
                    <OnePerson one={one} />
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}

function GroupName({ group }: { group: PeopleGroup }) {
  const words = useWords(signInWords);
  switch (group.kind) {
    case 'city':
      return group.city ? <CityName city={group.city} /> : null;
    case 'programme':
      return words.theProgramme;
    case 'administration':
      return words.administration;
    case 'others':
      return words.others;
  }
}

function OnePerson({ one }: { one: SignInPerson }) {
  const words = useWords(signInWords);
  const speech = useSpeech();
  return (
    <>
      <span>{speech.fullName(one.person)}</span>
      <span className="dim small">
        {one.roles.map((role) => (
          <span key={JSON.stringify(role)}>
            <RoleName role={role} />
            {' · '}
          </span>
        ))}
        {words.reads[one.language ?? 'both']}
      </span>
    </>
  );
}
