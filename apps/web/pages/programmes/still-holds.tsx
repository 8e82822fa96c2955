import type { Role } from '@citypath/contracts';
import { useQuery } from '@tanstack/react-query';
import { personQuery } from '../../api/people';
import { Failure } from '../../parts/failure';
import { RoleName } from '../../parts/role-name';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { peopleWords } from '../../words/people-words';
import { useSpeech, useWords } from '../../words/use-words';
import styles from './programmes.module.css';

interface Props {
  person: string;
  /** The seat that is about to be withdrawn. */
  without: { programme: string; seat: string };
}

/** What a person will hold when a seat is withdrawn, and how much waits for the person now. */
export function StillHolds({ person, without }: Props) {
  const words = useWords(peopleWords);
  const speech = useSpeech();
  const page = useQuery(personQuery(person));
  if (page.isPending) return <SkeletonLines lines={2} height={24} />;
  if (!page.data) return <Failure error={page.error} again={() => void page.refetch()} />;
  const name = speech.name(page.data.person);
  const left = page.data.roles.filter((role) => !isIt(role, without));
  return (
    <div className={styles.holds}>
      {page.data.open.length > 0 ? <p>{words.waits(page.data.open.length)}</p> : null}
      <p>{left.length === 0 ? words.holdsNothing(name) : words.stillHolds(name)}</p>
      <ul>
        {left.map((role) => (
          <li key={JSON.stringify(role)}>
            <RoleName role={role} withCity />
          </li>
        ))}
      </ul>
    </div>
  );
}

function isIt(role: Role, { programme, seat }: Props['without']): boolean {
  return role.role === 'programme' && role.programme === programme && role.seat === seat;
}
