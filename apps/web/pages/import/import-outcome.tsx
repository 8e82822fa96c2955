import type { ImportResponse } from '@citypath/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { Failure } from '../../parts/failure';
import { importWords } from '../../words/import-words';
import { useSpeech, useWords } from '../../words/use-words';
import { useImportAct } from './use-import-act';
import styles from './import.module.css';

/** What became of it; until when its letters wait; and the way back. */
export function ImportOutcome({ file }: { file: ImportResponse }) {
  const words = useWords(importWords);
  const speech = useSpeech();
  const acting = useImportAct(file.id);
  const [asksToUndo, setAsksToUndo] = useState(false);
  const { done = 0, failed = 0, undone = 0, kept = 0 } = file.progress;
  const leftOut = file.progress['new'] ?? 0;
  const waits = file.lettersFrom !== null && Date.parse(file.lettersFrom) > Date.now();
  const sentences = [
    ...(file.status === 'undone' ? [words.undone(undone)] : [words.done(done)]),
    ...(kept > 0 ? [words.kept(kept)] : []),
    ...(failed > 0 ? [words.failed(failed)] : []),
    ...(leftOut > 0 ? [words.leftOut(leftOut)] : []),
    ...(file.status === 'undone' ? [words.againHint] : []),
  ];
  return (
    <section className={styles.total}>
      <p role="status">{speech.sentences(...sentences)}</p>
      {file.status === 'done' && file.lettersFrom !== null ? (
        <p>{waits ? words.lettersWait(speech.instant(file.lettersFrom)) : words.lettersGo}</p>
      ) : null}
      <div className={styles.send}>
        <Button
          component={Link}
          to={`/?programme=${encodeURIComponent(file.programme.key)}`}
          variant={waits ? 'default' : 'filled'}
        >
          {words.board}
        </Button>
        {file.status === 'done' && waits ? (
          <Button variant="default" loading={acting.isPending} onClick={() => acting.mutate({ act: 'letters' })}>
            {words.sendNow}
          </Button>
        ) : null}
        {file.status === 'done' && !asksToUndo ? (
          <Button variant="default" onClick={() => setAsksToUndo(true)}>
            {words.undo}
          </Button>
        ) : null}
      </div>
      {file.status === 'done' && asksToUndo ? (
        <div className={styles.note}>
          <p>{words.undoCauses}</p>
          <div className={styles.send}>
            <Button loading={acting.isPending} onClick={() => acting.mutate({ act: 'undo' })}>
              {words.undoSure}
            </Button>
            <Button variant="default" onClick={() => setAsksToUndo(false)}>
              {words.cancel}
            </Button>
          </div>
        </div>
      ) : null}
      {acting.isError ? <Failure error={acting.error} /> : null}
    </section>
  );
}
