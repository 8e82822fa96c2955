import type { ImportResponse } from '@citypath/contracts';
import { Button } from '@mantine/core';
import { refusedRowsAddress } from '../../api/imports';
import { Failure } from '../../parts/failure';
import { importWords } from '../../words/import-words';
import { useSpeech, useWords } from '../../words/use-words';
import { useImportAct } from './use-import-act';
import styles from './import.module.css';

/** What would happen, letters included; and the button that makes it so. */
export function StartImport({ file }: { file: ImportResponse }) {
  const words = useWords(importWords);
  const speech = useSpeech();
  const starting = useImportAct(file.id);
  const { rows, warnings, refused, newCities, newPeople, knownPeople, letters } = file.totals;
  const good = rows - refused;
  return (
    <section className={styles.total} aria-label={words.total}>
      <h2>{words.total}</h2>
      <p>
        {words.good(good)}
        {warnings > 0 ? (speech.language === 'zh' ? '，' : ', ') + words.withWarnings(warnings) : null}
        {refused > 0 ? (speech.language === 'zh' ? '；' : '; ') : null}
        {refused > 0 ? <span className="hurts">{words.bad(refused)}</span> : null}
        {speech.language === 'zh' ? '。' : '. '}
        {words.makes(newCities, newPeople, knownPeople)}
      </p>
      {letters.length === 0 ? <p>{words.noLetters}</p> : null}
      <ul className={styles.letters}>
        {letters.map(({ kind, title, atOnce, coming }) => (
          <li key={kind}>{words.letterKind(speech.say(title), atOnce, coming)}</li>
        ))}
      </ul>
      <div className={styles.send}>
        <Button
          disabled={good === 0}
          loading={starting.isPending}
          onClick={() => starting.mutate({ act: 'start', body: { rows: refused === 0 ? 'all' : 'good' } })}
        >
          {refused === 0 ? words.startAll(good) : words.startGood(good)}
        </Button>
        {refused > 0 ? (
          <Button component="a" variant="default" href={refusedRowsAddress(file.id)} download>
            {words.takeBad}
          </Button>
        ) : null}
      </div>
      <p className="dim small">{words.embargoHint}</p>
      {starting.isError ? <Failure error={starting.error} /> : null}
    </section>
  );
}
