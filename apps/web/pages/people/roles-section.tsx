import type { PersonResponse, Role } from '@citypath/contracts';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { putPerson } from '../../api/people';
import { Failure } from '../../parts/failure';
import { RoleName } from '../../parts/role-name';
import { peopleWords } from '../../words/people-words';
import { useWords } from '../../words/use-words';
import styles from './people.module.css';

interface Props {
  page: PersonResponse;
  onSaved: (page: PersonResponse) => void;
}

/** The seats held, each with the way to where it is changed; and the administrator's role. */
export function RolesSection({ page, onSaved }: Props) {
  const words = useWords(peopleWords);
  const isAdministrator = page.roles.some(({ role }) => role === 'administrator');
  const changing = useMutation({
    mutationFn: () => putPerson(page.person.id, '/administrator', { administrator: !isAdministrator }),
    onSuccess: onSaved,
  });
  return (
    <section className={styles.section} aria-labelledby="roles">
      <h2 id="roles">{words.roles}</h2>
      {page.roles.length === 0 ? <p className="dim">{words.noRoles}</p> : null}
      <ul>
        {page.roles.map((role) => (
          <li key={JSON.stringify(role)} className={styles.item}>
            <RoleLine role={role} />
          </li>
        ))}
      </ul>
      {changing.isError ? <Failure error={changing.error} /> : null}
      {page.may.changeAdministrator ? (
        <div className={styles.acts}>
          <Button variant="default" loading={changing.isPending} onClick={() => changing.mutate()}>
            {isAdministrator ? words.withdrawAdministrator : words.makeAdministrator}
          </Button>
          <span className="dim small">{words.atOnce}</span>
        </div>
      ) : null}
      {page.person.erased ? null : (
        <p className={`${styles.further} small`}>
          <Link to={`/letters?person=${encodeURIComponent(page.person.id)}`}>{words.letters}</Link>
        </p>
      )}
    </section>
  );
}

/** A seat, leading to the place where it is given and withdrawn. */
function RoleLine({ role }: { role: Role }) {
  const words = useWords(peopleWords);
  switch (role.role) {
    case 'administrator':
      return (
        <>
          <span>{words.administrator}</span>
          <span className="dim small">{words.isAdministrator}</span>
        </>
      );
    case 'programme':
      return (
        <Link to={`/programmes/${encodeURIComponent(role.programme)}`}>
          <RoleName role={role} withCity />
        </Link>
      );
    case 'city':
      return (
        <Link to={`/journeys/${encodeURIComponent(role.journeyId)}#seats`}>
          <RoleName role={role} withCity />
        </Link>
      );
  }
}
