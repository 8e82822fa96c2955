import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { importsQuery, templateAddress, uploadImport } from '../../api/imports';
import { programmesQuery } from '../../api/queries';
import { Failure } from '../../parts/failure';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { useTitle } from '../../parts/use-title';
import { importWords } from '../../words/import-words';
import { useSpeech, useWords } from '../../words/use-words';
import styles from './import.module.css';

/** A file is chosen; what was imported before stands below. */
export function ImportStartPage() {
  const { programme = '' } = useParams();
  const words = useWords(importWords);
  const speech = useSpeech();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const title = useQuery(programmesQuery).data?.programmes.find(({ key }) => key === programme)?.title;
  const former = useQuery(importsQuery(programme));
  const uploading = useMutation({
    mutationFn: (file: File) => uploadImport(programme, file),
    onSuccess: ({ id }) => navigate(`/imports/${encodeURIComponent(id)}`),
  });
  useTitle(words.short);
  return (
    <>
      <h1>{words.title(title ? speech.say(title) : programme)}</h1>
      <p className={styles.lead}>{words.explained}</p>
      <div className={styles.send}>
        <Button onClick={() => input.current?.click()} loading={uploading.isPending}>
          {words.choose}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx,.xlsm,.csv,.tsv,.txt,text/csv"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) uploading.mutate(file);
            // The same file again is a choice too.
            event.target.value = '';
          }}
        />
        <Button component="a" variant="default" href={templateAddress(programme)} download>
          {words.template}
        </Button>
      </div>
      <p className="dim small">{words.templateHint}</p>
      <div role="status">{uploading.isPending ? <p>{words.looking}</p> : null}</div>
      {uploading.isError ? <Failure error={uploading.error} /> : null}
      <h2 className={styles.section}>{words.former}</h2>
      {former.isPending ? <SkeletonLines lines={2} height={40} /> : null}
      {former.isError ? <Failure error={former.error} again={() => void former.refetch()} /> : null}
      {former.data?.imports.length === 0 ? <p className="dim">{words.noFormer}</p> : null}
      <ul>
        {former.data?.imports.map(({ id, fileName, status, createdAt, rows }) => (
          <li key={id} className={styles.former} data-line-of-list>
            <Link to={`/imports/${encodeURIComponent(id)}`} data-line>
              {fileName}
            </Link>
            <span>{words.rows(rows)}</span>
            <span>{words.status[status]}</span>
            <span className="dim">{speech.instant(createdAt)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
