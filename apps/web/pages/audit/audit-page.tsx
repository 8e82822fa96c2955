import type { AuditEntry } from '@citypath/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { auditFileAddress, auditQuery } from '../../api/audit';
import { Failure } from '../../parts/failure';
import { ShowMore } from '../../parts/show-more';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { useTitle } from '../../parts/use-title';
import { auditWords } from '../../words/audit-words';
import { useSpeech, useWords } from '../../words/use-words';
import { askOf, withChoice } from './audit-choice';
import { AuditFilter } from './audit-filter';
import { AuditLine } from './audit-line';
import styles from './audit.module.css';

/** Everything that people did, newest first. The address holds the choice. */
export function AuditPage() {
  const words = useWords(auditWords);
  const [search, setSearch] = useSearchParams();
  useTitle(words.title);
  const ask = askOf(search);
  return (
    <>
      <div className={styles.head}>
        <h1>{words.title}</h1>
        <span className={styles.files}>
          {(['xlsx', 'csv'] as const).map((format) => (
            <a key={format} href={auditFileAddress(ask, format)} download>
              {words.exportAs[format]}
            </a>
          ))}
        </span>
      </div>
      <p className="dim small">{words.explained}</p>
      <AuditFilter search={search} onChoose={(changes) => setSearch(withChoice(search, changes))} />
      <Acts search={search} />
    </>
  );
}

function Acts({ search }: { search: URLSearchParams }) {
  const words = useWords(auditWords);
  const speech = useSpeech();
  const ask = askOf(search);
  const trail = useInfiniteQuery(auditQuery(ask));
  if (trail.isPending) return <SkeletonLines lines={10} height={49} />;
  if (!trail.data) return <Failure error={trail.error} again={() => void trail.refetch()} />;
  const entries = trail.data.pages.flatMap((page) => page.entries);
  const isFiltered = Object.values(ask).some((value) => value !== undefined);
  if (entries.length === 0) {
    return (
      <div className={styles.empty}>
        <p>{isFiltered ? words.emptyFiltered : words.empty}</p>
        {isFiltered ? <Link to="/audit">{words.clear}</Link> : null}
      </div>
    );
  }
  return (
    <>
      {inDays(entries).map(([on, ofDay], index) => (
        <section key={`${on} ${index}`} aria-label={speech.day(on)}>
          <h2 className={styles.day}>{speech.day(on)}</h2>
          <ol className={styles.acts}>
            {ofDay.map((entry) => (
              <AuditLine key={entry.id} entry={entry} search={search} />
            ))}
          </ol>
        </section>
      ))}
      <ShowMore
        has={trail.hasNextPage}
        loading={trail.isFetchingNextPage}
        load={() => void trail.fetchNextPage()}
        byItself
      />
    </>
  );
}

/** As they come: where clocks differ, a day may come twice. */
function inDays(entries: readonly AuditEntry[]): [on: string, entries: AuditEntry[]][] {
  const days: [string, AuditEntry[]][] = [];
  for (const entry of entries) {
    const last = days.at(-1);
    if (last?.[0] === entry.on) last[1].push(entry);
    else days.push([entry.on, [entry]]);
  }
  return days;
}
