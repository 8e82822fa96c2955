import { Button } from '@mantine/core';
import { draftWords } from '../../words/draft-words';
import { useSpeech, useWords } from '../../words/use-words';
import type { Draft } from './use-draft';
import styles from '../forms.module.css';

/** Says quietly that nothing typed is lost, and aloud when somebody has to decide. */
export function DraftLine({ draft: { state, take } }: { draft: Draft }) {
  const words = useWords(draftWords);
  const speech = useSpeech();
  switch (state.kind) {
    case 'none':
      return null;
    case 'saving':
      return <p className="dim small">{words.saving}</p>;
    case 'saved':
      return (
        <p className="dim small" role="status">
          {words.saved(state.by ? speech.name(state.by) : null, state.at === '' ? '' : speech.instant(state.at))}
        </p>
      );
    case 'only-here':
      return (
        <p className="small" role="status">
          {words.onlyHere}
        </p>
      );
    case 'refused':
      return (
        <div role="alert" className={styles.refusal}>
          <p>{state.reason}</p>
          <p>{words.staysHere}</p>
        </div>
      );
    case 'conflict':
      return (
        <div role="alert" className={styles.refusal}>
          <p>{words.conflict(state.by ? speech.name(state.by) : null)}</p>
          <div className={styles.send}>
            <Button variant="default" onClick={() => take('theirs')}>
              {words.takeTheirs}
            </Button>
            <Button variant="default" onClick={() => take('mine')}>
              {words.keepMine}
            </Button>
          </div>
        </div>
      );
  }
}
