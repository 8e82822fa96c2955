import type { RightsRole } from '@citypath/contracts';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { rightsQuery } from '../../api/rights-matrix';
import { Failure } from '../../parts/failure';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { useTitle } from '../../parts/use-title';
import { rightsWords } from '../../words/rights-words';
import { useWords } from '../../words/use-words';
import { RightsOfRole } from './rights-of-role';
import { RightsTable } from './rights-table';
import styles from './rights.module.css';

/** Who may do what. The address holds the role that a narrow screen shows. */
export function RightsPage() {
  const words = useWords(rightsWords);
  const rights = useQuery(rightsQuery);
  const [search, setSearch] = useSearchParams();
  const roles = rights.data?.roles.map(({ role }) => role) ?? [];
  const role = roles.find((one) => one === search.get('role')) ?? 'responsible';
  const choose = (chosen: RightsRole) => setSearch({ role: chosen }, { replace: true });
  useTitle(words.title);
  return (
    <>
      <h1 className={styles.title}>{words.title}</h1>
      <p className={`dim ${styles.explained}`}>{words.explained}</p>
      {rights.isPending ? <SkeletonLines lines={14} height={44} /> : null}
      {rights.isError ? <Failure error={rights.error} again={() => void rights.refetch()} /> : null}
      {rights.data ? (
        <>
          <RightsTable rights={rights.data} />
          <RightsOfRole rights={rights.data} role={role} onChoose={choose} />
        </>
      ) : null}
    </>
  );
}
