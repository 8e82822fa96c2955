import { Button, FileButton } from '@mantine/core';
import { use, useEffect, useState, type DragEvent } from 'react';
import type { PaperShort } from '@citypath/contracts';
import { paperWords } from '../../words/paper-words';
import { useWords } from '../../words/use-words';
import { leftTransfers, type LeftTransfer } from './transfer';
import { UploadRow } from './upload-row';
import { UploadsContext } from './use-uploads';
import styles from './uploads.module.css';

interface Props {
  id: string;
  pointer: string;
  evidence: string;
  papers: PaperShort[];
  error: string | undefined;
  disabled: boolean;
  onChange: (papers: PaperShort[]) => void;
}

const accepted = '.pdf,.docx,.xlsx,.pptx,.png,.jpg,.jpeg,.heic,.heif';

/** The files for one evidence: chosen, dropped or photographed, several at once; each with how far it got. */
export function PapersInput({ id, pointer, evidence, papers, error, disabled, onChange }: Props) {
  const words = useWords(paperWords);
  const uploads = use(UploadsContext);
  const [isOver, setOver] = useState(false);
  const left = useLeftTransfers(uploads?.endpoint ?? null, evidence, uploads?.items.length ?? 0);
  if (!uploads) return null;
  const { items, queue } = uploads;
  const ours = items.filter((item) => item.pointer === pointer);
  const add = (files: readonly File[]) => {
    if (!disabled) queue.add(pointer, evidence, files);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add([...event.dataTransfer.files]);
  };
  const unfinished = left.filter(({ name }) => !ours.some((item) => item.name === name));
  return (
    <div
      className={styles.zone}
      data-over={isOver || undefined}
      data-wrong={error !== undefined || undefined}
      role="group"
      aria-label={words.addFiles}
      aria-describedby={error === undefined ? `${id}-hint` : `${id}-hint ${id}-error`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {papers.length + ours.length > 0 ? (
        <ul className={styles.files} aria-label={words.files}>
          {papers.map((paper) => (
            <li key={paper.id} className={styles.file}>
              <span className={styles.what}>
                <a href={paper.href} download>
                  <bdi>{paper.name}</bdi>
                </a>
                <span className="dim small">
                  {words.size(paper.sizeBytes)}
                  {paper.version > 1 ? ` · ${words.version(paper.version)}` : ''} · {words.arrived}
                </span>
              </span>
              <span className={styles.acts}>
                <Button
                  variant="subtle"
                  disabled={disabled}
                  aria-label={words.removeNamed(paper.name)}
                  onClick={() => onChange(papers.filter((one) => one.id !== paper.id))}
                >
                  {words.remove}
                </Button>
              </span>
            </li>
          ))}
          {ours.map((item) => (
            <UploadRow key={item.key} item={item} queue={queue} />
          ))}
        </ul>
      ) : null}
      {unfinished.map((one) => (
        <p key={one.name} className="small dim">
          {words.unfinished(one.name)}
        </p>
      ))}
      <div className={styles.choose}>
        <FileButton multiple accept={accepted} onChange={add} disabled={disabled}>
          {(props) => (
            <Button {...props} id={id} variant="default" aria-describedby={`${id}-hint`}>
              {words.choose}
            </Button>
          )}
        </FileButton>
        <FileButton
          accept="image/*"
          capture="environment"
          onChange={(file: File | null) => add(file ? [file] : [])}
          disabled={disabled}
        >
          {(props) => (
            <Button {...props} variant="default" className={styles.camera ?? ''}>
              {words.takePhoto}
            </Button>
          )}
        </FileButton>
        <span className={`${styles.dropHint} dim small`}>{words.orDrop}</span>
      </div>
      <p id={`${id}-hint`} className="small dim">
        {words.kinds}
      </p>
      {error === undefined ? null : (
        <p id={`${id}-error`} className={`small ${styles.error}`}>
          {error}
        </p>
      )}
    </div>
  );
}

/** What did not get through before the page was left. */
function useLeftTransfers(endpoint: string | null, evidence: string, count: number): LeftTransfer[] {
  const [left, setLeft] = useState<LeftTransfer[]>([]);
  useEffect(() => {
    if (endpoint === null) return;
    let isGone = false;
    void leftTransfers(endpoint, evidence).then((found) => {
      if (!isGone) setLeft(found);
    });
    return () => {
      isGone = true;
    };
    // `count`: a file that was added or has arrived is no longer left over.
  }, [endpoint, evidence, count]);
  return left;
}
