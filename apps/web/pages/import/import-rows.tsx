import type { ImportResponse } from '@citypath/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { importRowsQuery } from '../../api/imports';
import { Failure } from '../../parts/failure';
import { ShowMore } from '../../parts/show-more';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { importWords } from '../../words/import-words';
import { useWords } from '../../words/use-words';
import { ImportRow } from './import-row';
import styles from './import.module.css';

const choices = ['all', 'refused', 'warning', 'ok', 'failed', 'kept'] as const;
type Choice = (typeof choices)[number];

/** The rows with their verdicts, those to correct first of all; the address holds which are shown. */
export function ImportRows({ file }: { file: ImportResponse }) {
  const words = useWords(importWords);
  const [search] = useSearchParams();
  const counts: Record<Choice, number> = {
    all: file.totals.rows,
    refused: file.totals.refused,
    warning: file.totals.warnings,
    ok: file.totals.ok,
    failed: file.progress['failed'] ?? 0,
    kept: file.progress['kept'] ?? 0,
  };
  const first: Choice = file.status === 'checked' && counts.refused > 0 ? 'refused' : 'all';
  const only = choices.find((choice) => choice === search.get('only')) ?? first;
  const rows = useInfiniteQuery(importRowsQuery(file.id, only, JSON.stringify([file.totals, file.status])));
  const shown = rows.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <>
      <nav className={styles.choices} aria-label={words.only}>
        {choices
          .filter((choice) => counts[choice] > 0 || choice === only)
          .map((choice) => (
            <Link key={choice} to={`?only=${choice}`} aria-current={choice === only ? 'true' : undefined}>
              {words.onlys[choice]} {counts[choice]}
            </Link>
          ))}
      </nav>
      {rows.isPending ? <SkeletonLines lines={8} height={40} /> : null}
      {rows.isError && !rows.data ? <Failure error={rows.error} again={() => void rows.refetch()} /> : null}
      {rows.data && shown.length === 0 ? <p className="dim">{words.noRows}</p> : null}
      <ol>
        {shown.map((row) => (
          <ImportRow key={row.line} row={row} file={file} />
        ))}
      </ol>
      <ShowMore
        has={rows.hasNextPage}
        loading={rows.isFetchingNextPage}
        load={() => void rows.fetchNextPage()}
        byItself
      />
    </>
  );
}
