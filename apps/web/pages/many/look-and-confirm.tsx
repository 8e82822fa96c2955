import { Button } from '@mantine/core';
import { Failure } from '../../parts/failure';
import { manyWords } from '../../words/many-words';
import { useWords } from '../../words/use-words';
import { ManyChanges } from './many-changes';
import styles from './many.module.css';
import type { LookFirst } from './use-look-first';

/** @param placed what the api found wrong stands at its fields already */
export function LookAndConfirm({ first, placed = false }: { first: LookFirst; placed?: boolean }) {
  const words = useWords(manyWords);
  const { looking, starting, isSeen, willing, confirm } = first;
  const mayConfirm = isSeen && willing.length > 0;
  return (
    <>
      <div aria-live="polite">
        {looking.isPending ? <p className="dim small">{words.looking}</p> : null}
        {looking.data && !isSeen ? <p className="small">{words.outdated}</p> : null}
        {looking.data && isSeen ? <ManyChanges looked={looking.data} /> : null}
      </div>
      {looking.isError && !placed ? <Failure error={looking.error} /> : null}
      {starting.isError ? <Failure error={starting.error} /> : null}
      <div className={styles.send}>
        {mayConfirm ? (
          <Button loading={starting.isPending} onClick={confirm}>
            {words.confirm(willing.length)}
          </Button>
        ) : null}
        <Button
          type="submit"
          variant={mayConfirm ? 'default' : 'filled'}
          loading={looking.isPending}
          disabled={starting.isPending}
        >
          {looking.data ? words.lookAgain : words.look}
        </Button>
      </div>
    </>
  );
}
