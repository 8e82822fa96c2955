import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { sessionQuery, signInPeopleQuery } from '../../api/queries';
import { signInAs } from '../../api/writes';
import { AppearanceSwitch, LanguageSwitch } from '../../frame/switches';
import { CityName } from '../../parts/city-name';
import { Failure } from '../../parts/failure';
import { RoleName } from '../../parts/role-name';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { useTitle } from '../../parts/use-title';
import { entranceWords } from '../../words/entrance-words';
import { useSpeech, useWords } from '../../words/use-words';
import { groupPeople, type PeopleGroup, type SignInPerson } from './group-people';
import styles from './sign-in.module.css';

/** In local mode: choose whom to be. */
export function SignInPage() {
  const words = useWords(entranceWords);
  const session = useQuery(sessionQuery);
  const [search] = useSearchParams();
  useTitle(words.signIn);

  if (session.data?.person) return <Navigate to={placeAfter(search.get('to'))} replace />;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <strong>CityPath</strong>
        <div>
          <LanguageSwitch />
          <AppearanceSwitch />
        </div>
      </header>
      <main>
        <h1>{words.signIn}</h1>
        {session.isPending ? <SkeletonLines lines={10} height={40} /> : null}
        {session.isError ? <Failure error={session.error} again={() => void session.refetch()} /> : null}
        {session.data ? session.data.signInAs ? <People /> : <p>{words.closed}</p> : null}
      </main>
    </div>
  );
}

function People() {
  const words = useWords(entranceWords);
  const people = useQuery(signInPeopleQuery);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const signIn = useMutation({
    mutationFn: signInAs,
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
      await navigate(placeAfter(search.get('to')), { replace: true });
    },
  });
  const groups = groupPeople(people.data?.people ?? []);
  return (
    <>
      <p className={styles.explained}>{words.thisMachine}</p>
      {people.isPending ? <SkeletonLines lines={10} height={40} /> : null}
      {people.isError ? <Failure error={people.error} again={() => void people.refetch()} /> : null}
      {signIn.isError ? <Failure error={signIn.error} /> : null}
      {people.data && groups.length === 0 ? <p>{words.nobody}</p> : null}
      <div className={styles.groups}>
        {groups.map((group) => (
          <section key={group.city?.key ?? group.kind}>
            <h2>
              <GroupName group={group} />
            </h2>
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
    </>
  );
}

function GroupName({ group }: { group: PeopleGroup }) {
  const words = useWords(entranceWords);
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
  const words = useWords(entranceWords);
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
        {words.reads[one.language]}
      </span>
    </>
  );
}

/** Only places of this site: an address that leads elsewhere is not followed. */
function placeAfter(to: string | null): string {
  return to !== null && /^\/(?![/\\])/.test(to) ? to : '/';
}
