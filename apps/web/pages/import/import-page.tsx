import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { importQuery } from '../../api/imports';
import { Failure } from '../../parts/failure';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { useTitle } from '../../parts/use-title';
import { importWords } from '../../words/import-words';
import { useSpeech, useWords } from '../../words/use-words';
import { ImportOutcome } from './import-outcome';
import { ImportProgress } from './import-progress';
import { ImportRows } from './import-rows';
import { Mapping } from './mapping';
import { StartImport } from './start-import';
import styles from './import.module.css';

/** One file: what its columns mean and what each row would do; then how far it is; then what became of each row. */
export function ImportPage() {
  const { importId = '' } = useParams();
  const words = useWords(importWords);
  const speech = useSpeech();
  const query = useQuery(importQuery(importId));
  useTitle(words.short);
  if (query.isPending) return <SkeletonLines lines={8} height={40} />;
  if (!query.data) return <Failure error={query.error} again={() => void query.refetch()} />;
  const file = query.data;
  const isOpen = file.status === 'checked';
  return (
    <>
      <h1>{file.fileName}</h1>
      <p className="dim small">
        {speech.say(file.programme.title)} · {words.rows(file.totals.rows)} · {words.status[file.status]} ·{' '}
        <Link to={`/programmes/${encodeURIComponent(file.programme.key)}/import`}>{words.another}</Link>
      </p>
      {file.remarks.map((remark) => (
        <p key={remark.en} className={styles.note}>
          {speech.say(remark)}
        </p>
      ))}
      {isOpen ? <Mapping key={file.id} file={file} /> : null}
      {isOpen ? <StartImport file={file} /> : null}
      {file.status === 'running' || file.status === 'undoing' ? <ImportProgress file={file} /> : null}
      {file.status === 'done' || file.status === 'undone' ? <ImportOutcome file={file} /> : null}
      <ImportRows file={file} />
    </>
  );
}
